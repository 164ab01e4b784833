"""askthedoctor.com: two labelled paragraphs below a title at most, no names."""

from extractor.layout import Kind, Layout, Mark

LAYOUT = Layout(
    name="askthedoctor",
    hosts=("askthedoctor.com",),
    clues=("\nPatient: ", "\nDoctor: ", "Dear Ask The Doctor:"),
    # A patient who asks nothing is known by the one reply below, which bids him welcome: transcripts have labels too.
    signature=r"\A\s*(?:[^\n]+\n\s*(?:Patient|Dear Ask The Doctor): +\S|Patient: (?:[^\n]*\?|"
    r"[^\n]+\n\s*(?:Symptoms:[^\n]*\n\s*)?Doctor: [^\n]*\b[Aa]sk [Tt]he [Dd]octor\b[^\n]*\s*\Z))",
    marks=(
        Mark(Kind.QUESTION, r"(?:Patient|Dear Ask The Doctor):[^\S\n]*(?P<body>[^\n]+)"),
        Mark(Kind.META, r"Symptoms:[^\S\n]*(?:Symptoms:[^\S\n]*)?(?P<tags>[^\n]+)?"),
        Mark(Kind.ANSWER, r"(?:Doctor|Dear Patient|Physician|Answer|Reply|Response):[^\S\n]*(?P<body>[^\n]+)"),
    ),
)
