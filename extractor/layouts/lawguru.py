"""lawguru.com: a lawyer's name and firm on one line above the answer, its date below."""

from extractor.readers.layout import Kind, Layout, Mark, Side

LAYOUT = Layout(
    name="lawguru",
    hosts=("lawguru.com",),
    clues=("\nLegal Question in ", "Answer from Attorneys", "Answers from Attorneys"),
    signature=r"^Legal Question in .+ in \S|^\d+ Answers? from Attorneys",
    sides=(Side.BEFORE,),
    marks=(
        Mark(Kind.META, r"Legal Question in (?P<tags>[^\n]+) in (?P<asker_location>[^\n]+)"),
        Mark(Kind.META, r"Asked on (?P<asked_at>\d[^\n]*)"),
        Mark(Kind.COUNT, r"(?P<count>\d+) Answers? from Attorneys"),
        Mark(Kind.ANSWER, r"(?P<headline>Re: [^\n]+)"),
        # The surname stands again in the firm's name: "Ada Moss Moss & Hill", "Ada Moss Law Office of Ada B. Moss".
        Mark(
            Kind.BYLINE,
            r"(?P<name>[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,3}? (?P<surname>[A-Z][\w'’-]+))"
            r"(?= (?:[^\n]* )?(?P=surname)\b)[^\n]{3,80}",
        ),
        Mark(
            Kind.BYLINE,
            r"(?P<name>[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){1,3}?) "
            r"(?:(?:The )?Law (?:Office|Firm|Group)|Attorney)[^\n]{0,80}",
        ),
        Mark(Kind.FURNITURE, r"Read more"),
        Mark(Kind.BREAK, r"Answered on (?P<answered_at>\d[^\n]*)"),
        Mark(Kind.END, r"Related Questions & Answers"),
        Mark(Kind.END, r"More [^\n]+ questions and answers in [^\n]+"),
    ),
)
