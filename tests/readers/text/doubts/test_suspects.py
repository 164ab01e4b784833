"""What speaks against a reading: each line that looks like something else is named, with the reason."""

import pytest

from extractor.readers.text.doubts.suspects import suspects
from extractor.readers.text.page import TextPage
from extractor.readers.text.reader import read_text
from extractor.sites import all_layouts

BYLINE = "Ann Lee, MD\nBoston Plastic Surgeon\n4.3 out of 5 stars 28 reviews\n"
HEAD = "Is swelling normal after two weeks?\n\n\nI had surgery on May 2.\n\n\nDoctor Answers 1\n\n"
ANSWER = "Swelling after surgery\n\nIt takes a month, and you can cool it.\n\n"


def doubts_of(text: str) -> dict[str, str]:
    """What is said against lines: the first that is found."""
    read = read_text(TextPage(text), all_layouts())
    assert read is not None
    return {read.cut.items[index].text: why for index, why in reversed(list(suspects(read)))}


def test_a_whole_page_raises_no_doubt() -> None:
    assert doubts_of(HEAD + ANSWER + BYLINE) == {}


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("{{ votes }}", "template"),
        ("out of 5 stars 12 reviews", "damaged"),
        ("12", "a number"),
        ("Read again by Wren, June 3, 2016", "a day"),
    ],
)
def test_left_overs_in_an_answer_are_named(line: str, why: str) -> None:
    told = doubts_of(HEAD + ANSWER + f"You are healing well, I think.\n\n{line}\n\nPlease wait.\n\n" + BYLINE)
    assert why in told[line]


def test_text_directly_above_a_byline_may_be_part_of_it() -> None:
    told = doubts_of(HEAD + ANSWER.rstrip("\n") + "\nThe Lee Clinic of Surgery\n" + BYLINE.split("\n", 1)[1])
    assert [why for why in told.values() if "directly above a byline" in why]


def test_the_end_of_a_sentence_directly_above_a_whole_byline_is_none_of_it() -> None:
    told = doubts_of(HEAD + ANSWER.rstrip("\n") + "\n" + BYLINE)
    assert [why for why in told.values() if "directly above a byline" in why] == []


def test_paragraphs_that_nothing_parts_may_be_answers_of_their_own() -> None:
    asked = "I had surgery, and my eyelid is still swollen. What can I do?"
    told = "You should cool it and wait for a month, as swelling takes its time after surgery of any kind."
    more = "It is best to see your surgeon if it does not go away by then, since you may have an infection."
    doubts = doubts_of(f"Is swelling normal?\n\n\n{asked}\n\n{told}\n\n{more}\n")
    assert "where one answer ends" in doubts[more]
    assert doubts_of(f"Is swelling normal?\n\n\n{asked}\n\n\n{told}\n\n{more}\n") == {}


def test_a_paragraph_as_far_from_the_one_above_as_answers_are_may_be_one() -> None:
    more = "It may be a pulled stitch as well. Wear the binder."
    answers = f"{ANSWER}\n{more}\n\n{BYLINE}\n\n{ANSWER}{BYLINE}"
    assert "stands apart" in doubts_of(HEAD.replace("Answers 1", "Answers") + answers)[more]
    assert doubts_of(HEAD.replace("Answers 1", "Answers 2") + answers) == {}, "the page says that there are two"


def test_what_stands_below_the_last_byline_of_a_page_without_its_number_may_be_two_answers() -> None:
    more = "It may be a pulled stitch as well. Wear the binder."
    page = HEAD.replace("Answers 1", "Answers") + ANSWER + BYLINE + "\nPlease wait for two weeks.\n"
    assert "byline below this answer is missing" in doubts_of(f"{page}\n{more}\n")[more]
    assert doubts_of(page) == {}


def test_a_title_above_a_label_that_tells_more_than_one_thing_may_be_none() -> None:
    asked = "Question: My heel hurts. What can I do?\n\nAnswer: Rest it for two weeks, and you will be better.\n"
    advert = "Order our book about feet. Save ten dollars today."
    assert "may be no title" in doubts_of(f"{advert}\n\n{asked}")[advert]
    assert doubts_of(f"A heel that hurts. What can I do?\n\n{asked}") == {}


@pytest.mark.parametrize(
    "line",
    [
        "Write to Dr. Rowe at the Harbour Post, 12 Quay Road.",
        "To continue reading this column, please log in.",
        "Frequently Asked Questions",
        "FAQs",
        "Leggi anche il mal di schiena",
        "Harbour Post, all rights reserved",
        "Iscriviti alla lista di Porto Salute",
        "Dr. Anna Rowe is a podiatrist in Leeds.",
        "Prof. Anna Rowe, MD, is the director of the heel clinic. " + "She has treated heels." * 9,
        "Il dottor Carlo Vale è specialista del piede.",
    ],
)
def test_what_a_publisher_says_below_the_last_answer_may_not_be_of_it(line: str) -> None:
    page = "Question: My heel hurts. What can I do?\n\nAnswer: Rest it for two weeks.\n\nThen walk again, but slowly.\n"
    assert doubts_of(page) == {}
    read = read_text(TextPage(f"{page}\n{line}\n\nYou can ask us as well.\n"), all_layouts())
    assert read is not None
    assert any("readers of the site" in why and read.cut.items[index].text == line for index, why in suspects(read))


def test_a_paragraph_in_the_middle_is_too_long_for_a_publisher() -> None:
    line = "Dr. Anna Rowe is a podiatrist in Leeds. " + "She has treated heels. " * 9
    page = f"Question: My heel hurts. What can I do?\n\nAnswer: Rest it for two weeks.\n\n{line}"
    assert list(doubts_of(page)) == [line.strip()]
    assert doubts_of(page + "\n\nThen walk.\n\nWalk slowly.\n\nRun in a month.") == {}


@pytest.mark.parametrize(
    ("line", "is_doubt"), [("Halden Foot Board in Room 9", True), ("I thank you for your time.", False)]
)
def test_a_short_line_between_a_letter_and_its_reply_may_say_who_answers(line: str, is_doubt: bool) -> None:  # noqa: FBT001 - a table's column
    letter = (
        f"My heel hurts in the morning, and I am 40. What can I do?\n\nIt is red.\n\n{line}\n\nDear Rosa,\n\nRest it."
    )
    assert [text for text, why in doubts_of(letter).items() if "who answers" in why] == [line] * is_doubt


def test_a_doctor_who_asks_to_be_written_to_is_no_publisher() -> None:
    assert doubts_of(HEAD + "Swelling after surgery\n\nIt takes a month. Write to us at the clinic.\n\n" + BYLINE) == {}


@pytest.mark.parametrize("above", ["\n\n", "\n\nIt heals.\n"])
def test_a_line_that_ends_the_text_above_the_next_question_may_be_its_title(above: str) -> None:
    first = f"Q: My heel hurts. What can I do?\n\nA: Rest it for two weeks.{above}"
    told = doubts_of(f"{first}On toes\n\nQ: My toe hurts. What can I do?\n\nA: Buy wider shoes.")
    assert "title or question" in told["On toes"]


@pytest.mark.parametrize(
    ("above", "doubted"),
    [
        ("Heel pain in the morning\n\n", {"Heel pain in the morning"}),
        ("Rosa has heels that hurt. We all felt for her.\n\n", {"Rosa has heels that hurt. We all felt for her."}),
        ("", set()),
    ],
)
def test_a_line_above_a_salutation_may_be_the_title_or_introduce_the_letter(above: str, doubted: set[str]) -> None:
    page = (
        f"Foot clinic\n\nQuestion:\n\n{above}Hello Dr. Rowe,\nmy heel hurts when I get up. What can I do against it?\n\n"
        "Answer by Dr. Anna Rowe\nRest it for two weeks, and you should stretch your calf twice a day.\n"
    )
    assert {text for text, why in doubts_of(page).items() if "title" in why} == doubted


def test_thanks_that_end_a_question_begin_no_letter() -> None:
    asked = "Since May I have a numb spot on my shin.\n\n1) Is it a nerve?\n\nThank you for your time."
    page = f"Numb spot on the shin\n\nQuestion:\n{asked}\n\nAnswer:\nIt may be one, and you should see a neurologist.\n"
    assert not any("salutation" in why for why in doubts_of(page).values())
    letter = "Thank you for your column, I read it every day."
    assert any("salutation" in why for why in doubts_of(page.replace("Thank you for your time.", letter)).values())


def test_a_line_that_ends_an_answer_above_the_next_title_may_be_no_part_of_it() -> None:
    asked, told = "Q: My heel hurts. Is it a spur?", "A: It may be, and it heals in most people within a year."
    page = "Heel pain\n\n{0}\n\n{1}\n{2}\n\nToe pain\n\n{0}\n\n{1}\n"
    assert "next title" in doubts_of(page.format(asked, told, "Posted by Ann"))["Posted by Ann"]
    assert not any("next title" in why for why in doubts_of(page.format(asked, told, "Rest it.")).values())


def test_a_name_with_degrees_at_the_end_of_a_page_may_be_a_byline_that_breaks_off() -> None:
    page = HEAD.replace("Answers 1", "Answers 2") + ANSWER + BYLINE + f"\n{ANSWER}Ann Vale, MD\n"
    assert "like a byline" in doubts_of(page + "Houston Plastic")["Ann Vale, MD"]
    assert not any("like a byline" in why for why in doubts_of(page + "Houston Plastic Surgeon").values())
    assert not any("like a byline" in why for why in doubts_of(page.replace("Ann Vale, MD", "Best, Ann")).values())


@pytest.mark.parametrize(
    ("below", "is_doubt"),
    [
        ("Patience\n\nIt takes a year.\n\n", True),
        ("Houston Plastic Surgeon\n\n", True),
        ("Houston Plastic Surgeon\n4.9 out of 5 stars 3 reviews\n\n", False),
        ("Ann B. Vale, MD\nHouston Plastic Surgeon\n\n", False),
        ("Do write if it gets worse.\n\n", False),
    ],
)
def test_a_name_with_degrees_above_the_next_answer_may_be_its_byline(below: str, is_doubt: bool) -> None:  # noqa: FBT001 - a table's column
    page = (
        HEAD.replace("Answers 1", "Answers") + ANSWER + BYLINE + f"\n{ANSWER}Ann Vale, MD\n\n{below}" + ANSWER + BYLINE
    )
    assert any("like a byline" in why for why in doubts_of(page).values()) is is_doubt


def test_a_line_directly_below_votes_is_no_headline() -> None:
    page = HEAD + "Patience\n\n+1\nNormal\n\nSwelling\n\n+2\nIt takes a month.\n\n" + BYLINE
    assert "Normal" not in doubts_of(page)


def test_a_line_behind_a_label_and_above_a_salutation_may_be_the_title() -> None:
    page = (
        "Question: Pain in the heel\n\nHello! I ran a lot in May, by the sea. Is it a spur?\n\nAnswer:\n\nIt may be.\n"
    )
    assert any("may be its title" in why for why in doubts_of(page).values())
    assert not any(
        "may be its title" in why for why in doubts_of(page.replace(" I ran a lot in May, by the sea.", "")).values()
    )


def test_a_line_above_a_label_that_introduces_it_may_be_no_title() -> None:
    page = "{head}\n\nQuestion: My heel hurts. What is it?\n\nAnswer: A spur, I think. Rest it for two weeks.\n"
    told = "Does your heel hurt too? Here is what I wrote to a reader:"
    assert "introduces" in doubts_of(page.format(head=told))[told]
    assert doubts_of(page.format(head="Why does my heel hurt?")) == {}


def test_a_first_line_that_may_be_the_headline_below_a_byline_is_named() -> None:
    first = "Rest it for as long as it is warm to the touch at night, and put it up whenever you sit down."
    told = f"{first}\nIt takes a month, and you can cool it.\n"
    byline = "Ann Lee, MD\nBoston Plastic Surgeon\n4.9 28 reviews\n"
    page = f"Is it swollen?\nI had surgery on May 2.\nDoctor Answers (2)\n{byline}{told}{byline}{told}"
    read = read_text(TextPage(page), all_layouts())
    assert read is not None
    named = {read.cut.items[index].text for index, why in suspects(read) if "headlines" in why}
    assert named == {first}


def test_on_a_known_site_a_byline_whose_line_is_missing_is_doubted() -> None:
    head = "Posso nadar com sinusite?\n1 respostas\nPosso nadar com sinusite? Tenho 30 anos.\n"
    whole, missing = (
        doubts_of(
            f"{head}Dra. Ana Vale\n{line}Curitiba\nPode, se o nariz estiver livre, a febre tiver passado e a dor for leve.\n"
        )
        for line in ("Otorrino\n", "")
    )
    assert not any("byline" in why for why in whole.values())
    assert any("byline" in why for why in missing.values())
    assert "Dra. Ana Vale" in doubts_of(f"{head}Dra. Ana Vale\nCuritiba\nPode.\n")


def test_a_doctor_s_name_inside_an_answer_is_doubted_where_bylines_stand_above() -> None:
    head = "Posso nadar com sinusite?\n2 respostas\nPosso nadar com sinusite? Tenho 30 anos.\n"
    first = "Dra. Ana Vale\nOtorrinolaringologista\nCuritiba\nPode, se a febre tiver passado e o nariz estiver livre.\n"
    page = f"{head}{first}Dr. Bento Luz\nDaqui a uma semana, sim.\nSe doer, pare.\n"
    assert "name of a doctor" in doubts_of(page)["Dr. Bento Luz"]
    assert not any("name of a doctor" in why for why in doubts_of(head + first).values())


@pytest.mark.parametrize(("other", "is_doubted"), [("Dear Nora:", True), ("Dear Lars:", False)])
def test_answers_that_all_greet_the_same_may_be_letters(other: str, is_doubted: bool) -> None:  # noqa: FBT001 - a table's column
    letters = [
        "I read the words on a stranger's coat, and she saw it. Was I wrong to read them?\n\nYou were not.",
        "My guests pay for what they drink at our table. I find that they should.\n\nThey should not.",
    ]
    page = "To read or not to read?\n\n" + "\n\n".join(map("{}\n\n{}".format, ("Dear Nora:", other), letters))
    assert any("all answers greet" in why for why in doubts_of(page).values()) is is_doubted


def test_a_day_where_the_question_should_be_is_doubted() -> None:
    page = "Heel spurs\n\nUpdated May 4, 2014\n\nAttorney answers 1\n\nIt may. Rest it for a week."
    assert "a day" in doubts_of(page)["Updated May 4, 2014"]
