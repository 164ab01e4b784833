"""zhihu.com as it was in 2015 [seen]: answers under a property name of its own, numbers in attributes."""

from extractor.layout import HtmlFacts, Layout, Part, Selector

LAYOUT = Layout(
    name="zhihu",
    hosts=("zhihu.com",),
    html=HtmlFacts(
        signatures=('itemprop="topAnswer"', "zu-question-my-bio"),
        selectors=(
            Selector(Part.FURNITURE, "[itemtype$=ItemList] [itemtype$=Question]"),
            Selector(Part.ANSWER, "[itemprop=topAnswer]"),
            Selector(Part.TITLE, "#zh-question-title", guess=True),
            Selector(Part.TITLE, ".zm-item-title", guess=True),
            Selector(Part.COUNT, "#zh-question-answer-num@data-num", guess=True),
            Selector(Part.BODY, "#zh-question-detail .zm-editable-content", guess=True),
            Selector(Part.BODY, ".zm-editable-content", guess=True),
            Selector(Part.AUTHOR, ".author-link", guess=True),
            Selector(Part.AUTHOR_URL, ".author-link@href", guess=True),
            Selector(Part.AUTHOR, ".zm-item-answer-author-wrap a[data-tip]"),
            Selector(Part.AUTHOR_URL, ".zm-item-answer-author-wrap a[data-tip]@href"),
            Selector(Part.SPECIALTY, "strong.zu-question-my-bio@title"),
            Selector(Part.VOTES, "[data-votecount]@data-votecount"),
            Selector(Part.DATE, "[data-created]@data-created"),
        ),
    ),
)
