"""justdoc.com: a detailed question, the doctor's name with the place of work, the answer, a line on the doctor."""

from extractor.layout import Kind, Layout, Mark, Side

_BLANK = r"(?:[^\S\n]*+\n)"
_WORKPLACE = r"[^\n]*\b(?:Hospitals?|Institute|Clinic|College|Cent(?:re|er)|University)\b[^\n]*"

LAYOUT = Layout(
    name="justdoc",
    hosts=("justdoc.com",),
    clues=("\nDetailed Question:",),
    signature=r"^Last Updated - [^\n]+\n\s*Detailed Question:",
    sides=(Side.BEFORE,),
    starts_with_title=True,
    marks=(
        Mark(Kind.FURNITURE, r"Last Updated - [^\n]+"),
        Mark(Kind.QUESTION, r"Detailed Question:"),
        Mark(Kind.META, r"Category: (?P<tags>[^\n]+)"),
        Mark(
            Kind.BYLINE,
            r"(?P<name>Dr\.? [A-Z][^\n,.]{2,50})"
            rf"(?:{_BLANK}{{2,}}+{_WORKPLACE}|{_BLANK}{{3,}}+(?P<headline>[^\n]{{3,120}})(?={_BLANK}{{2}}))?",
        ),
        Mark(Kind.FURNITURE, r"Dr\.? [A-Z]\w+ (?:works|is|has|practi[cs]es)\b[^\n]*(?=\s*\Z)"),
    ),
)
