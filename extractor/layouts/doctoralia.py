"""doctoralia.com.br: the title is the question cut short; the question itself stands below the count line."""

from extractor.readers.html_facts import HtmlFacts, Part, Selector
from extractor.readers.layout import Kind, Layout, Mark, Side

LAYOUT = Layout(
    name="doctoralia",
    hosts=("doctoralia.com.br", "doctoralia.es", "doctoralia.com.mx", "miodottore.it", "doctoralia.com"),
    clues=(" resposta", "\nNossos especialistas"),
    signature=r"^\d+ respostas?\s*$|^Nossos especialistas (?:já )?responderam",
    sides=(Side.BEFORE,),
    starts_with_title=True,
    question_lines=1,
    marks=(
        Mark(Kind.QUESTION, r"(?P<count>\d+) respostas?\s*\n\s*(?P<question>[^\n]+)"),
        Mark(
            Kind.BYLINE,
            r"(?P<name>Dra?\. [^\n]{3,60})\n(?P<specialty>[^\n.!?]{3,60})\n(?P<location>[^\n.!?]{2,40})(?=\n)",
        ),
        Mark(Kind.BYLINE, r"(?P<name>Dra?\. [^\n.!?,]{3,60})\n(?P<specialty>[^\n.!?]{3,60})(?=\n[^\n]{60})"),
        Mark(Kind.SKIP, r"Resolva (?:as )?suas dúvidas[^\n]*"),
        Mark(Kind.ANSWER, r"Mostrar especialistas[^\n]*"),
        Mark(Kind.END, r"Perguntas relacionadas"),
        Mark(Kind.END, r"Nossos especialistas (?:já )?responderam[^\n]*"),
    ),
    html=HtmlFacts(
        # The two bodies are seen (2026): Question inside an identical Question, no Answer type. The rest is guessed.
        signatures=('data-test-id="qna-answer-body"', 'data-test-id="qna-question-body"'),
        selectors=(
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
