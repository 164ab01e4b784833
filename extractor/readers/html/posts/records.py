"""From the regions that a layout names on an HTML page to records."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from extractor.document import absolute
from extractor.layout import POSTS, Layout, Part
from extractor.layout.html import UNCLEAR
from extractor.readers.html.rendering.rendered import Region, Rendered
from extractor.readers.locator import Locator
from extractor.readers.people.fields import NO_FIELDS, BylineFields, Found, places_of, values_of
from extractor.readers.people.loose_bylines import byline_fields, line_fields, work_fields
from extractor.readers.people.numbers import count_in, decimal_in, rating_in
from extractor.readers.people.pieces import split
from extractor.readers.people.places import is_place
from extractor.readers.people.ratings import rating_fields
from extractor.records import Answer, Doctor, QAPage, Question, Span, doubt
from extractor.records import Warning as PageWarning

_SHOWN = 60


@dataclass(slots=True)
class _Post:
    """A question or an answer: its regions by part, in page order."""

    part: Part
    whole: Region | None = None
    regions: dict[Part, list[Region]] = field(default_factory=dict)

    def add(self, region: Region) -> None:
        self.regions.setdefault(region.part, []).append(region)

    @property
    def bodies(self) -> list[Region]:
        """The text: what the layout says it is, else all of a post of which it says nothing more."""
        is_bare = self.whole is not None and all(
            region.value is not None for some in self.regions.values() for region in some
        )
        return self.regions.get(Part.BODY, [self.whole] if is_bare and self.whole else [])

    def has(self, *parts: Part) -> bool:
        return any(part in self.regions for part in parts)


@dataclass(slots=True)
class _Thread:
    """A question and the answers to it."""

    question: _Post
    answers: list[_Post] = field(default_factory=list)


def to_records(page: Rendered, layout: Layout) -> list[QAPage]:
    """The records of a page, one a question, with their spans; none if no region is an answer or a question."""
    threads = _threads(page)
    answered = [thread for thread in threads if thread.answers]
    if layout.is_generic and _is_faq(answered):
        return []
    alone = threads if len(threads) == 1 else []  # several questions without answers are a list of questions
    return [_Builder(page).record(thread, layout.name) for thread in answered or alone]


def _threads(page: Rendered) -> list[_Thread]:
    """Questions with their answers; the title and other regions outside of posts belong to the first question."""
    outside, posts = _posts(page)
    threads: list[_Thread] = []
    for post in posts:
        if post.part is Part.QUESTION:
            threads.append(_Thread(post))
        elif threads:
            threads[-1].answers.append(post)
        else:
            threads.append(_Thread(_Post(Part.QUESTION), [post]))
    for thread in threads:
        _settle_accepted(thread.answers)
    _give(outside, threads)
    return [thread for thread in threads if thread.answers or thread.question.has(Part.TITLE, Part.BODY)]


def _posts(page: Rendered) -> tuple[_Post, list[_Post]]:
    """What stands outside of posts, and the posts in page order."""
    posts = {0: _Post(Part.QUESTION)}
    for region in page.regions:
        if region.part in POSTS:
            posts.setdefault(region.post, _Post(region.part, region))
        else:
            posts[region.post].add(region)
    return posts.pop(0), [posts[number] for number in sorted(posts)]


def _settle_accepted(answers: Sequence[_Post]) -> None:
    """Sites that call every answer accepted and suggested at once say nothing by it; on one of several it tells."""
    called = [post for post in answers if any(" " in (one.value or "") for one in post.regions.get(Part.ACCEPTED, ()))]
    if len(called) == len(answers):
        for post in called:
            del post.regions[Part.ACCEPTED]


def _give(outside: _Post, threads: Sequence[_Thread]) -> None:
    """What stands outside of posts says something of the page's question: the first that is answered."""
    thread = next((thread for thread in threads if thread.answers), threads[0] if threads else None)
    if thread:
        for part, regions in outside.regions.items():
            thread.question.regions.setdefault(part, regions)


def _is_faq(threads: Sequence[_Thread]) -> bool:
    """Several questions with one answer each and no author anywhere: what a firm asks itself, not what patients ask."""
    posts = [post for thread in threads for post in (thread.question, *thread.answers)]
    return (
        len(threads) > 1
        and all(len(thread.answers) == 1 for thread in threads)
        and not any(post.has(Part.AUTHOR, Part.BYLINE) for post in posts)
    )


class _Builder:
    """Makes the record of one thread and keeps note of where its values stand."""

    def __init__(self, page: Rendered) -> None:
        self._page = page
        self._locator = Locator(page.text)
        self._spans: dict[str, tuple[Span, ...]] = {}

    def record(self, thread: _Thread, site: str | None) -> QAPage:
        question = self._question(thread.question)
        declared = self._integer(thread.question, Part.COUNT, "/declared_answer_count")
        answers = tuple(self._answer(post, position) for position, post in enumerate(thread.answers, 1))
        rest = [region for post in thread.answers for region in post.regions.get(Part.REST, ())]
        unread = self._unread(thread.answers, answers)
        warnings = (*_warnings(declared, answers), *_unassigned(rest, self._page.text), *unread)
        return QAPage(
            url=self._page.url,
            site=site,
            question=question,
            declared_answer_count=declared,
            answers=answers,
            confidence=min([doubt.capped(doubt.TOLD, warnings), *(answer.confidence for answer in answers)]),
            warnings=warnings,
            spans=self._spans,
            text=self._locator.text,
        )

    def _question(self, post: _Post) -> Question:
        return Question(
            title=self._string(post, Part.TITLE, "/question/title"),
            body=self._body(post, "/question/body"),
            asker=self._string(post, Part.MEMBER, "/question/asker")
            or self._string(post, Part.AUTHOR, "/question/asker"),
            location=self._string(post, Part.LOCATION, "/question/location"),
            asked_at=self._date(post, "/question/asked_at"),
            tags=self._tags(post),
            votes=self._integer(post, Part.VOTES, "/question/votes"),
            comments=_comments(post),
        )

    def _tags(self, post: _Post) -> tuple[str, ...]:
        tags = {found.value: found for found in reversed(self._all(post, Part.TAG))}
        return tuple(tag.value for tag in self._keep("/question/tags", list(reversed(tags.values()))))

    def _answer(self, post: _Post, position: int) -> Answer:
        at = f"/answers/{position - 1}"
        body = self._body(post, f"{at}/body")
        return Answer(
            position=position,
            headline=self._string(post, Part.HEADLINE, f"{at}/headline"),
            body=body,
            doctor=self._doctor(post, f"{at}/doctor"),
            votes=self._integer(post, Part.VOTES, f"{at}/votes"),
            accepted=True if post.has(Part.ACCEPTED) else None,
            answered_at=self._date(post, f"{at}/answered_at"),
            url=self._address(post, Part.LINK, f"{at}/url"),
            confidence=doubt.TOLD if body else doubt.CAP,
            quotes=tuple(found.value for found in self._keep(f"{at}/quotes", self._all(post, Part.QUOTE))),
            comments=_comments(post),
        )

    def _doctor(self, post: _Post, at: str) -> Doctor | None:
        fields = self._byline(post)
        for found in self._all(post, Part.SPECIALTY)[:1]:
            fields = (work_fields(found.value, found.start) or NO_FIELDS).or_else(fields)
            fields = fields.or_else(BylineFields(specialty=found))
        for found in self._all(post, Part.LOCATION)[:1]:
            work = work_fields(found.value, found.start)
            fields = work.or_else(fields) if work and work.location else fields
            fields = fields.or_else(BylineFields(location=found))
        fields = self._rating(post).or_else(fields)
        for name, places in places_of(fields):
            self._spans[f"{at}/{name}"] = places
        url = self._address(post, Part.AUTHOR_URL, f"{at}/url")
        role = self._string(post, Part.ROLE, f"{at}/role")
        if not (fields or url or role):
            return None
        return Doctor.model_validate({**values_of(fields), "url": url, "role": role})

    def _byline(self, post: _Post) -> BylineFields:
        """What the lines of a byline say, and the author's name where an element holds just that."""
        fields = NO_FIELDS
        for found in self._all(post, Part.BYLINE):
            fields = fields.or_else(byline_fields(found.value, found.start))
        for found in self._all(post, Part.MEMBER)[:1]:
            fields = fields._replace(name=Found(" ".join(found.value.split()), found.start, found.end))
        for found in self._author(post):
            name = found.value.replace("\n", " ")
            fields = (line_fields(name, found.start) or _parts(name, found.start)).or_else(fields)
        return fields

    def _author(self, post: _Post) -> list[Found[str]]:
        """The author's name, with those of its parts behind it that have elements of their own."""
        names = self._all(post, Part.AUTHOR)[:1]
        for part in self._all(post, Part.NAME_PART) if names else ():
            if part.value not in names[0].value:
                whole = f"{names[0].value} {part.value}"
                names = [Found(whole, *self._locator.place(whole, names[0].start))]
        return names

    def _rating(self, post: _Post) -> BylineFields:
        """Rating and number of reviews; a rating of 0 means that nobody has rated."""
        fields = NO_FIELDS
        for found in self._all(post, Part.RATING)[:1]:
            fields = rating_fields(found.value, found.start) or NO_FIELDS
            best = next((decimal_in(best.value) for best in self._all(post, Part.BEST_RATING)), None)
            if not fields and (rating := rating_in(found.value, best)):
                fields = BylineFields(rating=Found(rating, found.start, found.end))
        for found in self._all(post, Part.REVIEWS)[:1]:
            count = count_in(found.value)
            if count is not None and count >= 0 and (fields.rating or count > 0):
                fields = fields._replace(reviews=Found(count, found.start, found.end))
        return fields

    def _unread(self, posts: Sequence[_Post], answers: Sequence[Answer]) -> Iterator[PageWarning]:
        """Ratings and numbers of reviews that are there and were not understood; a 0 says that there are none."""
        for post, answer in zip(posts, answers, strict=True):
            for name, part in (("rating", Part.RATING), ("reviews", Part.REVIEWS)):
                if answer.doctor is None or getattr(answer.doctor, name) is None:
                    for found in filter(_is_number, self._all(post, part)[:1]):
                        yield doubt.unread_value(name, found.value, answer.position)

    def _body(self, post: _Post, pointer: str) -> str | None:
        found = self._keep(pointer, [one for one in map(self._find, post.bodies) if one.value])
        return "\n\n".join(one.value for one in found) or None

    def _string(self, post: _Post, part: Part, pointer: str) -> str | None:
        found = self._keep(pointer, self._all(post, part)[:1])
        return " ".join(found[0].value.split()) if found else None

    def _date(self, post: _Post, pointer: str) -> str | None:
        """The first value that has a digit in it; elements for dates hold names too, and templates."""
        dated = [found for found in self._all(post, Part.DATE) if any(map(str.isdigit, found.value))]
        return " ".join(self._keep(pointer, dated[:1])[0].value.split()) if dated else None

    def _integer(self, post: _Post, part: Part, pointer: str) -> int | None:
        for found in self._all(post, part):
            value = count_in(found.value)
            if value is not None:
                self._keep(pointer, [found])
                return value
        return None

    def _address(self, post: _Post, part: Part, pointer: str) -> str | None:
        """An address, made absolute; that form stands below the text if it does not stand in it."""
        for region in post.regions.get(part, ()):
            printed = region.value if region.value is not None else self._page.text[region.start : region.end]
            if url := absolute(self._page.url, printed):
                self._spans[pointer] = (self._locator.place(url, region.start, region.end),)
                return url
        return None

    def _keep(self, pointer: str, found: Sequence[Found[str]]) -> Sequence[Found[str]]:
        if found:
            self._spans[pointer] = tuple((one.start, one.end) for one in found)
        return found

    def _all(self, post: _Post, part: Part) -> list[Found[str]]:
        """The values of a part, without empty ones, with their places."""
        regions = post.regions.get(part)
        return [one for one in map(self._find, regions) if one.value] if regions else []

    def _find(self, region: Region) -> Found[str]:
        """A region's value and its place."""
        if region.value is None:
            return Found(self._page.text[region.start : region.end], region.start, region.end)
        value = region.value.strip()
        return Found(value, *self._locator.place(value, region.start, region.end))


def _is_number(found: Found[str]) -> bool:
    text = found.value
    return text == UNCLEAR or (any(map(str.isdecimal, text)) and rating_in(text) != 0)


def _comments(post: _Post) -> int | None:
    """How many comments below the post are shown, if any."""
    return len(post.regions.get(Part.COMMENT, ())) or None


def _parts(text: str, start: int) -> BylineFields:
    """What stands where the author stands, in words that the vocabulary lacks: name, specialty, place; or a name."""
    parts = split(text, start, ",")
    if len(parts) != len(("name", "specialty", "location")) or not all(is_place(part) for part, _, _ in parts):
        return BylineFields(name=Found(text, start, start + len(text)))
    name, specialty, location = (Found(*part) for part in parts)
    return BylineFields(name=name, specialty=specialty, location=location)


def _unassigned(rest: Iterable[Region], text: str) -> Iterable[PageWarning]:
    for region in rest:
        yield doubt.unassigned_line((region.start, region.end), doubt.line_at(text, region.start))


def _warnings(declared: int | None, answers: Sequence[Answer]) -> Iterable[PageWarning]:
    yield from doubt.count_mismatches(declared, len(answers))
    for answer in answers:
        if answer.body is None:
            yield doubt.missing_text(answer.position)
