"""Marks of pages of no known site that first look ahead for their word: what they take is not narrowed by the look."""

import pytest

from extractor.layout import Kind
from extractor.readers.lines import split_lines
from extractor.readers.text.matcher import matcher_of
from extractor.sites.generic import LAYOUT

LONG_NAME = f"A{'n' * 30}{'e' * 60}"
LONG_CAPTION = f"{'c' * 150})"


def groups_of(line: str, kind: Kind) -> dict[str, str]:
    """What the mark of this kind holds of the line; nothing if there is none."""
    hits = matcher_of(LAYOUT).find(line, split_lines(line))
    return {name: line[start:end] for hit in hits if hit.kind is kind for name, (start, end) in hit.groups.items()}


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Ann Answered: May 3, 2019", "Ann"),
        ("Ann Vale, M.D., Replied on May 3, 2019", "Ann Vale, M.D."),
        ("Ann Vale Responded Answered: 2 hours ago", "Ann Vale Responded"),
        (f"{LONG_NAME}, Answered: May 3", LONG_NAME),
        (f"{LONG_NAME}e, Answered: May 3", None),
        ("An Answered: May 3, 2019", None),
        ("Really? Ann Answered: May 3, 2019", None),
        ("Ann Answered: in May", None),
    ],
)
def test_who_answered_and_when(line: str, name: str | None) -> None:
    assert groups_of(line, Kind.BYLINE).get("byline") == name


@pytest.mark.parametrize(
    ("line", "name"),
    [("• PillGuide answered", "PillGuide"), ("Ann Vale, MD answered", "Ann Vale, MD"), ("The doctor answered", None)],
)
def test_who_answered_what_is_below(line: str, name: str | None) -> None:
    assert groups_of(line, Kind.BYLINE).get("byline") == name


@pytest.mark.parametrize(
    ("line", "who"),
    [
        ("From a student in Wales: i count.", ("student", "Wales")),
        ("Q. From the U.S.: I count.", (None, "the U.S.")),
        ("Question posted by Fern from Regina", ("Fern", "Regina")),
        ("From here: I count.", (None, None)),
    ],
)
def test_who_asks_from_where(line: str, who: tuple[str | None, str | None]) -> None:
    groups = groups_of(line, Kind.QUESTION) | groups_of(line, Kind.META)
    assert (groups.get("asker"), groups.get("asker_location")) == who


@pytest.mark.parametrize(
    ("line", "asked"),
    [
        ("Ask the doctor (spring)Q: Is it safe?", "Is it safe?"),
        ("Quick QuestionsQ : Is it safe?", "Is it safe?"),
        ("QaQ: one bQ: two", "two"),
        ("date 2019-05 Q: Is it safe?", "Is it safe?"),
        (f"{LONG_CAPTION}Q: Is it safe?", "Is it safe?"),
        (f"c{LONG_CAPTION}Q: Is it safe?", None),
        ("It is. So sayQ: Is it safe?", None),
        ("Quick questions: Is it safe?", None),
    ],
)
def test_a_label_directly_behind_a_caption(line: str, asked: str | None) -> None:
    assert groups_of(line, Kind.QUESTION).get("body") == asked


@pytest.mark.parametrize(
    ("line", "is_furniture"),
    [
        ("reviewed by Dr. Ann Vale", True),
        (f"{'t' * 38}, reviewed by: Dr. Ann Vale", True),
        (f"{'t' * 39}, reviewed by: Dr. Ann Vale", False),
        ("Previewed by Dr. Ann Vale", False),
        ("Viewed and reviewed, Reviewed by Dr. Ann Vale", True),
    ],
)
def test_who_reviewed(line: str, *, is_furniture: bool) -> None:
    hits = matcher_of(LAYOUT).find(line, split_lines(line))
    assert [hit.kind for hit in hits] == [Kind.FURNITURE] * is_furniture


@pytest.mark.parametrize(
    ("line", "doctor"),
    [
        ("Dr. Ann Vale, Hair Transplant Doctor Answers: Rest it for a week.", "Dr. Ann Vale, Hair Transplant Doctor"),
        ("Dr. Vale replies: Rest it for a week.", "Dr. Vale"),
        ("Dr. Vale says: Rest it for a week.", None),
        ("Ann Vale replies: Rest it for a week.", None),
    ],
)
def test_a_doctor_answers_behind_his_name(line: str, doctor: str | None) -> None:
    groups = groups_of(line, Kind.ANSWER)
    assert groups == ({"byline": doctor, "first": "Rest it for a week."} if doctor else {})


@pytest.mark.parametrize(
    ("line", "is_path"),
    [("Home > Ask > Ring finger", True), ("Forum » Hands » Ring finger", True), ("The risk is 5 > 4", False)],
)
def test_where_a_page_stands_on_its_site_is_furniture(line: str, is_path: bool) -> None:  # noqa: FBT001 - a table's column
    hits = matcher_of(LAYOUT).find(line, split_lines(line))
    assert [hit.kind for hit in hits] == [Kind.FURNITURE] * is_path


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (
            "Dr. Ann Vale\nMBBS, MD - ENT\nENT Specialist • Pune",
            {"name": "Dr. Ann Vale", "credentials": "MBBS, MD", "specialty": "ENT Specialist", "location": "Pune"},
        ),
        ("Dr. Ann Vale\nMBBS\nShe works in Pune.", {}),
        ("周文 主治医师\n骨科", {"name": "周文", "specialty": "骨科"}),
        ("周文副主任医师\n南京鼓楼医院 骨科", {"name": "周文", "specialty": "骨科"}),
        ("请去看医生,不要等。", {}),
        ("Dr K’s Answer:", {"byline": "Dr K"}),
    ],
)
def test_a_doctor_above_an_answer(line: str, told: dict[str, str]) -> None:
    assert groups_of(line, Kind.BYLINE) == told


@pytest.mark.parametrize(
    ("page", "is_columnist"),
    [
        ("Ada Rowe ada@lakes.example\n\nRosa (23, Lima). I count.", True),
        ("Ada Rowe |\nada@lakes.example\n\nI count.", True),
        ("Ask me: ada@lakes.example\n\nI count.", False),
        ("I count.\n\nAda Rowe ada@lakes.example", False),
    ],
)
def test_columnist_and_address_above_all_else(page: str, *, is_columnist: bool) -> None:
    hits = matcher_of(LAYOUT).find(page, split_lines(page))
    assert any(hit.kind is Kind.FURNITURE and hit.first == 0 for hit in hits) is is_columnist
