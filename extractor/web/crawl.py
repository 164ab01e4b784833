"""A run over the web: addresses in, documents and failures out, in the order of the addresses."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from threading import Event

from extractor.document import Document
from extractor.errors import FetchFailed, OutputError, Reason
from extractor.records import Failure, QAPage
from extractor.sources.web_archives.crawl_fields import CrawlFields, Role
from extractor.web.exchange import Exchange, page_document, unanswered
from extractor.web.faults import as_failure, other_type, refusal
from extractor.web.fetch import Fetcher
from extractor.web.follow import Series, Visited, follow
from extractor.web.lanes import in_lanes
from extractor.web.rate import Stopped
from extractor.web.store import Store
from extractor.web.urls import clean, credentials, host, without_credentials
from extractor.web.walls import blocked, declared_wall, likely_wall
from extractor.web.warc import Kept

Read = Callable[[Document], Sequence[QAPage]]
"""Gives the records of a page. Here it tells whether a page is one at all, and whether a question goes on behind it."""

IsKnown = Callable[[str], bool]
"""Whether an address was read by an earlier run, so that it need not be asked again."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """How far a run goes.

    With `follow_pages` the next pages of a question belong to it. No question, no list and no site map leads to more
    than `max_pages` pages. `hosts` are asked at the same time. `offline` asks none.
    """

    follow_pages: bool = False
    max_pages: int = 1000
    hosts: int = 8
    offline: bool = False


class Crawl:
    """One run: what `fetcher` gets, `store` keeps, and only what `store` holds is given on."""

    def __init__(self, fetcher: Fetcher, store: Store, read: Read, bounds: Bounds, stop: Event) -> None:
        self._fetcher = fetcher
        self._store = store
        self._read = read
        self._bounds = bounds
        self._stop = stop

    def documents(self, urls: Sequence[str], is_known: IsKnown) -> Iterator[Document | Failure]:
        """The pages at `urls` that are not known, each address once, or why they cannot be had.

        Raises:
            OutputError: if the store cannot be written.

        """
        checked = {source: failure for source, failure in map(self.checked, urls) if not is_known(source)}
        good = [source for source, failure in checked.items() if failure is None]
        results = in_lanes(good, host, self._collect, threads=self._bounds.hosts, stop=self._stop)
        for source, failure in checked.items():
            if failure is None:
                next(results)
            yield failure or self._taken(source)

    def helper(self, url: str, kind: str) -> Exchange:
        """The answer at `url` (clean), read for addresses, not for records; `kind` keeps these apart in the store.

        Raises:
            FetchFailed: if it cannot be had.
            OutputError: if the store cannot be written.

        """
        source = f"{kind} {url}"
        if not self._store.has(source) and not self._bounds.offline:
            self._store.keep(source, self._helper_bundle(source, url))
        kept = self._store.take(source)[0]
        if kept.fields.refusal:
            raise kept.fields.refusal
        return kept.exchange.page

    def _helper_bundle(self, source: str, url: str) -> list[Kept]:
        try:
            *others, answer = self._get(url)
        except FetchFailed as failed:
            return [Kept(unanswered(url), CrawlFields(Role.OTHER, source, _told(failed)))]
        return [*map(Kept, others), Kept(answer, CrawlFields(Role.OTHER, source, _told(refusal(answer.page))))]

    def checked(self, url: str) -> tuple[str, Failure | None]:
        """The address as records name it, and why it is none, if so; credentials in it go to its site alone."""
        try:
            source = clean(url)
            self._fetcher.sign_in(source, credentials(url))
        except FetchFailed as failed:
            return without_credentials(url), as_failure(without_credentials(url), failed)
        return source, None

    def _collect(self, source: str) -> None:
        """Bring what answers `source`, or why nothing does, into the store."""
        if self._store.has(source) or self._bounds.offline:
            return
        try:
            bundle = self._bundle(source)
        except (OutputError, Stopped):
            raise
        except FetchFailed as failed:
            bundle = _unanswered(source, failed)
        except Exception as error:  # noqa: BLE001 - a defect that one page brings to light does not take the others along
            detail = (
                f"{type(error).__name__}: {error}; this is a defect of extractor, please report it with the address"
            )
            bundle = _unanswered(source, FetchFailed(Reason.INTERNAL_ERROR, detail))
        self._store.keep(source, bundle)

    def _bundle(self, source: str) -> list[Kept]:
        visited = self._visit(source)
        *others, answer = visited.exchanges
        series = Series()
        if self._bounds.follow_pages and not visited.failure:
            series = follow(answer, self._visit_next, self._records, self._bounds.max_pages)
        fields = CrawlFields(Role.PAGE, source, _told(visited.failure), len(series.pages), series.missing)
        return [
            *map(Kept, [*others, *series.others]),
            Kept(answer, fields),
            *(Kept(page, CrawlFields(Role.NEXT_PAGE, source)) for page in series.pages),
        ]

    def _visit(self, url: str) -> Visited:
        exchanges = self._get(url)
        return Visited(exchanges, self._refusal(exchanges))

    def _get(self, url: str) -> tuple[Exchange, ...]:
        return tuple(self._with_original(hop) for hop in self._fetcher.get(url, self._store.validators))

    def _visit_next(self, url: str) -> Visited:
        try:
            return self._visit(url)
        except FetchFailed as failed:
            return Visited(failure=failed)

    def _with_original(self, answer: Exchange) -> Exchange:
        is_unchanged = answer.status == 304  # noqa: PLR2004 - "not modified"
        return replace(answer, original=self._store.original(answer.url)) if is_unchanged else answer

    def _refusal(self, exchanges: Sequence[Exchange]) -> FetchFailed | None:
        answer = exchanges[-1].page
        if wall := declared_wall(answer):
            return blocked(wall)
        failed = refusal(answer) or other_type(answer)
        wall = likely_wall(answer, redirected=len(exchanges) > 1)
        return blocked(wall) if wall and (failed or not self._records(answer)) else failed

    def _records(self, answer: Exchange) -> Sequence[QAPage]:
        try:
            return self._read(page_document(answer, answer.url))
        except Exception:  # noqa: BLE001 - what is wrong with a page is said where it is read, not here
            return []

    def _taken(self, source: str) -> Document | Failure:
        try:
            first, *more = self._store.take(source)
        except FetchFailed as failed:
            return as_failure(source, failed)
        if first.fields.refusal:
            return as_failure(source, first.fields.refusal)
        pages = tuple(page_document(kept.exchange, source) for kept in more)
        return replace(page_document(first.exchange, source), next_pages=pages, missing_page=first.fields.missing)


def _unanswered(source: str, failed: FetchFailed) -> list[Kept]:
    return [Kept(unanswered(source), CrawlFields(Role.PAGE, source, _told(failed)))]


def _told(failed: FetchFailed | None) -> str | None:
    return f"{failed.reason} {failed.detail}" if failed else None
