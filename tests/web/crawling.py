"""Crawls of servers that tests run, and what comes of them."""

from collections.abc import Callable, Sequence

from extractor.document import Document
from extractor.records import Failure
from extractor.web import Manners, Order, documents
from tests.web.questions import question_page, read
from tests.web.servers import PATIENCE, Handler

Pages = dict[str, bytes | Callable[[Handler], None]]
"""What a site answers, by path."""


QUICK = Manners(contact="me@example.org", delay=0.01, timeout=PATIENCE, retries=2, allow_private=True)
ORDER = Order(manners=QUICK)


def run(order: Order) -> list[Document | Failure]:
    return list(documents(order, read))


def good(items: Sequence[Document | Failure]) -> list[Document]:
    failures = [item for item in items if isinstance(item, Failure)]
    assert not failures
    return [item for item in items if isinstance(item, Document)]


def reasons(items: Sequence[Document | Failure]) -> list[str]:
    return [item.reason.value if isinstance(item, Failure) else "" for item in items]


def answering(pages: Pages) -> Callable[[Handler], None]:
    def answer(request: Handler) -> None:
        page = pages.get(request.path)
        if page is None:
            request.send(status=404)
        elif callable(page):
            page(request)
        else:
            request.send(page)

    return answer


def numbered(count: int) -> Pages:
    return {f"/q/{number}": question_page(f"Question {number}", [("Yes.", "Ada Quill")]) for number in range(count)}


def paged(pages: int, each: int, declared: int | None, style: str = "?page={}") -> Pages:
    """One question on several pages; each page repeats the first answer, as sites do with the best one."""
    found: Pages = {}
    for page in range(1, pages + 1):
        answers = [(f"Answer {number}.", "Ada Quill") for number in range((page - 1) * each + 1, page * each + 1)]
        shown = answers if page == 1 else [("Answer 1.", "Ada Quill"), *answers]
        links = "".join(f'<a href="/q/7{style.format(other)}">{other}</a>' for other in range(1, pages + 1))
        path = "/q/7" if page == 1 else "/q/7" + style.format(page)
        found[path] = question_page("Is it normal?", shown, declared=declared, links=links)
    return found
