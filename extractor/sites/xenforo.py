"""Forums that run on XenForo 2: all posts look alike, the first is the question. Classes recalled, not looked up."""

from extractor.layout import HtmlFacts, Layout, Part, Selector

LAYOUT = Layout(
    name="xenforo",
    html=HtmlFacts(
        signatures=(' id="XF"',),
        asks_first=True,
        selectors=(
            Selector(Part.FURNITURE, ".message-attribution-opposite", guess=True),
            Selector(Part.FURNITURE, ".message-footer", guess=True),
            Selector(Part.FURNITURE, ".message-signature", guess=True),
            Selector(Part.FURNITURE, ".bbCodeBlock--quote", guess=True),
            Selector(Part.ANSWER, "article.message", guess=True),
            Selector(Part.TITLE, "h1.p-title-value", guess=True),
            Selector(Part.BODY, ".message-body .bbWrapper", guess=True),
            Selector(Part.MEMBER, ".message-name", guess=True),
            Selector(Part.AUTHOR_URL, ".message-name a@href", guess=True),
            Selector(Part.ROLE, ".message-userTitle", guess=True),
            Selector(Part.DATE, "time.u-dt@datetime", guess=True),
        ),
    ),
)
