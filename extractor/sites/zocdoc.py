"""zocdoc.com/answers: the question in quotation marks, then told; two blank lines below it the answer, unsigned."""

from extractor.layout import Kind, Layout, Mark

_HEAD = r"Medical questions & health advice by (?:board certified|licensed) doctors"
_FOOT = r"Zocdoc Answers is for general informational purposes only"

LAYOUT = Layout(
    name="zocdoc",
    hosts=("zocdoc.com",),
    clues=("\nMedical questions & health advice", "\nZocdoc Answers is for"),
    signature=rf"^{_HEAD}\s*$|^{_FOOT}",
    starts_with_title=True,
    headlines=(False,),
    has_one_answer=True,
    proof=(Kind.TITLE, Kind.END),
    has_end=True,
    marks=(
        Mark(Kind.FURNITURE, _HEAD),
        Mark(Kind.TITLE, r"[“\"](?P<title>[^\n”\"]{5,250})[”\"]"),
        Mark(Kind.END, rf"{_FOOT}[^\n]*"),
        Mark(Kind.FURNITURE, r"Zocdoc ?Answers[^\n]*"),
        Mark(Kind.FURNITURE, r"See a doctor who can help"),
        Mark(Kind.FURNITURE, r"Find an? [^\n]{3,60} near you"),
    ),
)
