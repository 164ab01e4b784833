"""What went wrong with a request, as a reason and in our own words: those of libraries hold memory addresses."""

from collections.abc import Iterator
from http import HTTPStatus

import requests
from urllib3.exceptions import DecodeError, LocationValueError, NameResolutionError, ReadTimeoutError, SSLError

from extractor.errors import FetchFailed, Reason
from extractor.records import Failure
from extractor.sources.web_archives.http_message import parse_content_type
from extractor.web.exchange import Exchange
from extractor.web.urls import host


def fault(url: str, error: BaseException, limit: float) -> FetchFailed:
    """The reason behind an error that requests or urllib3 raised for `url`; `limit` is the time limit in seconds."""
    name, causes = host(url), tuple(_causes(error))
    if _any(causes, requests.Timeout, ReadTimeoutError):
        return FetchFailed(Reason.TIMEOUT, f"{name} gave no whole answer in {limit:g} s; raise --timeout or try later")
    if _any(causes, NameResolutionError):
        return FetchFailed(Reason.UNKNOWN_HOST, f"no address is known for {name}; check how it is spelled")
    if _any(causes, requests.exceptions.SSLError, SSLError):
        return FetchFailed(Reason.TLS_FAILED, f"{name} cannot prove who it is; its page was not read")
    if _any(causes, requests.exceptions.ContentDecodingError, DecodeError):
        return FetchFailed(Reason.UNREADABLE, f"{name} sends a body that does not fit its Content-Encoding")
    if _any(causes, requests.exceptions.InvalidURL, LocationValueError):
        return FetchFailed(Reason.BAD_URL, "this address cannot be asked; check how it is spelled")
    return FetchFailed(Reason.CONNECTION_FAILED, f"{name} refused or broke off the connection; try again later")


def as_failure(source: str, failed: FetchFailed) -> Failure:
    """What went wrong, as it stands among the failures of a run."""
    return Failure(source=source, reason=failed.reason, detail=failed.detail)


def refusal(answer: Exchange) -> FetchFailed | None:
    """Why an answer is no page, by its status; None for one that is."""
    if answer.status // 100 == 2:  # noqa: PLR2004 - the class of success
        return None
    try:
        reason, phrase = Reason(f"http-{answer.status}"), HTTPStatus(answer.status).phrase
    except ValueError:
        reason, phrase = Reason.HTTP_STATUS, "a status without a page"
    return FetchFailed(reason, f"the server answers {answer.status} ({phrase})")


def other_type(answer: Exchange) -> FetchFailed | None:
    """Why an answer is no page, by its media type; None for one that may be."""
    kind = answer.header("Content-Type") or ""
    if parse_content_type(kind).is_page:
        return None
    return FetchFailed(Reason.OTHER_MEDIA_TYPE, f"the server sends {kind}, not text or HTML")


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        within = (getattr(error, "reason", None), *error.args)
        error = next((cause for cause in within if isinstance(cause, BaseException)), None)


def _any(causes: tuple[BaseException, ...], *kinds: type[BaseException]) -> bool:
    return any(isinstance(cause, kinds) for cause in causes)
