"""Asking web servers: politely, a bounded time, for a bounded number of bytes."""

import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from http.cookiejar import DefaultCookiePolicy
from threading import Event, Lock
from urllib.parse import urljoin

import requests
from urllib3.exceptions import HTTPError, InvalidHeader, MaxRetryError
from urllib3.util import Retry

from extractor.errors import FetchFailed, Reason
from extractor.web import robots
from extractor.web.connection import CarefulAdapter
from extractor.web.exchange import Exchange, now
from extractor.web.faults import fault
from extractor.web.manners import Manners
from extractor.web.rate import Pace
from extractor.web.urls import clean, host, origin

_MAX_REDIRECTS = 5
_CONNECT_TIMEOUT = 10.0
_CHUNK = 16 * 1024
_BUSY = frozenset({429, 500, 502, 503, 504})
_COMPLAINTS = frozenset({429, 503})
_PASSING = frozenset({Reason.CONNECTION_FAILED, Reason.TIMEOUT})
_NO_PAGE = ("image/", "video/", "audio/", "font/", "application/pdf", "application/zip")
_ACCEPT = "text/html,application/xhtml+xml,text/plain;q=0.9,application/xml;q=0.8,*/*;q=0.5"
_CONTROLS = re.compile(r"[\x00-\x1f\x7f]")
_NONE: Mapping[str, str] = {}


@dataclass(frozen=True, slots=True)
class _Host:
    lock: Lock
    pace: Pace


class Fetcher:
    """One session with the web: keeps connections, rules and turns of all hosts; safe in threads.

    `note` gets every answer that is no page of the run but is worth keeping (robots.txt).
    """

    def __init__(self, manners: Manners, stop: Event, note: Callable[[Exchange], None]) -> None:
        self._manners = manners
        self._stop = stop
        self._note = note
        self._session = _session(manners)
        self._retry = Retry(manners.retries, backoff_factor=manners.delay, backoff_jitter=manners.delay)
        self._hosts: dict[str, _Host] = {}
        self._robots = robots.Robots(self._rules_of)
        self._credentials: dict[str, tuple[str, str]] = {}

    def sign_in(self, url: str, credentials: tuple[str, str] | None) -> None:
        """Send `credentials` to the site of `url`, and to no other."""
        if credentials:
            self._credentials[origin(url)] = credentials

    def get(self, url: str, validators: Callable[[str], Mapping[str, str]] = lambda _: _NONE) -> tuple[Exchange, ...]:
        """The exchanges that lead from `url` to its answer: redirects, if any, and the answer, whatever its status.

        `validators` gives the headers that make a request for an address conditional.

        Raises:
            FetchFailed: if the address may not be asked, or gave no whole answer.
            Stopped: if the run is stopped.

        """
        return self._follow(url, lambda target: self._ask_as_allowed(target, validators(target)))

    def close(self) -> None:
        """Close all connections."""
        self._session.close()

    def _follow(self, url: str, ask: Callable[[str], Exchange]) -> tuple[Exchange, ...]:
        hops: list[Exchange] = []
        target = clean(url)
        while target not in (hop.url for hop in hops) and len(hops) <= _MAX_REDIRECTS:
            hops.append(ask(target))
            if hops[-1].location is None:
                return tuple(hops)
            target = _resolve(target, hops[-1].location)
        raise FetchFailed(Reason.TOO_MANY_REDIRECTS, f"after {len(hops)} redirects it still leads on, to {target}")

    def _ask_as_allowed(self, url: str, headers: Mapping[str, str]) -> Exchange:
        gap = self._robots.check(url)
        self._host(url).pace.gap = max(gap, self._manners.delay)
        return self._ask(url, partial(self._send, url, headers, self._whole))

    def _rules_of(self, url: str) -> Exchange:
        hops = self._follow(url, lambda target: self._ask(target, partial(self._send, target, _NONE, _beginning)))
        for hop in hops:
            self._note(hop)
        return hops[-1]

    def _ask(self, url: str, send: Callable[[], Exchange]) -> Exchange:
        """The answer, in the host's turn, asked for again while the server is busy or the line breaks."""
        asked = self._host(url)
        retry = self._retry
        with asked.lock:
            while True:
                asked.pace.wait()
                outcome = _outcome(send)
                _adapt(asked.pace, outcome)
                again = _next_try(retry, outcome)
                asked.pace.rest(max(_told_to_wait(outcome), again.get_backoff_time() if again else 0.0))
                if again is None:
                    return _settled(outcome)
                retry = again

    def _send(self, url: str, headers: Mapping[str, str], read: Callable[[requests.Response], bytes]) -> Exchange:
        limit = self._manners.timeout
        try:
            with self._session.get(
                url,
                headers=headers,
                auth=self._credentials.get(origin(url)),
                timeout=(min(limit, _CONNECT_TIMEOUT), limit),
                stream=True,
                allow_redirects=False,
            ) as response:
                return _exchange(url, response, read(response))
        except (requests.RequestException, HTTPError) as error:
            raise fault(url, error, limit) from error

    def _whole(self, response: requests.Response) -> bytes:
        kind = response.headers.get("Content-Type", "").lower()
        if response.ok and kind.startswith(_NO_PAGE):
            raise FetchFailed(Reason.OTHER_MEDIA_TYPE, f"the server sends {kind}, not text or HTML")
        most = self._manners.max_size
        body = _body(response, most)
        if len(body) > most:
            detail = f"the page is larger than {most:,} bytes; raise --max-size if it really is"
            raise FetchFailed(Reason.TOO_LARGE, detail)
        return body

    def _host(self, url: str) -> _Host:
        name = host(url)
        if name not in self._hosts:
            pace = Pace(self._manners.delay, longest=self._manners.max_pause, stop=self._stop)
            self._hosts.setdefault(name, _Host(Lock(), pace))
        return self._hosts[name]


def _resolve(base: str, location: str) -> str:
    try:
        return clean(urljoin(base, location.encode("latin-1").decode("utf-8", "replace")))
    except ValueError as error:
        raise FetchFailed(Reason.BAD_URL, "it redirects to an address that cannot be read") from error


class _Session(requests.Session):
    """A session that leaves redirects alone: even when it does not follow them, requests reads their whole bodies."""

    def get_redirect_target(self, resp: requests.Response) -> None:
        """None: they are followed one by one, by the rules for any address."""


def _session(manners: Manners) -> requests.Session:
    """A session that takes nothing from the environment (no proxy, no .netrc) but the bundle of trusted authorities."""
    session = _Session()
    session.trust_env = False
    session.verify = os.environ.get("REQUESTS_CA_BUNDLE") or True
    session.cookies.set_policy(DefaultCookiePolicy(allowed_domains=()))
    session.headers.clear()
    session.headers.update({"User-Agent": manners.user_agent, "Accept": _ACCEPT, "Accept-Encoding": "gzip, deflate"})
    for scheme in ("http://", "https://"):
        session.mount(scheme, CarefulAdapter(allow_private=manners.allow_private))
    return session


def _beginning(response: requests.Response) -> bytes:
    return _body(response, robots.MAX_SIZE)[: robots.MAX_SIZE]


def _body(response: requests.Response, most: int) -> bytes:
    """The body; of one of more than `most` bytes these, and some more."""
    body = bytearray()
    for chunk in response.iter_content(_CHUNK):
        body += chunk
        if len(body) > most:
            break
    return bytes(body)


def _exchange(url: str, response: requests.Response, body: bytes) -> Exchange:
    return Exchange(
        url=url,
        status=response.status_code,
        reason=_CONTROLS.sub(" ", response.reason or "").encode("ascii", "replace").decode().strip(),
        headers=tuple(_sound(response.raw.headers.iteritems())),
        body=body,
        date=now(),
        request=tuple((name, str(value)) for name, value in response.request.headers.items()),
    )


def _sound(headers: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """The headers that are some, each on one line."""
    for name, value in headers:
        if name.isascii() and name.isprintable() and " " not in name:
            yield name, " ".join(_CONTROLS.sub(" ", value).split())


def _outcome(send: Callable[[], Exchange]) -> Exchange | FetchFailed:
    try:
        return send()
    except FetchFailed as failed:
        return failed


def _settled(outcome: Exchange | FetchFailed) -> Exchange:
    if isinstance(outcome, FetchFailed):
        raise outcome
    return outcome


def _next_try(retry: Retry, outcome: Exchange | FetchFailed) -> Retry | None:
    """What is left of `retry` if the trouble may pass, else None."""
    passing = outcome.reason in _PASSING if isinstance(outcome, FetchFailed) else outcome.status in _BUSY
    try:
        return retry.increment("GET") if passing else None
    except MaxRetryError:
        return None


def _told_to_wait(outcome: Exchange | FetchFailed) -> float:
    """Seconds that the server asks to wait (RFC 9110, 10.2.3)."""
    told = outcome.header("Retry-After") if isinstance(outcome, Exchange) and outcome.status in _BUSY else None
    try:
        return Retry().parse_retry_after(told) if told else 0.0
    except InvalidHeader:
        return 0.0


def _adapt(pace: Pace, outcome: Exchange | FetchFailed) -> None:
    if isinstance(outcome, Exchange):
        (pace.slow_down if outcome.status in _COMPLAINTS else pace.ease)()
