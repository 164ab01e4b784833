"""doctorqna.com: questions to hospitals in Taiwan; an essay by a machine follows every answer."""

from extractor.layout import Kind, Layout, Mark, Side

LAYOUT = Layout(
    name="doctorqna",
    hosts=("doctorqna.com",),
    clues=("\nDr. ",),
    signature=r"^Dr\. .+ reply \S.*$",
    sides=(Side.BEFORE,),
    starts_with_title=True,
    has_end=True,
    marks=(
        Mark(Kind.META, r"[^\n]{1,300} - (?P<tags>[^\n]{1,300})(?=\s*\n\s*\nShare to:)"),
        Mark(Kind.FURNITURE, r"Share to:"),
        Mark(
            Kind.META,
            r"(?P<asker>[^\n]+), (?:\d{1,3}~\d{1,3}|\d{1,3}\+?|(?i:under|over) \d{1,3}) years? old (?:fe)?male\.?"
            r"(?: Ask Date: (?P<asked_at>[\d/]+))?",
        ),
        Mark(Kind.BYLINE, r"(?P<name>Dr\. [^\n]+?) reply (?P<specialty>[^\n]+)"),
        Mark(Kind.META, r"Reply Date: (?P<answered_at>[\d/]+)"),
        Mark(Kind.END, r"More Info"),
    ),
)
