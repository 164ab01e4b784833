"""1doc3.com: one answer; of the question at most the cut beginning stands on the page."""

from extractor.layout import Kind, Layout, Mark

LAYOUT = Layout(
    name="1doc3",
    hosts=("1doc3.com",),
    clues=("\npara atenderte en línea", "(ver más)"),
    signature=r"\A[^\n]*\.\.\.\(ver más\)\s*$|\A(?:[^\n]*\n\s*)?para atenderte en línea\s*$",
    has_question=False,
    has_one_answer=True,
    headlines=(False,),
    marks=(
        # The look ahead is one walk over a line, which most lines are left after.
        Mark(Kind.TITLE, r"(?=[^\n]{10,}\(ver más\))(?P<title>[^\n]{10,}?)(?:\.\.\.)?\(ver más\)"),
        Mark(Kind.FURNITURE, r"para atenderte en línea"),
    ),
    proof=(Kind.TITLE, Kind.FURNITURE),
)
