"""healthtap.com user questions: the question on the first line, then one answer a line, "Headline. Body"."""

from extractor.readers.layout import Kind, Layout, Mark

LAYOUT = Layout(
    name="healthtap",
    hosts=("healthtap.com",),
    signature=r"\A\s*(?=[^\n]*\?)[^\n]{20,300}\n\s*\n(?:[^\n.!?]{3,60} ?\. \S[^\n]+(?:\n|\Z))(?:[^\n]+(?:\n|\Z))*\s*\Z",
    starts_with_title=True,
    question_lines=0,
    marks=(Mark(Kind.ANSWER, r"(?<=\n)(?P<headline>[^\s.!?][^\n.!?]{1,59}?) ?\. (?P<body>[^\n]+)"),),
)
