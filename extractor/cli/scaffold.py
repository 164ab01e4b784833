"""The beginnings of a layout: a file of facts drafted from pages of a site, and fixture pairs to correct by hand."""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from extractor.cli.drafting import Draft, draft, read_by
from extractor.errors import UsageError
from extractor.evaluation.gold import as_gold, record_path
from extractor.files import writing
from extractor.layout import Part, Selector

_HOST = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]")
_NOT_NAME = re.compile(r"[^a-z0-9]+")
_TEMPLATE = '''\
"""{host}: TODO say what is special about its pages. A draft; check every selector."""

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


class Beginning(NamedTuple):
    """The files written, how many selectors the layout has, and the parts for which no element was found."""

    paths: list[Path]
    selectors: int
    unplaced: tuple[Part, ...]


def write_site(host: str, pages: Sequence[bytes], folder: Path) -> Beginning:
    """Write a layout for `host` and a fixture pair for each page, drafted from the pages.

    The layout goes to `extractor/sites` below `folder` if that is there, else into `folder` itself (a package of its
    own announces it as an entry point); the pages and their records go to `fixtures/NAME`.

    Raises:
        UsageError: if `host` is no name of a host, or a layout of that name is there already.
        UnreadableDocument: if a page cannot be read.
        OutputError: if a file cannot be written.

    """
    host = host.lower()
    if not _HOST.fullmatch(host):
        raise UsageError(f"{host!r} is no host; name it as it stands in addresses: forum.example.org")
    name = _NOT_NAME.sub("", host.removeprefix("www.").split(".")[0])
    home = folder / "extractor" / "sites"
    layout = (home if home.is_dir() else folder) / f"{name}.py"
    if layout.exists():
        raise UsageError(f"{layout} exists; remove it, or add selectors to it by hand")
    found = draft(pages)
    texts = {layout: _source(host, name, found).encode()}
    for number, page in enumerate(pages, 1):
        fixture = folder / "fixtures" / name / f"{name}-{number:02}.html"
        texts |= {fixture: page, record_path(fixture): as_gold(read_by(found.facts, page, name)).encode()}
    with writing(folder):
        for path, text in texts.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text)
    return Beginning(list(texts), len(found.facts.selectors), found.unplaced)


def _source(host: str, name: str, found: Draft) -> str:
    lines = [f"            {_shown(one)}," for one in found.facts.selectors]
    if found.dropped:
        lines.append("            # With these less is read than without a layout:")
        lines += [f"            # {_shown(one)}," for one in found.dropped]
    asks_first = "\n        asks_first=True," if found.facts.asks_first else ""
    return _TEMPLATE.format(host=host, name=name, asks_first=asks_first, selectors="\n".join(lines))


def _shown(selector: Selector) -> str:
    return f'Selector(Part.{selector.part.name}, "{selector.css}", guess=True)'
