"""A set of posts with what stands where in them: author, date and text are decided once for all posts, by vote."""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from itertools import chain

from extractor.readers.html.posts import words
from extractor.readers.html.posts.author_marks import LONGEST_NAME
from extractor.readers.html.posts.candidates.authors import author_columns
from extractor.readers.html.posts.candidates.bodies import BodyColumn, body_column
from extractor.readers.html.posts.candidates.candidate import Candidate
from extractor.readers.html.posts.candidates.dates import DateColumn, date_columns
from extractor.readers.html.posts.candidates.masses import Masses
from extractor.readers.html.posts.candidates.members import are_bare, has_members
from extractor.readers.html.posts.candidates.own import are_heads, elements, with_rows_behind
from extractor.readers.html.posts.candidates.spare import copies, events
from extractor.readers.html.posts.candidates.unmarked import with_first
from extractor.readers.html.posts.engines import Engine
from extractor.readers.html.posts.groups import FEWEST
from extractor.readers.html.posts.listing import leading_elsewhere, rating
from extractor.readers.html.posts.places import Places
from extractor.readers.html.posts.tree import Key, Tree
from extractor.readers.html.posts.words import has
from extractor.readers.html.rendering.elements import HEADINGS

_BETTER, _GOOD = 0.3, 1.5
_ALIKE, _NUMBERED, _SEVERAL = 0.15, 0.8, 4
_KEPT = 0.6
_SURE = 0.85


def judge(
    tree: Tree, places: Places, posts: Sequence[int], engine: Engine | None = None, others: Collection[int] = ()
) -> Candidate:
    """The columns of `posts`, without those that turn out to be none; `others` are elements of which none is a part."""
    judge_ = _Judge(tree, places, engine, frozenset(others))
    found = judge_.columns(tuple(posts))
    if again := copies(tree, posts, found.body.bodies, found.authors, found.dates):
        posts = [post for k, post in enumerate(posts) if k not in again]
        found = judge_.columns(tuple(posts))
    kept = judge_.kept(found) if found.body.bodies else set()
    if kept:
        trimmed = tuple(post for k, post in enumerate(posts) if k not in kept)
        found = replace(judge_.columns(tuple(posts[k] for k in sorted(kept))), trimmed=trimmed)
    return found


class _Judge:
    """Judges sets of posts on one page."""

    def __init__(self, tree: Tree, places: Places, engine: Engine | None, others: frozenset[int]) -> None:
        self._tree, self._places, self._engine, self._others = tree, places, engine, others

    def columns(self, posts: tuple[int, ...]) -> Candidate:
        if self._engine is not None and (told := self._told(posts)):
            return told
        found = self._placed(posts)
        body = self._body(found)
        if are_heads(self._tree, posts):
            behind = replace(found, own=with_rows_behind(self._tree, posts, self._others))
            below = self._body(behind)
            if below and (body is None or body.mass < below.mass):
                found, body = behind, below
        if body is None:
            return found
        if body.heads:
            return self._scored(replace(found, body=body))
        authors = author_columns(self._tree, self._places, found.own, body.bodies, self._engine)
        if not authors or authors[0].weight < 0.7 * found.signed:
            authors = list(found.authors)
        dates = date_columns(self._tree, self._places, found.own, body.bodies)
        return self._scored(replace(found, authors=authors, dates=dates, body=body))

    def _body(self, found: Candidate) -> BodyColumn | None:
        """The texts; beside names and dates they stand in posts of members alone."""
        body = body_column(self._tree, found.posts, found.own, dict(self._taken(found)), self._engine)
        told = replace(found, body=body) if body and body.heads else None
        return None if told and not (has_members(self._tree, told) or are_bare(self._tree, told)) else body

    def _told(self, posts: tuple[int, ...]) -> Candidate | None:
        """The columns where the engine says what the texts are; None if most posts have none."""
        own = elements(self._tree, posts, self._others, 0)
        body = body_column(self._tree, posts, own, {}, self._engine)
        if body is None or body.key[0] != "engine":
            return None
        body = body._replace(bodies=with_first(self._tree, self._places, posts[0], body.bodies))
        authors = author_columns(self._tree, self._places, own, body.bodies, self._engine)
        dates = self._dates(posts, own, body)
        found = Candidate(posts, own, authors, dates, body, engine=self._engine, others=self._others)
        return self._scored(found)

    def _dates(self, posts: tuple[int, ...], own: Sequence[Sequence[int]], body: BodyColumn) -> list[DateColumn]:
        """The dates in posts of an engine; if there are none, those above or below, as some of its skins have them."""
        beside = (elements(self._tree, posts, self._others, side) for side in (-1, 1))
        found = (date_columns(self._tree, self._places, some, body.bodies) for some in chain([own], beside))
        return next(filter(None, found), [])

    def _placed(self, posts: tuple[int, ...]) -> Candidate:
        """The posts with authors and dates; in flat markup these stand beside them.

        In a definition list they do in the terms, and the texts stand behind these.
        """
        best = Candidate(posts, ())
        quality = -1.0
        is_list = all(self._tree.tags[post] == "dt" for post in posts)
        for side in (1,) if is_list else (0, -1, 1):
            own = elements(self._tree, posts, self._others, side)
            authors = author_columns(self._tree, self._places, own, {}, self._engine)
            dates = date_columns(self._tree, self._places, own, {})
            found = Candidate(posts, own, authors, dates, engine=self._engine, others=self._others)
            this = (authors[0].weight if authors else 0.0) + found.dated
            if this > quality + _BETTER:
                best, quality = found, this
            if quality > _GOOD:
                break
        return best

    def _taken(self, found: Candidate) -> Iterator[tuple[int, set[int]]]:
        """For each post, the elements that hold its author or a date: no text of a post does."""
        tree, dates = self._tree, self._places.dates
        best = [column for column in found.authors[:6] if column.weight > 0.8 * found.authors[0].weight]
        for k, some in enumerate(found.own):
            taken = {i for i in some if dates.get(i, ("text",))[0] != "text" and not self._is_quoted(i, found.posts[k])}
            if found.signed > 1 / 2:
                names = (column.names[k].element for column in best if k in column.names)
                taken.update(i for i in names if tree.mass(i) <= LONGEST_NAME)
            if found.dated > 1 / 2 and k in found.dates[0].dates:
                taken.add(found.dates[0].dates[k])
            yield k, taken

    def _is_quoted(self, i: int, post: int) -> bool:
        tree = self._tree
        for outer in tree.up(i):
            if outer <= post:
                return False
            if tree.tags[outer] in ("blockquote", "aside") or has(words.QUOTE, tree.classes[outer]):
                return True
        return False

    def _scored(self, found: Candidate) -> Candidate:
        if len(set(found.body.bodies.values())) < len(found.body.bodies):
            return replace(found, score=0.0)  # what stands beside one post is another
        masses = Masses(self._tree, found.posts)
        sizes = sorted(map(masses.mass, found.body.bodies.values()))
        most = 5 * sizes[len(sizes) // 2] + 300  # one post of most of the page is a wrapper around all
        if self._engine is not None:
            return replace(found, score=float(found.body.mass))
        names = {name.element for name in found.names.values()}
        links = leading_elsewhere(self._tree, found.own, found.body.bodies, names) / len(found.posts)
        reviews = rating(self._tree, found.own) / len(found.posts)
        score = (
            min(found.body.mass, sum(min(most, size) for size in sizes)) * (0.15 + found.signed) * (0.3 + found.dated)
        )
        for share in (links, reviews):
            score *= 0.3 if share > _KEPT else 1
        score *= 1 if found.has_texts else len(sizes) / len(found.posts)
        return replace(found, score=score, links=links, reviews=reviews)

    def kept(self, found: Candidate) -> set[int]:
        """The members that are posts, if some are not and most are; else none."""
        count, fewest = len(found.posts), 1 if found.engine else FEWEST
        if count <= fewest:
            return set()
        marks = [set(self._tree.keys(post)) for post in found.posts]
        kept = _like_the_others(found, marks) if found.engine is None else _of_engine(found)
        numbered = [any(token.startswith("#") for _, token in some) for some in marks]
        if count > _SEVERAL and sum(numbered) >= _NUMBERED * count:
            kept = {k for k in kept if numbered[k] or k == 0}
        advertised = {k for k, name in found.names.items() if words.ADVERTISER.fullmatch(name.text)}
        kept -= advertised | events(found.body.bodies, marks) | set(self._headings(found))
        return kept if fewest <= len(kept) < count and len(kept) >= _KEPT * (count - len(advertised)) else set()

    def _headings(self, found: Candidate) -> Iterator[int]:
        """The members that are the heads of columns, as "Author", "Topic" and "Replies", or that of the page."""
        tree, names = self._tree, found.names
        for k, body in found.body.bodies.items():
            is_column = tree.mass(body) <= LONGEST_NAME and words.COLUMN.fullmatch(tree.words(body)) is not None
            if is_column or (tree.tags[found.posts[k]] in HEADINGS and k not in names):
                yield k


def _like_the_others(found: Candidate, marks: Sequence[set[Key]]) -> set[int]:
    """The members that are marked, signed and dated as most are, or nearly so."""
    count = len(found.posts)
    shared = Counter(key for some in marks for key in some)
    common = {key for key, times in shared.items() if times >= max(2, _ALIKE * count)}
    signed = [any(k in column.names for column in found.authors[:3] if column.weight > _KEPT) for k in range(count)]
    is_signed = sum(signed) >= _SURE * count
    kept = set()
    for k in range(count):
        is_alike = not common or bool(common & marks[k])
        is_dated = any(k in column.dates for column in found.dates[:2])
        has_body = k in found.body.bodies
        if (signed[k] and ((is_dated and is_alike) or has_body)) or (
            has_body and is_dated and (is_alike or not is_signed)
        ):
            kept.add(k)
    return kept


def _of_engine(found: Candidate) -> set[int]:
    """The members that hold what the engine calls a body; but no advertisements, which have neither author nor date."""
    told = {k for dates in found.dates for k in dates.dates} | {k for names in found.authors for k in names.names}
    return {k for k in found.body.bodies if k == 0 or k in told}
