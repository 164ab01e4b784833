"""healthcaremagic.com, now askadoctor24x7.com: free answers without a label, premium ones with follow-ups."""

from extractor.layout import Kind, Layout, Mark, Side

_HELPFUL = "(?:I find|You found) this answer helpful"

LAYOUT = Layout(
    name="healthcaremagic",
    hosts=("healthcaremagic.com", "askadoctor24x7.com"),
    clues=(
        "I find this answer helpful",
        "You found this answer helpful",
        "HealthCareMagic is now",
        "question-icon",
        "Answered by Dr. Dr.",
    ),
    sides=(Side.BEFORE,),
    starts_with_title=True,
    has_follow_ups=True,
    marks=(
        Mark(Kind.FURNITURE, r"HealthCareMagic is now[^\n]*|question-icon|default|doctor|Share on[^\n]*"),
        Mark(Kind.META, r"Posted on (?P<asked_at>[^\n]+)"),
        # Free: title, question and answer on lines of their own, then a button.
        Mark(
            Kind.TITLE,
            rf"\A(?P<title>[^\n]{{10,200}})\n(?P<question>[^\n]{{40,}})(?=\n(?:[^\n]+\n)+?{_HELPFUL})",
        ),
        Mark(Kind.QUESTION, r"(?:Question|Follow[- ]?[Uu]p): ?(?P<body>[^\n]+)?"),
        Mark(
            Kind.BYLINE,
            r"Answered by (?:Dr\. ?)*(?P<name>[^\n(]{1,120}?)(?: \((?P<answered_at>[^\n)]+)\))?",
        ),
        Mark(Kind.END, rf"{_HELPFUL}|Above answer was peer-reviewed[^\n]*|Disclaimer: These answers are for[^\n]*"),
    ),
    proof=(Kind.QUESTION, Kind.TITLE, Kind.END),
)
