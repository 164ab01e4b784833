"""The manifest of a run: what went in, what came of it, what was written."""

import hashlib
import platform
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from importlib.metadata import version
from pathlib import Path

from pydantic import BaseModel, ConfigDict, JsonValue, ValidationError

from extractor.__version__ import __version__
from extractor.batch.account.tally import ANSWER_FIELDS, RECORD_FIELDS, Tally
from extractor.errors import UsageError
from extractor.records import SCHEMA_VERSION

_LIBRARIES = ("beautifulsoup4", "lxml", "pydantic")


class _Entry(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Counts(_Entry):
    """How many there were of what.

    `inputs` are files, `documents` the pages in them; a document gives records or is a failure. `failed` are failures
    that are somebody's fault, `without_record` the others: pages that are no Q&A pages and the like. `written` are the
    records without the duplicates that were dropped and those that were `not_chosen`, which are kept apart. `left_out`
    are the files of directories and archives that were not read because of their names.
    """

    inputs: int
    documents: int
    records: int
    answers: int
    flagged: int
    duplicates: int
    written: int
    without_record: int
    failed: int
    lost_bytes: int
    left_out: int = 0
    not_chosen: int = 0


class Site(_Entry):
    """The records of one layout: how many, and how often their fields are filled, as shares.

    A field of the question counts per record, one of an answer or a doctor per answer.
    """

    records: int
    answers: int
    flagged: int
    fill: dict[str, float]


class Output(_Entry):
    """A file that was written."""

    path: str
    bytes: int
    sha256: str


class Manifest(_Entry):
    """What NAME.run.json holds. Equal inputs and options give equal manifests: no times, no numbers of workers."""

    version: str = __version__
    schema_version: str = SCHEMA_VERSION
    libraries: dict[str, str]
    options: dict[str, JsonValue]
    counts: Counts
    failures: dict[str, int]
    warnings: dict[str, int]
    sites: dict[str, Site]
    outputs: tuple[Output, ...]


def make_manifest(tally: Tally, options: dict[str, JsonValue], outputs: tuple[Output, ...]) -> Manifest:
    """The manifest of a run that counted this and wrote that."""
    sites = sorted({key[1] for key in tally if key[0] == "site"})
    return Manifest(
        libraries=libraries(),
        options=options,
        counts=counts(tally),
        failures=_by_name(tally, "failure"),
        warnings=_by_name(tally, "warning"),
        sites={site: _site(tally, site) for site in sites},
        outputs=outputs,
    )


def load_manifest(path: Path) -> Manifest:
    """The manifest in a file.

    Raises:
        UsageError: if there is none.

    """
    try:
        return Manifest.model_validate_json(path.read_bytes())
    except OSError as error:
        raise UsageError(f"{path} cannot be read: {error.strerror}; runs write manifests as NAME.run.json") from error
    except ValidationError as error:
        raise UsageError(f"{path} is no manifest of this version; runs write them as NAME.run.json") from error


def counts(tally: Tally) -> Counts:
    """The main counts."""
    return Counts(
        inputs=tally["inputs",],
        documents=tally["documents",],
        records=tally["records",],
        answers=tally["answers",],
        flagged=tally["flagged",],
        duplicates=tally["duplicates",],
        written=tally["records",] - tally["dropped",] - tally["not-chosen",],
        without_record=tally["without-record",],
        failed=tally["failed",],
        lost_bytes=tally["lost-bytes",],
        left_out=tally["left-out",],
        not_chosen=tally["not-chosen",],
    )


def libraries() -> dict[str, str]:
    """The versions of what the records depend on."""
    return {"python": platform.python_version(), **{name: version(name) for name in _LIBRARIES}}


def digest_files(places: Mapping[Path, Path], directory: Path) -> tuple[Output, ...]:
    """Size and SHA-256 of files that have or will have these places, named as they are seen from `directory`."""

    def one(path: Path) -> Output:
        place = places[path]
        with (path if path.exists() else place).open("rb") as stream:
            sha256 = hashlib.file_digest(stream, "sha256").hexdigest()
            return Output(path=str(place.relative_to(directory)), bytes=stream.tell(), sha256=sha256)

    with ThreadPoolExecutor() as pool:
        return tuple(pool.map(one, places))


def _site(tally: Tally, site: str) -> Site:
    records, answers = tally["site", site, "records"], tally["site", site, "answers"]
    fill = {name: _share(tally["field", site, name], records) for name in RECORD_FIELDS}
    fill |= {name: _share(tally["field", site, name], answers) for name in ANSWER_FIELDS}
    return Site(records=records, answers=answers, flagged=tally["site", site, "flagged"], fill=fill)


def _share(part: int, whole: int) -> float:
    return round(part / whole, 4) if whole else 0.0


def _by_name(tally: Tally, kind: str) -> dict[str, int]:
    return {key[1]: number for key, number in sorted(tally.items()) if key[0] == kind and number}
