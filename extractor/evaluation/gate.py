"""The quality gate: floors under the figures of an evaluation, which only go up unless somebody says why.

A gate file holds the floors per family and figure, the digest of the evaluation set they were measured on, and the
reasons of every lowering.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from extractor.errors import UsageError
from extractor.evaluation.scores import ALL, Evaluation

Floors = dict[str, dict[str, float]]
"""By family, then by figure."""


class Lowering(BaseModel):
    """Floors that were lowered, and why. Each is `family.figure: from -> to`."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    reason: str
    floors: tuple[str, ...]


class Gate(BaseModel):
    """What the file holds."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    digest: str = ""
    floors: Floors = {}
    lowered: tuple[Lowering, ...] = ()


def load(path: Path) -> Gate:
    """The gate in a file; an open one if there is no such file.

    Raises:
        UsageError: if the file holds something else.

    """
    if not path.exists():
        return Gate()
    try:
        return Gate.model_validate_json(path.read_bytes())
    except ValidationError as error:
        raise UsageError(f"{path} is no gate file, make a new one with --raise-floors: {error}") from error


def gate_text(gate: Gate) -> str:
    """The text of a gate file."""
    return gate.model_dump_json(indent=2) + "\n"


def figures(evaluations: Mapping[str, Evaluation]) -> Floors:
    """The figures that have floors, by family; the higher the better, all of them shares."""
    measured = {family: dict(_figures(evaluation)) for family, evaluation in sorted(evaluations.items())}
    measured[ALL] |= _trust(evaluations[ALL])
    return measured


def _trust(evaluation: Evaluation) -> dict[str, float]:
    """Figures that mean something over many pages only."""
    return {
        "right_unflagged": round(1 - evaluation.flagged_right / max(1, evaluation.exact), 4),
        "confident_right": evaluation.confident.accuracy,
    }


def _figures(evaluation: Evaluation) -> Iterator[tuple[str, float]]:
    if evaluation.pages:
        yield "exact", round(evaluation.exact / evaluation.pages, 4)
        yield "exact_or_flagged", round((evaluation.exact + evaluation.flagged_wrong) / evaluation.pages, 4)
        for field, count in evaluation.fields.items():
            if count.right + count.missed + count.spurious:
                yield field, count.f1
    if evaluation.negatives:
        yield "negatives_without_record", round(1 - evaluation.false_records / evaluation.negatives, 4)


def faults(gate: Gate, measured: Floors, digest: str) -> list[str]:
    """Why the gate stays shut; nothing if it opens."""
    found = [
        f"{family}.{figure} is {value:.4f}, its floor is {floor:.4f}"
        for family, figure, floor, value in _fallen(gate, measured)
    ]
    if gate.digest != digest:
        found.append("the evaluation set is not the one that the floors were measured on; pin it with --raise-floors")
    return found


def raised(gate: Gate, measured: Floors, digest: str, reason: str | None = None) -> Gate:
    """The gate with floors at the figures measured. Floors above them need a reason to come down, which is kept.

    Raises:
        UsageError: if a floor would come down without a reason.

    """
    lowered = tuple(
        f"{family}.{figure}: {floor} -> {value}" for family, figure, floor, value in _fallen(gate, measured)
    )
    if lowered and not (reason and reason.strip()):
        raise UsageError(f"this would lower floors, say why with --allow-lower REASON: {'; '.join(lowered)}")
    record = (Lowering(reason=reason, floors=lowered),) if lowered and reason else ()
    return Gate(digest=digest, floors=measured, lowered=gate.lowered + record)


def _fallen(gate: Gate, measured: Floors) -> Iterator[tuple[str, str, float, float]]:
    """Floors above what was measured; a figure that is gone counts as 0."""
    for family, floors in gate.floors.items():
        for figure, floor in floors.items():
            value = measured.get(family, {}).get(figure, 0.0)
            if value < floor:
                yield family, figure, floor, value
