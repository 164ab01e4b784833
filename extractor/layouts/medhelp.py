"""medhelp.org forums: a reply begins on the line below the text before it; experts sign below their reply."""

from extractor.readers.layout import Kind, Layout, Mark

_SIGNATURE = r"[A-Z][^\n,.]+(?:\.[^\n,]+)?, (?:M\.D|D\.O|Ph\.D|R\.N)\.?"

LAYOUT = Layout(
    name="medhelp",
    hosts=("medhelp.org",),
    clues=("\nAvatar universal", ", M.D", ", D.O", ", Ph.D", ", R.N"),
    signature=rf"^Avatar universal\s*$|\A\s*+[^\n]+\n[^\S\n]*\n[^\S\n]*\n(?:[^\n]*\n)+?{_SIGNATURE}\s*$",
    starts_with_title=True,
    headlines=(False,),
    has_tight_replies=True,
    proof=(Kind.ANSWER, Kind.BYLINE, Kind.END),
    marks=(
        Mark(Kind.FURNITURE, r"Avatar (?:universal|[fm]\d?\w*)(?=\s*\n\s*\n)"),
        Mark(Kind.ANSWER, r"Avatar (?:universal|[fm]\d?\w*)"),
        Mark(
            Kind.FURNITURE,
            r"(?=[^\n]*\b(?:educat|inform|substitut|diagnos|take the place|replace|general))[^\n]*+"
            rf"(?=\n\s*\n{_SIGNATURE}\s*(?:\n|\Z))",
        ),
        Mark(Kind.BYLINE, rf"(?P<byline>{_SIGNATURE})"),
        Mark(Kind.END, r"(?P<count>\d+) (?:Responses?|Comments?)"),
    ),
)
