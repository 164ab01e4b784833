"""From the regions that a layout names on an HTML page to records."""

from collections.abc import Iterable, Sequence

from extractor.layout import Layout, Part
from extractor.readers.html.posts.regions.doctors import doctor_of, unread_ratings
from extractor.readers.html.posts.regions.marked import MarkedPost, MarkedThread, is_faq, threads_of
from extractor.readers.html.posts.regions.values import Values
from extractor.readers.html.rendering.rendered import Region, Rendered
from extractor.records import Answer, QAPage, Question, doubt, placing
from extractor.records import Warning as PageWarning


def to_records(page: Rendered, layout: Layout) -> list[QAPage]:
    """The records of a page, one a question, with their spans; none if no region is an answer or a question."""
    threads = threads_of(page)
    answered = [thread for thread in threads if thread.answers]
    if layout.is_generic and is_faq(answered):
        return []
    alone = threads if len(threads) == 1 else []  # several questions without answers are a list of questions
    return [_Builder(page).record(thread, layout.name) for thread in answered or alone]


def question_of(thread: MarkedThread, page: Rendered) -> Question:
    """What is asked in a thread of `page`."""
    return _Builder(page).question(thread.question)


class _Builder:
    """Makes the record of one thread and keeps note of where its values stand."""

    def __init__(self, page: Rendered) -> None:
        self._page = page
        self._values = Values(page)

    def record(self, thread: MarkedThread, site: str | None) -> QAPage:
        question = self.question(thread.question)
        declared = self._values.integer(thread.question, Part.COUNT, "/declared_answer_count")
        answers = tuple(self._answer(post, position) for position, post in enumerate(thread.answers, 1))
        rest = [region for post in thread.answers for region in post.regions.get(Part.REST, ())]
        unread = unread_ratings(self._values, thread.answers, answers)
        warnings = (*_warnings(declared, answers), *_unassigned(rest, self._page.text), *unread)
        return QAPage(
            url=self._page.url,
            site=site,
            question=question,
            declared_answer_count=declared,
            answers=answers,
            confidence=min([doubt.capped(doubt.TOLD, warnings), *(answer.confidence for answer in answers)]),
            warnings=warnings,
            spans=self._values.spans,
            text=self._values.text,
        )

    def question(self, post: MarkedPost) -> Question:
        """The question with what is known of it."""
        return Question(
            title=self._values.string(post, Part.TITLE, "/question/title"),
            body=self._values.body(post, "/question/body"),
            asker=self._values.string(post, Part.MEMBER, "/question/asker")
            or self._values.string(post, Part.AUTHOR, "/question/asker"),
            location=self._values.string(post, Part.LOCATION, "/question/location"),
            asked_at=self._values.date(post, "/question/asked_at"),
            tags=self._tags(post),
            votes=self._values.integer(post, Part.VOTES, "/question/votes"),
            comments=_comments(post),
        )

    def _tags(self, post: MarkedPost) -> tuple[str, ...]:
        found = self._values.all(post, Part.TAG)
        first = {one.value: one for one in reversed(found)}
        tags = [first[value] for value in dict.fromkeys(one.value for one in found)]
        return tuple(tag.value for tag in self._values.keep("/question/tags", tags))

    def _answer(self, post: MarkedPost, position: int) -> Answer:
        at = f"/answers/{position - 1}"
        body, quotes = self._values.body(post, f"{at}/body"), self._values.all(post, Part.QUOTE)
        return Answer(
            position=position,
            headline=self._values.string(post, Part.HEADLINE, f"{at}/headline"),
            body=body,
            doctor=doctor_of(self._values, post, f"{at}/doctor"),
            votes=self._values.integer(post, Part.VOTES, f"{at}/votes"),
            accepted=True if post.has(Part.ACCEPTED) else None,
            answered_at=self._values.date(post, f"{at}/answered_at"),
            url=self._values.address(post, Part.LINK, f"{at}/url"),
            confidence=doubt.TOLD if body else doubt.CAP,
            quotes=tuple(quote.value for quote in self._values.keep(f"{at}/quotes", quotes)),
            comments=_comments(post),
        )


def _comments(post: MarkedPost) -> int | None:
    """How many comments below the post are shown, if any."""
    return len(post.regions.get(Part.COMMENT, ())) or None


def _unassigned(rest: Iterable[Region], text: str) -> Iterable[PageWarning]:
    for region in rest:
        yield doubt.unassigned_line((region.start, region.end), placing.line_at(text, region.start))


def _warnings(declared: int | None, answers: Sequence[Answer]) -> Iterable[PageWarning]:
    yield from doubt.count_mismatches(declared, len(answers))
    for answer in answers:
        if answer.body is None:
            yield doubt.missing_text(answer.position)
