"""Pages of no known site: labels and counts as sites of many kinds print them."""

from extractor.layout import HtmlFacts, Kind, Layout, Mark, Part, Selector, Side
from extractor.layout.html import MARK, RATED, REVIEWED

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
            r"(?:(?:Doctor |Expert |Dentist |Lawyer |Attorney |All )?(?:Answers|Replies)|"
            r"(?:Doctor|Expert|Dentist|Lawyer|Attorney|All) (?:answers|replies)|"
            r"(?:Respostas|Respuestas)(?: d\w+ \w+)?)[:\s]*\(?(?P<count>\d{1,4})\)?",
        ),
        Mark(
            Kind.BYLINE,
            r"(?:Answered|Answer|Reply|Replied|Written) by:?[^\S\n]+(?P<byline>(?![a-z])[^\n]{3,100})",
        ),
        # A name that ends an indented answer signs it.
        Mark(Kind.BYLINE, r"(?:(?<= {4}\n)|(?<= {4}\n\n))(?P<byline>Dr\.? [A-Z][^\n]{2,60})(?=\s*\Z)"),
        Mark(Kind.BYLINE, r"(?:Respondid[oa] por|Responde):?[^\S\n]+(?P<byline>[^\n]{3,100})"),
        Mark(
            Kind.BYLINE,
            r"(?P<byline>(?:Dr|Dra|Prof)\.? [^\n:]{2,80}) "
            r"(?:wrote|writes|replied|replies|answered|says|said|responded|respondeu|respondió):",
        ),
        Mark(
            Kind.META,
            r"Asked by:? (?P<asker>[^\n,]{2,40}?)(?:, (?P<asker_location>[^\n]{2,40}?))?"
            r"(?: [Oo]n (?P<asked_at>[^\n]*\d[^\n]*))?",
        ),
        Mark(Kind.META, r"[•*·-]\s+Category: (?P<tags>[^\n]+)(?:\n\s*[•*·-]\s+[A-Z]\w+: [^\n]+)*"),
        Mark(
            Kind.QUESTION,
            r"(?:Q|(?:Full |Patient['’]s |Original )?(?:[Qq]uestion|QUESTION|[Qq]uery)|"
            r"Pregunta|PREGUNTA|Pergunta|PERGUNTA|Domanda|DOMANDA)\s?[:.][^\S\n]*(?P<body>[^\n]+)?|Question",
        ),
        Mark(
            Kind.ANSWER,
            r"(?:A|(?:Expert |Doctor['’]s )?(?:[Aa]nswer|ANSWER)|"
            r"Respuesta|RESPUESTA|Resposta|RESPOSTA|Risposta|RISPOSTA)\s?[:.][^\S\n]*(?P<body>[^\n]+)?|Answer",
        ),
        Mark(
            Kind.FURNITURE,
            r"(?=[^\n]{20,400}+\s*+\Z)(?=[^\n]*\b(?i:information|informa(?:ção|ción))\b)"
            r"[^\n]*\b(?:no|not|não|nor|never)\b[^\n]*\b(?i:advice|opinion|client|substitute|consulta)\b[^\n]*",
        ),
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
            Selector(Part.RATING, f"[{RATED}]@{RATED}"),
            Selector(Part.REVIEWS, f"[{RATED}]@{REVIEWED}"),
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
