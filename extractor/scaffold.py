"""The beginnings of a layout: what can be told of a site's HTML from one page of it.

Answers are the blocks that repeat: siblings of one tag and class that together hold the most text. Inside them the
parts are told by their tags and by what their text looks like. All of it is a draft for a person to correct.
"""

import json
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from lxml import etree

from extractor.document import Document
from extractor.errors import UsageError
from extractor.readers.bylines import find_bylines
from extractor.readers.html import read_html
from extractor.readers.html_facts import HtmlFacts, Part, Selector
from extractor.readers.html_parse import parse
from extractor.readers.layout import Layout
from extractor.readers.lines import split_lines
from extractor.readers.names import name_fields

_STABLE = re.compile(r"(?P<stem>[A-Za-z][\w-]*?__)(?=[\w-]*[A-Z0-9])[\w-]{2,8}")
"""A class with a hash behind its stable part, as CSS Modules make them."""
_NOT_NAME = re.compile(r"[^a-z0-9]+")
_FEWEST = 2
_LONGEST_BYLINE = 300
_SKIPPED = frozenset({"script", "style", "nav", "header", "footer", "option", "td", "tr"})
_TEMPLATE = '''\
"""{host}: TODO say what is special about its pages. Drafted from one page; check every selector."""

from extractor.readers.html_facts import HtmlFacts, Part, Selector
from extractor.readers.layout import Layout

LAYOUT = Layout(
    name="{name}",
    hosts=("{host}",),
    html=HtmlFacts(
        selectors=(
{selectors}
        ),
    ),
)
'''


def new_site(host: str, page: bytes, folder: Path) -> list[Path]:
    """Write a layout for `host` and a fixture pair, drafted from `page`; the paths written.

    The layout goes to `extractor/layouts` below `folder` if that is there, else into `folder` itself (a package of its
    own announces it as an entry point); the page and its record go to `fixtures/NAME`.

    Raises:
        UsageError: if a layout of that name is there already.
        UnreadableDocument: if the page cannot be read.

    """
    name = _NOT_NAME.sub("", host.lower().removeprefix("www.").split(".")[0]) or "site"
    home = folder / "extractor" / "layouts"
    layout = (home if home.is_dir() else folder) / f"{name}.py"
    if layout.exists():
        raise UsageError(f"{layout} exists; remove it, or add selectors to it by hand")
    selectors = draft(page)
    fixture = folder / "fixtures" / name / f"{name}-01.html"
    fixture.parent.mkdir(parents=True, exist_ok=True)
    layout.write_text(_source(host, name, selectors), encoding="utf-8")
    fixture.write_bytes(page)
    gold = fixture.with_suffix(".json")
    gold.write_text(_gold(page, host, name, selectors), encoding="utf-8")
    return [layout, fixture, gold]


def draft(page: bytes) -> tuple[Selector, ...]:
    """The selectors that can be told from a page, all of them guesses."""
    root = parse(Document(page)).root
    found: list[Selector] = []
    if root.find(".//h1") is not None:
        found.append(Selector(Part.TITLE, "h1", guess=True))
    blocks = _repeated(root)
    if blocks:
        answer = _css(blocks[0])
        found.append(Selector(Part.ANSWER, answer, guess=True))
        found += [Selector(part, f"{answer} {css}", guess=True) for part, css in _parts(blocks)]
    return tuple(found)


def _repeated(root: etree._Element) -> Sequence[etree._Element]:
    """The siblings of one tag and class that together hold the most text."""
    groups: dict[tuple[object, str, str], list[etree._Element]] = defaultdict(list)
    for element in root.iter(etree.Element):
        parent = element.getparent()
        if parent is not None and element.get("class") and element.tag not in _SKIPPED:
            groups[(parent, element.tag, _css(element))].append(element)
    repeated = [group for group in groups.values() if len(group) >= _FEWEST and not _is_aside(group[0])]
    return max(repeated, key=lambda group: sum(len(_text(element)) for element in group), default=())


def _is_aside(element: etree._Element) -> bool:
    return any(ancestor.tag in ("aside", "nav", "footer") for ancestor in element.iterancestors())


def _parts(blocks: Sequence[etree._Element]) -> Iterator[tuple[Part, str]]:
    """The parts inside an answer, by the block that shows most of them."""
    block = max(blocks, key=len)
    inside = [element for element in block.iter(etree.Element) if element is not block]
    for element in inside:
        if element.tag in ("h2", "h3", "h4"):
            yield Part.HEADLINE, _css(element)
            break
    bodies = [element for element in inside if element.get("class") and not _is_byline(_text(element))]
    if bodies:
        yield Part.BODY, _css(max(bodies, key=lambda element: len(_own_text(element))))
    bylines = [element for element in inside if element.get("class") and _is_byline(_text(element))]
    if bylines:
        yield Part.BYLINE, _css(bylines[0])
    if any(element.tag == "time" and element.get("datetime") for element in inside):
        yield Part.DATE, "time@datetime"


def _own_text(element: etree._Element) -> str:
    """The text of an element and of the paragraphs in it, not of other blocks that have a class."""
    children = [child for child in element if not child.get("class")]
    return (element.text or "") + "".join(_text(child) for child in children)


def _is_byline(text: str) -> bool:
    lines = split_lines(text)
    return len(text) < _LONGEST_BYLINE and (
        bool(find_bylines(lines)) or any("credentials" in (name_fields(line.text, 0) or {}) for line in lines)
    )


def _text(element: etree._Element) -> str:
    pieces = (str(piece).strip() for piece in element.itertext())
    return "\n".join(piece for piece in pieces if piece)


def _css(element: etree._Element) -> str:
    """A selector for the element: its first class, the stable part of a hashed one; its tag where it has none."""
    names = (element.get("class") or "").split()
    if not names:
        return str(element.tag)
    hashed = _STABLE.fullmatch(names[0])
    return f".{hashed['stem']}*" if hashed else f".{names[0]}"


def _source(host: str, name: str, selectors: Sequence[Selector]) -> str:
    lines = [f'            Selector(Part.{one.part.name}, "{one.css}", guess=True),' for one in selectors]
    return _TEMPLATE.format(host=host, name=name, selectors="\n".join(lines))


def _gold(page: bytes, host: str, name: str, selectors: Sequence[Selector]) -> str:
    """The record that the draft reads from the page: to be corrected by hand."""
    layout = Layout(name=name, hosts=(host,), html=HtmlFacts(selectors=tuple(selectors)))
    records = read_html(Document(page, url=f"https://{host}/"), (layout,)).records
    kept = {"url", "site", "question", "declared_answer_count", "answers"}
    shown = [record.model_dump(mode="json", include=kept, exclude_defaults=True) for record in records]
    for record in shown:
        for answer in record.get("answers", ()):
            answer.pop("confidence", None)
    return json.dumps(shown[0] if len(shown) == 1 else shown, indent=2, ensure_ascii=False) + "\n"
