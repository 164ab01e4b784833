"""Whatever a server sends, the run goes on: an answer or a reason, nothing else."""

import socket
import threading
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from extractor.document import Document
from extractor.errors import FetchFailed, Reason
from extractor.sources import documents as stored
from extractor.sources.provenance import provenance
from extractor.web import Manners, Order, documents
from extractor.web.exchange import Exchange, page_document
from extractor.web.links import links, next_page
from extractor.web.sitemap import read_sitemap
from extractor.web.walls import declared_wall, likely_wall
from tests.web.questions import read

URL = "https://a.example/q/1"
PIECES = [
    b"HTTP/1.1 200 OK\r\n", b"HTTP/1.0 302 Found\r\n", b"HTTP/1.1 503\r\n", b"HTTP/1.1 304 Not\xff Modified\r\n",
    b"HTTP/1.1 99999 Much\r\n", b"HTTP/9 200\r\n", b"HTTP/1.1 100 Continue\r\n\r\n", b"HTTP/1.1 101 Switching\r\n\r\n",
    b"Content-Length: 5\r\n", b"Content-Length: -1\r\n", b"Content-Length: x\r\n", b"Content-Length: 5, 6\r\n",
    b"Transfer-Encoding: chunked\r\n", b"Content-Encoding: gzip\r\n", b"Content-Encoding: br, deflate, zstd\r\n",
    b"Content-Type: text/html; charset=\xff\xfe\r\n", b"Content-Type: ;;;=\r\n", b"Location: http://[\r\n",
    b"Location: /q\r\n", b"Location: \xc3\xa9\r\n", b"Location:\r\n", b"Retry-After: 99999999999999999999\r\n",
    b"Retry-After: Fri, 99 Jan 0000\r\n", b"Set-Cookie: a=b\r\n", b": no name\r\n", b"no colon\r\n", b" folded\r\n",
    b"X-Robots-Tag: \xe9\x00\r\n", b"\r\n", b"5\r\nhello\r\n0\r\n\r\n", b"hello", b"\x1f\x8b\x08\x00", b"<h1>Why?</h1>",
]  # fmt: skip
answers = st.lists(st.sampled_from(PIECES) | st.binary(max_size=20), max_size=12).map(b"".join)
pages = st.lists(
    st.sampled_from(
        [
            "<a href='", "http://[", "?page=2", "'>", "<base href='", "\0", "<meta name=robots content=", "noai", ">",
            "<link rel=next href=//", "é", "<title>Just a moment", "<input type=password", "<urlset>", "<loc>", "<!--",
            "<?xml version='1.0' encoding='nonsense'?>", "<html xmlns='x'>", "&#55296;", "page=99999999999999999999",
        ]
    )
    | st.text(max_size=5),
    max_size=15,
).map("".join)  # fmt: skip


@pytest.fixture(scope="module")
def says() -> Iterator[tuple[str, list[bytes]]]:
    """A server that sends the bytes in the list to whoever asks, and its address."""
    saying = [b""]
    listener = socket.create_server(("127.0.0.1", 0))
    listener.settimeout(0.05)
    stop = threading.Event()

    def serve() -> None:
        while not stop.is_set():
            try:
                client, _ = listener.accept()
            except TimeoutError:
                continue
            with client:
                client.settimeout(1)
                try:
                    asked = client.recv(65536)
                    client.sendall(b"HTTP/1.1 404 No\r\n\r\n" if asked.startswith(b"GET /robots.txt") else saying[0])
                    client.shutdown(socket.SHUT_WR)
                    client.recv(65536)
                except OSError:
                    pass

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{listener.getsockname()[1]}/q", saying
    stop.set()
    thread.join()
    listener.close()


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(sent=answers)
@pytest.mark.filterwarnings("default")
def test_any_bytes_of_a_server(says: tuple[str, list[bytes]], sent: bytes) -> None:
    url, saying = says
    saying[0] = sent
    manners = Manners(delay=0.0, timeout=2.0, retries=0, max_size=10_000, allow_private=True)
    with TemporaryDirectory() as folder:
        (item,) = documents(Order(urls=(url,), manners=manners, store=Path(folder)), read)
        again = list(stored([f"{folder}/extractor-00000.warc.gz"]))
    assert item.source == url
    assert again == [item]
    assert isinstance(item, Document) or item.reason is not Reason.INTERNAL_ERROR


@given(body=pages, kind=st.sampled_from(["text/html", "text/html; charset=utf-16", ""]))
@example(body="<http://[", kind="text/html")
def test_any_page_can_be_looked_through(body: str, kind: str) -> None:
    answer = Exchange(
        URL, 200, "OK", (("Content-Type", kind),), body.encode("utf-8", "surrogatepass"), "2026-01-01T00:00:00Z"
    )
    assert all(url.startswith("https://a.example/") for url in links(answer))
    following = next_page(answer, URL)
    assert following is None or following.startswith("https://a.example/q/1")
    assert declared_wall(answer) is None
    assert likely_wall(answer) in (None, "a bot check", "a login", "a consent wall")
    assert page_document(answer, URL).provenance == provenance(answer.date, 200, {}, answer.body)
    with suppress(FetchFailed):
        assert all(url.startswith("https://a.example/") for url in read_sitemap(answer).pages)
