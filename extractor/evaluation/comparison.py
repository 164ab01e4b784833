"""The records of a page against its gold records: what is right, missed and spurious, field by field.

A page's records are paired with its gold records, and their answers with each other, in order, so that the pairs share
as many words as possible. Values are compared after white space is folded. Whatever has no partner is missed or
spurious with all its values.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import NamedTuple

from pydantic import BaseModel, ConfigDict, computed_field

from extractor.evaluation.alignment import pair_up
from extractor.records import Answer, QAPage
from extractor.records.fields import Owner, Value, Weight, readers

QUESTION_FIELDS = readers(Weight.MAIN, Owner.PAGE, Owner.QUESTION)
ANSWER_FIELDS = readers(Weight.MAIN, Owner.ANSWER, Owner.DOCTOR)
"""The fields that the micro F1 sums over; with those of the question they make a page exactly right."""
EXTRA_QUESTION_FIELDS = readers(Weight.EXTRA, Owner.PAGE, Owner.QUESTION)
EXTRA_ANSWER_FIELDS = readers(Weight.EXTRA, Owner.ANSWER, Owner.DOCTOR)
"""Reported, but a page can be exactly right without them."""

_EXTRA = EXTRA_QUESTION_FIELDS.keys() | EXTRA_ANSWER_FIELDS.keys()
_EMPTY_ANSWER = Answer(position=1)


class Scored(BaseModel):
    """What is measured; it never changes."""

    model_config = ConfigDict(frozen=True)


class Confusion(Scored):
    """How often a field was right, given wrongly (spurious) and not given as the page has it (missed)."""

    right: int = 0
    spurious: int = 0
    missed: int = 0

    def __add__(self, other: "Confusion") -> "Confusion":
        return Confusion(
            right=self.right + other.right, spurious=self.spurious + other.spurious, missed=self.missed + other.missed
        )

    @computed_field  # type: ignore[prop-decorator] # the order that pydantic documents
    @property
    def precision(self) -> float:
        """The share of the given values that are right."""
        return share(self.right, self.right + self.spurious)

    @computed_field  # type: ignore[prop-decorator] # the order that pydantic documents
    @property
    def recall(self) -> float:
        """The share of the gold values that were given."""
        return share(self.right, self.right + self.missed)

    @computed_field  # type: ignore[prop-decorator] # the order that pydantic documents
    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return share(2 * self.right, 2 * self.right + self.spurious + self.missed)


class AnswerScore(Scored):
    """One answer of a record: how sure the reader was, and whether all its fields were right."""

    position: int
    confidence: float
    is_right: bool


class PageScore(Scored):
    """One page against its gold."""

    name: str
    family: str
    is_negative: bool
    has_record: bool
    is_exact: bool
    is_segmented: bool
    is_flagged: bool
    fields: dict[str, Confusion]
    answers: tuple[AnswerScore, ...]
    differences: tuple[str, ...]


class _Judgement(NamedTuple):
    """A field's value in gold and in the record, folded, and where they stand."""

    field: str
    place: str
    gold: str | None
    found: str | None

    @property
    def score(self) -> Confusion:
        if self.gold == self.found:
            return Confusion(right=self.gold is not None)
        return Confusion(spurious=self.found is not None, missed=self.gold is not None)

    def __str__(self) -> str:
        return f"{self.place}{self.field}: gold {_shorten(self.gold)}, found {_shorten(self.found)}"


@dataclass(frozen=True, slots=True)
class _Pair:
    """A gold record with the record that it is compared to (either may be missing), and their answers, paired."""

    gold: QAPage | None
    found: QAPage | None
    answers: tuple[tuple[Answer | None, Answer | None], ...]


def score_page(gold: Sequence[QAPage], found: Sequence[QAPage], name: str = "", family: str = "") -> PageScore:
    """The records of one page against its gold records."""
    pairs = [_Pair(*pair, tuple(_pair_answers(*pair))) for pair in pair_up(gold, found, _page_words)]
    judgements = [judgement for pair in pairs for judgement in _judge(pair)]
    fields: dict[str, Confusion] = {}
    for judgement in judgements:
        fields[judgement.field] = fields.get(judgement.field, Confusion()) + judgement.score
    wrong = [judgement for judgement in judgements if judgement.gold != judgement.found]
    return PageScore(
        name=name,
        family=family,
        is_negative=not gold,
        has_record=bool(found),
        is_exact=len(gold) == len(found) and all(judgement.field in _EXTRA for judgement in wrong),
        is_segmented=all(_is_segmented(pair) for pair in pairs),
        is_flagged=any(page.warnings for page in found),
        fields=fields,
        answers=tuple(_answer_scores(pairs)),
        differences=tuple(f"{name}: {judgement}" for judgement in wrong),
    )


def all_fields() -> tuple[str, ...]:
    """The names of all fields that are compared, in the order they are reported."""
    return (*QUESTION_FIELDS, *ANSWER_FIELDS, *EXTRA_QUESTION_FIELDS, *EXTRA_ANSWER_FIELDS)


def as_compared(value: Value) -> str | None:
    r"""A value as it is compared: white space folded, lists joined, nothing as None.

    >>> as_compared("two\n lines"), as_compared(["MD", "FACS"]), as_compared(4.0), as_compared(" ")
    ('two lines', 'MD, FACS', '4', None)
    """
    if value is None or isinstance(value, bool):
        return None if value is None else str(value).lower()
    if isinstance(value, int | float):
        return f"{value:.12g}"
    return " ".join((value if isinstance(value, str) else ", ".join(value)).split()) or None


def _pair_answers(gold: QAPage | None, found: QAPage | None) -> Iterator[tuple[Answer | None, Answer | None]]:
    pairs = pair_up(gold.answers if gold else (), found.answers if found else (), _answer_words)
    return ((one, _as_in_version_1(one, other)) for one, other in pairs)


def _as_in_version_1(gold: Answer | None, found: Answer | None) -> Answer | None:
    """`found` in the words of gold that was written for version 1 of the record.

    That had no `role`: what a forum calls a member ("Moderator") stood in `specialty`. It is held against that if gold
    has the same words there and no role, and the record has no specialty.
    """
    own, told = gold and gold.doctor, found and found.doctor
    if not (found and own and told) or own.role or told.specialty or own.specialty != told.role:
        return found
    return found.model_copy(update={"doctor": told.model_copy(update={"specialty": told.role})})


def _answer_words(answer: Answer) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", f"{answer.headline or ''} {answer.body or ''}".lower()))


def _page_words(page: QAPage) -> frozenset[str]:
    question = re.findall(r"\w+", f"{page.question.title or ''} {page.question.body or ''}".lower())
    return frozenset(question).union(*map(_answer_words, page.answers))


def _judge(pair: _Pair) -> Iterator[_Judgement]:
    gold, found = pair.gold or QAPage(), pair.found or QAPage()
    for field, page_value in chain(QUESTION_FIELDS.items(), EXTRA_QUESTION_FIELDS.items()):
        yield _Judgement(field, "", as_compared(page_value(gold)), as_compared(page_value(found)))
    for one, other in pair.answers:
        place = f"answer {one.position} " if one else f"spurious answer {other.position} " if other else ""
        for field, value in chain(ANSWER_FIELDS.items(), EXTRA_ANSWER_FIELDS.items()):
            yield _Judgement(
                field, place, as_compared(value(one or _EMPTY_ANSWER)), as_compared(value(other or _EMPTY_ANSWER))
            )


def _answer_scores(pairs: Iterable[_Pair]) -> Iterator[AnswerScore]:
    for pair in pairs:
        for gold, found in pair.answers:
            if found:
                is_right = gold is not None and all(
                    as_compared(value(gold)) == as_compared(value(found)) for value in ANSWER_FIELDS.values()
                )
                yield AnswerScore(position=found.position, confidence=found.confidence, is_right=is_right)


def _is_segmented(pair: _Pair) -> bool:
    if pair.gold is None or pair.found is None:
        return False
    return all(gold and found and as_compared(gold.body) == as_compared(found.body) for gold, found in pair.answers)


def share(part: float, whole: float) -> float:
    """A share to four places; of nothing, all."""
    return round(part / whole, 4) if whole else 1.0


_SHOWN = 80


def _shorten(value: str | None) -> str:
    return "nothing" if value is None else repr(value if len(value) <= _SHOWN else value[: _SHOWN - 1] + "…")
