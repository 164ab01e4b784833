"""Pages of no known site: labels and counts as sites of many kinds print them."""

from extractor.readers.layout import Kind, Layout, Mark, Side

LAYOUT = Layout(
    name=None,
    sides=(Side.AFTER, Side.BEFORE),
    headlines=(True, False),
    marks=(
        Mark(
            Kind.COUNT,
            r"(?P<count>\d{1,4}) (?:[Dd]octor |[Ee]xpert )?"
            r"(?:[Aa]nswers?|[Rr]epl(?:y|ies)|[Rr]espostas?|[Rr]espuestas?)",
        ),
        Mark(
            Kind.COUNT,
            r"(?:[Dd]octor |[Ee]xpert |[Aa]ttorney )?(?:Answers|Replies|Respostas|Respuestas)"
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
)
