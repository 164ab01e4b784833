"""Forums that run on Discourse: the page it gives to readers without scripts. Markup of 2017 and of 2023 [seen]."""

from extractor.layout import HtmlFacts, Layout, Part, Selector

LAYOUT = Layout(
    name="discourse",
    html=HtmlFacts(
        signatures=('content="Discourse ', "content='Discourse "),
        asks_first=True,
        selectors=(
            Selector(Part.FURNITURE, ".suggested-topics"),
            Selector(Part.FURNITURE, "#suggested-topics"),
            Selector(Part.FURNITURE, ".crawler-linkback-list"),
            Selector(Part.QUESTION, "#post_1"),
            Selector(Part.ANSWER, ".crawler-post"),
            Selector(Part.ANSWER, ".topic-post", guess=True),
            Selector(Part.TITLE, "#topic-title h1"),
            Selector(Part.BODY, ".post"),
            Selector(Part.BODY, ".cooked", guess=True),
            Selector(Part.MEMBER, ".creator [itemprop=name]"),
            Selector(Part.AUTHOR_URL, ".creator [itemprop=url]@href"),
            Selector(Part.DATE, "time.post-time@datetime"),
            Selector(Part.IGNORED, ".crawler-post-infos [itemprop=position]"),
            Selector(Part.TAG, ".discourse-tag"),
        ),
    ),
)
