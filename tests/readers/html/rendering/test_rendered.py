"""What holds of every rendered page: hints at the beginnings of lines, regions and cuts inside the text."""

from hypothesis import given
from hypothesis import strategies as st

from extractor.document import Document
from extractor.layout import Part, Selector
from extractor.readers.html.rendering.parse import parse
from extractor.readers.html.rendering.render import render
from extractor.readers.html.rendering.rendered import Region, Rendered
from extractor.readers.html.rendering.selectors import Rules

RULES = Rules((Selector(Part.ANSWER, ".a"), Selector(Part.BODY, ".b"), Selector(Part.VOTES, "[data-n]@data-n")))
_PIECES = (
    "<div class=a>", "</div>", "<p class=b>", "</p>", "<span data-n=7>", "</span>", "<br>", "<li>", "<h2>", "</h2>",
    "one", " two ", "three...", "<a>more</a>", "<button>x</button>", "<div class=sidebar>", "\n",
)  # fmt: skip


@given(st.lists(st.sampled_from(_PIECES), max_size=30))
def test_every_page(chosen: list[str]) -> None:
    page = render(parse(Document("<body>x" + "".join(chosen))).root, RULES)
    lines = {at for at in range(len(page.text)) if page.text[at] != "\n" and (at == 0 or page.text[at - 1] == "\n")}
    assert set(page.hints) == lines
    assert all(0 <= region.start <= region.end <= len(page.text) for region in page.regions)
    assert all(
        page.text[region.start : region.end].strip() == page.text[region.start : region.end] for region in page.regions
    )
    assert all(cut == len(page.text) or page.text[cut] == "\n" for cut in page.cuts)
    assert {region.value for region in page.regions} <= {None, "7"}


def test_a_page_holds_nothing_that_was_not_said() -> None:
    assert Rendered("x") == Rendered("x", {}, (), is_cut=False, cuts=frozenset(), title=None, url=None, meta={})
    assert Region(Part.BODY, 1, 2) == Region(Part.BODY, 1, 2, None, 0)
