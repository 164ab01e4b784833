"""What a board prints above code is no part of a text; the code is, and so is what people write above theirs."""

import pytest
from lxml import html

from extractor.readers.html.posts.tree import Tree
from extractor.readers.html.posts.trimming.code_labels import code_labels


def _labels(text: str) -> list[str]:
    tree = Tree(html.document_fromstring(f"<body><div class='content'>Try this.<br>{text}It helps.</div></body>"))
    return [tree.words(i) for i in sorted(code_labels(tree))]


@pytest.mark.parametrize(
    ("box", "label"),
    [
        (
            "<div class='codebox'><p>Code: <a href='#'>Select all</a></p><pre><code>a = 1</code></pre></div>",
            "Code: Select all",
        ),
        ("<dl class='codebox'><dt>Code: <a href='#'>Alle</a></dt><dd><code>a = 1</code></dd></dl>", "Code: Alle"),
        ("<div class='codebox'><div class='incqbox'><h4>Code:</h4><pre>a = 1</pre></div></div>", "Code:"),
        ("<div class='codeblock'><div class='title'>Code:</div><div><code>a = 1</code></div></div>", "Code:"),
        ("<div><div class='bbcode_description'>PHP Code:</div><pre class='bbcode_code'>a = 1</pre></div>", "PHP Code:"),
        ("<div><div class='smallfont'>Code:</div><pre class='alt2'>a = 1</pre></div>", "Code:"),
        (
            "<div class='codeheader'>Code: <a href='#'>[Select]</a></div><code class='bbc_code'>a = 1</code>",
            "Code: [Select]",
        ),
        (
            "<div class='codeheader'><span class='code'>Code</span> <a href='#'>Select</a></div><code>a = 1</code>",
            "Code Select",
        ),
        (
            "<div class='bbCodeBlock--code'><div class='bbCodeBlock-title'>Code:</div><div><pre>a = 1</pre></div></div>",
            "Code:",
        ),
        (
            "<table><tr><td><span class='genmed'><b>Code:</b></span></td></tr><tr><td class='code'>a = 1</td></tr></table>",
            "Code:",
        ),
        ("<div class='bbc-block code'><h5>code:</h5><code>a = 1</code></div>", "code:"),
    ],
    ids=[
        "phpbb",
        "phpbb 3.0",
        "punbb",
        "mybb",
        "vbulletin 4",
        "vbulletin 3",
        "smf",
        "smf 2.1",
        "xenforo",
        "phpbb 2",
        "something awful",
    ],
)
def test_a_label_of_code_is_known_by_what_boards_call_it(box: str, label: str) -> None:
    assert _labels(box) == [label]


@pytest.mark.parametrize(
    "text",
    [
        "<p>Code:</p><pre>a = 1</pre>",
        "<div class='codebox'><pre>a = 1</pre></div>",
        "<div class='smallfont'>Quote:</div><p>So it was.</p><pre>a = 1</pre>",
        "<div class='smallfont'>Quote:</div><p>So it was.</p>",
        f"<div class='codebox'><p>{'All of this is what I typed. ' * 3}</p><pre>a = 1</pre></div>",
    ],
    ids=["of a writer", "no label", "of a quote", "no code", "long"],
)
def test_what_stands_elsewhere_is_kept(text: str) -> None:
    assert _labels(text) == []
