"""Connections lead to public addresses only, whatever a name resolves to, and answers end in time."""

import socket
import time

import pytest
import requests

from extractor.errors import FetchFailed, Reason
from extractor.web.connection import CarefulAdapter
from tests.web.servers import Handler, serving


def session(*, allow_private: bool) -> requests.Session:
    made = requests.Session()
    made.mount("http://", CarefulAdapter(allow_private=allow_private))
    made.trust_env = False
    return made


def answer(request: Handler) -> None:
    request.send(b"here")


def test_a_private_address_is_asked_on_wish_only() -> None:
    with serving(answer) as running:
        assert session(allow_private=True).get(running.url, timeout=30).content == b"here"
        with pytest.raises(FetchFailed) as caught:
            session(allow_private=False).get(running.url, timeout=30)
        assert caught.value.reason is Reason.PRIVATE_ADDRESS
        assert len(running.seen) == 1


def test_a_name_that_leads_to_a_private_address_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []

    def resolve(host: object, port: object, **_: object) -> list[object]:
        asked.append(host)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("192.168.0.1", port))]

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    with pytest.raises(FetchFailed, match=r"is at 192\.168\.0\.1, which is no address of the public internet"):
        session(allow_private=False).get("http://inside.example/", timeout=30)
    assert asked == ["inside.example"]


def test_an_answer_that_drips_is_left_when_its_time_is_over() -> None:
    def drip(request: Handler) -> None:
        request.send_response(200)
        request.end_headers()
        for _ in range(100):
            request.wfile.write(b"x")
            request.wfile.flush()
            time.sleep(0.05)

    with serving(drip) as running, pytest.raises(requests.RequestException):
        _ = session(allow_private=True).get(running.url, timeout=1).content
