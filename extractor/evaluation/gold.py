"""Pages with gold records: what `evaluate` and the fixture tests compare against.

A gold page is `NAME.txt` (or another kind of page) with `NAME.json` beside it: its record, or an array of records for a
page of several questions, in this package's own format; what is left out is null. A page in a folder `negative` has no
gold file, and no record is expected of it.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from extractor.errors import UsageError
from extractor.records import QAPage
from extractor.sources import PAGE_TYPES

NEGATIVE = "negative"
"""The folder of pages that are no Q&A pages."""

_NOT_OF_THE_PAGE = {
    "schema_version", "id", "source", "digest", "confidence", "warnings", "spans", "text", "provenance", "corrected",
}  # fmt: skip
"""What a record says of itself and not of the page."""

_RECORDS = TypeAdapter(tuple[QAPage, ...])


@dataclass(frozen=True, slots=True)
class GoldPage:
    """A page and the records it should give; `name` is its path below the gold folder."""

    name: str
    path: Path
    records: tuple[QAPage, ...]

    @property
    def family(self) -> str:
        """What the page is reported under: its folder below the gold folder, which has its own name.

        >>> GoldPage("realself/b/two-answers.txt", Path("fixtures/realself/b/two-answers.txt"), ()).family
        'realself/b'
        """
        return self.name.rpartition("/")[0] or self.path.parent.name


def gold_pages(folder: Path) -> list[GoldPage]:
    """The gold pages below `folder`, by name; pages without a gold record are left out.

    Raises:
        UsageError: if there is none, or a gold file is no record.

    """
    found = list(_find(folder.resolve()))
    if not found:
        raise UsageError(f"{folder} holds no gold: put NAME.json, the record, beside each page NAME.txt")
    return found


def digest_pages(pages: Iterable[GoldPage]) -> str:
    """SHA-256 over the names and contents of pages and gold records: another set has another digest."""
    total = hashlib.sha256()
    for page in pages:
        for path in (page.path, record_path(page.path)):
            content = path.read_bytes() if path.exists() else b""
            total.update(f"{page.name}\n{len(content)}\n".encode() + content)
    return total.hexdigest()


def record_path(page: Path) -> Path:
    """Where the gold record of a page stands."""
    return page.with_suffix(".json")


def as_gold(records: Sequence[QAPage]) -> str:
    """The content of the gold file of a page with these records."""
    shown = [record.model_dump(mode="json", exclude=_NOT_OF_THE_PAGE, exclude_defaults=True) for record in records]
    for one in shown:
        for answer in one.get("answers", []):
            answer.pop("confidence", None)
    return json.dumps(shown[0] if len(shown) == 1 else shown, indent=2, ensure_ascii=False) + "\n"


def _find(folder: Path) -> Iterator[GoldPage]:
    for path in sorted(folder.rglob("*")):
        if path.suffix.lower() not in PAGE_TYPES:
            continue
        name = path.relative_to(folder).as_posix()
        if record_path(path).exists():
            yield GoldPage(name, path, _read(record_path(path)))
        elif path.parent.name == NEGATIVE:
            yield GoldPage(name, path, ())


def _read(path: Path) -> tuple[QAPage, ...]:
    content = path.read_bytes()
    try:
        return _RECORDS.validate_json(content if content.lstrip().startswith(b"[") else b"[%b]" % content)
    except ValidationError as error:
        raise UsageError(f"{path} is no record, correct it as `extractor schema` says: {error}") from error
