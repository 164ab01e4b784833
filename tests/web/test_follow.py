"""A question is followed as long as its pages ask the same and bring answers that are new."""

from collections.abc import Sequence
from dataclasses import replace

from extractor.errors import FetchFailed, Reason
from extractor.records import QAPage
from extractor.web.exchange import Exchange, page_document
from extractor.web.follow import Series, Visited, follow
from tests.web.questions import question_page, read
from tests.web.test_exchange import ANSWER

URL = "https://a.example/q?page={}"


def page(
    number: int, doctor: str, *, title: str = "Is it?", declared: int | None = None, last: bool = False
) -> Exchange:
    link = "" if last else f'<a rel="next" href="{URL.format(number + 1)}">next</a>'
    body = question_page(title, [(f"Answer of {doctor}.", doctor)], declared=declared, links=link)
    return replace(ANSWER, url=URL.format(number), body=body)


def followed(pages: Sequence[Exchange], max_pages: int = 10) -> tuple[Series, list[str]]:
    asked: list[str] = []

    def visit(url: str) -> Visited:
        asked.append(url)
        found = [one for one in pages if one.url == url]
        return Visited(tuple(found), None if found else FetchFailed(Reason.TIMEOUT, "slow"))

    def records(exchange: Exchange) -> list[QAPage]:
        return read(page_document(exchange, exchange.url))

    return follow(pages[0], visit, records, max_pages), asked


def test_all_pages_of_a_question_are_read_in_order() -> None:
    pages = [page(1, "Ada"), page(2, "Ben"), page(3, "Cid", last=True)]
    series, asked = followed(pages)
    assert series == Series(pages[1:])
    assert asked == [one.url for one in pages[1:]]


def test_the_question_ends_where_another_is_asked_or_nothing_is_new() -> None:
    nothing = replace(ANSWER, url=URL.format(2), body=b"<p>no question")
    for other in (page(2, "Ben", title="Another?"), page(2, "Ada"), nothing):
        series, asked = followed([page(1, "Ada"), other])
        assert (series.pages, series.others, series.missing) == ([], [other], None)
        assert len(asked) == 1


def test_nothing_is_asked_once_all_declared_answers_are_there() -> None:
    assert followed([page(1, "Ada", declared=1)])[1] == []


def test_a_page_that_cannot_be_had_is_missing() -> None:
    series, _ = followed([page(1, "Ada")])
    assert series.missing == f"{URL.format(2)} (timeout: slow)"


def test_no_more_pages_are_read_than_are_allowed() -> None:
    series, asked = followed([page(number, chr(64 + number) + "da") for number in range(1, 9)], 3)
    assert len(series.pages) == len(asked) == 2
    assert "only 3 pages of a question are read" in (series.missing or "")
