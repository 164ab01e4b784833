"""What our archives say of their records is read back as it was said."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.errors import Reason
from extractor.sources.web_archives.crawl_fields import CrawlFields, Role, from_warc

_words = st.none() | st.from_regex(r"[!-~]+( [!-~]+)*", fullmatch=True)


@given(st.builds(CrawlFields, st.sampled_from(Role), _words, _words, st.integers(0, 9999), _words))
def test_fields_come_back(fields: CrawlFields) -> None:
    assert from_warc({name.lower(): value for name, value in fields.to_warc().items()}) == fields


def test_an_archive_of_others_has_none() -> None:
    assert from_warc({"warc-type": "response"}) is None


def test_a_failure_is_raised_again_as_it_was() -> None:
    refusal = CrawlFields(failure="http-404 the server answers 404").refusal
    assert refusal
    assert (refusal.reason, refusal.detail) == (Reason("http-404"), "the server answers 404")
    assert CrawlFields().refusal is None


@pytest.mark.parametrize(("name", "value"), [("role", "guest"), ("next-pages", "many"), ("next-pages", "9" * 5000)])
def test_fields_of_nonsense_are_none(name: str, value: str) -> None:
    assert from_warc({"x-extractor-role": "page", f"x-extractor-{name}": value}) is None


def test_a_failure_that_is_none_is_not_raised() -> None:
    assert CrawlFields(failure="nonsense and more").refusal is None
