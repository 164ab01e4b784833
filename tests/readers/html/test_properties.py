"""What holds for every page: no error but the documented ones, true spans, the record that was written down is read."""

import re
from typing import Any

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from extractor.document import Document, MediaType
from extractor.errors import UnreadableDocument
from extractor.readers.people.pieces import visible
from extractor.reading import read
from extractor.records import QAPage
from tests.long import so_many
from tests.paths import FIXTURES
from tests.readers.html.renderings import RENDERINGS

PAGES = [path.read_bytes() for path in sorted(FIXTURES.glob("*/html-*.html")) if path.stat().st_size < 60_000]
_TAGS = "div p h1 h3 span a ul li table td article script style nav b br time meta noscript button".split()
_ATTRIBUTES = [
    "", ' class="answer"', ' class="question"', " hidden", ' itemprop="text"', ' itemprop="author"', ' itemprop="upvoteCount" content="3"',
    ' itemprop="suggestedAnswer" itemscope itemtype="http://schema.org/Answer"', ' itemscope itemtype="https://schema.org/Question"',
    ' type="application/ld+json"', ' style="display:none"', ' datetime="2020-01-01"', ' class="', " =", ' href="/dr/x"', ' role="navigation"',
]  # fmt: skip
_TEXTS = [
    "Jane Roe, MD",
    "Doctor Answers 2",
    "4.9 out of 5 stars 12 reviews",
    "Is it normal?",
    "You should rest.",
    "…",
    "\x86",
    '{"@type":"Question"}',
]
_PIECES = st.one_of(
    st.builds("<{}{}>".format, st.sampled_from(_TAGS), st.sampled_from(_ATTRIBUTES)),
    st.builds("</{}>".format, st.sampled_from(_TAGS)),
    st.sampled_from(_TEXTS),
    st.text(max_size=20),
)


@given(st.lists(_PIECES, max_size=60).map("".join))
@example("Doctor Answers 2<div>0\x1b?")
@example("Doctor Answers 2<div>0&#27;?&#x1B;&#x7f;a")
@settings(max_examples=so_many(300), deadline=None)
def test_any_markup_is_read_or_refused(page: str) -> None:
    _check("<html><body>" + page)


@given(st.binary(max_size=300))
@settings(max_examples=so_many(200), deadline=None)
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    for media_type in (None, MediaType.HTML):
        _check(data, media_type)


UNSEEN = [
    "<!-- ad slot -->", "<!---->", "<!-->", "<!-- <p>Jane Roe, MD</p> -->", '<?xml:namespace prefix = o ns = "urn:x" />', "<?php echo 1 ?>",
    "<![CDATA[ x ]]>", "<![endif]-->", "<!--[if lt IE 9]><p>old</p><![endif]-->", "<!bogus>", "<!-- -- -- >-->",
]  # fmt: skip
_BETWEEN_TAGS = re.compile(rb"(?<=>)(?=<)")


@given(st.sampled_from([page for page in PAGES if _BETWEEN_TAGS.search(page)]), st.data())
@settings(max_examples=so_many(80), deadline=None, suppress_health_check=[HealthCheck.large_base_example])
def test_comments_and_instructions_anywhere_change_nothing(page: bytes, data: st.DataObject) -> None:
    places = [place.start() for place in _BETWEEN_TAGS.finditer(page) if _is_outside_script(page, place.start())]
    chosen = data.draw(st.lists(st.sampled_from(places), max_size=30, unique=True))
    sprinkled = page
    for place in sorted(chosen, reverse=True):
        sprinkled = sprinkled[:place] + data.draw(st.sampled_from(UNSEEN)).encode() + sprinkled[place:]
    assert _content(sprinkled) == _content(page)


def _content(page: bytes) -> list[QAPage]:
    """The records of a page but for what says which bytes they were read from."""
    return [record.model_copy(update={"digest": None}) for record in read(Document(page))]


def _is_outside_script(page: bytes, place: int) -> bool:
    return all(
        page.rfind(b"<" + tag, 0, place) <= page.rfind(b"</" + tag, 0, place)
        for tag in (b"script", b"style", b"title", b"textarea")
    )


@given(st.sampled_from(PAGES), st.data())
@settings(max_examples=so_many(60), deadline=None, suppress_health_check=[HealthCheck.large_base_example])
def test_damaged_pages_keep_true_spans(page: bytes, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(page)))
    end = data.draw(st.integers(start, min(len(page), start + 3_000)))
    _check(page[:start] + data.draw(st.binary(max_size=12)) + page[end:])


def _check(content: str | bytes, media_type: MediaType | None = None) -> None:
    document = Document(content, media_type=media_type)
    try:
        records = read(document, spans=True)
    except UnreadableDocument:
        return
    assert records == read(document, spans=True)
    for record in records:
        _check_spans(record)


def _check_spans(record: QAPage) -> None:
    """The text at every span folds to what the record holds there; signs that take no room are in no name."""
    assert QAPage.model_validate_json(record.model_dump_json()) == record
    for pointer, spans in (record.spans or {}).items():
        value = _at(record.model_dump(), pointer)
        shown = [" ".join((record.text or "")[start:end].split()) for start, end in spans]
        assert all(shown), (pointer, spans)
        if isinstance(value, str) and not pointer.endswith("url"):
            assert visible("".join(" ".join(shown).split())) == visible("".join(value.split())), pointer


def _at(value: Any, pointer: str) -> Any:
    for step in pointer.split("/")[1:]:
        value = value[int(step)] if isinstance(value, list | tuple) else value[step]
    return value


_WORD = st.sampled_from(
    ["swelling", "nose", "weeks", "surgery", "scar", "numb", "healing", "bruise", "filler", "massage"]
)
_SENTENCE = st.lists(_WORD, min_size=5, max_size=14).map(lambda words: " ".join(words).capitalize() + ".")
_NAMES = st.sampled_from(["Anna Berg, MD", "Harold C. Penn, MD, FACS", "Marit Haugen-Sloan, DO"])
_PLACES = st.sampled_from(["Boston Plastic Surgeon", "Salt Lake City Dermatologist", "Seattle Facial Plastic Surgeon"])


@st.composite
def _threads(draw: st.DrawFn) -> tuple[str, list[tuple[str, str, str, str]]]:
    """A RealSelf page as text, and what its answers are: headline, body, name line, place line."""
    count = draw(st.integers(1, 5))
    bodies = draw(st.lists(_SENTENCE, min_size=count, max_size=count, unique=True))
    answers = [
        (f"Swelling after surgery {number}", f"You should wait. {body}", draw(_NAMES), draw(_PLACES))
        for number, body in enumerate(bodies)
    ]
    blocks = [
        f"{head}\n\n{body}\n\n{name}\n{place}\n4.9 out of 5 stars 12 reviews" for head, body, name, place in answers
    ]
    asked = "Is My Swelling Normal?\n\nI had surgery and my nose is still swollen. Should I worry?"
    return "\n\n".join([asked, f"Doctor Answers {count}", *blocks]), answers


@given(_threads(), st.sampled_from(RENDERINGS))
@settings(max_examples=so_many(60), deadline=None)
def test_a_record_written_as_html_is_read_back_or_flagged(
    thread: tuple[str, list[tuple[str, str, str, str]]], render: Any
) -> None:
    text, answers = thread
    (record,) = read(Document(render(text)))
    found = [(answer.headline, answer.body, answer.doctor and answer.doctor.name) for answer in record.answers]
    expected = [(head, body, name.split(",")[0]) for head, body, name, _ in answers]
    assert found == expected or record.warnings
