"""One record from what two sources say of the same question: the page's text and its structured data.

Text wins over structured data that is cut short (it often is, at 300 to 500 characters, with an ellipsis) or says that
there are no answers; of two texts of which one begins with the other the longer one counts. Structured data adds what
the text does not print: dates, votes, authors, addresses, which answer is accepted. Where both name different values
the text's is kept, and a warning names both.
"""

from collections.abc import Iterator, Sequence

from extractor.readers.html.schema_org.likeness import align, have_one_beginning, plain, uncut
from extractor.readers.html.schema_org.values import ChosenValues
from extractor.records import Answer, Doctor, QAPage, Question, WarningCode, doubt
from extractor.records import Warning as PageWarning


def reconcile(page: QAPage, data: QAPage) -> QAPage:
    """`page`, as its text reads (with spans and text), completed by the structured `data` on the same question."""
    return _Merger(page).merge(data)


def from_data(data: QAPage, text: str) -> QAPage:
    """The record of a page on which only the structured data could be read; `text` is the page's own."""
    return _Merger(QAPage(text=text, spans={}, url=data.url)).merge(data)


def is_same(page: QAPage, data: QAPage) -> bool:
    """Whether both are on one question: by their titles, their bodies, or an answer."""
    texts = [(page.question.title, data.question.title), (page.question.body, data.question.body)]
    texts += [(own.body, other.body) for own in page.answers for other in data.answers]
    return any(own and other and have_one_beginning(own, other) for own, other in texts)


class _Merger:
    """Merges one page."""

    def __init__(self, page: QAPage) -> None:
        self._page = page
        self._values = ChosenValues(page)
        self._doubts: list[PageWarning] = []
        self._headlines: set[str | None] = set()
        """What the data calls the headlines of its answers."""
        self._position_of: dict[int, int] = {}
        """For the positions of the data's answers, those that they have in the record."""

    def merge(self, data: QAPage) -> QAPage:
        page = self._page
        self._headlines = {answer.headline for answer in data.answers}
        question = self._question(data.question)
        answers = self._answers(data.answers)
        declared = self._declared(data.declared_answer_count)
        warnings = (
            *self._old_warnings(answers),
            *self._doubts,
            *self._values.conflicts,
            *self._of_data(data.warnings),
            *doubt.count_mismatches(declared, len(answers)),
        )
        lowest = min((answer.confidence for answer in answers), default=page.confidence)
        return page.model_copy(
            update={
                "question": question,
                "answers": answers,
                "declared_answer_count": declared,
                "confidence": doubt.capped(lowest, warnings),
                "warnings": warnings,
                "spans": self._values.spans,
                "text": self._values.text,
            }
        )

    def _old_warnings(self, answers: Sequence[Answer]) -> list[PageWarning]:
        """The page's own warnings that still hold."""
        sure = {one.position for one in answers if one.confidence >= doubt.TOLD and not self._is_beside(one)}
        gone = {WarningCode.COUNT_MISMATCH}
        if len(sure) == len(answers):
            gone |= {WarningCode.DOUBTFUL_PAGE}
        return [
            warning
            for warning in self._page.warnings
            if warning.code not in gone
            and not (warning.code is WarningCode.DOUBTFUL_BOUNDARY and warning.answer in sure)
        ]

    def _is_beside(self, answer: Answer) -> bool:
        """Whether the page's reading has a headline which the data does not call so: it may name who answers."""
        return answer.headline is not None and answer.headline not in self._headlines

    def _declared(self, told: int | None) -> int | None:
        """A declared 0 is what forum software writes before the replies are in; it says nothing."""
        return self._values.own_first("/declared_answer_count", self._page.declared_answer_count, told or None)

    def _question(self, data: Question) -> Question:
        own = self._page.question
        title = self._values.longer("/question/title", own.title, data.title)
        body = data.body if data.body and not (title and plain(data.body) == plain(title)) else None
        return own.model_copy(
            update={
                "title": title,
                "body": self._values.longer("/question/body", own.body, body),
                "asker": self._values.own_first("/question/asker", own.asker, data.asker),
                "asked_at": self._values.date("/question/asked_at", own.asked_at, data.asked_at),
                "tags": own.tags or self._tags(data.tags),
                "votes": self._values.own_first("/question/votes", own.votes, data.votes),
                "comments": own.comments or data.comments,
            }
        )

    def _tags(self, tags: tuple[str, ...]) -> tuple[str, ...]:
        if tags:
            self._values.keep("/question/tags", tags)
        return tags

    def _answers(self, data: Sequence[Answer]) -> tuple[Answer, ...]:
        """The answers of both, by their texts; the data's alone if the page's text bears it out in full."""
        pairs = align(self._page.answers, data)
        strangers = [other for other in data if other.position not in pairs.values()]
        self._position_of = {told: own for own, told in pairs.items()}
        if strangers and self._stand_apart(data):
            return self._rebuilt(data)
        by_position = {other.position: other for other in data}
        merged = [
            self._answer(own, by_position[pairs[own.position]]) if own.position in pairs else own
            for own in self._page.answers
        ]
        for other in strangers:
            if (around := self._answer_around(other)) is not None:
                self._doubts.append(doubt.inner_answer(around))
                continue
            position = self._position_of[other.position] = len(merged) + 1
            if self._page.answers and self._stands(other):
                self._doubts.append(doubt.told_answer(position))
            merged.append(self._answer(Answer(position=position, confidence=doubt.TOLD), other))
        return tuple(merged)

    def _answer_around(self, data: Answer) -> int | None:
        """The position of the page's answer that holds the text of the data's one."""
        text = plain(data.body or "")
        return next((own.position for own in self._page.answers if text in plain(own.body or "")), None)

    def _stands(self, data: Answer) -> bool:
        return self._values.find(data.body) is not None

    def _of_data(self, warnings: Sequence[PageWarning]) -> Iterator[PageWarning]:
        """The warnings of the data, with the positions that its answers have in the record."""
        for warning in warnings:
            if warning.answer is None:
                yield warning
            elif position := self._position_of.get(warning.answer):
                yield warning.model_copy(update={"answer": position})

    def _stand_apart(self, data: Sequence[Answer]) -> bool:
        """Whether each answer of the data stands whole in the page's text, in a place of its own."""
        places = [
            self._values.find(other.body) if other.body and uncut(other.body) == other.body else None for other in data
        ]
        return all(places) and len(set(places)) == len(places)

    def _rebuilt(self, data: Sequence[Answer]) -> tuple[Answer, ...]:
        """The data's answers in the order of the page, with the bylines that the page's reading found for them."""
        own = {answer.position: answer for answer in self._page.answers}
        self._values.drop("/answers/")
        ordered = sorted(data, key=lambda other: self._values.find(other.body) or (0, 0))
        answers = []
        for position, other in enumerate(ordered, 1):
            known = own.get(self._position_of.get(other.position, 0))
            doctor = known.doctor if known else None
            answers.append(self._answer(Answer(position=position, doctor=doctor, confidence=doubt.TOLD), other))
            self._place_doctor(f"/answers/{position - 1}/doctor", doctor)
        self._position_of = {other.position: position for position, other in enumerate(ordered, 1)}
        return tuple(answers)

    def _answer(self, own: Answer, data: Answer) -> Answer:
        at = f"/answers/{own.position - 1}"
        body = self._values.longer(f"{at}/body", own.body, data.body, own.position)
        is_borne_out = body is not None and data.body is not None and plain(body) == plain(data.body)
        return own.model_copy(
            update={
                "body": body,
                "headline": own.headline or self._values.own_first(f"{at}/headline", None, data.headline),
                "doctor": self._doctor(own, data.doctor),
                "votes": self._values.own_first(f"{at}/votes", own.votes, data.votes, own.position),
                "accepted": own.accepted or data.accepted,
                "answered_at": self._values.date(f"{at}/answered_at", own.answered_at, data.answered_at, own.position),
                "url": self._values.own_first(f"{at}/url", own.url, data.url, own.position),
                "comments": own.comments or data.comments,
                "confidence": max(own.confidence, doubt.TOLD) if is_borne_out else own.confidence,
            }
        )

    def _doctor(self, answer: Answer, data: Doctor | None) -> Doctor | None:
        own, at = answer.doctor, f"/answers/{answer.position - 1}/doctor"
        if data is None:
            return own
        if own is None:
            self._place_doctor(at, data)
            return data
        update: dict[str, object] = {}
        for name in ("name", "specialty", "location", "rating", "reviews", "url"):
            update[name] = self._values.own_first(
                f"{at}/{name}", getattr(own, name), getattr(data, name), answer.position
            )
        if not own.credentials and data.credentials:
            update["credentials"] = data.credentials
            self._values.keep(f"{at}/credentials", data.credentials)
        return own.model_copy(update=update)

    def _place_doctor(self, at: str, doctor: Doctor | None) -> None:
        for name, value in doctor.model_dump(exclude_defaults=True).items() if doctor else ():
            self._values.keep(f"{at}/{name}", value if name == "credentials" else (value,))
