"""Whether a page that was read is one on which others answer somebody."""

import pytest

from extractor.readers.text.acceptance.accepted import accepted
from extractor.readers.text.grammar.states import State
from extractor.readers.text.page import TextPage
from extractor.readers.text.reader import TextReading, read_text
from extractor.sites import all_layouts

ASKED = "I had a tummy tuck two weeks ago and my scar is red and swollen. What can I do about it?"
TOLD = "Thank you for your question. Swelling is normal at two weeks; you should ask your surgeon if you have pain."
DIARY = "I walked to the river and fed the ducks. My brother came along, and we talked about our old school."
FEED = "Wash it once a month in warm water without soap, and keep it warm until the next day. It cleans itself well."
STENT = "I had a stent put in at Easter, and my chest still hurts. Is that usual?"
COMMON = "Pain in the chest is common in the weeks after a stent is placed. See a doctor about the pain if it:"


def reading_of(text: str) -> TextReading | None:
    read = read_text(TextPage(text), all_layouts())
    return accepted(read) if read else None


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        (f"Is this normal?\n\n{ASKED}\n\n{TOLD}\n", True),
        (f"Question: {ASKED}\n\nAnswer: {TOLD}\n", True),
        (f"A day out\n\n{DIARY}\n\n{DIARY}\n", False),
        (f"Q: {ASKED}\n\nA: {TOLD}\n\nQ: {ASKED}\n\nA: {TOLD}\n", True),
        (f"Q: Can I eat?\n\nA: {TOLD}\n\nQ: How do I get there?\n\nA: {TOLD}\n", False),
        ("D . -20\nF i 10\n\nA . -10\n\nD . 20\nG i -10\n\nA . 10 20 30\n", False),
        (f"A column\n\nQ: {ASKED}\n\n{TOLD}\n", True),
        (f"A column\n\nQ: {ASKED} I had hoped to run by now.\n\n{TOLD}\n", True),
        (f"A column\n\nQ: Can a scar swell?\n\n{TOLD}\n", False),
        (f"Can I eat?\n\nAnswer: {TOLD}\n\nHow do I get there?\n\nAnswer: {TOLD}\n", False),
        (f"Q: Can I eat?\nAnn Vale, Leeds (UK)\nA: {TOLD}\nQ: Can I run?\nAnn Hill, Hull (UK)\nA: {TOLD}\n", True),
        (f"Q: {FEED}\n\nA: {TOLD}\n", True),
        (f"Q: {FEED}\n\nA: No.\n", False),
        (f"My hedgehog smells. Can I wash it?\n\nAnswered by Ann Vale:\n\n{FEED}\n", True),
        (f"Can hedgehogs be washed?\n\nAnswered by Ann Vale:\n\n{FEED}\n", False),
        (f"My hedgehog smells. Can I wash it?\n\nDr. V's Answer:\n{FEED}\n", True),
        (f"{STENT}\n\n{COMMON}\n\n" + "".join(f"  • Lasts {n} hours.\n" for n in range(2, 26)), True),
        (f"{STENT}\n\n{COMMON}\n\n" + "".join(f"It lasts {n} hours.\n" for n in range(2, 26)), False),
    ],
    ids=[
        "thread",
        "labels",
        "diary",
        "several askers",
        "FAQ",
        "table",
        "question's label",
        "question's label, and a last sentence that does not ask",
        "nobody asks",
        "FAQ with labelled answers",
        "askers who sign",
        "labels, and nothing that asks",
        "labels, and next to nothing told",
        "who answers, and no label",
        "who answers, and nobody asks for himself",
        "a label with the name of who answers",
        "a reply with many points",
        "more lines than letters have",
    ],
)
def test_pages_on_which_somebody_is_answered(text: str, is_one: bool) -> None:  # noqa: FBT001 - a table's column
    assert (reading_of(text) is not None) is is_one


def test_what_is_above_the_only_name_of_a_page_is_its_question() -> None:
    asked = f"I think that my hedgehog smells… {FEED} May I wash it now? My sister has one, too."
    read = reading_of(f"{asked}\n\nDr. V's Answer:\n{FEED}\n\n{FEED}\n")
    assert read is not None
    assert list(read.reading.states) == [State.QUESTION, State.BYLINE, State.FIRST, State.BODY]
    assert read.lead == read.weights.margin.suspect, "nothing but the name says so"


def test_a_short_text_in_a_doctors_voice_is_one_answer_alone() -> None:
    read = reading_of(TOLD)
    assert read is not None
    assert read.reading.states == (State.FIRST,)


def test_several_labelled_questions_are_doubts_unless_all_askers_tell() -> None:
    told = f"Q: {ASKED}\n\nA: {TOLD}\n\n"
    all_tell, most_tell = reading_of(told * 2), reading_of(f"{told * 2}Q: Why do scars swell?\n\nA: {TOLD}\n")
    assert all_tell is not None
    assert most_tell is not None
    assert most_tell.lead == most_tell.weights.margin.suspect < all_tell.lead


def test_sections_that_are_headed_with_the_title_are_never_certain() -> None:
    title = "My scar is swollen after surgery, what can I do?"
    text = f"{title}\n\n{title} - in short\n\n{TOLD}\n\n{title} - at length\n\n{TOLD} {TOLD}\n"
    sections, answers = reading_of(text), reading_of(text.replace(f"{title} - ", "A scar "))
    assert sections is not None
    assert answers is not None
    assert sections.lead == sections.weights.margin.suspect < answers.lead


def test_a_question_below_an_announcement_is_answered_where_the_page_begins_to_speak_to_a_reader() -> None:
    announced = f"The following question was sent to us:\n\n{ASKED}\n\n"
    read = reading_of(f"{announced}{TOLD}\n")
    assert read is not None
    assert read.reading.states == (State.QUESTION, State.FIRST)
    assert read.lead == read.weights.margin.suspect
    assert reading_of(f"{announced}{DIARY}\n") is None


def test_a_title_and_one_text_that_nobody_signs_are_never_certain() -> None:
    entry = f"Will my scar be red after surgery?\n\n{TOLD}\n"
    read, signed = reading_of(entry), reading_of(f"{entry}\nJane Rowe, MD\nDallas Plastic Surgeon\n")
    assert read is not None
    assert signed is not None
    assert read.lead == read.weights.margin.suspect < signed.lead


def test_a_question_below_a_question_without_an_answer_is_a_doubt() -> None:
    read = reading_of(f"Q: {ASKED}\n\nQ: {ASKED} I have a fever.\n\nA: {TOLD}\n")
    assert read is not None
    assert read.lead == read.weights.margin.suspect


BLOCK = "Dr. Ann Vale\nMBBS, MD - ENT\nENT Specialist • Pune\n"


def test_texts_below_the_names_of_doctors_are_answers_and_in_doubt_if_nobody_asks() -> None:
    asked = reading_of(f"Is it safe to wash an ear?\n\n{BLOCK}\n{FEED}\n\n{BLOCK}\n{FEED}\n")
    headed = reading_of(f"Ear wax\n\n{BLOCK}\n{TOLD}\n")
    assert asked is not None
    assert headed is not None
    assert asked.reading.states.count(State.FIRST) == len(asked.cut.hits)
    assert asked.lead > headed.lead == headed.weights.margin.suspect
    assert reading_of(f"Ear wax\n\n{BLOCK}\nNo.\n") is None


def test_a_page_whose_first_line_tells_and_asks_is_read_and_never_certain() -> None:
    first = "Scar still red two months after the surgery, and thick. Laser?"
    read = reading_of(f"{first}\n{FEED}\n{FEED}\n")
    assert read is not None
    assert list(read.reading.states) == [State.QUESTION, State.FIRST, State.BODY] or read.lead > 0
    assert read.lead <= read.weights.margin.suspect


def test_what_a_site_prints_above_the_first_line_does_not_hide_that_it_asks() -> None:
    page = f"{{}}Scar still red two months after the surgery, and thick. Laser?\n{FEED} It is a scar.\n"
    below, alone = reading_of(page.format("Skip to content\n\n")), reading_of(page.format(""))
    assert below is not None
    assert alone is not None
    assert below.reading.states == alone.reading.states


def test_a_title_that_asks_is_no_part_of_the_answer_that_a_doctor_signs() -> None:
    read = reading_of(f"Does a laser help an old scar?\n{TOLD} I hope this helps. Dr. Vale\n")
    assert read is not None
    assert list(read.reading.states) == [State.TITLE, State.FIRST]


@pytest.mark.parametrize(("title", "is_sure"), [("", False), ("Is a red scar normal?\n\n", True)])
def test_where_only_a_headline_asks_the_page_may_be_an_article(title: str, is_sure: bool) -> None:  # noqa: FBT001 - a table's column
    told = (
        "It may be that your scar is still swollen, and that you lift too much. I see it in my patients at two weeks."
    )
    read = reading_of(
        f"{title}I had a tummy tuck two weeks ago. My scar is red.\n\nWhat happens if it swells?\n\n{told}\n\n{TOLD}\n"
    )
    assert read is not None
    assert (read.lead > read.weights.margin.suspect) is is_sure


def test_a_letter_in_paragraphs_is_answered_below_the_last_that_asks_and_never_certain() -> None:
    letter = f"Dear Dr. Vale: I had a tummy tuck in May.\n\nMy scar is red.\n\n{ASKED}"
    read = reading_of(f"Scars\n\n\n{letter}\n\n\n{TOLD}\n\nWhatever you do, keep your scar out of the sun.\n")
    assert read is not None
    assert read.reading.states.count(State.QUESTION) == 3
    assert read.reading.states.count(State.FIRST) == 1
    assert read.lead <= read.weights.margin.suspect


def test_a_question_and_an_answer_behind_who_speaks_are_never_certain() -> None:
    said = reading_of(f"Rosa: {ASKED}\n\nAnna: {TOLD}\n")
    assert said is not None
    assert said.lead <= said.weights.margin.suspect


@pytest.mark.parametrize("sent", ["Rosa Vale, via e-mail", "Rosa (by SMS)"])
def test_who_asks_by_mail_below_a_quoted_question_parts_it_from_an_answer(sent: str) -> None:
    asked = "“Estou na vigésima semana e acordo todas as noites com cãibra na panturrilha. Isso é normal?”"
    told = "Sim, a cãibra é comum na segunda metade da gravidez. Estique a perna antes de deitar e beba água durante o dia."
    read = reading_of(f"{asked}\n\n{sent}\n\n{told}\n")
    assert read is not None
    assert list(read.reading.states) == [State.QUESTION, State.FIRST]


@pytest.mark.parametrize(
    ("page", "is_one"),
    [
        (
            "Answer:\nYou should rest your heel for two weeks, and then walk a little more each day until it stops.",
            True,
        ),
        (
            "Answer:\nHeels heal within a few weeks if nobody runs on them, and most of them do so without a doctor.",
            False,
        ),
        ("Answer:\nYou should rest it.", False),
        (
            "Answer: You should rest your heel for two weeks, and then walk a little more each day until it stops.",
            False,
        ),
        (
            "Heels\n\nAnswer:\nYou should rest your heel for two weeks, and then walk more each day until it stops.",
            False,
        ),
    ],
    ids=["an answer", "to nobody", "too short", "beside the label", "below a line"],
)
def test_the_label_of_an_answer_alone_above_one_that_speaks_to_somebody(page: str, *, is_one: bool) -> None:
    read = reading_of(page)
    assert (read is not None and read.reading.states[0] == State.FIRST) == is_one


def test_thanks_for_the_question_below_a_title_begin_an_answer_in_any_language() -> None:
    told = "Chào em, cảm ơn em đã gửi câu hỏi về cho chúng tôi.\nThời gian nghỉ của mỗi người là khác nhau, có bạn hai tuần là khỏi."
    read = reading_of(f"Khi bị đau gót chân vào buổi sáng thì phải nghỉ chạy bao lâu?\n{told}\n")
    assert read is not None
    assert list(read.reading.states) == [State.TITLE, State.FIRST, State.BODY]


def test_who_answers_behind_a_colon_needs_no_question_mark_above() -> None:
    asked = "Dopo una corsa porto da un anno una soletta di gomma. Vorrei sapere se posso toglierla."
    told = (
        "La soletta si porta finché il dolore al mattino non passa. Continui ad allungare il polpaccio tutti i giorni."
    )
    assert reading_of(f"{asked}\nRisponde: Rosa Valli\n{told}\n") is not None
    assert reading_of(f"{asked}\nRosa Valli\n{told}\n") is None


def test_a_paragraph_that_ends_with_a_farewell_is_a_question_of_its_own() -> None:
    asked = "Я бігаю рік, і зранку в мене болить п’ята. Чи можу я бігати далі? Підкажіть і про взуття. З повагою."
    told = "Ви почали бігати надто швидко. Побережіть ногу два тижні, а потім починайте потроху, у взутті з м’якою устілкою."
    read = reading_of(f"{asked}\n{told}\n")
    assert read is not None
    assert list(read.reading.states) == [State.QUESTION, State.FIRST]
    assert read.lead <= read.weights.margin.suspect


def test_whose_answer_it_is_stands_below_the_question_and_is_no_part_of_it() -> None:
    asked = "Buongiorno dottore, corro da un anno e al mattino mi fa male il tallone. Posso continuare? Grazie."
    told = (
        "Cara Rosa, la soletta si porta finché il dolore non passa. Continui ad allungare il polpaccio tutti i giorni."
    )
    read = reading_of(f"{asked}\ndi Rosa\nLa risposta a cura del dott. Aldo Valli\n{told}\n")
    assert read is not None
    named = [item.fields.name.value for item in read.cut.items if item.fields and item.fields.name]
    assert named == ["Aldo Valli"]


@pytest.mark.parametrize("title", ["跑步后能不能马上喝水", "跑步后的喝水方法"], ids=["asks", "asks nothing"])
def test_a_chinese_page_of_one_doctor_needs_a_line_that_asks_above(title: str) -> None:
    told = "跑步以后可以少量多次地喝温水,不建议马上喝冰水,以免肠胃不适。出汗很多时应当补充一些盐分。"
    read = reading_of(f"{title}\n\n陆远山\n副主任医师青石医院\n{told}\n")
    assert (read is not None) == ("能不能" in title)


def test_a_quoted_question_below_who_writes_it_is_answered_and_never_certain() -> None:
    read = reading_of(f'Scars\n\nRosa writes:\n\n"{ASKED}"\n\n{TOLD}\n')
    assert read is not None
    assert read.lead <= read.weights.margin.suspect
    assert [item.text for item in read.cut.items[:2]] == ["Scars", ASKED]


def test_a_letter_to_all_below_a_number_of_replies_is_never_certain_where_nobody_asks() -> None:
    letter = "Dear friends, the concert is on the fourth of May at seven. Who can bring cake? See you soon."
    sure, doubtful = (reading_of(f"{title}\n\n1 reply\n\n{letter}\n") for title in ("Who can come?", "Spring letter"))
    assert sure is not None
    assert doubtful is not None
    assert doubtful.lead <= doubtful.weights.margin.suspect < sure.lead
