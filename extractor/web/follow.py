"""The further pages of one question."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from extractor.errors import FetchFailed, Reason
from extractor.records import QAPage
from extractor.records.joining import joined, new_answers, same_question
from extractor.web.exchange import Exchange
from extractor.web.links import next_page
from extractor.web.urls import host

Visit = Callable[[str], "Visited"]


@dataclass(frozen=True, slots=True)
class Visited:
    """The exchanges that an address led to, the last one being its answer, and why this is no page, if it is none."""

    exchanges: tuple[Exchange, ...] = ()
    failure: FetchFailed | None = None


@dataclass(slots=True)
class Series:
    """The pages behind the first, other exchanges on the way, and why the page after the last is missing, if it is."""

    pages: list[Exchange] = field(default_factory=list)
    others: list[Exchange] = field(default_factory=list)
    missing: str | None = None


def follow(first: Exchange, visit: Visit, read: Callable[[Exchange], Sequence[QAPage]], max_pages: int) -> Series:
    """The pages that go on with the question at `first`: as long as they ask the same and bring answers that are new.

    `read` gives the records of a page. No more than `max_pages` pages are read, the first included.
    """
    series, page, asked = Series(), first, {first.url}
    records = read(first)
    while len(records) == 1 and (url := _next(page, first, records[0])) and url not in asked:
        asked.add(url)
        visited = visit(url) if len(asked) <= max_pages else Visited(failure=_beyond(max_pages))
        series.others += visited.exchanges
        if visited.failure:
            series.missing = f"{url} ({visited.failure.reason}: {visited.failure.detail})"
            break
        page = visited.exchanges[-1]
        more = read(page) if host(page.url) == host(first.url) else []
        if len(more) != 1 or not same_question(records[0], more[0]) or not new_answers(records[0], more[0]):
            break
        series.pages.append(series.others.pop())
        records = [joined([*records, *more])]
    return series


def _next(page: Exchange, first: Exchange, record: QAPage) -> str | None:
    """Where the question goes on; nowhere if all answers that it declares are there."""
    complete = record.declared_answer_count is not None and len(record.answers) >= record.declared_answer_count
    return None if complete else next_page(page, first.url)


def _beyond(max_pages: int) -> FetchFailed:
    return FetchFailed(Reason.PAGE_LIMIT, f"only {max_pages} pages of a question are read; raise --max-pages")
