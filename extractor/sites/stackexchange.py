"""Stack Exchange sites (medicalsciences and others): microdata since 2018 [seen], plain classes before [recalled]."""

from extractor.layout import HtmlFacts, Layout, Part, Selector

LAYOUT = Layout(
    name="stackexchange",
    hosts=(
        "stackexchange.com",
        "stackoverflow.com",
        "superuser.com",
        "serverfault.com",
        "askubuntu.com",
        "mathoverflow.net",
    ),
    html=HtmlFacts(
        signatures=("cdn.sstatic.net/", "sstatic.net/Sites/"),
        selectors=(
            Selector(Part.FURNITURE, ".comments"),
            Selector(Part.IGNORED, ".js-post-menu"),
            Selector(Part.FURNITURE, "#hot-network-questions"),
            Selector(Part.FURNITURE, ".js-add-link"),
            Selector(Part.QUESTION, ".question"),
            Selector(Part.ANSWER, ".answer"),
            Selector(Part.ACCEPTED, ".answer.accepted-answer@class"),
            Selector(Part.TITLE, "h1 .question-hyperlink"),
            Selector(Part.COUNT, "#answers-header [data-answercount]@data-answercount"),
            Selector(Part.VOTES, ".js-vote-count@data-value"),
            Selector(Part.VOTES, ".vote-count-post"),
            Selector(Part.BODY, ".js-post-body"),
            Selector(Part.BODY, ".post-text"),
            Selector(Part.TAG, ".post-tag"),
            Selector(Part.AUTHOR, ".owner .user-details a"),
            Selector(Part.AUTHOR_URL, ".owner .user-details a@href"),
            Selector(Part.IGNORED, ".post-signature"),
            Selector(Part.LINK, ".js-share-link@href"),
        ),
    ),
)
