"""Titles and headlines on the line of a label, and names that are labels."""

import pytest

from extractor.layout import Kind
from extractor.readers.lines import split_lines
from extractor.readers.text.labels.headed import doctor_alone, with_headlines, with_names, with_repeated_title
from extractor.readers.text.matcher import Hit, matcher_of
from extractor.sites import all_layouts

TOLD = (
    "A heel that hurts in the morning is mostly a spur, and rest with a soft sole heals most of these in a few weeks."
)


@pytest.mark.parametrize(
    ("answer", "headline"),
    [
        (f"A: rest for the heel (a spur)\n\n{TOLD}", "rest for the heel (a spur)"),
        (f"A: Rest for the heel.\n\n{TOLD}", None),
        (f"A: Rest for the heel\n{TOLD}", None),
        (f"A: Rest it\n\n{TOLD}", None),
        ("A: Rest for the heel\n\nIt heals.", None),
        ("A: Rest for the heel", None),
    ],
    ids=["headline", "sentence", "text goes on", "two words", "short text", "nothing below"],
)
def test_a_short_line_behind_the_label_is_a_headline(answer: str, headline: str | None) -> None:
    page = f"Q: My heel hurts. Is it a spur?\n\n{answer}"
    lines = split_lines(page)
    hits = with_headlines(lines, matcher_of(all_layouts()[-1]).find(page, lines))
    found = [page[slice(*hit.groups["headline"])] for hit in hits if "headline" in hit.groups]
    assert found == ([headline] if headline else [])
    assert all(hit.kind is Kind.ANSWER for hit in hits if "headline" in hit.groups)


@pytest.mark.parametrize(
    ("page", "named"),
    [
        ("Q: My heel hurts. Is it a spur? -- Ann, 48\n\nDr. Rowe: It may be one.", ["Dr. Rowe"]),
        ("Q: Is it a spur?\nDr. Rowe: Yes.\nQ: Can I run?\nDr. Ida Vale: No.", ["Dr. Rowe", "Dr. Ida Vale"]),
        ("Q: Is it a spur?\nDr. Rowe: Yes.\nDr. Vale: It may be none.", []),
        ("Q: Is it a spur?\nA: It may be one.\nDr. Rowe: Yes.", []),
        ("Is it a spur?\nDr. Rowe: Yes.", []),
        ("Q: Is it a spur?\nIda Vale replies: Yes.", ["Ida Vale"]),
        ("Q: Is it a spur?\nIda: Yes.", []),
    ],
    ids=["signed", "several", "two who answer", "labels", "no label", "who replies", "who speaks"],
)
def test_a_doctors_name_and_a_colon_label_a_reply(page: str, named: list[str]) -> None:
    lines = split_lines(page)
    hits = with_names(lines, matcher_of(all_layouts()[-1]).find(page, lines))
    assert [page[slice(*hit.groups["byline"])] for hit in hits if "byline" in hit.groups] == named


def test_who_answers_without_a_name_is_a_label_alone() -> None:
    page = "Q: Is it a spur?\nOur vet replies: Yes."
    lines = split_lines(page)
    reply = with_names(lines, matcher_of(all_layouts()[-1]).find(page, lines))[-1]
    assert (reply.kind, list(reply.groups)) == (Kind.ANSWER, ["body"])


@pytest.mark.parametrize(("below", "group"), [("Antwort auf: Ferse", "title"), ("Antwort auf: Knie", "body")])
def test_what_the_label_of_the_answer_repeats_is_the_title(below: str, group: str) -> None:
    lines = split_lines(f"Frage: Ferse\nSie tut weh.\n{below}\nRuhe hilft.")
    asked = Hit(Kind.QUESTION, 0, 0, {"body": (7, 12)})
    first, _ = with_repeated_title(lines, [asked, Hit(Kind.ANSWER, 2, 2, {})])
    assert first.groups == {group: (7, 12)}


@pytest.mark.parametrize(
    ("name", "groups"),
    [
        (
            "Dr. Ida Vale, ear, nose and throat",
            {"byline": "Dr. Ida Vale, ear, nose and throat", "specialty": "ear, nose and throat"},
        ),
        ("Ida Vale | Podiatrist", {"name": "Ida Vale", "specialty": "Podiatrist"}),
        ("Ida Vale, MD, Podiatrist", {"byline": "Ida Vale, MD, Podiatrist", "specialty": "Podiatrist"}),
        ("Ida Vale | Heels", {}),
        ("Ida Vale", {}),
    ],
)
def test_a_name_and_what_its_bearer_is_say_who_answers_between_two_who_speak(name: str, groups: dict[str, str]) -> None:
    asked, told = "My heel hurts. It is sore.", "You should rest it."
    page = f"{asked}\n\n{name}\n\n{told}"
    hits = doctor_alone(split_lines(page))
    assert [{key: page[slice(*span)] for key, span in hit.groups.items()} for hit in hits] == (
        [groups] if groups else []
    )
    others = (f"Heels\n\n{name}\n\n{told}", f"{asked}\n\n{name}\n\nIt heals.", f"{page}\n\n{name}\n\n{told}")
    for other in (*others, f"{page}\n\nBen Hale, MD, Podiatrist"):
        assert not doctor_alone(split_lines(other))


@pytest.mark.parametrize(
    ("above", "below", "is_reply"),
    [
        ("Ada Rowe answers your letters.\n\n", "Ada: Hi, you can rest it.", True),
        ("Ada Rowe answers your letters.\n\n", "Ada: It is a spur.", False),
        ("We answer your letters.\n\n", "Ada: Hi, you can rest it.", False),
        ("Ada Rowe answers your letters.\n\nAda: Write to me.\n\n", "Ada: Hi, you can rest it.", False),
    ],
    ids=["known and speaks to who asks", "speaks to nobody", "not known", "two of them"],
)
def test_a_name_and_a_colon_of_whom_the_page_knows_begin_a_reply(above: str, below: str, is_reply: bool) -> None:  # noqa: FBT001 - a table's column
    page = f"{above}I run two miles a day, and my heel hurts. Is it a spur?\n\n{below}"
    hits = doctor_alone(split_lines(page))
    assert [page[slice(*hit.groups["byline"])] for hit in hits] == ["Ada"] * is_reply
