"""From a reading to drafts: whose each line is, whose each fact is, and what a doubtful line makes doubtful."""

from extractor.layout import Kind, Layout, Mark
from extractor.readers.text.drafts import Drafts, drafts_of
from extractor.readers.text.page import TextPage
from extractor.readers.text.reader import read_text
from extractor.sites import all_layouts

FACTS = Layout(
    name="facts",
    hosts=("facts.example",),
    headlines=(False,),
    marks=(
        Mark(Kind.TITLE, r"# (?P<title>[^\n]+)"),
        Mark(Kind.META, r"asked by (?P<asker>\w+) on (?P<asked_at>[\w ]+)"),
        Mark(Kind.META, r"tags: (?P<tags>[^\n]+)"),
        Mark(Kind.QUESTION, r"Q: (?P<body>[^\n]+)"),
        Mark(Kind.ANSWER, r"A: (?P<body>[^\n]+)"),
        Mark(Kind.META, r"(?P<votes>[^\n]+) found this helpful, (?P<answered_at>[\w ]+)"),
    ),
)
PAGE = (
    "# One?\n\nasked by Rosa on May 2\n\ntags: eye, skin\n\nQ: Is it?\n\nA: Yes.\n\n1,200 found this helpful, May 3\n\n"
    "A: No.\n\nnobody found this helpful, May 4\n\n# Two?\n\nQ: Was it?\n\nA: It was.\n"
)


def drafts(text: str, host: str | None = "facts.example") -> Drafts:
    read = read_text(TextPage(text, host), (FACTS, *all_layouts()))
    assert read is not None
    return drafts_of(read)


def test_facts_belong_to_the_question_or_the_answer_around_them() -> None:
    first, second = drafts(PAGE).pages
    assert first.facts.asker is not None
    assert first.facts.asker.value == "Rosa"
    assert [tag.value for tag in first.facts.tags] == ["eye", "skin"]
    dates = [answer.facts.answered_at and answer.facts.answered_at.value for answer in first.answers]
    assert dates == ["May 3", "May 4"]
    assert [answer.facts.votes and answer.facts.votes.value for answer in first.answers] == [1200, None]
    assert second.facts.asker is None
    assert [item.text for item in second.title] == ["Two?"]


def test_a_byline_that_contradicts_another_makes_its_answer_doubtful_and_says_so() -> None:
    page = (
        "Is swelling normal after two weeks?\n\n\nI had surgery on May 2.\n\n\nDoctor Answers 1\n\n"
        "Swelling after surgery\n\nIt takes a month, and you can cool it.\n\n"
        "Ann Lee, MD\nBoston Plastic Surgeon\n4.3 out of 5 stars 28 reviews\n\n"
        "Eva Roe, MD\nLeeds Dermatologist\n4.1 out of 5 stars 3 reviews\n"
    )
    (draft,), margins = drafts(page, None)
    assert draft.answers[0].margin == 0.0
    assert draft.answers[0].weakest is not None
    assert draft.answers[0].weakest.text.startswith("Eva Roe")
    assert [margin.why for margin in margins if margin.why] == ["it contradicts another byline of this answer"]
