"""askexpertsnow.com: a dialogue; an avatar and the age of the post above every turn, the expert's name between them."""

from extractor.layout import Kind, Layout, Mark, Side, dates

_AGE = dates.ago()

LAYOUT = Layout(
    name="askexpertsnow",
    hosts=("askexpertsnow.com",),
    clues=("[Question #",),
    signature=r"^\[Question #\d+\] ",
    sides=(Side.BEFORE,),
    has_follow_ups=True,
    marks=(
        Mark(Kind.TITLE, r"\[Question #\d+\] (?P<title>[^\n]+)"),
        Mark(Kind.QUESTION, rf"(?:Avatar photo\s*\n\s*)?(?P<asked_at>{_AGE})"),
        Mark(Kind.BYLINE, rf"(?:Avatar photo\s*\n\s*)?(?P<byline>[A-Z][^\n]{{3,80}})\n\s*(?P<answered_at>{_AGE})"),
        Mark(Kind.FURNITURE, r"Avatar photo"),
    ),
)
