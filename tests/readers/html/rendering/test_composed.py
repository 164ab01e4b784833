"""A page's tree put together: shadow roots, items that refer to elements elsewhere, prefixes of RDFa."""

import pytest
from lxml import html

from extractor.readers.html.rendering.composed import compose


def _composed(page: str) -> html.HtmlElement:
    root = html.document_fromstring(page)
    compose(root, page.encode())
    return root


@pytest.mark.parametrize(
    ("host", "shown"),
    [
        ("<template shadowrootmode=open><h1>A</h1><slot></slot>!</template><p>B</p>", "AB!"),
        ("<template shadowroot=closed><slot name=x></slot>A<slot></slot></template>B<p slot=x>C</p>", "CAB"),
        ("<template shadowrootmode=open>A</template><p>B</p>", "AB"),
        ("<template shadowrootmode=open><i><slot>or A</slot></i></template>", "or A"),
        ("<template shadowrootmode=open><b-b><template shadowrootmode=open>(<slot></slot>)</template><slot></slot></b-b></template>A", "(A)"),
    ],
    ids="slot names no-slot empty nested".split(),
)  # fmt: skip
def test_a_shadow_root_shows_what_its_host_holds_in_its_slots(host: str, shown: str) -> None:
    root = _composed(f"<body><q-a>{host}</q-a></body>")
    assert "".join(map(str, root.itertext())).strip() == shown
    assert not list(root.iter("template"))


def test_a_template_that_is_no_shadow_root_stays_one() -> None:
    root = _composed("<body><template id=a>A</template><q-a><template shadowrootmode=open>B</template></q-a></body>")
    assert [one.text for one in root.iter("template")] == ["A"]


@pytest.mark.parametrize(
    ("component", "shown"),
    [
        ("<q-a told='&quot;\\u003cp\\u003eA&amp;amp;B\\u003c/p\\u003e&quot;' name='C'></q-a>", "A&B"),
        ("<q-a told='\"&lt;p>A&lt;/p>\"'>B</q-a>", "B"),
        ("<q-a told='&quot;&lt;p>A'></q-a>", ""),
        ("<p told='&quot;&lt;p>A&lt;/p>&quot;'></p>", ""),
    ],
    ids="told shown broken no-component".split(),
)
def test_an_empty_component_shows_the_text_in_its_attribute(component: str, shown: str) -> None:
    assert "".join(map(str, _composed(f"<body>{component}</body>").itertext())) == shown


def test_what_an_item_refers_to_belongs_to_it_once() -> None:
    root = _composed(
        "<body><div id=o><p itemscope itemref='a  o b none'>1</p><p itemscope itemref='a'>2</p></div>"
        "<i id=a>A</i><i id=b>B</i></body>"
    )
    assert ["".join(map(str, one.itertext())) for one in root.iter("p")] == ["1AB", "2"]


def test_of_names_of_schema_org_the_bare_ones_stay() -> None:
    root = _composed(
        "<head><meta property='og:title' content=x></head><body prefix='s: https://schema.org/ f: http://f.example/'>"
        "<div typeof='s:Question'><p property='s:name'>A</p><p property='f:name'>B</p><p rel='schema:author'>C</p></div>"
    )
    names = [one.get("property") for one in root.iter() if one.get("property")]
    assert names == ["og:title", "name", "f:name", "author"]
    assert [one.get("typeof") for one in root.iter("div")] == ["Question"]
