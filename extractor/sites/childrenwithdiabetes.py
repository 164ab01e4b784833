"""childrenwithdiabetes.com, "Ask the Diabetes Team": two blank lines part question and answer."""

from extractor.layout import Kind, Layout, Mark, Side

LAYOUT = Layout(
    name="childrenwithdiabetes",
    hosts=("childrenwithdiabetes.com", "childrenwithdiabetes.org"),
    clues=("Diabetes Team", "\nOriginal posting "),
    signature=r"Ask the Diabetes Team|^Original posting \d",
    sides=(Side.BEFORE,),
    has_end=True,
    has_wide_gaps=True,
    marks=(
        Mark(Kind.END, r"Back to Ask the Diabetes Team Return[^\n]*|(?:Home )?Return to Top"),
        Mark(Kind.FURNITURE, r"(?:Back to )?Ask the Diabetes Team[^\n]*"),
        Mark(Kind.QUESTION, r"From (?P<asker_location>[^\n:]+):"),
        Mark(Kind.ANSWER, r"Answer:(?: (?P<body>[^\n]+))?"),
        Mark(Kind.BYLINE, r"Additional [Cc]omments from (?P<name>[^\n:]+):"),
        Mark(Kind.FURNITURE, r"\[Editor['’]s comment:[^\n]*\]"),
        Mark(Kind.META, r"Original posting (?P<answered_at>\d[^\n]*)"),
        Mark(Kind.META, r"Posted to (?P<tags>[^\n]+)"),
        Mark(Kind.FURNITURE, r"Last Updated:[^\n]*"),
        Mark(Kind.FURNITURE, r"This (?:Internet|web) ?site provides information of a general nature[^\n]*"),
    ),
)
