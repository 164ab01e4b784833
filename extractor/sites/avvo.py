"""avvo.com legal answers: a numbered list of lawyers, each above an indented answer."""

from extractor.layout import Kind, Layout, Mark, Side

LAYOUT = Layout(
    name="avvo",
    hosts=("avvo.com",),
    clues=("\nContributor Level", "\nAttorney answers "),
    signature=r"^\s*Contributor Level \d|^Attorney answers \(?\d+\)?\s*$",
    sides=(Side.BEFORE,),
    starts_with_title=True,
    marks=(
        Mark(Kind.META, r"Asked (?P<asked_at>[^\n]+?) [-–] (?P<asker_location>[^\n]+)"),
        Mark(Kind.META, r"(?P<asker_location>[A-Z][^\n|]{1,40}, [A-Z]{2}) \|[^\n]{0,40}"),
        Mark(Kind.META, r"(?:Posted|Asked) on (?P<asked_at>[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4})"),
        Mark(Kind.COUNT, r"(?:Attorney|Lawyer) answers \(?(?P<count>\d+)\)?"),
        Mark(
            Kind.BYLINE, r"\d{1,3}\. (?P<name>[^\n]+)(?=\n\s*(?:Contributor Level|(?:\d+ )?Lawyers? agree|Answered\b))"
        ),
        Mark(Kind.FURNITURE, r"Contributor Level \d+"),
        Mark(Kind.FURNITURE, r"(?:\d+ )?Lawyers? agrees?"),
        Mark(Kind.ANSWER, r"Answered (?:on )?(?P<answered_at>[^\n.]+)?\. (?P<body>[^\n]+)"),
        Mark(
            Kind.FURNITURE,
            r"[^\n]*(?:attorney[- ]client relationship|relationship (?:of|between) (?:an )?attorney and client|"
            r"(?:not|no) (?:intended (?:to be|as) |be )?(?:construed as )?legal advice)[^\n]*",
        ),
    ),
)
