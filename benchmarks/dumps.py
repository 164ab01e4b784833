"""How pages are read of which a dump has kept the text alone, each block on a line: `python -m benchmarks.dumps`.

WET records of crawls are such dumps: the title element, menus, the question, answers, and the feet of the page follow
one another without a blank line. The pages of fixtures, and saved pages where the folder of them is at hand, are turned
into dumps and read as text. A record counts as right if its title, question, and the texts and authors of all answers
are those of the page read as HTML; what only markup says (votes, links, addresses) is not asked for. Of pages without a
record as HTML none is expected. Printed are the outcomes, and with `--list` the pages that are wrong without a warning.
"""

import gzip
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from lxml import html

from extractor.document import Document
from extractor.encodings import decode_document
from extractor.readers.html.reader import read_html
from extractor.reading import read
from extractor.records import QAPage
from extractor.sites import all_layouts

ROOT = Path(__file__).resolve().parent.parent
SAVED = ROOT.parent / "shared" / "pages-html"
UNSHOWN = frozenset(["script", "style", "noscript", "template", "svg", "select", "textarea", "iframe"])
INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark q s samp small span strike "
    "strong sub sup time tt u var wbr button input meta link".split()
)


def pages() -> Iterator[tuple[str, bytes]]:
    """The names and bytes of the pages of fixtures, and of the saved ones."""
    for path in sorted((ROOT / "fixtures").rglob("*.html")):
        yield path.relative_to(ROOT).as_posix(), path.read_bytes()
    for path in sorted(SAVED.rglob("*.html.gz")):
        yield path.relative_to(SAVED).as_posix(), gzip.decompress(path.read_bytes())


def dump(page: bytes) -> str:
    """What a crawl keeps of a page: its text, each block on a line of its own."""
    pieces: list[str] = []
    text = decode_document(Document(page)).text.encode("utf-8", "replace")  # a declaration may name another
    _collect(html.document_fromstring(text, parser=html.HTMLParser(encoding="utf-8")), pieces)
    lines = (" ".join(line.split()) for line in "".join(pieces).split("\n"))
    return "\n".join(line for line in lines if line)


def _collect(element: html.HtmlElement, pieces: list[str]) -> None:
    """Add the text of an element and of those inside; newlines in it are spaces, line ends are those of blocks."""
    is_shown = isinstance(element.tag, str) and element.tag not in UNSHOWN
    end = "\n" if is_shown and element.tag not in INLINE else ""
    pieces.append(end)
    if is_shown:
        pieces.append(_on_one_line(element.text))
        for child in element:
            _collect(child, pieces)
            pieces.append(_on_one_line(child.tail))
    pieces.append(end)


def _on_one_line(text: str | None) -> str:
    return (text or "").replace("\n", " ")


def told(records: list[QAPage]) -> list[object]:
    """What is compared of records: words, without regard to how they are parted."""
    return [
        [_words(one.question.title), _words(one.question.body)]
        + [[_words(answer.body), answer.doctor and answer.doctor.name] for answer in one.answers]
        for one in records
    ]


def _words(text: str | None) -> list[str]:
    return (text or "").split()


def outcome(page: bytes) -> str:
    """What becomes of the dump of a page."""
    expected = list(read_html(Document(page), all_layouts()).records)
    records = read(Document(dump(page)))
    is_flagged = any(record.warnings for record in records)
    if not expected:
        return "none, none expected" if not records else "false, flagged" if is_flagged else "FALSE, SILENT"
    if not records:
        return "none"
    is_right = told(records) == told(expected)
    return f"{'right' if is_right else 'wrong'}, flagged" if is_flagged else "right" if is_right else "WRONG, SILENT"


def main() -> None:
    """Print the outcomes."""
    found = {name: outcome(page) for name, page in pages()}
    for what, number in sorted(Counter(found.values()).items()):
        print(f"{what:20} {number:5}")
    if "--list" in sys.argv[1:]:
        print("\n".join(name for name, what in found.items() if what.endswith("SILENT")))


if __name__ == "__main__":
    main()
