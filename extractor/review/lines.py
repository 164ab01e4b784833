"""What a person says of lines whose fields the markup told.

There is no grammar to read the rest of the page by, so the line is taken out of the field that it stands in, and put
into the one that it belongs to.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Self

from extractor.readers.lines import Line
from extractor.readers.people.fields import BylineFields, Found, places_of, values_of
from extractor.readers.people.loose_bylines import byline_fields, line_fields
from extractor.records import Answer, Doctor, QAPage, Question, Span

Spans = dict[str, tuple[Span, ...]]
_TEXTS = ("title", "headline", "body")
"""Fields that are made of whole lines."""
_NOBODY = Doctor()


@dataclass(slots=True)
class _Taken:
    """The question or an answer while it is taken apart: its values, and by field where they stand."""

    values: Question | Answer
    spans: Spans = field(default_factory=dict)

    @property
    def first(self) -> int | None:
        """Where its texts begin."""
        return min((span[0] for name in _TEXTS for span in self.spans.get(name, ())), default=None)

    def place(self, name: str, spans: Sequence[Span], text: str) -> None:
        """Let a text stand there."""
        self.spans[name] = tuple(sorted(spans))
        self.values = self.values.model_copy(update={name: _joined(self.spans[name], text) or None})

    def leave(self, line: Span, text: str) -> None:
        """Take a line out of its texts, and what the line says of the doctor."""
        for name in _TEXTS:
            own = self.spans.get(name, ())
            left = [piece for span in own for piece in _cut(span, line, text)]
            if left != list(own):
                self.place(name, left, text)
        told = [name for name, own in self.spans.items() if name.startswith("doctor/") and _is_within(own, line)]
        if told and isinstance(self.values, Answer) and self.values.doctor:
            nothing = {name.removeprefix("doctor/"): getattr(_NOBODY, name.removeprefix("doctor/")) for name in told}
            doctor = self.values.doctor.model_copy(update=nothing)
            self.values = self.values.model_copy(update={"doctor": None if doctor == _NOBODY else doctor})
            self.spans = {name: own for name, own in self.spans.items() if name not in told}

    def divided(self, at: int, text: str) -> Self:
        """What stands behind `at`, as a part of its own; the doctor goes with the byline."""
        other = type(self)(Answer(position=1))
        for name in ("headline", "body"):
            spans = self.spans.get(name, ())
            if behind := [span for span in spans if span[0] >= at]:
                other.place(name, behind, text)
                self.place(name, [span for span in spans if span[0] < at], text)
        told = {name: spans for name, spans in self.spans.items() if name.startswith("doctor/")}
        if told and min(spans[0][0] for spans in told.values()) >= at and isinstance(self.values, Answer):
            other.spans |= told
            other.values = other.values.model_copy(update={"doctor": self.values.doctor})
            self.spans = {name: spans for name, spans in self.spans.items() if name not in told}
            self.values = self.values.model_copy(update={"doctor": None})
        return other


def with_role(record: QAPage, text: str, line: Line, state: str) -> QAPage:
    """The record of a page in which `line` of its `text` is what a person says: a state of the grammar by name.

    A headline or the first line of an answer begins one, unless nothing of the answer stands above it; the body's line
    at which an answer began joins that to the one above.
    """
    page = _Apart(record, text)
    page.assign((line.start, line.end), state)
    return page.record()


class _Apart:
    """A record taken apart into question and answers."""

    def __init__(self, record: QAPage, text: str) -> None:
        self._record = record
        self._text = text
        self._question = _Taken(record.question, _own(record.spans or {}, "/question/"))
        self._answers = [
            _Taken(answer, _own(record.spans or {}, f"/answers/{index}/"))
            for index, answer in enumerate(record.answers)
        ]

    def assign(self, line: Span, state: str) -> None:
        number = self._number(line[0])
        began = number is not None and self._answers[number].first == line[0]
        for part in (self._question, *self._answers):
            part.leave(line, self._text)
        match state:
            case "title" | "question":
                self._give_question(line, "title" if state == "title" else "body")
            case "headline" | "first body line":
                self._begin(number, line, "headline" if state == "headline" else "body")
            case "body":
                self._go_on(number, line, joins=began)
            case "byline":
                self._sign(number, line)
        self._answers = [part for part in self._answers if part.first is not None or part.spans]

    def record(self) -> QAPage:
        """The record, put together again."""
        answers = [part.values.model_copy(update={"position": n}) for n, part in enumerate(self._answers, 1)]
        others = {name: at for name, at in (self._record.spans or {}).items() if name.count("/") == 1}
        parts = [("/question/", self._question), *((f"/answers/{n}/", one) for n, one in enumerate(self._answers))]
        spans = {f"{at}{name}": places for at, part in parts for name, places in part.spans.items() if places}
        changed = {"question": self._question.values, "answers": tuple(answers), "spans": others | spans}
        return self._record.model_copy(update=changed)

    def _number(self, start: int) -> int | None:
        """The answer in which, or below the beginning of which, something stands."""
        begins = [number for number, part in enumerate(self._answers) if part.first is not None and part.first <= start]
        return begins[-1] if begins else None

    def _give_question(self, line: Span, name: str) -> None:
        held = self._question.spans.get(name, ())
        if name == "title" and not any(_adjoin(one, line, self._text) for one in held):
            held = ()  # a page has one title
        self._question.place(name, [*held, line], self._text)

    def _begin(self, number: int | None, line: Span, name: str) -> None:
        part = self._answers[number] if number is not None else _Taken(Answer(position=1))
        if number is None:
            self._answers.insert(0, part)
        elif part.first is not None and part.first < line[0]:
            part = part.divided(line[0], self._text)
            self._answers.insert(number + 1, part)
        part.place(name, [*part.spans.get(name, ()), line], self._text)

    def _go_on(self, number: int | None, line: Span, *, joins: bool) -> None:
        if joins and number:
            self._join(number)
            number -= 1
        if number is None:
            self._answers.insert(0, _Taken(Answer(position=1)))
        part = self._answers[number or 0]
        part.place("body", [*part.spans.get("body", ()), line], self._text)

    def _join(self, number: int) -> None:
        """The answer is part of the one above; its doctor signs both if that has none."""
        above, below = self._answers[number - 1], self._answers.pop(number)
        texts = [span for name in ("headline", "body") for span in below.spans.get(name, ())]
        above.place("body", [*above.spans.get("body", ()), *texts], self._text)
        if isinstance(above.values, Answer) and isinstance(below.values, Answer) and above.values.doctor is None:
            above.values = above.values.model_copy(update={"doctor": below.values.doctor})
            above.spans |= {name: at for name, at in below.spans.items() if name.startswith("doctor/")}

    def _sign(self, number: int | None, line: Span) -> None:
        """What the line says of the doctor takes the place of what was read; in unknown words it is a name."""
        if self._signs_above() and (number is None or number + 1 < len(self._answers)):
            number = 0 if number is None else number + 1
        part = self._answers[number or 0] if self._answers else None
        if part is None or not isinstance(part.values, Answer):
            return
        text = self._text[line[0] : line[1]]
        told = byline_fields(text, line[0]) or line_fields(text, line[0])
        fields = told or BylineFields(name=Found(text, *line))
        doctor = (part.values.doctor or Doctor()).model_dump() | values_of(fields)
        part.values = part.values.model_copy(update={"doctor": Doctor.model_validate(doctor)})
        part.spans |= {f"doctor/{name}": places for name, places in places_of(fields)}

    def _signs_above(self) -> bool:
        """Whether names stand above what is said, as in threads; else they stand below."""
        sides = [
            spans[0][0] < part.first
            for part in self._answers
            if part.first is not None and (spans := part.spans.get("doctor/name"))
        ]
        return sum(sides) > len(sides) / 2


def _own(spans: Mapping[str, tuple[Span, ...]], prefix: str) -> Spans:
    return {name.removeprefix(prefix): places for name, places in spans.items() if name.startswith(prefix)}


def _cut(own: Span, span: Span, text: str) -> Iterator[Span]:
    """What is left of a stretch without another, margins taken off."""
    for start, end in ((own[0], min(own[1], span[0])), (max(own[0], span[1]), own[1])):
        piece = text[start:end] if start < end else ""
        if piece.strip():
            begin = start + len(piece) - len(piece.lstrip())
            yield begin, begin + len(piece.strip())


def _is_within(spans: Sequence[Span], line: Span) -> bool:
    return all(line[0] <= start and end <= line[1] for start, end in spans)


def _adjoin(one: Span, other: Span, text: str) -> bool:
    first, second = sorted((one, other))
    return not text[first[1] : second[0]].strip()


def _joined(spans: Sequence[Span], text: str) -> str:
    """The texts of stretches, a blank line between paragraphs."""
    pieces = [text[start:end] for start, end in spans[:1]]
    for (_, end), (start, stop) in pairwise(spans):
        between = text[end:start]
        pieces += ["\n" if between.count("\n") == 1 and not between.strip() else "\n\n", text[start:stop]]
    return "".join(pieces)
