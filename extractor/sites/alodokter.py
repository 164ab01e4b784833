"""alodokter.com: a question and the answers to it, each a component that has all it shows in its attributes.

The names of these attributes are those that seven public programs read, written independently of each other.
"""

from extractor.layout import HtmlFacts, Layout, Part, Selector

LAYOUT = Layout(
    name="alodokter",
    hosts=("alodokter.com",),
    html=HtmlFacts(
        signatures=("<detail-topic",),
        selectors=(
            Selector(Part.QUESTION, "[member-topic-content]"),
            Selector(Part.TITLE, "[member-topic-content]@member-topic-title"),
            Selector(Part.AUTHOR, "[member-topic-content]@member-username"),
            Selector(Part.DATE, "[member-topic-content]@member-post-date"),
            Selector(Part.ANSWER, "[doctor-topic-content]"),
            Selector(Part.AUTHOR, "[doctor-topic-content]@by-doctor"),
            Selector(Part.AUTHOR, "[doctor-topic-content]@doctor-name-title"),
            Selector(Part.ROLE, "[doctor-topic-content]@doctor-title-small"),
            Selector(Part.DATE, "[doctor-topic-content]@post-date"),
        ),
    ),
)
