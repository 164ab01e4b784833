"""freeadvice.com: lawyers by initials and bar above the answer; the oldest pages have neither."""

from extractor.layout import Kind, Layout, Mark, Side

LAYOUT = Layout(
    name="freeadvice",
    hosts=("freeadvice.com",),
    clues=("\nAsked on ", ", Member, ", "\nQuestion Details:"),
    signature=r"^Asked on .+ under .+, \S|, Member, [\w ]+ Bar\b|^Question Details:",
    sides=(Side.BEFORE,),
    starts_with_title=True,
    marks=(
        Mark(
            Kind.META,
            r"Asked on (?P<asked_at>[^\n]{1,60}?) under (?P<tags>[^\n]{1,200}), (?P<asker_location>[^\n,]{1,80})",
        ),
        Mark(Kind.FURNITURE, r"Answers:|UPDATED: [^\n]{4,40}"),
        # Since 2021 an advertisement stands below the title, and the title once more above the question.
        Mark(Kind.SKIP, r"Advertiser Disclosure"),
        Mark(Kind.QUESTION, r"(?:secured lock )?Secured with \S+ Encryption\s+[^\n]{4,250}"),
        Mark(Kind.QUESTION, r"Question Details:[^\S\n]*(?P<body>[^\n]+)?"),
        Mark(Kind.BYLINE, r"(?P<name>[^\n,]+), Member, [^\n]+ Bar\b[^\n]*"),
        Mark(Kind.ANSWER, r"Answered (?P<answered_at>[^\n|]+? ago)(?: \|[^\n]*)?"),
        Mark(  # the notice ends the page; an answer may have notes of its own
            Kind.END,
            r"(?:[A-Z]+ )?(?:NOTE|NOTICE|DISCLAIMER)\b[^\n:]{0,30}:[^\n]*+(?=(?:\s*+\S[^\n]*+){0,3}+\s*+\Z)",
        ),
    ),
)
