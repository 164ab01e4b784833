"""Records as files."""

from pathlib import Path

from extractor.records import Answer, Doctor, QAPage, Question, WarningCode
from extractor.records import Warning as Doubt
from extractor.sinks import find_format, open_sink

ADA = Doctor(name="Ada Example", credentials=("MD",), specialty="Dermatologist", location="Bern", rating=4.9, reviews=3)
PAGES = [
    QAPage(
        source=f"{n}.txt",
        url=f"https://site.example/{n}",
        question=Question(title=f"Why {n}?", tags=("skin", "sun")),
        declared_answer_count=2,
        answers=(
            Answer(position=1, headline="Because", body="So.\n\nIndeed.", doctor=ADA, confidence=0.5),
            Answer(position=2, body="No.", doctor=Doctor(specialty="Surgeon")),
        ),
        warnings=(Doubt(code=WarningCode.CONFLICT, message="two dates", answer=2),),
    )
    for n in range(3)
] + [QAPage(source="empty.txt", question=Question(title="Nobody?"))]


def written(directory: Path, name: str, records: list[QAPage]) -> Path:
    path = directory / f"records{find_format(name).extension}"
    with open_sink(name, path) as sink:
        for record in records:
            sink.write(record)
    return path
