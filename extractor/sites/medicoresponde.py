"""medicoresponde.com.br: lists of questions by topic; the doctor's name stands twice above every answer."""

from extractor.layout import Kind, Layout, Mark, Side, below

_TWICE = r"(?P<twice>[A-Z][a-z]{1,4}\. [^\n]+)\n(?P=twice)\n(?=[^\s])"
"""The doctor's name, twice; the specialty stands on the line below."""

LAYOUT = Layout(
    name="medicoresponde",
    hosts=("medicoresponde.com.br",),
    clues=("\nDr. ", "\nDra. ", "\nPerguntar", "\nVeja também"),
    signature=r"^(?:([A-Z][a-z]{1,4}\. .+)\n\1\n(?=\S)|"  # tried at the beginnings of lines alone
    r"Perguntar\s*\n+Fechar|\A[^\n]+\?[^\S\n]*\n(?:[^\n]*\n)+?Veja também:)",
    sides=(Side.BEFORE,),
    starts_with_title=True,
    question_lines=0,
    proof=(Kind.TITLE, Kind.SKIP),
    marks=(
        Mark(Kind.FURNITURE, r"Perguntar"),
        Mark(Kind.FURNITURE, r"Fechar"),
        # A page of its own has the title above the question, a list the question alone.
        Mark(Kind.TITLE, rf"{below('Fechar')}(?P<title>[^\n]+)\n\s*\n(?P<question>[^\n]+)(?=\n{_TWICE})"),
        Mark(Kind.TITLE, rf"(?P<title>[^\n]++)(?=\n\s*{_TWICE})"),
        Mark(Kind.BYLINE, r"(?P<name>[A-Z][a-z]{1,4}\. [^\n]+)\n(?P=name)\n(?P<specialty>[^\n]+)"),
        Mark(Kind.SKIP, r"Veja também:?"),
    ),
)
