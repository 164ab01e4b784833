"""Pages of no known site: labels and counts as sites of many kinds print them."""

from extractor.readers.html_facts import HtmlFacts, Part, Selector
from extractor.readers.html_posts import MARK
from extractor.readers.layout import Kind, Layout, Mark, Side

_FURNITURE = (
    "badge",
    "verified",
    "signature",
    "message-signature",
    "user-signature",
    "postprofile-extra",
    "comment-respond",
    "sharedaddy",
    "actions",
    "post-buttons",
    "back-to-top",
    "related-questions",
    "signup-box",
)
_AUTHORS = (
    ".author",
    ".autor",
    ".nombre",
    ".nome",
    "[class*=author]",
    "[class*=userName]",
    "[class*=username]",
    "[class*=doctorName]",
    "[class*=expertName]",
    ".username",
    ".bigusername",
    ".user-name",
    ".doctor-name",
    ".doctorName",
    ".expert-name",
    ".expertName",
    ".provider-name",
    ".display-name",
    ".answered-by",
    ".name",
    ".fn",
    "cite",
    "[itemprop=author]",
    "[rel=author]",
    "h3[class$=-name]",
    "h4[class$=-name]",
    "h5[class$=-name]",
)
_PROFILES = ("/user", "/profile/", "/member", "/doctor", "/dr/", "/find/", "/people/", "/expert", "/u/")
_PROFILE_LINK = ((Part.AUTHOR, ""), (Part.AUTHOR_URL, "@href"))
_COMMENTS = ("comments", "comment", "comments-list", "comment-list", "js-comments-container", "replies")
"""Inside of answers these are not answers."""
_SPECIALTIES = (
    ".specialty",
    ".especialidad",
    ".especialidade",
    ".speciality",
    "[class$=-specialty]",
    ".specialization",
    ".job",
    ".job-title",
    ".expertTitle",
    "[itemprop=jobTitle]",
    "[itemprop=medicalSpecialty]",
)
_LOCATIONS = (
    ".location",
    "[class$=-location]",
    ".city",
    "[class$=-city]",
    ".ciudad",
    ".cidade",
    "[itemprop=addressLocality]",
)
_DATES = (".date", "[class$=-date]", "[class$=Date]", ".datum", ".timestamp", ".posted-on")
_VOTES = (".votes", ".vote-count", "[class$=-vote-count]", ".votecount", ".upvotes", ".likeCount")
_HEADLINES = (".headline", "[class$=-headline]")

LAYOUT = Layout(
    name=None,
    sides=(Side.AFTER, Side.BEFORE),
    headlines=(True, False),
    marks=(
        Mark(
            Kind.COUNT,
            r"(?P<count>\d{1,4}) (?:[Dd]octor |[Ee]xpert )?"
            r"(?:[Aa]nswers?|[Rr]epl(?:y|ies)|[Rr]espostas?|[Rr]espuestas?|Antwort(?:en)?|[Rr]éponses?|[Rr]ispost[ae])"
            r"(?: de (?:especialistas|médicos|doutores|doctores))?",
        ),
        Mark(
            Kind.COUNT,
            r"(?:(?:[Dd]octor |[Ee]xpert |[Aa]ttorney )(?i:answers)|Answers|Replies|Respostas|Respuestas)"
            r"[:\s]*\(?(?P<count>\d{1,4})\)?",
        ),
        Mark(
            Kind.BYLINE,
            r"(?:Answered|Answer|Reply|Replied|Written) by:?[^\S\n]+(?P<byline>[^\n]{3,100})",
        ),
        Mark(Kind.BYLINE, r"(?:Respondid[oa] por|Responde):?[^\S\n]+(?P<byline>[^\n]{3,100})"),
        Mark(
            Kind.BYLINE,
            r"(?P<byline>(?:Dr|Dra|Prof)\.? [^\n:]{2,80}) "
            r"(?:wrote|writes|replied|replies|answered|says|said|responded|respondeu|respondió):",
        ),
        Mark(Kind.QUESTION, r"(?:Q|Question|Pregunta|Pergunta)\s?[:.][^\S\n]*(?P<body>[^\n]+)?"),
        Mark(Kind.ANSWER, r"(?:A|Answer|Respuesta|Resposta)\s?[:.][^\S\n]*(?P<body>[^\n]+)?"),
    ),
    html=HtmlFacts(
        # What sites of all kinds call the parts of a post; where posts are is told by what repeats (html_posts).
        selectors=(
            *(Selector(Part.FURNITURE, f".{name}") for name in _FURNITURE),
            *(Selector(Part.FURNITURE, f"[{MARK}] .{name}") for name in _COMMENTS),
            *(Selector(Part.AUTHOR, css) for css in _AUTHORS),
            *(Selector(part, f"a[href*={path}]{end}") for path in _PROFILES for part, end in _PROFILE_LINK),
            *(Selector(Part.SPECIALTY, css) for css in _SPECIALTIES),
            *(Selector(Part.LOCATION, css) for css in _LOCATIONS),
            Selector(Part.RATING, "meta[itemprop=ratingValue]@content"),
            Selector(Part.RATING, "[itemprop=ratingValue]"),
            Selector(Part.BEST_RATING, "meta[itemprop=bestRating]@content"),
            Selector(Part.REVIEWS, "meta[itemprop=reviewCount]@content"),
            Selector(Part.REVIEWS, "[itemprop=reviewCount]"),
            Selector(Part.DATE, "time@datetime"),
            *(Selector(Part.DATE, css) for css in _DATES),
            *(Selector(Part.VOTES, css) for css in _VOTES),
            *(Selector(Part.HEADLINE, css) for css in _HEADLINES),
        ),
    ),
)
