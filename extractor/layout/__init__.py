"""What a site file may say: the public names for layouts, in this package and in others.

from extractor.layout import HtmlFacts, Kind, Layout, Mark, Part, Selector

LAYOUT = Layout(name="example", hosts=("example.com",), html=HtmlFacts((Selector(Part.ANSWER, ".reply"),)))
"""

from extractor.layout.html import POSTS, HtmlFacts, Part, Selector
from extractor.layout.layout import Layout, Side, below
from extractor.layout.marks import Kind, Mark

__all__ = ["POSTS", "HtmlFacts", "Kind", "Layout", "Mark", "Part", "Selector", "Side", "below"]
