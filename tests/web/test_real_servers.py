"""What a mock cannot show: servers on the loopback interface that misbehave."""

import gzip
import itertools
import socket
import ssl
import struct
import threading
import time
import tracemalloc
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
import trustme

from extractor.errors import FetchFailed, Reason
from extractor.web import connection
from extractor.web.exchange import Exchange
from extractor.web.fetch import Fetcher
from extractor.web.manners import Manners
from extractor.web.rate import JITTER
from tests.web.clock import Clock
from tests.web.servers import PATIENCE, Handler, serving

QUICK = Manners(delay=0.01, timeout=30.0, retries=0, max_size=200_000, allow_private=True)


def fetcher(manners: Manners = QUICK) -> Fetcher:
    return Fetcher(manners, threading.Event(), lambda _: None)


def without_robots(answer: Callable[[Handler], None]) -> Callable[[Handler], None]:
    def answer_all(request: Handler) -> None:
        if request.path == "/robots.txt":
            request.send(status=404)
        else:
            answer(request)

    return answer_all


def outcome(answer: Callable[[Handler], None], manners: Manners = QUICK, path: str = "/q") -> Reason | Exchange:
    with serving(without_robots(answer)) as site:
        try:
            return fetcher(manners).get(site.url + path)[-1]
        except FetchFailed as failed:
            return failed.reason


def drip(request: Handler, data: bytes) -> None:
    """One byte at a time, each well within any limit between two packets."""
    for byte in itertools.islice(itertools.cycle(data), 100):
        request.wfile.write(bytes([byte]))
        request.wfile.flush()
        time.sleep(0.05)


def slow_body(request: Handler) -> None:
    request.begin(Content_Length="100000")
    drip(request, b"x")


def slow_chunks(request: Handler) -> None:
    request.begin(Transfer_Encoding="chunked")
    drip(request, b"1\r\nx\r\n")


def slow_head(request: Handler) -> None:
    drip(request, b"HTTP/1.1 200 OK\r\nX-Filling: filling\r\n")


def slow_start(_: Handler) -> None:
    time.sleep(2)


def steady(request: Handler) -> None:
    request.begin(Content_Length="10000000")
    for _ in range(3000):
        request.wfile.write(b"filling ")
        time.sleep(0.0005)


@pytest.mark.parametrize("answer", [steady, slow_body, slow_chunks, slow_head, slow_start])
def test_an_answer_that_never_ends_in_time_is_left(answer: Callable[[Handler], None]) -> None:
    assert outcome(answer, replace(QUICK, timeout=0.6)) is Reason.TIMEOUT


def endless(request: Handler) -> None:
    request.begin(Connection="close")
    for _ in range(10_000):
        request.wfile.write(b"filling " * 1000)


def endless_chunks(request: Handler) -> None:
    request.begin(Transfer_Encoding="chunked")
    for _ in range(10_000):
        request.wfile.write(b"1f40\r\n" + b"filling " * 1000 + b"\r\n")


def endless_redirect(request: Handler) -> None:
    request.send_response(302)
    request.send_header("Location", "/elsewhere")
    request.end_headers()
    for _ in range(10_000):
        request.wfile.write(b"filling " * 1000)


@pytest.mark.parametrize("answer", [endless, endless_chunks, endless_redirect])
def test_a_body_without_end_is_left_at_the_limit(answer: Callable[[Handler], None]) -> None:
    patient = replace(QUICK, timeout=PATIENCE)
    assert outcome(answer, patient) is Reason.TOO_LARGE


@pytest.mark.parametrize("coding", ["gzip", "gzip, gzip"])
def test_a_bomb_is_left_before_it_fills_the_memory(coding: str) -> None:
    packed = bytes(100_000_000)
    for _ in coding.split(","):
        packed = gzip.compress(packed)
    patient = replace(QUICK, timeout=PATIENCE)
    tracemalloc.start()
    try:
        assert outcome(lambda request: request.send(packed, Content_Encoding=coding), patient) is Reason.TOO_LARGE
        assert tracemalloc.get_traced_memory()[1] < 5_000_000
    finally:
        tracemalloc.stop()


def reset(request: Handler) -> None:
    request.begin(Content_Length="1000")
    request.wfile.write(b"half of it")
    request.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    request.connection.close()
    request.close_connection = True


def cut_short(request: Handler) -> None:
    request.begin(Content_Length="1000", Connection="close")
    request.wfile.write(b"half of it")


def cut_short_in_chunks(request: Handler) -> None:
    request.begin(Transfer_Encoding="chunked", Connection="close")
    request.wfile.write(b"5\r\nhalf \r\n")


def no_http(request: Handler) -> None:
    request.wfile.write(b"220 mail.example ESMTP\r\n")
    request.close_connection = True


@pytest.mark.parametrize("answer", [reset, cut_short, cut_short_in_chunks, no_http])
def test_half_an_answer_is_no_answer(answer: Callable[[Handler], None]) -> None:
    assert outcome(answer) is Reason.CONNECTION_FAILED


@pytest.mark.parametrize("fault", [reset, cut_short])
def test_an_answer_that_broke_off_is_asked_for_again(fault: Callable[[Handler], None]) -> None:
    turns = itertools.count()

    def answer(request: Handler) -> None:
        if next(turns) == 0:
            fault(request)
        else:
            request.send(b"whole")

    found = outcome(answer, replace(QUICK, retries=1))
    assert isinstance(found, Exchange)
    assert found.body == b"whole"


def test_nobody_there() -> None:
    with socket.socket() as bound:
        bound.bind(("127.0.0.1", 0))
        with pytest.raises(FetchFailed) as caught:
            fetcher().get(f"http://127.0.0.1:{bound.getsockname()[1]}/")
    assert caught.value.reason is Reason.CONNECTION_FAILED


def test_redirect_loops_end() -> None:
    assert outcome(lambda request: request.send(status=302, Location=request.path)) is Reason.TOO_MANY_REDIRECTS


def test_connections_are_kept_for_the_next_request() -> None:
    with serving(without_robots(lambda request: request.send(b"here"))) as site:
        getting = fetcher()
        for number in range(5):
            getting.get(f"{site.url}/{number}")
        assert len(site.seen) == 6
        assert len({request.port for request in site.seen}) == 1


def test_a_delay_of_a_second_is_the_default_and_is_kept(clock: Clock) -> None:
    with serving(without_robots(lambda request: request.send(b"here"))) as site:
        getting = Fetcher(Manners(allow_private=True), clock.event, lambda _: None)
        for number in range(2):
            getting.get(f"{site.url}/{number}")
    assert len(clock.waits) == 2
    assert min(clock.waits) >= 0.995
    assert max(clock.waits) <= 1 + JITTER + 0.002


def test_a_delay_that_robots_ask_for_is_kept() -> None:
    def answer(request: Handler) -> None:
        request.send(b"User-agent: *\nCrawl-delay: 0.5\n" if request.path == "/robots.txt" else b"here")

    with serving(answer) as site:
        getting = fetcher()
        for number in range(3):
            getting.get(f"{site.url}/{number}")
    assert len(site.gaps()) == 3
    assert min(site.gaps()) >= 0.495


def test_a_retry_keeps_the_gap_too() -> None:
    with serving(without_robots(lambda request: request.send(status=500))) as site:
        assert fetcher(Manners(delay=0.3, retries=2, allow_private=True)).get(site.url)[-1].status == 500
    assert len(site.seen) == 4
    assert min(site.gaps()) >= 0.295


def test_a_server_that_complains_is_asked_less_often() -> None:
    statuses = iter([503, 200, 200, 200])
    with serving(without_robots(lambda request: request.send(status=next(statuses)))) as site:
        getting = fetcher(Manners(delay=0.2, retries=1, allow_private=True))
        for number in range(3):
            getting.get(f"{site.url}/{number}")
    before, *after = site.gaps()
    assert before >= 0.195
    assert after[0] >= 0.395
    assert after[1] >= 0.355


def only_here(monkeypatch: pytest.MonkeyPatch) -> None:
    """The rules for public addresses with 127.0.0.1 in the part of one: the address that a test can serve."""
    monkeypatch.setattr(connection, "is_public", lambda address: address == "127.0.0.1")


def test_private_addresses_are_not_connected_to() -> None:
    with serving(lambda request: request.send(b"secret")) as site:
        with pytest.raises(FetchFailed) as caught:
            fetcher(Manners(delay=0.01)).get(site.url)
        assert site.seen == []
    assert caught.value.reason is Reason.PRIVATE_ADDRESS
    assert "--allow-private" in caught.value.detail


def test_a_redirect_to_a_private_address_is_not_followed(monkeypatch: pytest.MonkeyPatch) -> None:
    only_here(monkeypatch)
    with serving(lambda request: request.send(b"secret"), "127.0.0.2") as inside:
        answer = without_robots(lambda request: request.send(status=302, Location=f"{inside.url}/admin"))
        with serving(answer) as site, pytest.raises(FetchFailed) as caught:
            fetcher(Manners(delay=0.01)).get(site.url)
        assert "/" in site.paths()
        assert inside.seen == []
    assert caught.value.reason is Reason.PRIVATE_ADDRESS


def test_a_name_that_changes_its_address_does_not_lead_inside(monkeypatch: pytest.MonkeyPatch) -> None:
    only_here(monkeypatch)
    resolve, answers = socket.getaddrinfo, iter(["127.0.0.1", "127.0.0.2", "127.0.0.2", "127.0.0.2"])

    def rebinding(host: str, *args: object, **kwargs: object) -> object:
        return resolve(next(answers) if host == "rebinding.example" else host, *args, **kwargs)  # type: ignore[arg-type]

    with serving(lambda request: request.send(b"outside", Connection="close")) as site:
        port = site.url.rpartition(":")[2]
        monkeypatch.setattr(socket, "getaddrinfo", rebinding)
        getting = fetcher(Manners(delay=0.01))
        with pytest.raises(FetchFailed) as caught:
            getting.get(f"http://rebinding.example:{port}/")
        assert site.paths() == ["/robots.txt"]
        assert site.seen[0].headers["Host"] == f"rebinding.example:{port}"
    assert caught.value.reason is Reason.PRIVATE_ADDRESS


def test_of_several_addresses_the_next_is_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    resolve = socket.getaddrinfo

    def two(host: str, port: int, *args: object, **kwargs: object) -> object:
        if host != "two.example":
            return resolve(host, port, *args, **kwargs)  # type: ignore[arg-type]
        return [entry for name in ("127.0.0.2", "127.0.0.1") for entry in resolve(name, port, type=socket.SOCK_STREAM)]

    with serving(without_robots(lambda request: request.send(b"here"))) as site:
        monkeypatch.setattr(socket, "getaddrinfo", two)
        (answer,) = fetcher().get(f"http://two.example:{site.url.rpartition(':')[2]}/")
    assert answer.body == b"here"


def test_a_name_without_an_address(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*_: object, **__: object) -> None:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    with pytest.raises(FetchFailed) as caught:
        fetcher().get("http://nowhere.invalid/")
    assert caught.value.reason is Reason.UNKNOWN_HOST


def test_proxies_of_the_environment_do_not_lead_inside(monkeypatch: pytest.MonkeyPatch) -> None:
    with serving(lambda request: request.send(b"secret")) as proxy:
        monkeypatch.setenv("HTTP_PROXY", proxy.url)
        monkeypatch.setenv("http_proxy", proxy.url)
        with pytest.raises(FetchFailed):
            fetcher(Manners(delay=0.01)).get("http://10.0.0.1/")
        assert proxy.seen == []


def serve_once_with_tls(authority: trustme.CA, name: str) -> tuple[int, threading.Thread, list[str]]:
    """A TLS server for two connections or requests that notes the name it was asked by."""
    names: list[str] = []
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert(name).configure_cert(context)
    context.sni_callback = lambda _, asked, __: names.append(asked)
    listener = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        with listener:
            for _ in range(2):
                plain, _ = listener.accept()
                try:
                    with context.wrap_socket(plain, server_side=True) as secure:
                        secure.recv(10_000)
                        secure.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 4\r\nConnection: close\r\n\r\nhere")
                except OSError:
                    return

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    return listener.getsockname()[1], thread, names


@pytest.fixture
def named_here(monkeypatch: pytest.MonkeyPatch) -> str:
    """A host name that leads to the loopback interface."""
    resolve, name = socket.getaddrinfo, "secure.example"

    def resolving(host: str, *args: object, **kwargs: object) -> object:
        return resolve("127.0.0.1" if host == name else host, *args, **kwargs)  # type: ignore[arg-type]

    monkeypatch.setattr(socket, "getaddrinfo", resolving)
    return name


def test_a_certificate_is_checked_against_the_name_not_the_address(
    named_here: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    authority = trustme.CA()
    authority.cert_pem.write_to_path(str(tmp_path / "ca.pem"))
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(tmp_path / "ca.pem"))
    port, thread, names = serve_once_with_tls(authority, named_here)
    assert fetcher().get(f"https://{named_here}:{port}/")[-1].body == b"here"
    thread.join(5)
    assert names == [named_here, named_here]


def test_a_certificate_that_nobody_vouches_for_is_refused(named_here: str) -> None:
    port, thread, _ = serve_once_with_tls(trustme.CA(), named_here)
    with pytest.raises(FetchFailed) as caught:
        fetcher().get(f"https://{named_here}:{port}/")
    thread.join(5)
    assert caught.value.reason is Reason.TLS_FAILED
