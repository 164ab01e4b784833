"""healthtap.com user questions: the question on the first line, then one answer a line, "Headline. Body"."""

from extractor.readers.html_facts import HtmlFacts, Part, Selector
from extractor.readers.layout import Kind, Layout, Mark

LAYOUT = Layout(
    name="healthtap",
    hosts=("healthtap.com",),
    # A question is cut at some 250 characters.
    signature=r"\A\s*(?=[^\n]*\?|[^\n]{240,260}[^\W_]\n)[^\n]{20,300}\n\s*\n(?:[^\n.!?]{3,60} ?\. \S[^\n]+(?:\n|\Z))(?:[^\n]+(?:\n|\Z))*\s*\Z",
    starts_with_title=True,
    question_lines=0,
    marks=(Mark(Kind.ANSWER, r"(?<=\n)(?!\d+[.)]|[a-z])(?P<headline>[^\W_][^\n.!?]{1,59}?) ?\. (?P<body>[^\n]+)"),),
    html=HtmlFacts(
        # Nothing is known of the site's markup but that it has one block an answer: all guessed.
        signatures=("healthtap.com/user_questions/",),
        selectors=(
            Selector(Part.FURNITURE, ".related-questions", guess=True),
            Selector(Part.ANSWER, ".answer-card", guess=True),
            Selector(Part.ANSWER, ".docAnswer", guess=True),
            Selector(Part.TITLE, "h1", guess=True),
            Selector(Part.HEADLINE, ".answer-card h3", guess=True),
            Selector(Part.HEADLINE, ".docAnswer .shortAnswer", guess=True),
            Selector(Part.BODY, ".answer-text", guess=True),
            Selector(Part.BODY, ".longAnswer", guess=True),
            Selector(Part.AUTHOR, ".doctor-name", guess=True),
            Selector(Part.AUTHOR_URL, "a.doctor-name@href", guess=True),
            Selector(Part.SPECIALTY, ".doctor-specialty", guess=True),
            Selector(Part.VOTES, ".thank-count", guess=True),
        ),
    ),
)
