"""The report of a run: what its manifest and its records say, and a sample of pages beside their records."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from extractor.batch import Change, changes_between
from extractor.display import PageView, render_template, reread, view_of
from extractor.document import Document
from extractor.errors import UnreadableDocument
from extractor.extras import require
from extractor.files import whole_file
from extractor.reading import Layouts
from extractor.report.charts import bars
from extractor.report.figures import BINS, MANY, Figures
from extractor.runs import Run

_MOST_BYTES = 6_000_000
"""Characters of HTML that the sample may take, so that the report stays below 10 MB."""
_MARKUP = 250
_MOST_LINES = 3_000
"""Lines of a page that are shown; pages people look at are shorter."""


@dataclass(frozen=True, slots=True)
class SampledPage:
    """A record of the sample: the view of its page, or why that cannot be had."""

    source: str
    view: PageView | None
    why: str = ""


def write_report(
    run: Run, target: Path, *, earlier: Run | None = None, sample: int = 40, layouts: Layouts = ()
) -> None:
    """Write the report of `run`; with `earlier`, what has changed since that run.

    Raises:
        UsageError: if the records of the run cannot be read.
        MissingExtra: if a part that reports need is not installed.
        OutputError: if it cannot be written.

    """
    figures = Figures(sample)
    for record in run.records():
        figures.add(record)
    figures.add_failures(run.failures())
    shown = list(_shown(run, figures, layouts))
    drift = changes_between(earlier.manifest, run.manifest) if earlier else None
    text = _page(run, figures, shown, drift)
    with whole_file(target) as stream:
        stream.write(text)


def _page(run: Run, figures: Figures, shown: list[SampledPage], drift: list[Change] | None) -> str:
    markup = require("markupsafe", "review").Markup
    charts = [markup(chart) for chart in _charts(figures)]
    sites = sorted(run.manifest.sites.items(), key=lambda item: -item[1].records)
    fields = [name for name in (sites[0][1].fill if sites else {}) if any(site.fill[name] for _, site in sites)]
    return render_template(
        "report.html", run=run, figures=figures, charts=charts, sites=sites, fields=fields, shown=shown, drift=drift,
        log=run.log(),
    )  # fmt: skip


def _charts(figures: Figures) -> Iterator[str]:
    bins = {f"{place / BINS:.2f}": figures.confidences[place] for place in range(BINS)}
    yield bars("Confidence of answers", "confidence, from", bins)
    most = max(figures.answers, default=0)
    names = {number: f"{number}+" if number == MANY else str(number) for number in range(most + 1)}
    yield bars("Answers per page", "answers", {names[number]: figures.answers[number] for number in names})
    halves = [half / 2 for half in range(11)]
    yield bars("Ratings of doctors", "stars", {f"{half:g}": figures.ratings[half] for half in halves})


def _shown(run: Run, figures: Figures, layouts: Layouts) -> Iterator[SampledPage]:
    """The records of the sample, each read again, as far as there is room for them."""
    reopener, room = run.reopener(), _MOST_BYTES
    for source, own in figures.sample():
        document = reopener.open(source)
        if not isinstance(document, Document):
            yield SampledPage(source, None, document.detail)
            continue
        try:
            page = reread(document, layouts)
        except UnreadableDocument as error:
            yield SampledPage(source, None, str(error))
            continue
        record = next((one for one in page.records if one.id == own), None)
        view = view_of(page, record, _MOST_LINES) if record else None
        room -= _size(view) if view else 0
        why = "the page gives this record no longer" if view is None else "it is too long for this report"
        yield SampledPage(source, view, "") if view and room > 0 else SampledPage(source, None, why)


def _size(view: PageView) -> int:
    """The characters of HTML that a view takes, roughly: twice its text, and some markup around each piece."""
    pieces = [segment.text for row in view.rows for segment in row.segments]
    pieces += [value.shown for part in view.parts for value in part.values]
    return sum(2 * len(piece) + _MARKUP for piece in pieces)
