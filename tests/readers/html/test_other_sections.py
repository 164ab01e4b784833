"""Which headings begin sections on other matters, and how far these go."""

import pytest

from extractor.document import Document
from extractor.readers.html.other_sections import OTHER_SECTION, set_aside
from extractor.readers.html.rendering.parse import parse


@pytest.mark.parametrize(
    "heading",
    [
        "Related questions",
        "You may also like...",
        "More from this forum",
        "Popular topics",
        "Other discussions",
        "Perguntas relacionadas",
    ],
)
def test_headings_of_sections_on_other_matters(heading: str) -> None:
    assert OTHER_SECTION.match(heading)


@pytest.mark.parametrize(
    "heading",
    [
        "Other answers",
        "More Answers (3)",
        "Other (2) replies",
        "Popular user answers",
        "Moreover",
        "Answers",
        "Is it related?",
    ],
)
def test_headings_of_answers_are_none(heading: str) -> None:
    assert not OTHER_SECTION.match(heading)


def _asides(body: str) -> list[str]:
    root = parse(Document(f"<body>{body}</body>")).root
    set_aside(root)
    return ["".join(map(str, element.itertext())) for element in root.iter("aside")]


def test_a_section_goes_to_the_next_heading_of_its_level() -> None:
    section = "<h3>Related <b>questions</b></h3><div>one</div><h4>two</h4><p>three</p>"
    assert _asides(f"<p>above</p>{section}<h3>Answers</h3><p>below</p>") == ["one", "two", "three"]
    assert _asides(f"{section}<h2>Answers</h2><p>below</p>") == ["one", "two", "three"]
    assert _asides(section) == ["one", "two", "three"]


def test_a_section_ends_with_what_holds_its_heading() -> None:
    assert _asides("<div><h3>Related questions</h3><p>one</p></div><p>two</p>") == ["one"]
    assert _asides("<h1>Related questions</h1><p>one</p>") == []
