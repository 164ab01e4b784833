"""What the head of a page says: the first of each name, and an address that is one."""

from extractor.document import Document
from extractor.readers.html.rendering.head import Head, read_head
from extractor.readers.html.rendering.parse import parse


def head_of(markup: str, address: str | None = "https://a.example/q/1?s=2") -> Head:
    return read_head(parse(Document(f"<html><head>{markup}</head><body><p>x</body></html>")).root, address)


def test_the_canonical_address_counts_before_the_one_it_came_from() -> None:
    assert head_of("<link rel=canonical href=/q/1>").url == "https://a.example/q/1"
    assert head_of("<meta property=og:url content=https://b.example/q>").url == "https://b.example/q"
    assert head_of("<link rel=canonical href='//['>").url == "https://a.example/q/1?s=2"
    assert head_of("", None).url is None


def test_titles_and_meta_are_kept_once() -> None:
    head = head_of("<title> Is \n it?</title><meta name=X content=one><meta name=x content=two>")
    assert (head.titles, head.meta["x"]) == (["Is it?"], "one")
