"""What a server and the head of a page ask of machines."""

import pytest

from extractor.sources.provenance import provenance

DATE = "2026-01-01T00:00:00Z"


@pytest.mark.parametrize(
    ("headers", "body", "robots"),
    [
        ({}, b"<p>noai", ()),
        ({"x-robots-tag": "NoIndex,  no  ai"}, b"", ("noindex", "no ai")),
        ({}, b"<META content='noai, noindex' NAME=robots>", ("noai", "noindex")),
        ({"x-robots-tag": "noai"}, b'<meta name="robots" content="noai">', ("noai",)),
        ({"tdm-reservation": " 1 "}, b"", ("tdm-reservation",)),
        ({"tdm-reservation": "0"}, b'<meta name="tdm-reservation" content="1">', ("tdm-reservation",)),
        ({}, b'<meta name="description" content="robots">', ()),
        ({}, b" " * 100_000 + b'<meta name="robots" content="noai">', ()),
    ],
)
def test_directives_of_headers_and_of_the_head(headers: dict[str, str], body: bytes, robots: tuple[str, ...]) -> None:
    assert provenance(DATE, 200, headers, body).robots == robots


def test_fractions_of_seconds_are_left_out() -> None:
    assert provenance("2026-01-01T00:00:00.123456Z", 200, {}, b"").fetched_at == DATE
    assert provenance(DATE, 200, {}, b"").fetched_at == DATE
