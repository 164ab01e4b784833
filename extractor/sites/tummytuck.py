"""tummy-tuck-abdominoplasty.com: answers reprinted from RealSelf, bylines in brackets, the question left out."""

from extractor.layout import Layout

LAYOUT = Layout(
    name="tummytuck",
    hosts=("tummy-tuck-abdominoplasty.com",),
    clues=("Surgeon)", "Dermatologist)", "Physician)"),
    signature=r"\([^()\n]{4,60}, (?:[A-Z][A-Za-z.]{1,6}, ?){1,4}[^()\n,]{3,40} "
    r"(?:Surgeon|Dermatologist|Physician)\)\s*$",
    has_question=False,
    has_sentence_headlines=False,
)
