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
)
