"""A record with its answers, to be compared with others."""

from extractor import Answer, Doctor, QAPage, Question

DOCTOR = Doctor(
    name="Anna Berg", credentials=("MD", "FACS"), specialty="Surgeon", location="Bonn", rating=4.9, reviews=12
)
FIRST = Answer(position=1, headline="Wait a year", body="The swelling goes.\n\nIt takes long.", doctor=DOCTOR)
SECOND = Answer(position=2, headline="Tape it", body="Tape it every night, for weeks.", confidence=0.6)
GOLD = QAPage(
    question=Question(title="Is it normal?", body="My nose is wide.", asked_at="2013", tags=("nose",)),
    declared_answer_count=2,
    answers=(FIRST, SECOND),
)


def with_answers(*answers: Answer) -> QAPage:
    return GOLD.model_copy(update={"answers": answers})
