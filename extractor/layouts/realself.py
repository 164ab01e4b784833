"""realself.com: question pages as plain text, in the five shapes that copies of them have."""

from extractor.readers.layout import Kind, Layout, Mark

LAYOUT = Layout(
    name="realself",
    hosts=("realself.com",),
    clues=("Doctor Answers", "{{ voteCount", "Get the real deal on beauty", "5 stars", "Ask a doctor"),
    proof=(Kind.COUNT, Kind.VOTE),
    marks=(
        Mark(Kind.COUNT, r"Doctor Answers(?:[^\S\n]*\(?(?P<count>\d[\d,]*)\)?)?"),
        Mark(Kind.VOTE, r"\{\{ ?voteCount[^\n]*\}\}"),
        Mark(Kind.VOTE, r"[+-]\d{1,4}"),
        Mark(Kind.FURNITURE, r"(?:Have a question\? )?Ask a doctor"),
        Mark(
            Kind.LINES,
            r"Get the real deal on beauty treatments[^\n]*?real results\.(?:[^\S\n]*Here['’]s how we earn your trust\.?)?"
            r"[^\S\n]*(?P<first>[^\n]+)?",
        ),
        Mark(Kind.CLOSE, r"These answers are for educational purposes and should not be relied upon[^\n]*"),
    ),
)
