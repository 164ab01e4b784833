"""Records and figures as tables: coloured on a terminal, plain text otherwise."""

from collections.abc import Iterator, Mapping, Sequence

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from extractor.batch import Change
from extractor.cli.console import legible, plural
from extractor.evaluation.comparison import ANSWER_FIELDS, QUESTION_FIELDS, Confusion
from extractor.evaluation.scores import ALL, CONFIDENT, Evaluation
from extractor.records import Answer, Doctor, QAPage


def show_page(page: QAPage, out: Console | None = None) -> None:
    """A record for the reader's eyes, on standard error unless said otherwise."""
    out = out or Console(stderr=True, highlight=False)
    out.print(Text(legible(page.question.title or "(no title)"), style="bold"))
    if page.question.body:
        out.print(_cell(page.question.body), style="dim")
    out.print(_answers_table(page))
    for warning in page.warnings:
        place = f" ({warning.place})" if warning.place else ""
        out.print(Text(f"warning: {warning.code.value}{place}: {legible(warning.message)}", style="yellow"))


def _answers_table(page: QAPage) -> Table:
    table = Table(box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0), caption=_caption(page), caption_justify="left")
    table.add_column("#", justify="right", no_wrap=True)
    for name in ("doctor", "specialty", "location", "headline"):
        table.add_column(name, overflow="fold")
    for name in ("rating", "reviews", "confidence"):
        table.add_column(name, justify="right", no_wrap=True)
    for answer in page.answers:
        style = "yellow" if any(warning.answer == answer.position for warning in page.warnings) else None
        table.add_row(*_answer_cells(answer), style=style)
    return table


def _caption(page: QAPage) -> str:
    declared = "" if page.declared_answer_count is None else f", {page.declared_answer_count} declared"
    site = page.site or "a page of no known site"
    return f"{plural(len(page.answers), 'answer')}{declared}, confidence {page.confidence:.3f}; read as {site}"


def _answer_cells(answer: Answer) -> Iterator[Text]:
    doctor = answer.doctor or Doctor()
    name = ", ".join(filter(None, (doctor.name, *doctor.credentials)))
    values = (answer.position, name, doctor.specialty, doctor.location, answer.headline, doctor.rating, doctor.reviews)
    yield from (_cell("" if value is None else str(value)) for value in values)
    yield Text(f"{answer.confidence:.3f}")


def _cell(text: str) -> Text:
    return Text(legible(" ".join(text.split())))


def show_evaluations(evaluations: Mapping[str, Evaluation], out: Console) -> None:
    """The figures of an evaluation: those of all pages in full, a line for each family."""
    evaluation = evaluations[ALL]
    out.print(_counts(evaluation), soft_wrap=True)
    out.print(_fields_table(evaluation))
    out.print(_reliability_table(evaluation))
    out.print(_families_table(evaluations))
    for name in evaluation.unflagged_wrong:
        out.print(Text(f"wrong and not flagged: {legible(name)}", style="red"), soft_wrap=True)


def _counts(evaluation: Evaluation) -> Text:
    wrong = evaluation.pages - evaluation.exact
    lines = (
        f"pages            {evaluation.pages}, without record {evaluation.without_record}",
        f"exactly right    {_of(evaluation.exact, evaluation.pages)}",
        f"segmentation     {_of(evaluation.segmented, evaluation.pages)} with the right answers and bodies",
        f"wrong, flagged   {_of(evaluation.flagged_wrong, wrong)}",
        f"right, flagged   {_of(evaluation.flagged_right, evaluation.exact)}",
        f"negatives        {evaluation.negatives}, false records {evaluation.false_records}",
        f"micro F1         {evaluation.micro.f1:.4f} over the fields of answers",
        f"confidence       {_of_answers(evaluation)}",
    )
    return Text("\n".join(lines))


def _of(part: int, whole: int) -> str:
    return f"{part}/{whole} ({part / whole:.1%})" if whole else "0/0"


def _of_answers(evaluation: Evaluation) -> str:
    sure = evaluation.confident
    return f"{sure.accuracy:.2%} of the {sure.answers} answers with confidence >= {CONFIDENT} are right"


def _fields_table(evaluation: Evaluation) -> Table:
    table = _table("field", "precision", "recall", "F1", "right", "spurious", "missed")
    main = QUESTION_FIELDS.keys() | ANSWER_FIELDS.keys()
    for name, count in evaluation.fields.items():
        if count == Confusion():
            continue
        table.add_row(name, *_count_cells(count), style=None if name in main else "dim")
    table.add_row("answers' fields", *_count_cells(evaluation.micro), style="bold")
    return table


def _count_cells(count: Confusion) -> Iterator[str]:
    yield from (f"{share:.4f}" for share in (count.precision, count.recall, count.f1))
    yield from map(str, (count.right, count.spurious, count.missed))


def _reliability_table(evaluation: Evaluation) -> Table:
    table = _table("confidence from", "answers", "mean confidence", "right")
    for one in evaluation.reliability:
        shares = (f"{one.confidence:.4f}", f"{one.accuracy:.4f}") if one.answers else ("", "")
        table.add_row(f"{one.low:.2f}", str(one.answers), *shares)
    return table


def _families_table(evaluations: Mapping[str, Evaluation]) -> Table:
    table = _table(
        "family", "pages", "exact", "flagged wrong", "flagged right", "micro F1", "negatives", "false records"
    )
    for family, one in evaluations.items():
        cells = (one.pages, one.exact, one.flagged_wrong, one.flagged_right, f"{one.micro.f1:.4f}")
        table.add_row(family, *map(str, cells), str(one.negatives), str(one.false_records))
    return table


def _table(first: str, *others: str) -> Table:
    table = Table(box=box.SIMPLE_HEAD)
    table.add_column(first)
    for name in others:
        table.add_column(name, justify="right")
    return table


def show_changes(changes: Sequence[Change], out: Console) -> None:
    """What changed between two runs."""
    if not changes:
        out.print("nothing changed")
        return
    table = _table("site", "share", "before", "after")
    for change in changes:
        site = Text(legible(change.site or "generic") if change.site is not None else "(all)")
        table.add_row(site, Text(legible(change.what)), f"{change.before:.1%}", f"{change.after:.1%}")
    out.print(table)
