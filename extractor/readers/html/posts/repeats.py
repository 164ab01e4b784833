"""Posts on a page whose markup nobody has described: the blocks that repeat, one an answer.

Answers are siblings of one tag and class, built alike, below the title, and they hold more text outside of links than
anything else that repeats. What their classes are called speaks for them (`answer`, `reply`) or against (`related`).
Where nothing of the kind repeats, headings of one level may: each with what is below it is a section.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence, Sized
from itertools import islice
from typing import TypeVar, cast

from lxml import etree

from extractor.layout.html import MARK

BLOCK, SECTION = "block", "section"
"""Its values: a block of the page, or a heading with what is below it."""

_TAGS = ("div", "article", "section", "li", "blockquote", "table", "tr")
_FEWEST, _MOST = 2, 400
"""How many answers a page may show; longer rows are lists of links."""
_MAX_GROUPS = 150
"""Groups that are looked at; real pages have some dozens."""
_SAMPLE = 5
"""Blocks of a group that are looked at; large groups are lists of links."""
_CUSTOM = etree.XPath("//*[contains(name(), '-') and (* or contains(name(..), '-'))]")
_COMMANDS = etree.XPath("//a[starts-with(@href, 'javascript:window.')]")
_HEADS = etree.XPath("//h1 | //h2 | //h3 | //h4 | //h5 | //h6 | //dt | //p[b or strong]")
_MAX_PIECES = 400
"""Elements and texts of a block that are looked at; a post has no more."""
_MAX_CORES = 5
_MIN_PROSE = 40
_NO_PROSE = ("a", "button", "form")
_ANSWERS = re.compile(r"(?:answer|reply|response|respuesta|resposta)(?!s|-?list)", re.IGNORECASE)
_POSTS = re.compile(
    r"(?:^|[-_])(?:answer|repl(?:y|ies)|response|respuesta|resposta|post|comment|message)", re.IGNORECASE
)
_OTHERS = re.compile(
    r"related|similar|teaser|promo|product|review|widget|summary|slide|carousel|tile|ad-slot|advert|menu|faq|accordion",
    re.IGNORECASE,
)
HASHED = re.compile(r"(?P<stem>[A-Za-z][\w-]*?__)(?=[\w-]*[A-Z0-9])[\w-]{2,8}")
"""A class with a hash behind its stable part, as CSS Modules make them."""
_NOT_CLASS = re.compile(r"[^\w\s-]+")
_NUMBER = re.compile(r"\d+")
_HEADINGS = ("h2", "h3", "h4", "h5", "h6")
_NAMED, _MISNAMED = 20.0, 0.05
_ALIKE = 0.5

Block = etree._Element  # noqa: SLF001 - lxml has no public name for it
_Group = TypeVar("_Group", bound=Sized)


def mark_posts(root: Block) -> str | None:
    """Set `MARK` on the answers of a page; which kind they are, if any were found.

    Sections become elements of their own, and a paragraph wholly in bold at the beginning of a post a heading.
    """
    _simplify(root)
    kind, posts = BLOCK, find_posts(root)
    if not posts:
        kind, posts = SECTION, [_wrapped(section) for section in find_sections(root)]
    for post in posts:
        post.set(MARK, kind)
        _unfold(post)
        if len(post) and _is_bold(post[0]):
            post[0].tag = "h6"
    return kind if posts else None


def _unfold(post: Block) -> None:
    """Show text of an answer that is hidden until somebody clicks."""
    for block in post.iterdescendants(*_TAGS, "p", "span"):
        is_hidden = "none" in (block.get("style") or "") or block.get("hidden") is not None
        if is_hidden and _prose(block) > _MIN_PROSE:
            for name in {"style", "hidden", "aria-hidden"} & set(block.keys()):
                del block.attrib[name]


def _simplify(root: Block) -> None:
    """Drop scripts and links that only command the browser; custom elements that hold others are ordinary blocks."""
    etree.strip_elements(root, "script", "style", with_tail=False)
    for block in _found(_CUSTOM, root):
        block.set("class", _NOT_CLASS.sub(" ", f"{block.get('class') or ''} {block.tag}").strip())
        block.tag = "div"
    for link in _found(_COMMANDS, root):
        link.text = None


def _found(path: etree.XPath, root: Block) -> list[Block]:
    return cast("list[Block]", path(root))


def find_posts(root: Block) -> Sequence[Block]:
    """The blocks of a page that are most likely its answers, in page order; none if nothing repeats."""
    ranked = sorted(_groups(root), key=_score, reverse=True)
    best = next((group for group in ranked if _score(group) > 0 and _are_alike(group)), None)
    if best is None:
        return _named(root)
    for _ in range(_MAX_CORES):
        best = next((group for group in ranked if group is not best and _is_core(group, best)), best)
    return best


def stem_of(block: Block) -> str:
    """The stable part of the block's first class, without numbers and hashes; empty if it has none."""
    names = (block.get("class") or "").split()
    if not names:
        return ""
    hashed = HASHED.fullmatch(names[0])
    return hashed["stem"] if hashed else _NUMBER.sub("", names[0])


def _groups(root: Block) -> list[list[Block]]:
    """Siblings of one tag and class, of which none holds the page's title or stands above it."""
    groups: dict[tuple[object, str, str], list[Block]] = defaultdict(list)
    has_title = _has_title(root)
    for block in root.iter("h1", *_TAGS):
        if block.tag != "h1":
            groups[(block.getparent(), str(block.tag), stem_of(block))].append(block)
        elif has_title:
            groups.clear()
    repeated = sorted(_repeated(groups.values()), key=len, reverse=True)
    return [group for group in repeated[:_MAX_GROUPS] if _may_be_posts(group[0])]


def _has_title(root: Block) -> bool:
    """Whether one heading, and no other, is the main one."""
    return len(list(islice(root.iter("h1"), 2))) == 1


def _repeated(groups: Iterable[_Group]) -> Iterator[_Group]:
    """The groups that are neither alone nor too many."""
    return (group for group in groups if _FEWEST <= len(group) <= _MOST)


def _may_be_posts(block: Block) -> bool:
    """Not paragraphs, which hold nothing but text, nor rows of a table, which are parts of posts, nor reviews."""
    is_row = block.tag == "tr" and not block.get("class")
    return len(block) > 0 and not is_row and not _is_aside(block) and not _is_review(block)


def _is_review(block: Block) -> bool:
    """Whether the block is marked up as a review, or wraps one."""
    return any((inner.get("itemtype") or "").endswith("/Review") for inner in islice(block.iter(), _SAMPLE))


def _is_aside(block: Block) -> bool:
    return any(outer.tag in ("aside", "nav", "footer") for outer in block.iterancestors())


def _score(group: Sequence[Block]) -> float:
    """Long blocks count more than many."""
    names = group[0].get("class") or ""
    known = _MISNAMED if _OTHERS.search(names) else _NAMED if any(map(_POSTS.search, names.split())) else 1.0
    return known * len(group) * _mean_prose(group) ** 2 if known > 1 or _have_parts(group) else 0.0


def _have_parts(group: Sequence[Block]) -> bool:
    """Whether most blocks are made of unlike parts (a name and a text); paragraphs are not."""
    sample = _sample(group)
    return 2 * sum(len(_kinds(filter(_has_text, _inside(block)))) > 1 for block in sample) > len(sample)


def _mean_prose(group: Sequence[Block]) -> float:
    sample = _sample(group)
    return sum(map(_prose, sample)) / len(sample)


def _sample(group: Sequence[Block]) -> Sequence[Block]:
    return group[:: max(1, len(group) // _SAMPLE)]


def _prose(block: Block) -> int:
    """Characters of text outside of links."""
    links = (text for link in islice(block.iter(_NO_PROSE), _MAX_PIECES) for text in link.itertext())
    return max(0, _length(block.itertext()) - _length(links))


def _length(texts: Iterable[str | bytes]) -> int:
    return sum(len(text.strip()) for text in islice(texts, _MAX_PIECES))


def _are_alike(group: Sequence[Block]) -> bool:
    """Whether the blocks are built of the same elements, as far as each has any."""
    first, *others = (_kinds(_inside(block)) for block in _sample(group))
    return all(len(first & other) >= _ALIKE * min(len(first), len(other)) for other in others)


def _inside(block: Block) -> Iterator[Block]:
    return islice(block.iterdescendants(etree.Element), _MAX_PIECES)


def _has_text(block: Block) -> bool:
    return bool((block.text or "").strip())


def _kinds(blocks: Iterable[Block]) -> frozenset[tuple[str, str]]:
    return frozenset((str(block.tag), stem_of(block)) for block in blocks)


def _is_core(group: Sequence[Block], outer: Sequence[Block]) -> bool:
    """Whether `group` stands in one block of `outer` and is what that group is about: its rows are no posts."""
    parent = group[0].getparent()
    around = {parent, *(parent.iterancestors() if parent is not None else ())}
    return (
        sum(block in around for block in outer) == 1
        and 2 * len(group) * _mean_prose(group) > len(outer) * _mean_prose(outer)
        and _are_alike(group)
    )


def _named(root: Block) -> Sequence[Block]:
    """The block that is called an answer, if there is one and no other beside it."""
    called = list(_called_answers(root))
    return called[:1] if all(called[0] in block.iterancestors() for block in called[1:]) else []


def _called_answers(root: Block) -> Iterator[Block]:
    for block in root.iter(*_TAGS):
        names = (block.get("class") or "").split()
        if any(map(_ANSWERS.match, names)) and not _is_aside(block):
            yield block


def find_sections(root: Block) -> Sequence[Sequence[Block]]:
    """Headings of one level, or names of a definition list, each with the elements below it; none if none repeat."""
    groups: dict[tuple[object, str], list[Sequence[Block]]] = defaultdict(list)
    has_title = _has_title(root)
    for head in _found(_HEADS, root):
        if head.tag == "h1" and has_title:
            groups.clear()
        elif head.tag != "p" or _is_bold(head):
            groups[(head.getparent(), str(head.tag))].append(list(_section(head)))
    sections = [group for group in _repeated(groups.values()) if not _is_aside(group[0][0])]
    return max(sections, key=lambda group: sum(_prose(block) for section in group for block in section), default=())


def _section(head: Block) -> Iterator[Block]:
    """A heading and what follows it, up to the next of its kind or a higher one."""
    yield head
    for block in head.itersiblings(etree.Element):
        is_heading = block.tag in _HEADINGS and (head.tag not in _HEADINGS or str(block.tag) <= str(head.tag))
        if block.tag == "hr" or is_heading or (block.tag == head.tag and (block.tag != "p" or _is_bold(block))):
            return
        yield block


def _is_bold(block: Block) -> bool:
    """Whether all text of a paragraph is in one bold element."""
    if block.tag not in ("p", "div") or len(block) != 1 or block[0].tag not in ("b", "strong"):
        return False
    return not (block.text or "").strip() and not (block[0].tail or "").strip()


def _wrapped(section: Sequence[Block]) -> Block:
    """The elements of a section in an element of their own."""
    hull = etree.Element("div")
    section[0].addprevious(hull)
    for block in section:
        hull.append(block)
    if _is_bold(section[0]):
        section[0].tag = "h6"
    return hull
