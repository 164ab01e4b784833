"""Parts of a run: one input each, read anywhere and in any order, that merge to the files of a run on one machine.

    job = begin_job(Path("parts"), inputs, options)          # what all parts have in common
    for item in job.items():                                 # each of them on any machine, by any engine
        extract_part(job, item)
    merge_parts(job, Path("results"), "pages", options)

A part is a folder named by a digest of what makes it, written aside and renamed: it is there whole or not at all, and
one that is there is not made again, so a task that an engine retries, or runs twice at once, changes nothing.
"""

import json
import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, suppress
from dataclasses import dataclass, replace
from hashlib import blake2b
from pathlib import Path
from tempfile import mkdtemp

from pydantic import JsonValue

from extractor.batch.duplicates import copy_kept
from extractor.batch.gathering import Gathering, Observer
from extractor.batch.growing import Extent, GrowingFile
from extractor.batch.index import read_index
from extractor.batch.manifest import Manifest
from extractor.batch.options import BatchOptions, Dedup
from extractor.batch.plan import Plan
from extractor.batch.publication import publish_all
from extractor.batch.tally import Tally
from extractor.batch.workspace import Checkpoint, Workspace, load_checkpoint, open_workspace
from extractor.errors import UsageError, unwritable
from extractor.records import Failure
from extractor.sources import Fetched, Input, printable

_DIGITS = 20
_NAMED = 3
"""How many missing parts a message names."""

Found = Input | Fetched | Failure


@dataclass(frozen=True, slots=True)
class Job:
    """A run in parts: the folder (reachable from every machine) that holds them, what is read, and how."""

    store: Path
    inputs: tuple[str, ...]
    options: BatchOptions

    def items(self) -> list[Found]:
        """The inputs, in the order of the run; each makes a part."""
        return list(self._plan.found())

    def folder(self, item: Found) -> Path:
        """Where the part of an input is, once it is made."""
        what = [self._identity(), repr(item)]
        return self.store / f"{blake2b(json.dumps(what).encode(), digest_size=_DIGITS // 2).hexdigest()}.part"

    @property
    def _plan(self) -> Plan:
        return Plan(self.inputs, self.store, "records", self.options)

    def _identity(self) -> dict[str, JsonValue]:
        """What makes a part but for its input."""
        identity = self._plan.identity()
        return {name: value for name, value in identity.items() if name not in ("inputs", "files_from", "skip_known")}
