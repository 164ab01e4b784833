"""medicitalia.it: numbered posts; a doctor's begins with name, specialties and two counts, and ends with the name."""

from extractor.layout import Kind, Layout, Mark, Side

_TITLE = r"(?:Dr|Prof|Dott)\.?(?:ssa)?"
_NUMBER = r"\[#\d+\][^\S\n]*+\n\s*+(?:dopo[^\S\n]*+\n\s*+)?"
_WORK = r"(?:[^\S\n]*+\n\s*+(?:Speciali|Medic|Chirurg|Psicolog|Psichiatr|Dirigente|Docente|Perfeziona)[^\n]{0,80}){0,2}"
_NAME = r"[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){1,3}"

LAYOUT = Layout(
    name="medicitalia",
    hosts=("medicitalia.it",),
    clues=("\n[#1]",),
    signature=rf"^\[#1\]\s*\n(?:dopo\s*\n)?[^\S\n]*{_TITLE} [A-Z]",
    sides=(Side.BEFORE,),
    starts_with_title=True,
    headlines=(False,),
    marks=(
        Mark(Kind.BYLINE, rf"{_NUMBER}(?P<byline>{_TITLE} [A-Z][^\n]{{0,120}}?)(?: +[\d.,]+k?)*"),
        Mark(Kind.SKIP, rf"{_NUMBER}(?:Ex |Attivo |Iscritto )?[Uu]tente[^\n]*"),
        # The name again, as a signature below the post.
        Mark(Kind.FURNITURE, rf"{_TITLE} {_NAME}{_WORK}(?=\s*\Z|[^\S\n]*+\n\s*+(?:\[#|https?:|www\.))"),
        Mark(Kind.FURNITURE, r"(?:https?://|www\.)\S+"),
    ),
)
