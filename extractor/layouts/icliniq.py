"""icliniq.com: a patient's query and a doctor's reply, at times followed by further turns."""

from extractor.readers.layout import Kind, Layout, Mark, Side

LAYOUT = Layout(
    name="icliniq",
    hosts=("icliniq.com",),
    clues=("\nPatient's Query", "\nHomeAnswers", "\nWelcome to icliniq"),
    signature=r"^Patient's Query\s*$|^HomeAnswers[A-Z]|^Welcome to icliniq\.com",
    sides=(Side.BEFORE,),
    starts_with_title=True,
    has_follow_ups=True,
    marks=(
        Mark(Kind.FURNITURE, r"HomeAnswers[^\n]+"),
        Mark(Kind.FURNITURE, r"Share\s*\n\s*\n[^\n]+(?=\n\s*\n(?:Answered by|Medically reviewed by|Published At))"),
        Mark(Kind.FURNITURE, r"Share"),
        Mark(Kind.FURNITURE, r"Answered by\s*\n\s*\n[^\n]+"),
        Mark(Kind.FURNITURE, r"Medically reviewed by\s*\n\s*\n[^\n]+"),
        Mark(Kind.META, r"Published At ?(?P<asked_at>[^\n]+)"),
        Mark(Kind.FURNITURE, r"Reviewed At ?[^\n]+"),
        Mark(Kind.QUESTION, r"Patient['’]s Query"),
        Mark(Kind.BYLINE, r"Answered by (?P<name>[^\n]+)"),
        Mark(Kind.END, r"[^\n]+\n\s*\n(?P<tags>[^\n]+) Related Questions & Answers"),
    ),
)
