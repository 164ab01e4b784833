"""What a site's robots.txt allows and how often it may be asked (RFC 9309)."""

from collections.abc import Callable
from dataclasses import dataclass
from threading import Lock
from time import monotonic

from protego import Protego

from extractor.errors import FetchFailed, Reason
from extractor.web.exchange import Exchange
from extractor.web.urls import origin

TOKEN = "extractor"  # noqa: S105 - the product token, by which robots.txt files may name us
MAX_SIZE = 500 * 1024
"""Bytes of a robots.txt that are read: the least that RFC 9309 (2.5) asks for."""
_LIFETIME = 24 * 3600.0
"""Seconds for which rules are kept at most (RFC 9309, 2.4)."""
_RETRIED_AFTER = 300.0
"""Seconds after which a server that failed to give its rules is asked again."""
_PERMITTED_FAILURES = frozenset({Reason.TOO_MANY_REDIRECTS, Reason.BAD_URL})


@dataclass(frozen=True, slots=True)
class _Rules:
    parsed: Protego
    failure: FetchFailed | None
    expires: float


class Robots:
    """The rules of all sites of a run, each fetched once by `ask` when it is first needed; safe in threads."""

    def __init__(self, ask: Callable[[str], Exchange]) -> None:
        self._ask = ask
        self._locks: dict[str, Lock] = {}
        self._rules: dict[str, _Rules] = {}

    def check(self, url: str) -> float:
        """Seconds that the site wants between requests (0 if it does not say), if `url` may be read at all.

        Raises:
            FetchFailed: with `Reason.ROBOTS_DISALLOWED`, with `Reason.ROBOTS_UNREACHABLE` if the server fails to give
                its rules, or with what kept us from reaching the server.

        """
        rules = self._of(origin(url))
        if rules.failure:
            raise FetchFailed(rules.failure.reason, rules.failure.detail)
        if not rules.parsed.can_fetch(url, TOKEN):
            raise FetchFailed(Reason.ROBOTS_DISALLOWED, "the site's robots.txt asks not to read this page")
        rate = rules.parsed.request_rate(TOKEN)
        return max(rules.parsed.crawl_delay(TOKEN) or 0.0, rate.seconds / max(rate.requests, 1) if rate else 0.0)

    def _of(self, site: str) -> _Rules:
        with self._locks.setdefault(site, Lock()):
            rules = self._rules.get(site)
            if rules is None or rules.expires < monotonic():
                rules = self._rules[site] = self._fetch(site)
            return rules

    def _fetch(self, site: str) -> _Rules:
        text, failure = "", None
        try:
            answer = self._ask(f"{site}/robots.txt")
        except FetchFailed as failed:
            failure = None if failed.reason in _PERMITTED_FAILURES else failed
        else:
            text = answer.body.decode("utf-8-sig", "replace") if answer.status // 100 == 2 else ""  # noqa: PLR2004 - success
            failure = _unreachable(answer.status)
        return _Rules(Protego.parse(text), failure, monotonic() + (_RETRIED_AFTER if failure else _LIFETIME))


def _unreachable(status: int) -> FetchFailed | None:
    """A server that fails forbids all (2.3.1.4); one that says there is nothing to read allows all (2.3.1.3)."""
    if status < 500 and status != 429:  # noqa: PLR2004 - the classes of HTTP, and "too many requests"
        return None
    detail = f"the site's robots.txt answers {status}, which RFC 9309 reads as: read nothing here; try again later"
    return FetchFailed(Reason.ROBOTS_UNREACHABLE, detail)
