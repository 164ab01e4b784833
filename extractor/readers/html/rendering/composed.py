"""A page's tree as a browser and a reader of its data put it together, where it is not written in that order.

A shadow root that stands in the page shows what its host holds in the place of its slots
(https://html.spec.whatwg.org/multipage/scripting.html#attr-template-shadowrootmode); what a component is to show may
stand in its attributes; `itemref` names elements elsewhere that belong to an item
(https://html.spec.whatwg.org/multipage/microdata.html#attr-itemref); in RDFa the names of schema.org may have a prefix,
and a property that holds an item may be called `rel` (https://www.w3.org/TR/rdfa-core/).
"""

import json
import re
from collections.abc import Iterator

from lxml import etree

from extractor.readers.html.rendering.parse import parse_fragment

_MODES = ("shadowrootmode", "shadowroot")
_PREFIXED = re.compile(rb"typeof=[\"']?[\w-]+:")
_PREFIX = re.compile(rb"(?<![\w-])([\w-]+)\s*+[:=]\s*+[\"']?https?://(?:www\.)?schema\.org\b")
"""What the vocabulary is called, in `prefix` or as a namespace."""
_KNOWN = "schema"
"""What it is called where the page does not say (https://www.w3.org/2011/rdfa-context/rdfa-1.1)."""
_TOLD = re.compile(rb"=[\"'](?:&quot;|\")(?:\\u003c|&lt;|<)", re.IGNORECASE)
"""An attribute that holds a string of JSON with markup in it."""
_LINKED = re.compile(rb"f(?:(?<=itemref)|(?<=typeof)=)")
"""What few pages have; both end in a letter that is rare, by which they are found in one pass."""
_RELATED = etree.XPath("//body//*[@property or @typeof or @rel]")
_REFERRING = etree.XPath("//*[@itemref]")
_NAMED = etree.XPath("//*[@id]")


def compose(root: etree._Element, data: bytes) -> None:
    """Put the tree of the page `data` together."""
    if next(root.iter("template"), None) is not None:
        _fill_slots(root)
    if _TOLD.search(data):
        _show_contents(root)
    if _LINKED.search(data) is None:
        return
    if b"itemref" in data:
        _gather(root)
    if _PREFIXED.search(data):
        _drop_prefixes(root, {_KNOWN, *(name.decode("utf-8", "replace") for name in _PREFIX.findall(data))})


def _fill_slots(root: etree._Element) -> None:
    """Make blocks of shadow roots, with what their hosts hold in their slots; what has no slot stays behind them."""
    slots: dict[etree._Element, dict[str, etree._Element]] = {}
    for slot in root.iter("slot"):
        for template in slot.iterancestors("template"):
            slots.setdefault(template, {}).setdefault(slot.get("name") or "", slot)
            break
    for template in [one for one in root.iter("template") if any(map(one.get, _MODES))]:
        template.tag = "div"
        if (host := template.getparent()) is not None:
            _fill(host, template, slots.get(template, {}))


def _fill(host: etree._Element, template: etree._Element, slots: dict[str, etree._Element]) -> None:
    text = f"{host.text or ''}{template.tail or ''}"
    if text.strip() and "" in slots:
        slots[""].text, host.text, template.tail = text, None, None
    for held in [one for one in host if one is not template]:
        slot = slots.get(held.get("slot") or "")
        if slot is not None:
            slot.append(held)


def _show_contents(root: etree._Element) -> None:
    """Make blocks of empty components that show what an attribute gives to them: markup in a string of JSON."""
    for element in list(filter(_is_empty_component, root.iter())):
        for value in map(str, element.values()):
            if value.startswith('"') and (content := _content(value)) is not None:
                element.append(content)
                element.tag = "div"


def _is_empty_component(element: etree._Element) -> bool:
    return "-" in str(element.tag) and not len(element) and not (element.text or "").strip()


def _content(value: str) -> etree._Element | None:
    """The markup in a string of JSON, as a block."""
    try:
        text = json.loads(value)
    except ValueError:
        return None
    root = parse_fragment(text) if isinstance(text, str) and "<" in text else None
    body = None if root is None else root.find("body")
    if body is not None:
        body.tag = "div"
    return body


def _gather(root: etree._Element) -> None:
    """Move the elements that items refer to into them, each into the first one that does."""
    named = {element.get("id"): element for element in reversed(_found(_NAMED, root))}
    for item in _found(_REFERRING, root):
        for name in (item.get("itemref") or "").split():
            held = named.pop(name, None)
            if held is not None and held is not item and held not in set(item.iterancestors()):
                item.append(held)


def _drop_prefixes(root: etree._Element, prefixes: set[str]) -> None:
    """Leave the bare names of schema.org in the body of a page."""
    for element in _found(_RELATED, root):
        if element.get("property") is None and ":" in (element.get("rel") or ""):
            element.set("property", element.get("rel") or "")
        for attribute in ("property", "typeof"):
            if ":" in (names := element.get(attribute) or ""):
                element.set(attribute, " ".join(_bare(names, prefixes)))


def _bare(names: str, prefixes: set[str]) -> Iterator[str]:
    for name in names.split():
        prefix, _, bare = name.partition(":")
        yield bare if prefix in prefixes else name


def _found(path: etree.XPath, root: etree._Element) -> list[etree._Element]:
    return list(path(root))  # type: ignore[arg-type] # of a path to elements it is a list of these
