"""What is said of a page whose structured data cannot be read."""

import pytest

from extractor.document import Document
from extractor.errors import Reason
from extractor.readers.html.trouble import broken_question
from extractor.reading import outcome, read
from extractor.records import Failure

ASKS = '{"@type":"QAPage","mainEntity":{"@type":"Question","name":"Is it ok?","acceptedAnswer":{"text":"Yes.}}'
"""Not closed: no repair makes JSON of it."""


def page(data: str) -> Document:
    return Document(f'<html><script type="application/ld+json">{data}</script><body><h1>Is it ok?</h1></body></html>')


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (ASKS, Reason.BROKEN_DATA),
        (ASKS.replace("QAPage", "DiscussionForumPosting"), Reason.BROKEN_DATA),
        (ASKS.replace('"', "%22"), Reason.NOT_A_QA_PAGE),  # names no type that could be seen
        (ASKS.replace("QAPage", "FAQPage"), Reason.NOT_A_QA_PAGE),
        ('{"@type":"Recipe","name":"Soup', Reason.NOT_A_QA_PAGE),
    ],
)
def test_a_page_that_asks_in_data_which_nobody_can_read_is_a_failure(data: str, reason: Reason) -> None:
    failure = outcome(page(data), read)
    assert isinstance(failure, Failure)
    assert failure.reason is reason
    assert failure.reason.is_fault == (reason is Reason.BROKEN_DATA)


def test_plain_text_has_no_structured_data() -> None:
    assert broken_question(Document(ASKS)) is None
