"""doctoralia.com.br: the title is the question cut short; the question itself stands below the count line."""

from extractor.readers.layout import Kind, Layout, Mark, Side

LAYOUT = Layout(
    name="doctoralia",
    hosts=("doctoralia.com.br",),
    clues=(" resposta", "Nossos especialistas"),
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
)
