"""The records of a page completed by its structured data; those that the data alone gives."""

from collections.abc import Iterable, Sequence

from extractor.readers.html.as_text import headings
from extractor.readers.html.page import HtmlPage
from extractor.readers.html.rendering.rendered import Rendered
from extractor.readers.html.schema_org.applications import questions_in
from extractor.readers.html.schema_org.questions import read_graph
from extractor.readers.html.schema_org.reconcile import from_data, is_same, reconcile
from extractor.readers.html.schema_org.states import read_states
from extractor.records import QAPage, WarningCode, doubt
from extractor.records import Warning as PageWarning

_MORE = 250
"""Characters beside the question that may be furniture of the page; an answer and its author take more."""


def with_data(page: HtmlPage, shown: Rendered, records: Sequence[QAPage], *, is_thread: bool) -> Sequence[QAPage]:
    """`records`, as the page `shown` was read, with what the data adds; records of the data if there are none.

    A thread that was read whole keeps its own posts.
    """
    data = _questions(page, shown, records)
    if not records:
        return _of_data(page, shown, data)
    return [_completed_thread(record, data) if is_thread else _completed(record, data) for record in records]


def _questions(page: HtmlPage, shown: Rendered, records: Iterable[QAPage]) -> Sequence[QAPage]:
    """The questions of the page's JSON-LD; if that has no answers, those of a script application's state.

    They are asked where the page shows no answers, or only the beginnings of some.
    """
    is_answered = any(record.answers for record in records) and not shown.cuts
    if is_answered and not page.blocks.values:
        return []
    titles = [*page.head.titles, *headings(shown)]
    data = read_graph(page.blocks.values, titles, shown.url) if page.blocks.values else []
    if is_answered or any(record.answers for record in data):
        return data
    return read_graph(questions_in(read_states(page.parsed.data)), titles, shown.url) or data


def _completed(record: QAPage, data: Sequence[QAPage]) -> QAPage:
    if told := _told(record, data):
        return reconcile(record, told)
    if len(data) != 1 or not data[0].answers:
        return record
    if all(answer.body and answer.body in (record.text or "") for answer in data[0].answers):
        own = {"source": record.source, "site": record.site}
        return from_data(data[0], record.text or "").model_copy(update=own)
    return doubt.doubted(record, [doubt.other_question(data[0].question.title)])


def _completed_thread(record: QAPage, data: Sequence[QAPage]) -> QAPage:
    """The record with what the data adds to its posts: data shortens texts, and forums mark few posts as answers."""
    told = _told(record, data)
    completed = reconcile(record, told) if told else record
    if told is None or len(completed.answers) != len(record.answers):
        return record
    pairs = zip(record.answers, completed.answers, strict=True)
    bodies = {pointer: where for pointer, where in (record.spans or {}).items() if pointer.endswith("/body")}
    declared = completed.declared_answer_count or 0
    told_too = (one for one in completed.warnings if not _is_of_data(one))
    doubts = dict.fromkeys((*record.warnings, *told_too))  # what the data bears out are texts, not what is a post
    kept = [one for one in doubts if one.code != WarningCode.COUNT_MISMATCH or declared > len(record.answers)]
    return completed.model_copy(
        update={
            "question": completed.question.model_copy(update={"body": record.question.body}),
            "answers": tuple(other.model_copy(update={"body": own.body}) for own, other in pairs),
            "spans": (completed.spans or {}) | bodies,
            "warnings": tuple(kept),
            "confidence": min(completed.confidence, record.confidence) if kept else record.confidence,
        }
    )


def _is_of_data(warning: PageWarning) -> bool:
    """Whether a warning says nothing of a thread: a post has many addresses, and those who write it are shown."""
    return warning.message.startswith("url: ") or warning == doubt.asked_itself()


def _told(record: QAPage, data: Sequence[QAPage]) -> QAPage | None:
    """What the data says of the record's question."""
    return next((one for one in data if is_same(record, one)), None)


def _of_data(page: HtmlPage, shown: Rendered, data: Sequence[QAPage]) -> Sequence[QAPage]:
    alone = [_lone(from_data(one, shown.text), shown) for one in data if one.answers or len(data) == 1]
    own = {"source": page.source, "url": shown.url, "site": page.layout.name}
    return [one.model_copy(update=own) for one in alone]


def _lone(record: QAPage, shown: Rendered) -> QAPage:
    """A record of the data alone: doubtful if that has no answers while the page shows far more than the question.

    What it shows was not read if it has remarks on an article. It is doubtful too if it names nobody.
    """
    told = len(record.question.title or "") + len(record.question.body or "")
    if record.answers:
        return record if doubt.names_anybody(record) else doubt.doubted(record, [doubt.unsigned()])
    if shown.text and len(shown.text) - told < _MORE:
        return record
    return doubt.doubted(record, [doubt.question_alone()])
