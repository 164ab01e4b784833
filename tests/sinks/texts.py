"""Records as text."""

import io

from extractor.records import Answer, Doctor, QAPage, Question, WarningCode
from extractor.records import Warning as Doubt
from extractor.sinks import open_sink

PAGE = QAPage(
    source="a.txt",
    question=Question(title="Is it normal?", body='Two lines,\nand "quotes".'),
    answers=(
        Answer(position=1, headline="=SUM(A1)", body="Yes.", votes=-3, accepted=True, confidence=0.5),
        Answer(position=2, doctor=Doctor(name="Ada Example", credentials=("MD", "FACS"), rating=4.9, reviews=12)),
    ),
    warnings=(
        Doubt(code=WarningCode.COUNT_MISMATCH, message="3 declared, 2 found"),
        Doubt(code=WarningCode.DOUBTFUL_BOUNDARY, message="headline or body", answer=2),
    ),
)


def written(name: str, records: list[QAPage], *, excel: bool = False) -> str:
    stream = io.StringIO()
    with open_sink(name, stream, excel=excel) as sink:
        for record in records:
            sink.write(record)
    return stream.getvalue()


def spelled(cell: object) -> str:
    return "" if cell is None else str(cell).lower() if isinstance(cell, bool) else str(cell)
