"""medhelp.org forums: a reply begins on the line below the text before it; experts sign below their reply."""

from extractor.layout import Kind, Layout, Mark

_DEGREE = r"(?:M\.?D|D\.?O|Ph\.?D|R\.?N|D\.?D\.?S|D\.?M\.?D|Pharm\.?D|R\.?D|M\.?P\.?H|M\.?S|F\.?A\.?C\.?[A-Z])\b\.?"
_NAME = r"[A-Z][^\n,]{3,50}(?:, (?:Jr|Sr|II|III)\b\.?)?"
_SIGNATURE = rf"{_NAME}(?:, {_DEGREE})+"
_OF_THE_REPLY = (
    r"(?=[^\n]*\b(?i:here|forum|this (?:reply|answer|response|message|note)|these lines|replies|written|information)\b)"
)
_DISCLAIMING = r"(?=[^\n]*\b(?i:educat|inform|substitut|diagnos|take the place|replace|general|examin|advice|opinion))"
_AVATAR = r"(?:Avatar [a-z][a-z0-9 ]{0,20}|\d{3,9} tn\?\d{6,12})"
"""What is left of a picture: its name, or the number of who posts."""
_RANK = r"(?:MEDICAL PROFESSIONAL|COMMUNITY LEADER)"
_BLANK = r"[^\S\n]*\n"
_BELOW = (  # a question of somebody's own, and on the line below its last, which thanks or asks, a reply
    rf"\n{_BLANK}{_BLANK}(?!Q\b|\d+[.)])(?=[^?]{{0,1500}}\?)(?=[^\n]*\b(?:I|[Mm]y|i|[Ww]e|[Mm]e)\b)(?:[^\n]+\n{_BLANK})*"
    r"[^\n]*(?:\b(?:[Tt]hanks?|[Tt]hx|advance)\b[^\n]{0,60}|\?[^\S\n]*)\n[^\s][^\n]{60}"
)

LAYOUT = Layout(
    name="medhelp",
    hosts=("medhelp.org",),
    clues=("\nAvatar universal", "\n\n\n"),
    # An avatar's line; or two blank lines below the title, and an expert's signature or a reply without a mark.
    signature=rf"\A(?:(?:[^\n]*\n)*?[^\S\n]*Avatar universal{_BLANK}|\s*+[^\n]+(?:{_BELOW}|\n{_BLANK}{_BLANK}"
    rf"(?:[^\n]*\n)+?{_NAME}, (?:M\.D|D\.O|Ph\.D|R\.N)\b[^\n]{{0,20}}[^\S\n]*$))",
    starts_with_title=True,
    headlines=(False,),
    has_tight_replies=True,
    proof=(Kind.ANSWER, Kind.BYLINE, Kind.END, Kind.TITLE),
    marks=(
        Mark(Kind.TITLE, rf"(?P<title>[^\n]++)(?={_BELOW})"),
        Mark(Kind.FURNITURE, rf"{_AVATAR}(?=\s*\n\s*\n)"),
        Mark(Kind.ANSWER, rf"{_AVATAR}(?:\s*\n\s*{_RANK})?"),
        Mark(Kind.FURNITURE, rf"{_RANK}|Aa?|Close"),
        # What stands above the question: the name of the forum, and a note on it.
        Mark(Kind.FURNITURE, r"(?:[A-Z][^\s.?!]* ){1,6}(?:Forum|Community)(?=\s*\n\s*(?:This |Avatar ))"),
        Mark(Kind.FURNITURE, r"This (?:\w+ ){0,3}(?:forum|community) (?:is|has) [^\n?]*"),
        Mark(Kind.ANSWER, r"(?P<first>Dear (?!Dr|[Dd]oc|[Ss]ir|[Aa]ll|[Ff]riend)[^\n.,:!?]{2,40}[,:])"),
        Mark(  # a signature below is sooner looked for than words that may stand anywhere in a line
            Kind.FURNITURE,
            rf"(?=[^\n]*+\n\s*\n(?:[^\n]{{1,25}},\s*\n)?{_SIGNATURE}\s*(?:\n|\Z)){_OF_THE_REPLY}{_DISCLAIMING}[^\n]*+",
        ),
        Mark(Kind.BYLINE, rf"(?P<byline>{_SIGNATURE})"),
        # The newer pages count the replies above them, the older ones below.
        Mark(Kind.COUNT, rf"(?P<count>\d+) (?:Responses?|Comments?){_BLANK}Sort by:[^\n]+"),
        Mark(Kind.COUNT, rf"(?P<count>\d+) (?:Responses?|Comments?)(?=\s*\n\s*{_AVATAR}\s*\n)"),
        Mark(Kind.FURNITURE, r"Helpful - \d+"),
        Mark(Kind.END, r"Didn['’]t find the answer you were looking for\?|You are reading content posted in[^\n]*"),
        Mark(Kind.END, r"(?P<count>\d+) (?:Responses?|Comments?)"),
    ),
)
