"""Trees to text: lines, paragraphs, what is left out, hints and regions."""

import pytest

from extractor.document import Document
from extractor.layout import Part, Selector
from extractor.readers.html.rendering.parse import parse
from extractor.readers.html.rendering.render import render
from extractor.readers.html.rendering.rendered import Rendered
from extractor.readers.html.rendering.selectors import Rules

LONG = "This sentence is long enough to be a paragraph, whatever the tag is that holds it, since nobody writes lines like it."


def _render(html: str, *selectors: Selector) -> Rendered:
    return render(parse(Document(html.encode())).root, Rules(selectors))


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>one\n  two</p><p>three</p>", "one two\n\nthree"),
        ("<div>one</div><div>two</div>", "one\ntwo"),
        (f"<div>{LONG}</div><div>two</div>", f"{LONG}\n\ntwo"),
        ("<ul><li>one<li>two</ul>after", "one\ntwo\n\nafter"),
        ("one<br>two<br><br>three", "one\ntwo\n\nthree"),
        ("<p>one</p><br><br><p>two</p>", "one\n\n\ntwo"),
        ("<b>B</b>old <i>and</i> <a href='/x'>li</a>nk", "Bold and link"),
        ("<span>Boca Raton</span><span>Plastic Surgeon</span>", "Boca Raton Plastic Surgeon"),
        ("<span>Jane Roe</span><span>, MD</span>", "Jane Roe, MD"),
        ("<table><tr><td>one<td>two<tr><td>three</table>", "one\ntwo\nthree"),
        ("a&nbsp;&nbsp;b &amp; &lt;c&gt;", "a b & <c>"),
        ("<p>&nbsp;</p><p>one</p>", "one"),
        ("<pre>one\n  two <b>and\nthree</b>\n\nfour</pre>five\nsix", "one\ntwo and\nthree\n\nfour\n\nfive six"),
        ("no tags at all", "no tags at all"),
        ("a\x86b\x8fc &#x8f;d", "abc d"),
    ],
)
def test_lines(html: str, text: str) -> None:
    assert _render(html).text == text


@pytest.mark.parametrize(
    "furniture",
    [
        "<script>var a = '<p>no</p>'</script>",
        "<style>.a{}</style>",
        "<nav><ul><li>Home</ul></nav>",
        "<header><a>Logo</a></header>",
        "<footer><p>Copyright</p></footer>",
        "<aside><h2>Related</h2></aside>",
        "<div role=navigation>Home</div>",
        "<div class='main-menu'>Home</div>",
        "<div class='col share'><div>Tweet</div></div>",
        "<div hidden>Sign in</div>",
        "<p style='display: none'>Sign in</p>",
        "<span aria-hidden=true>x</span>",
        "<button>Share</button>",
        "<select><option>1<option>2</select>",
        "<svg><text>icon</text></svg>",
        "<noscript>Please enable JavaScript</noscript>",
        "<template><p>row</p></template>",
        "<!-- comment -->",
        "<a href='/x'>Read more</a>",
    ],
)
def test_what_is_no_content_is_left_out(furniture: str) -> None:
    assert _render(f"<p>one</p>{furniture}<p>two</p>").text == "one\n\ntwo"


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<header><nav>Home</nav><h1>Title</h1></header>", "Title"),
        ("<div class='page with-sidebar'><h1>Title</h1></div>", "Title"),
        ("<div class='has-menu'>text</div>", "text"),
        ("<div class=sidebar><div><h1>Title</h1></div></div><div class=sidebar>ad</div>", "Title"),
        ("<article><p>body</p><footer>Jane Roe, MD</footer></article>", "body\n\nJane Roe, MD"),
        ("<p>body</p><footer><b itemprop='author'>Jane Roe, MD</b></footer><footer>c</footer>", "body\n\nJane Roe, MD"),
        (
            "<noscript><p>The posts, for readers without scripts.</p></noscript>",
            "The posts, for readers without scripts.",
        ),
    ],
)
def test_what_looks_like_furniture_but_holds_content_stays(html: str, text: str) -> None:
    assert _render(html).text == text


@pytest.mark.parametrize(
    "html",
    [
        "<p>first half <span class=dots>...</span><span class=more>second half</span> <a href=#>ver mais</a></p>",
        "<p>first half... <a>Read more</a> <span style='display:none'>second half</span> <a>Read less</a></p>",
        "<p>first half… <button>Show more</button> second half</p>",
    ],
)
def test_folded_text_is_joined(html: str) -> None:
    assert _render(html).text == "first half second half"


@pytest.mark.parametrize(
    ("html", "shown"),
    [
        ("<p>the beginning... <a href='/full'>Read more</a></p>", "the beginning..."),
        ("<p>the beginning… <a href='/full'>more</a></p>", "the beginning…"),
        ("<p>the beginning...</p><a class=see-more href='/a/1'>See full answer »</a>", "the beginning..."),
        ("<p>the beginning of a bo <span>(ver más)</span></p>", "the beginning of a bo"),
        ("<p>the beginning…</p><div><a href='/a'>Czytaj dalej</a></div>", "the beginning…"),
        ("<p>the beginning<span>...</span></p>", "the beginning..."),
    ],
)
def test_text_that_is_really_cut_keeps_its_ellipsis_and_is_known_to_be(html: str, shown: str) -> None:
    page = _render(f"{html}<p>Another text.</p>")
    assert page.text.split("\n")[0] == shown
    assert page.cuts == {len(shown)}


@pytest.mark.parametrize(
    "html",
    [
        "<p>It is normal. <a>more</a></p>",
        "<p>It is normal.</p><a>Read more</a>",
        "<p>It depends...</p><p>I would wait <a>more</a> weeks.</p>",
        "<p>first half... <a>Read more</a> <span style='display:none'>second half</span> <a>Read less</a></p>",
    ],
)
def test_text_that_ends_by_itself_is_not_cut(html: str) -> None:
    assert not _render(html).cuts


def test_hints_say_what_the_markup_says_of_a_line() -> None:
    page = _render("<h2 class=t>Head</h2><ul><li>item</ul><p class=name itemprop=author><b>Jane</b> Roe</p>")
    hints = [page.hints[start] for start in sorted(page.hints)]
    assert [page.text[start : start + 4] for start in sorted(page.hints)] == ["Head", "item", "Jane"]
    assert (hints[0].tag, hints[0].heading, hints[0].classes) == ("h2", 2, "t")
    assert (hints[1].tag, hints[1].heading) == ("li", 0)
    assert (hints[2].tag, hints[2].classes) == ("p", "name")


def test_regions_are_the_places_of_what_selectors_name() -> None:
    page = _render(
        "<div class=answer data-votes=4><h3>Yes</h3><div class='body x'><p>one</p><p>two</p></div>"
        "<p>by <b class=who>Jane Roe</b> today</p></div>",
        Selector(Part.ANSWER, ".answer"),
        Selector(Part.VOTES, ".answer@data-votes"),
        Selector(Part.BODY, ".answer .body"),
        Selector(Part.BODY, ".question .body"),
        Selector(Part.AUTHOR, ".who"),
    )
    found = {region.part: region.value or page.text[region.start : region.end] for region in page.regions}
    assert found == {
        Part.ANSWER: "Yes\n\none\n\ntwo\n\nby Jane Roe today",
        Part.VOTES: "4",
        Part.BODY: "one\n\ntwo",
        Part.AUTHOR: "Jane Roe",
    }
    assert len({region.post for region in page.regions}) == 1


def test_furniture_that_a_layout_names_is_left_out_and_what_it_wants_is_kept() -> None:
    selectors = (
        Selector(Part.FURNITURE, ".meta"),
        Selector(Part.BODY, "aside.card"),
        Selector(Part.VOTES, "button.up"),
    )
    page = _render("<p class=meta>x</p><aside class=card>kept</aside><button class=up>7</button>", *selectors)
    assert page.text == "kept\n\n7"


def test_a_page_of_too_many_lines_is_cut_and_says_so() -> None:
    page = _render("<p>x</p>" * 30_000)
    assert page.is_cut
    assert 0 < page.text.count("x") < 30_000


def test_what_has_its_value_in_content_means_that_alone() -> None:
    selectors = [Selector(Part.AUTHOR, "[property=name]@content"), Selector(Part.HEADLINE, "[property=name]")]
    page = _render("<p property=name content='Ann Lee'>Dr. Lee</p><p property=name>So</p>", *selectors)
    assert [(one.part, one.value) for one in page.regions] == [(Part.AUTHOR, "Ann Lee"), (Part.HEADLINE, None)]
