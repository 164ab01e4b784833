"""Lines of preformatted text."""

import pytest
from lxml import html

from extractor.readers.html.posts import preformatted
from extractor.readers.html.posts.tree import Tree


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>one\ntwo</p>", "one two"),
        ("<pre>one\n  two\n\nthree</pre><p>four\nfive</p>", "one\ntwo\n\nthree\n\nfour five"),
        ("<pre><code><i>if</i> one:\n  <i>two</i>\n<i>three</i>\n</code></pre>", "if one:\ntwo\nthree"),
        ("<pre>one <b>two\nthree</b> four\nfive</pre>six", "one two\nthree four\nfive\n\nsix"),
        (
            "<pre><code><span>one</span><span>.</span><span>two</span> <span>=\n</span><b>3</b></code></pre>",
            "one.two =\n3",
        ),
        ("<pre><span>one</span><span>two</span></pre>", "one two"),
        ("<pre>one<br>two\nthree</pre>", "one\ntwo\nthree"),
    ],
    ids=["no pre", "lines", "coloured", "coloured in spans", "no code", "inside and behind", "with breaks"],
)
def test_a_line_break_ends_a_line_where_text_is_preformatted(markup: str, text: str) -> None:
    root = html.document_fromstring(f"<body>{markup}</body>")
    preformatted.break_lines(root)
    assert Tree(root).text == text


def test_too_many_lines_are_left_as_they_are(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(preformatted, "_MOST", 1)
    root = html.document_fromstring("<pre>one\ntwo\nthree</pre>")
    preformatted.break_lines(root)
    assert Tree(root).text == "one two three"
