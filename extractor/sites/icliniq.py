"""icliniq.com: a patient's query and a doctor's reply, at times followed by further turns."""

from extractor.layout import Kind, Layout, Mark, Side, below

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
        # The page's head, with a notice and the names of doctors; the dates stand below it.
        Mark(Kind.SKIP, r"Share"),
        Mark(Kind.SKIP, r"(?:Answered by|Medically reviewed by)\s*\n\s*\n[^\n]+"),
        Mark(Kind.META, r"Published At ?(?P<asked_at>[^\n]+)"),
        Mark(Kind.FURNITURE, r"Reviewed At ?[^\n]+"),
        Mark(Kind.QUESTION, r"Patient['’]s Query"),
        Mark(Kind.BYLINE, r"Answered by (?P<name>[^\n]+)"),
        # The doctor greets on a line of his own; so does many a patient, directly below the label.
        Mark(
            Kind.ANSWER,
            rf"(?!{below('Query')})(?P<first>(?:Hello|Hi|Hey|Greetings|Dear (?!Dr|[Dd]oc|[Ss]ir)\w+)\b[,.!]?"
            r"(?: Welcome (?:back )?to [^\n]+)?)",
        ),
        Mark(
            Kind.FURNITURE,
            r"(?=[^\n]{9,250}+(?:\n|\Z))(?=[^\n!]*+!)(?:[^\n]*\b(?i:same|similar|symptoms?)\b[^\n]*\b(?i:consult|speak|talk|ask|see|chat)\b[^\n]*"
            r"\b(?:doctor|physician|specialist)s?\b[^\n]*!(?=\s*\Z|\s*Patient['’]s Query)|"
            r"[^\n]*!(?=\s*\n[^\n]+ Related Questions))",
        ),
        Mark(Kind.END, r"(?P<tags>[^\n]{3,80}) Related Questions & Answers"),
    ),
)
