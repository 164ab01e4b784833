"""lawguru.com: a lawyer's name and firm on one line above the answer, its date below."""

from extractor.layout import Kind, Layout, Mark, Side, below

_SUBJECT = r"(?=[^\n]{3,90}\n)(?![^\n]*[.!?] [A-Z])[^\n]*[^\s.!]"
"""A line of its own above the question, which many pages do not have; less than a sentence."""
_WORD = r"[A-Z][\w.'’-]*"
_SUFFIX = r"(?:,? (?:Jr|Sr|II|III|IV|Esq)\b\.?)?"
_FIRM = r"(?:,? (?:[A-Z&][\w.'’&-]*|of|and|the|at|for|in|[-–]))"
_BELOW = f"(?:{below('Attorneys')}|{below('[ap]m')})"

LAYOUT = Layout(
    name="lawguru",
    hosts=("lawguru.com",),
    clues=("\nLegal Question in ", "Answer from Attorneys", "Answers from Attorneys"),
    signature=r"^Legal Question in .+ in \S|^\d+ Answers? from Attorneys",
    sides=(Side.BEFORE,),
    marks=(
        Mark(
            Kind.META,
            r"Legal Question in (?P<tags>[^\n]{1,200}) in (?P<asker_location>[^\n]{1,120})\n\s*+"
            rf"(?:(?P<title>{_SUBJECT})(?=\s*\n\s*(?!Asked on |\d+ Answer)\S)|(?P<question>[^\n]+))",
        ),
        Mark(Kind.META, r"Asked on (?P<asked_at>\d[^\n]*)"),
        Mark(Kind.COUNT, r"(?P<count>\d+) Answers? from Attorneys"),
        Mark(Kind.ANSWER, r"(?P<headline>Re: [^\n]+)"),
        Mark(Kind.END, r"Related Questions & Answers"),
        Mark(Kind.END, r"More [^\n]+ questions and answers in [^\n]+"),
        # The surname stands again in the firm's name: "Ada Moss Moss & Hill", "Ada Moss Law Office of Ada B. Moss".
        Mark(
            Kind.BYLINE,
            rf"(?P<name>{_WORD}(?: {_WORD}){{0,3}}? (?P<surname>[A-Z][\w'’-]+){_SUFFIX})"
            r"(?=,? (?:[^\n]* )?(?P=surname)\b)[^\n]{3,80}",
        ),
        Mark(
            Kind.BYLINE,
            rf"(?P<name>{_WORD}(?: {_WORD}){{1,3}}?{_SUFFIX}),? "
            r"(?:(?:The )?(?:Law|Legal) (?:Offices?|Firm|Group|Center|Practice)|Attorneys?\b)[^\n]{0,80}",
        ),
        # Without such a sign the line is known by its place; most names have two words beside initials.
        Mark(
            Kind.BYLINE,
            rf"{_BELOW}"
            rf"(?P<name>{_WORD}(?: [A-Z]\.?){{0,2}} [A-Z][\w'’-]+{_SUFFIX}|{_WORD}(?: {_WORD}){{1,3}}(?=[^\S\n]*\n))"
            rf"{_FIRM}*(?=\s*?\n\s*?\n)",
        ),
        Mark(Kind.FURNITURE, r"Read more"),
        Mark(Kind.BREAK, r"Answered on (?P<answered_at>\d[^\n]*)"),
    ),
)
