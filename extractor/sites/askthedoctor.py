"""askthedoctor.com: two labelled paragraphs, no names."""

from extractor.layout import Kind, Layout, Mark

LAYOUT = Layout(
    name="askthedoctor",
    hosts=("askthedoctor.com",),
    clues=("\nPatient: ", "\nDoctor: "),
    signature=r"^(?:Patient|Doctor): \S",
    marks=(
        Mark(Kind.QUESTION, r"Patient:[^\S\n]*(?P<body>[^\n]+)"),
        Mark(Kind.META, r"Symptoms:[^\S\n]*(?:Symptoms:[^\S\n]*)?(?P<tags>[^\n]+)?"),
        Mark(Kind.ANSWER, r"Doctor:[^\S\n]*(?P<body>[^\n]+)"),
    ),
)
