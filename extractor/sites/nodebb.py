"""Forums that run on NodeBB: JSON-LD with full texts [seen]; the elements of its posts are recalled, not looked up."""

from extractor.layout import HtmlFacts, Layout, Part, Selector

LAYOUT = Layout(
    name="nodebb",
    html=HtmlFacts(
        signatures=('content="NodeBB"', 'component="post/content"'),
        asks_first=True,
        selectors=(
            Selector(Part.FURNITURE, "[component=post/tools]", guess=True),
            Selector(Part.FURNITURE, "[component=post/signature]", guess=True),
            Selector(Part.ANSWER, "[component=post]", guess=True),
            Selector(Part.TITLE, "[component=topic/title]", guess=True),
            Selector(Part.BODY, "[component=post/content]", guess=True),
            Selector(Part.MEMBER, "[data-username]", guess=True),
            Selector(Part.VOTES, "[component=post/vote-count]@data-votes", guess=True),
            Selector(Part.DATE, ".timeago@title", guess=True),
        ),
    ),
)
