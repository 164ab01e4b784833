"""What the archives of our own crawls say of their records, in WARC fields that other readers pass over.

They make the reading of such an archive give what the live run gave: the same pages under the same names, each question
with its next pages, and the same failures.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from extractor.errors import FetchFailed, Reason

_ROLE, _SOURCE, _FAILURE = "X-Extractor-Role", "X-Extractor-Source", "X-Extractor-Failure"
_NEXT_PAGES, _MISSING = "X-Extractor-Next-Pages", "X-Extractor-Missing"


class Role(StrEnum):
    """What an answer is to the run."""

    PAGE = "page"
    NEXT_PAGE = "next-page"
    """Goes on with the answers of the page before it."""
    OTHER = "other"
    """A redirect, a robots.txt, a sitemap, a list: gives no record."""


@dataclass(frozen=True, slots=True)
class CrawlFields:
    """The fields of one record.

    `source` is the input that the record answers, `failure` why it gave no page (reason, blank, detail), `next_pages`
    how many pages that go on with it follow at once, `missing` why the page after these could not be had.
    """

    role: Role = Role.OTHER
    source: str | None = None
    failure: str | None = None
    next_pages: int = 0
    missing: str | None = None

    @property
    def refusal(self) -> FetchFailed | None:
        """`failure` as it was raised, if it was one."""
        reason, _, detail = (self.failure or "").partition(" ")
        return FetchFailed(Reason(reason), detail) if reason in list(Reason) else None

    def to_warc(self) -> dict[str, str]:
        """The fields that say something, by name."""
        values = {
            _ROLE: self.role,
            _SOURCE: self.source,
            _FAILURE: self.failure,
            _NEXT_PAGES: self.next_pages,
            _MISSING: self.missing,
        }
        return {name: " ".join(str(value).split()) for name, value in values.items() if value}


def from_warc(headers: Mapping[str, str]) -> CrawlFields | None:
    """The fields among `headers` (by lower-case name); None if the archive is not one of ours, or they are nonsense."""
    role = headers.get(_ROLE.lower())
    if role is None:
        return None
    source, failed, count, missing = [headers.get(name.lower()) for name in (_SOURCE, _FAILURE, _NEXT_PAGES, _MISSING)]
    try:
        return CrawlFields(Role(role), source, failed, int(count or 0), missing)
    except ValueError:
        return None
