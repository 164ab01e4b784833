"""Blocks of JSON-LD as sites write them: each kind of breakage, each on its own."""

import json
from typing import Any

import pytest

from extractor.document import Document
from extractor.readers.html.rendering.parse import parse
from extractor.readers.html.schema_org.blocks import parse_json, read_blocks

REPAIRED: list[tuple[str, list[Any]]] = [
    ('{"a": "x\ny\tz"}', [{"a": "x\ny\tz"}]),
    ('//<![CDATA[\n{"a": 1}\n//]]>', [{"a": "1"}]),
    ('// <![CDATA[\n{"a": 1}\n// ]]&gt;', [{"a": "1"}]),
    ('/* <![CDATA[ */{"a": 1}/* ]]> */', [{"a": "1"}]),
    ('<!-- {"a": 1} -->', [{"a": "1"}]),
    ('{"a": 1};', [{"a": "1"}]),
    ('{"a": [1, 2,], "b": {"c": 3,},}', [{"a": ["1", "2"], "b": {"c": "3"}}]),
    ('{"a": "http://x//y", // why\n "b": /* or */ "/* not */"}', [{"a": "http://x//y", "b": "/* not */"}]),
    ('/* for searchers */ {"a": "b // c"} // end', [{"a": "b // c"}]),
    ('{"a": "\\d+ \\u12"}', [{"a": "\\d+ \\u12"}]),
    ('{"a": 1}\n{"b": 2}', [{"a": "1"}, {"b": "2"}]),
    ('{"a": "x"\n "b": 2\n "c": [1]}', [{"a": "x", "b": "2", "c": ["1"]}]),
    ('{\n"a": "say "hi" now",\n"u": "http://x"\n}', [{"a": 'say "hi" now', "u": "http://x"}]),
    ('\ufeff{"a": 1}', [{"a": "1"}]),
    ('{"a": NaN, "b": 4.50, "c": 1e400}', [{"a": None, "b": "4.50", "c": "1e400"}]),
    ('{"a": "\\ud800!"}', [{"a": "\ufffd!"}]),
    ('{"a": ' + "9" * 6_000 + "}", [{"a": "9" * 6_000}]),
    ("{&quot;a&quot;: &quot;x &amp;amp; y&quot;}", [{"a": "x &amp; y"}]),
    ("[{&#34;a&#34;: 1}]", [[{"a": "1"}]]),
    ("{&amp;quot;a&amp;quot;: 1}", [{"a": "1"}]),
    ('{"a": "&quot;so&quot;"}', [{"a": "&quot;so&quot;"}]),
    (json.dumps('{"a": "x \\"y\\""}'), [{"a": 'x "y"'}]),
    (json.dumps(json.dumps({"a": "x"})), [{"a": "x"}]),
    ('"just words"', ["just words"]),
    ('var data = {"a": "x = {"};', [{"a": "x = {"}]),
    ("null", [None]),
    ("", []),
]


@pytest.mark.parametrize(("text", "values"), REPAIRED)
def test_what_can_be_repaired(text: str, values: list[Any]) -> None:
    assert parse_json(text) == values


@pytest.mark.parametrize("text", ["bare", "{a: 1}", "[1, 2", '{"a": <p>}', "[" * 20_000 + "]" * 20_000])
def test_what_cannot_be_repaired(text: str) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        parse_json(text)


def _blocks(*scripts: str) -> tuple[int, int]:
    page = parse(Document("".join(scripts).encode()))
    blocks = read_blocks(page.root, page.data)
    return len(blocks.values), len(blocks.broken)


def test_a_broken_block_leaves_its_neighbours_alone() -> None:
    one = '<script type="application/ld+json">{"@type": "Question"}</script>'
    broken = '<script type="application/ld+json">{"@type": "Question</script>'
    assert _blocks(one, broken, one) == (2, 1)


def test_any_spelling_of_the_type_is_read() -> None:
    json = '{"@type": "Question"}'
    assert _blocks(
        f"<script type=application/ld+json>{json}</script>",
        f"<script type='Application/LD+JSON; charset=utf-8'>{json}</script>",
        f"<script type=text/javascript>{json}</script>",
    ) == (2, 0)


def test_a_block_in_a_comment_counts_where_no_other_asks() -> None:
    one = '<script type="application/ld+json">{"@type": "Question"}</script>'
    other = '<script type="application/ld+json">{"@type": "WebSite"}</script>'
    assert _blocks(f"<p>a</p><!-- {one} --><p>b</p>", other) == (2, 0)
    assert _blocks(f"<p>a</p><!-- {one} {one} -->", one) == (1, 0)


def test_the_types_of_all_blocks_are_told_also_of_those_that_are_not_read() -> None:
    def types(text: str) -> frozenset[str]:
        page = parse(Document(f'<p>a</p><script type="application/ld+json">{text}</script>'))
        return read_blocks(page.root, page.data).types

    assert types('{"@type": ["Recipe", "http://schema.org/NewsArticle"], "review": {"@type" : "Review"}}') == {
        "recipe",
        "newsarticle",
        "review",
    }
    assert types("{&quot;@type&quot;: &quot;https://schema.org/Product/&quot;") == {"product"}
    assert types("nothing") == frozenset()


def test_blocks_of_pages_without_a_question_are_not_looked_at() -> None:
    assert _blocks('<script type="application/ld+json">{"@type": "Organization", }}</script>') == (0, 0)


def test_strings_in_single_quotes_are_strings_whatever_apostrophes_they_hold() -> None:
    block = """{'@type': 'Question', 'name': 'Is it \\'ready\\'?', 'text': 'It isn't, says "he".', "n": ['a', 'b']}"""
    assert parse_json(block) == [
        {"@type": "Question", "name": "Is it 'ready'?", "text": 'It isn\'t, says "he".', "n": ["a", "b"]}
    ]
    assert parse_json("{'@type': 'Question', 'text': 'The dogs', he says, 'bark'}") == [
        {"@type": "Question", "text": "The dogs', he says, 'bark"}
    ]
    with pytest.raises(ValueError, match="Expecting"):
        parse_json("{'@type': 'Question', 'text': }")


def test_escapes_of_javascript_are_undone_and_what_is_none_is_text() -> None:
    assert parse_json(r"""{"a": "the bob\'s, R\x26B\u00e9 and C:\videos", "b": 'x'}""".replace("'x'", '"x"')) == [
        {"a": "the bob's, R&Bé and C:\\videos", "b": "x"}
    ]


def test_a_quote_in_a_string_ends_it_only_where_json_goes_on() -> None:
    text = '{"a": "keep it "warm", not "hot", or so", "b": ["c", true], "d": "e"}'
    assert parse_json(text) == [{"a": 'keep it "warm", not "hot", or so', "b": ["c", True], "d": "e"}]
