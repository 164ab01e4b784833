"""The reader of sample pages whose gold is flat: `doctor_name`, `credentials`, ... directly in the answer."""

import json
from pathlib import Path

from extractor import Answer, Doctor, QAPage, Question
from extractor.evaluation.gold import GoldPage
from tests.paths import ROOT

SAMPLES = ROOT.parent / "shared" / "samples"
SEED = ROOT.parent / "shared" / "seed"


def sample_pages(folder: Path) -> list[GoldPage]:
    """The sample pages below a folder, by name."""
    return [
        GoldPage(
            path.relative_to(folder).as_posix(), path, (_record(json.loads(path.with_suffix(".json").read_bytes())),)
        )
        for path in sorted(folder.rglob("*.txt"))
    ]


def _record(gold: dict[str, object]) -> QAPage:
    question, answers = gold["question"], gold["answers"]
    assert isinstance(question, dict)
    assert isinstance(answers, list)
    return QAPage.model_validate(
        {
            "question": Question(title=question["title"], body=question["body"]),
            "declared_answer_count": gold["declared_answer_count"],
            "answers": tuple(_answer(answer, position) for position, answer in enumerate(answers, 1)),
        }
    )


def _answer(gold: dict[str, object], position: int) -> Answer:
    names = ("note", "specialty", "location", "rating", "reviews")
    doctor = {"name": gold["doctor_name"], "credentials": tuple(_list(gold["credentials"]))}
    doctor |= {name: gold[name] for name in names}
    return Answer.model_validate(
        {
            "position": position,
            "headline": gold["headline"],
            "body": gold["body"],
            "doctor": Doctor.model_validate(doctor) if any(doctor.values()) else None,
        }
    )


def _list(value: object) -> list[str]:
    return value if isinstance(value, list) else []
