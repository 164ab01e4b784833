"""Doctoralia and its sister sites (Docplanner): pages of questions, and profiles of doctors with answered ones.

On a question page the title is the question cut short, and the question itself stands below the count line. A profile
shows two or three questions, each with the doctor's answer and without a title, below the patients' reviews.
"""

from extractor.layout import HtmlFacts, Kind, Layout, Mark, Part, Selector, Side

# Answers have no blank lines: short lines among such that stand alone, and offer a consultation, are an advertisement.
_NO_ANSWER = r"(?!(?i:ol[aá]|bom dia|boa tarde|boa noite|hola|buen[oa]s|prezad[oa]|pergunta|pregunta|domand)\w*\b)"
_ALONE = rf"(?=\S){_NO_ANSWER}[^\n]{{3,180}}+(?=\n\s*\n)"
_OFFER = (
    rf"(?=\S){_NO_ANSWER}(?=[^\n]{{0,150}}\b(?i:(?:tele)?consultas?|especialist[ai]s?|profission\w+|profesional\w+|v[íi]deo|"
    r"on-?line|agend\w+|atend\w+|reserv\w+|hor[áa]rios?|funciona)\b)[^\n]{3,180}+(?=\n|\Z)"
)

LAYOUT = Layout(
    name="doctoralia",
    hosts=(
        "doctoralia.com.br",
        "doctoralia.es",
        "doctoralia.com.mx",
        "doctoralia.com.ar",
        "doctoralia.cl",
        "doctoralia.co",
        "doctoralia.pe",
        "doctoralia.com.pt",
        "doctoralia.com",
        "miodottore.it",
        "znanylekarz.pl",
        "znamylekar.cz",
        "doktortakvimi.com",
        "jameda.de",
    ),
    signature=r"\A(?:\s*+[^\n]+\n\s*\d+ (?:respostas?|respuestas?|rispost[ae])[^\S\n]*\n[^\S\n]*\S|"
    r"Noss[ao]s especialistas (?:já )?responderam|Nuestros especialistas han respondido)",
    sides=(Side.BEFORE,),
    starts_with_title=True,
    question_lines=1,
    has_paragraphs=False,
    marks=(
        Mark(
            Kind.QUESTION,
            r"(?P<count>\d+) (?:respostas?|respuestas?|rispost[ae])\s*\n\s*"
            r"(?P<question>[^\n]+(?:(?:\n(?!Dra?\. )[^\n]+){1,12}(?=\nDra?\. ))?)",
        ),
        Mark(
            Kind.BYLINE,
            r"(?P<name>Dra?\. [^\n]{3,60})\n(?P<specialty>[^\n.!?]{3,60})\n(?P<location>[^\n.!?]{2,40})(?=\n)",
        ),
        Mark(Kind.BYLINE, r"(?P<name>Dra?\. [^\n.!?,]{3,60})\n(?P<specialty>[^\n.!?]{3,60})(?=\n[^\n]{60})"),
        Mark(Kind.END, r"(?:Perguntas|Preguntas) relacionadas|Domande correlate"),
        Mark(Kind.END, r"(?:Deseja|Quer|Gostaria de|¿Quieres|¿Deseas) [^\n]{3,30} (?:pergunta|pregunta)\?"),
        Mark(Kind.END, r"(?:Noss[ao]s especialistas (?:já )?responderam|Nuestros especialistas han respondido)[^\n]*"),
        Mark(Kind.BREAK, rf"(?<=\n\n){_ALONE}(?:\s*\n{_ALONE}){{0,4}}\s*\n{_OFFER}"),
    ),
    html=HtmlFacts(
        # Seen (2026): the two bodies, Question inside an identical Question, no Answer type; on profiles the reviews
        # and the tab. The rest is guessed.
        signatures=('data-test-id="qna-answer-body"', 'data-test-id="qna-question-body"', "platform.docplanner.com"),
        selectors=(
            Selector(Part.FURNITURE, "[data-test-id=opinion-block]"),
            Selector(Part.FURNITURE, "[data-test-id=profile-reviews-tab]"),
            Selector(Part.FURNITURE, "#profile-reviews"),
            Selector(Part.FURNITURE, "[itemtype$=FAQPage]", guess=True),
            Selector(Part.TITLE, "[data-id=doctor-questions-tab] [data-test-id=qna-question-body]"),
            Selector(Part.FURNITURE, "[data-test-id=qna-related]", guess=True),
            Selector(Part.ANSWER, "[data-test-id=qna-answer]", guess=True),
            Selector(Part.BODY, "[data-test-id=qna-answer] [data-test-id=qna-answer-body]", guess=True),
            Selector(Part.ANSWER, "[data-test-id=qna-answer-body]"),
            Selector(Part.BODY, "[data-test-id=qna-question-body]"),
            Selector(Part.TITLE, "h1", guess=True),
            Selector(Part.AUTHOR, "[data-test-id=qna-answer] [itemprop=name]", guess=True),
            Selector(Part.AUTHOR_URL, "[data-test-id=qna-answer] a[itemprop=url]@href", guess=True),
            Selector(Part.SPECIALTY, "[data-test-id=qna-answer] [data-test-id=doctor-specializations]", guess=True),
            Selector(Part.LOCATION, "[data-test-id=qna-answer] [itemprop=addressLocality]", guess=True),
            Selector(Part.DATE, "[data-test-id=qna-answer] time@datetime", guess=True),
            Selector(Part.COUNT, "[data-test-id=qna-answers-count]", guess=True),
        ),
    ),
)
