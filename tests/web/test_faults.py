"""What goes wrong with a request has a reason, in words without addresses of memory."""

from dataclasses import replace

import pytest
import requests
from urllib3.exceptions import DecodeError, MaxRetryError, NameResolutionError, ReadTimeoutError, SSLError

from extractor.errors import Reason
from extractor.web.faults import fault, other_type, refusal
from tests.web.test_exchange import ANSWER

URL = "https://a.example/q"


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (requests.ReadTimeout("slow"), Reason.TIMEOUT),
        (ReadTimeoutError(None, URL, "slow"), Reason.TIMEOUT),  # type: ignore[arg-type] # no pool is at hand
        (requests.ConnectionError(MaxRetryError(None, URL, NameResolutionError("a", None, None))), Reason.UNKNOWN_HOST),  # type: ignore[arg-type] # as above
        (requests.exceptions.SSLError(SSLError("no")), Reason.TLS_FAILED),
        (requests.exceptions.ContentDecodingError(DecodeError("no")), Reason.UNREADABLE),
        (requests.exceptions.InvalidURL("no"), Reason.BAD_URL),
        (requests.ConnectionError("<object at 0x7f00>"), Reason.CONNECTION_FAILED),
    ],
)
def test_an_error_has_its_reason(error: BaseException, reason: Reason) -> None:
    found = fault(URL, error, 30)
    assert found.reason is reason
    assert "0x" not in found.detail


@pytest.mark.parametrize(
    ("status", "reason"),
    [(200, None), (204, None), (404, "http-404"), (503, "http-503"), (418, "http-status"), (299, None)],
)
def test_a_status_that_is_no_success_is_a_reason(status: int, reason: str | None) -> None:
    found = refusal(replace(ANSWER, status=status))
    assert (found and found.reason.value) == reason


@pytest.mark.parametrize(
    ("kind", "is_page"), [("text/html", True), ("", True), ("image/png", False), ("application/pdf", False)]
)
def test_another_media_type_is_a_reason(kind: str, *, is_page: bool) -> None:
    found = other_type(replace(ANSWER, headers=(("Content-Type", kind),)))
    assert (found is None) == is_page
