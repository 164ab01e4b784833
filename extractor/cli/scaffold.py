"""The beginnings of a layout: what can be told of a site's HTML from one page of it.

The page is read as one of no known site; which elements hold what was found is the draft, for a person to correct.
"""

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from lxml import etree

from extractor.document import Document
from extractor.errors import UsageError
from extractor.layout import HtmlFacts, Layout, Part, Selector
from extractor.readers.html.posts.blocks import find_posts
from extractor.readers.html.posts.words import HASHED
from extractor.readers.html.reader import read_html
from extractor.readers.html.rendering.parse import parse
from extractor.records import Doctor, QAPage
from extractor.sites import all_layouts

_NOT_NAME = re.compile(r"[^a-z0-9]+")
_NOT_WORD = re.compile(r"\W+")
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_TEMPLATE = '''\
"""{host}: TODO say what is special about its pages. Drafted from one page; check every selector."""

from extractor.layout import HtmlFacts, Layout, Part, Selector

LAYOUT = Layout(
    name="{name}",
    hosts=("{host}",),
    html=HtmlFacts({asks_first}
        selectors=(
{selectors}
        ),
    ),
)
'''


def new_site(host: str, page: bytes, folder: Path) -> list[Path]:
    """Write a layout for `host` and a fixture pair, drafted from `page`; the paths written.

    The layout goes to `extractor/sites` below `folder` if that is there, else into `folder` itself (a package of its
    own announces it as an entry point); the page and its record go to `fixtures/NAME`.

    Raises:
        UsageError: if a layout of that name is there already.
        UnreadableDocument: if the page cannot be read.

    """
    name = _NOT_NAME.sub("", host.lower().removeprefix("www.").split(".")[0]) or "site"
    home = folder / "extractor" / "sites"
    layout = (home if home.is_dir() else folder) / f"{name}.py"
    if layout.exists():
        raise UsageError(f"{layout} exists; remove it, or add selectors to it by hand")
    facts = draft(page)
    fixture = folder / "fixtures" / name / f"{name}-01.html"
    fixture.parent.mkdir(parents=True, exist_ok=True)
    layout.write_text(_source(host, name, facts), encoding="utf-8")
    fixture.write_bytes(page)
    gold = fixture.with_suffix(".json")
    gold.write_text(_gold(page, host, name, facts), encoding="utf-8")
    return [layout, fixture, gold]


def draft(page: bytes) -> HtmlFacts:
    """What can be told from a page: selectors, all of them guesses, and whether its first post is the question.

    What the reader finds without them is looked up in the page's elements; a part that no element holds alone has no
    selector, and the reader will go on telling it by its lines.
    """
    root = parse(Document(page)).root
    records = read_html(Document(page), all_layouts()[-1:]).records
    title = _holder([root], [record.question.title or "" for record in records[:1]]) or "h1"
    found = [Selector(Part.TITLE, title, guess=True)]
    blocks = find_posts(root)
    if records and blocks:
        answer = _css(blocks[0])
        found.append(Selector(Part.ANSWER, answer, guess=True))
        found += [Selector(part, f"{answer} {css}", guess=True) for part, css in _parts(blocks, records[0])]
    return HtmlFacts(tuple(found), asks_first=_asks_first(blocks, records))


def _asks_first(blocks: Sequence[etree._Element], records: Sequence[QAPage]) -> bool:
    asked = _plain(records[0].question.body or "") if records else ""
    return bool(asked and blocks) and asked in _plain(_text(blocks[0]))


def _parts(blocks: Sequence[etree._Element], record: QAPage) -> Iterator[tuple[Part, str]]:
    for part, values in _values(record):
        if css := _holder(blocks, values):
            yield part, css
    doctors = [answer.doctor for answer in record.answers if answer.doctor and answer.doctor.name]
    if css := _common(_innermost(block, doctor) for block in blocks for doctor in doctors):
        yield Part.BYLINE, css


def _values(record: QAPage) -> Iterator[tuple[Part, list[str]]]:
    """The texts in the answers of a record, by part."""
    yield Part.HEADLINE, [answer.headline for answer in record.answers if answer.headline]
    yield Part.BODY, [answer.body for answer in record.answers if answer.body]


def _holder(blocks: Sequence[etree._Element], values: Sequence[str]) -> str | None:
    """A selector for the elements that hold just one of `values`."""
    wanted = {_plain(value) for value in values if value}
    return _common(_css(element) for block in blocks for element in _named(block) if _plain(_text(element)) in wanted)


def _innermost(block: etree._Element, doctor: Doctor) -> str | None:
    """A selector for the innermost element that holds all that is known of the doctor."""
    wanted = [_plain(value) for value in (doctor.name, doctor.specialty, doctor.location) if value]
    holders = [element for element in _named(block) if all(value in _plain(_text(element)) for value in wanted)]
    return _css(holders[-1]) if holders and holders[-1] is not block else None


def _named(block: etree._Element) -> Iterator[etree._Element]:
    return (inner for inner in block.iter(etree.Element) if inner.get("class") or inner.tag in _HEADINGS)


def _common(found: Iterable[str | None]) -> str | None:
    """The selector that is found most often."""
    counts = Counter(css for css in found if css)
    return counts.most_common(1)[0][0] if counts else None


def _plain(text: str) -> str:
    """Letters and digits alone."""
    return _NOT_WORD.sub("", text).casefold()


def _text(element: etree._Element) -> str:
    pieces = (str(piece).strip() for piece in element.itertext())
    return "\n".join(piece for piece in pieces if piece)


def _css(element: etree._Element) -> str:
    """A selector for the element: its first class, the stable part of a hashed one; its tag where it has none."""
    names = (element.get("class") or "").split()
    if not names or element.tag == "h1":
        return str(element.tag)
    hashed = HASHED.fullmatch(names[0])
    return f".{hashed[1]}*" if hashed else f".{names[0]}"


def _source(host: str, name: str, facts: HtmlFacts) -> str:
    lines = [f'            Selector(Part.{one.part.name}, "{one.css}", guess=True),' for one in facts.selectors]
    asks_first = "\n        asks_first=True," if facts.asks_first else ""
    return _TEMPLATE.format(host=host, name=name, asks_first=asks_first, selectors="\n".join(lines))


def _gold(page: bytes, host: str, name: str, facts: HtmlFacts) -> str:
    """The record that the draft reads from the page: to be corrected by hand."""
    layout = Layout(name=name, hosts=(host,), html=facts)
    records = read_html(Document(page, url=f"https://{host}/"), (layout,)).records
    kept = {"url", "site", "question", "declared_answer_count", "answers"}
    shown = [record.model_dump(mode="json", include=kept, exclude_defaults=True) for record in records]
    for record in shown:
        for answer in record.get("answers", ()):
            answer.pop("confidence", None)
    return json.dumps(shown[0] if len(shown) == 1 else shown, indent=2, ensure_ascii=False) + "\n"
