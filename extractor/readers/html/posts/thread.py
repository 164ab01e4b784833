"""Which of the sets of posts that a page may have is its thread, and what is doubtful about it.

Doubts are named, never summed: wrong threads look as good as right ones in everything but these.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extractor.readers.html.posts import words
from extractor.readers.html.posts.columns import Candidate, judge
from extractor.readers.html.posts.engines import Engine, engine_of
from extractor.readers.html.posts.groups import FEWEST, Index, lifted
from extractor.readers.html.posts.places import Places
from extractor.readers.html.posts.tree import Tree
from extractor.readers.html.posts.witness import Witness

_JUDGED = 6
"""Groups that are judged, of some dozens."""
_SIGNED, _DATED, _SURE = 0.7, 0.5, 0.9
_INSIDE = 0.8
_ELSEWHERE = 0.6
"""The share of posts that link elsewhere from their headings, or rate something, above which they are no posts."""
_RIVAL = 0.8
_ARTICLE = 2_000
"""Characters of running text above the posts from which on they are comments on an article."""
_STORY = 500
_PARAGRAPH, _SENTENCE, _SHORT, _TRIMMED = 80, 40, 30, 60
_BLOCKS = frozenset(["p", "div", "td", "section", "blockquote", "li"])
_NO_PARAGRAPHS = _BLOCKS | {"ul", "ol", "table"}
_ALIKE = 0.7


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something that may be wrong, by its name in `doubts.toml`; `post` is the number of the post that it is about."""

    name: str
    post: int | None = None


@dataclass(frozen=True, slots=True)
class Thread:
    """The posts of a page and what is doubtful about them; `aside` are the elements that are not about its subject.

    The first post is the question if `asks_first`; else the question stands above them.
    """

    posts: Candidate
    doubts: Sequence[Doubt]
    aside: Sequence[bool]
    asks_first: bool
    is_forum: bool
    """An engine is known, or classes, ids or structured data say that these are posts; else they may be comments."""


def find_thread(tree: Tree, blocks: Sequence[object]) -> Thread | None:
    """The thread of a page, None if it shows none; `blocks` is its JSON-LD."""
    places = Places(tree)
    index = Index(tree, places)
    finder = _Finder(tree, places, Witness(tree, blocks))
    engine = engine_of(index.by_token)
    if engine:
        found = finder.of_engine(index, engine)
        if found.body.bodies and found.signed >= 1 / 2:
            return finder.settle(found, ())
    candidates = [replace(judge(tree, places, group.members), keys=group.keys) for group in index.groups()[:_JUDGED]]
    candidates = [one for one in candidates if one.score > 0 and one.signed >= 1 / 2]
    if not candidates:
        return None
    candidates.sort(key=lambda one: -one.score)
    return finder.settle(finder.without_comments(index, finder.choose(candidates)), candidates)


class _Finder:
    """Looks for the thread of one page."""

    def __init__(self, tree: Tree, places: Places, witness: Witness) -> None:
        self._tree, self._places, self._witness = tree, places, witness

    def of_engine(self, index: Index, engine: Engine) -> Candidate:
        """The posts as the engine calls them."""
        by_token = index.by_token
        posts, gone, others = (
            {i for token in names for i in by_token.get(token, ())}
            for names in (engine.posts, engine.gone, (*engine.comment, *engine.drop))
        )
        posts -= gone | others
        if engine.is_lifted:
            posts = set(lifted(self._tree, sorted(posts)))
        posts -= {i for i in posts if any(outer in posts and self._is_all_of(i, outer) for outer in self._tree.up(i))}
        if len(posts) < FEWEST:
            return Candidate((), ())
        found = judge(self._tree, self._places, sorted(posts), engine, others)
        comments = frozenset(by_token.get(engine.comment[0], ())) if engine.comment else frozenset()
        return replace(found, keys=[("engine", engine.name)], comments=comments)

    def _is_all_of(self, i: int, outer: int) -> bool:
        """Whether an element holds all text of one around it."""
        return self._tree.words(i) == self._tree.words(outer)

    def choose(self, candidates: Sequence[Candidate]) -> Candidate:
        """The likeliest: not what wraps several posts of another, nor what stands inside the posts of one."""
        good = [one for one in candidates if one.signed >= _SIGNED and one.dated >= _DATED] or list(candidates)
        left = {id(one): one for one in good}
        for outer in good:
            for inner in good:
                if outer is not inner and id(inner) in left and id(outer) in left and self._is_inside(inner, outer):
                    own = judge(self._tree, self._places, outer.posts, None, inner.posts)
                    if self._stands_alone(own, inner):
                        del left[id(inner)]
                        left[id(outer)] = replace(own, keys=outer.keys, score=outer.score)
                    elif self._most_inside(inner, outer) > 1:
                        del left[id(outer)]
        best, *others = left.values() or good
        for one in others:
            is_same = one.body.key == best.body.key and one.body.mass >= best.body.mass
            if is_same and len(one.body.bodies) > len(best.body.bodies) and one.signed > _SIGNED:
                best = one
        return best

    def without_comments(self, index: Index, found: Candidate) -> Candidate:
        """The posts without elements inside that are called comments, and hold a name or a date beside their text."""
        tree, places = self._tree, self._places
        called = {i for key, some in index.by_key.items() if words.COMMENT.search(key[1]) for i in some}
        bodies = sorted(found.body.bodies.values())
        comments = {
            i
            for i in called.difference(found.posts)
            if (places.is_signed(i) or places.is_dated(tree.starts[i], tree.stops[i]))
            and _holder(tree, found.posts, i) is not None
            and _holder(tree, bodies, i) is None
            and not any(i <= body < tree.ends[i] for body in bodies)
        }
        if not comments:
            return found
        own = judge(tree, places, found.posts, None, comments)
        is_whole = len(own.body.bodies) == len(found.body.bodies) and own.signed >= _SIGNED
        if not is_whole:
            return found
        single = frozenset(i for i in comments if not any(i < other < tree.ends[i] for other in comments))
        return replace(own, keys=found.keys, trimmed=found.trimmed, comments=single)

    def _is_inside(self, inner: Candidate, outer: Candidate) -> bool:
        """Whether most posts of `inner` stand inside posts of `outer`, and are not those."""
        around = [_holder(self._tree, outer.posts, post) for post in inner.posts]
        return sum(one is not None and one != post for one, post in zip(around, inner.posts, strict=True)) > (
            _INSIDE * len(inner.posts)
        )

    def _stands_alone(self, outer: Candidate, inner: Candidate) -> bool:
        """Whether the posts have author, date and text beside those inside them, which then are comments."""
        bodies = sorted(outer.body.bodies.values())
        inside = sum(_holder(self._tree, bodies, post) is not None for post in inner.posts)
        return (
            outer.signed >= _SIGNED
            and outer.dated >= _DATED
            and len(bodies) >= _INSIDE * len(outer.posts)
            and outer.body.mass > 0.15 * inner.body.mass
            and inside <= (1 - _INSIDE) * len(inner.posts)
        )

    def _most_inside(self, inner: Candidate, outer: Candidate) -> int:
        """How many texts of `inner` one post of `outer` holds at most."""
        holders = Counter(_holder(self._tree, outer.posts, body) for body in inner.body.bodies.values())
        return max((times for post, times in holders.items() if post is not None), default=0)

    def settle(self, found: Candidate, candidates: Sequence[Candidate]) -> Thread | None:
        """The thread if it is one, with its doubts."""
        above = self._prose_above(found)
        is_known = found.engine is not None
        if above > _ARTICLE and not (found.engine and not found.engine.is_on_stories):
            return None
        longest = max(map(self._tree.mass, found.body.bodies.values()))
        has_article = not is_known and above > max(_STORY, longest / 2)
        if not is_known and not self._is_talk(found, has_article=has_article):
            return None
        doubts = [*self._doubts(found, candidates), *self._contradictions(found)]
        if has_article:
            doubts.append(Doubt("prose-before"))
        return Thread(found, doubts, self._places.aside, self._asks_first(found), self._is_forum(found))

    def _is_talk(self, found: Candidate, *, has_article: bool) -> bool:
        """Whether people talk, as far as a page of no known engine tells."""
        tree, types = self._tree, self._witness.types
        names = " ".join(
            [token for _, token in found.keys] + [f"{tree.classes[i]} {tree.ids[i]}" for i in found.posts[:3]]
        )
        around = " ".join(f"{tree.classes[i]} {tree.ids[i]}" for i in tree.up(found.posts[0]) if i)
        is_talk = self._witness.says_talk
        is_comment = words.COMMENT.search(names + around) is not None
        if (has_article and is_comment) or (not types.isdisjoint(words.VETO) and not is_talk):
            return False
        if max(found.links, found.reviews) > _ELSEWHERE or found.signed < _SIGNED or found.dated < _DATED:
            return False
        return is_talk or is_comment or words.POST.search(names) is not None

    def _asks_first(self, found: Candidate) -> bool:
        """Whether the first post is the question, and not an answer to one that stands above."""
        if found.engine is not None:
            return not found.engine.asks_apart
        marks = {self._tree.get(found.posts[0], name) or "" for name in ("itemprop", "itemtype")}
        if any(mark.endswith("Question") for mark in marks):
            return True
        if not self._paragraphs_above(found, _SENTENCE):
            return not any(mark.endswith("Answer") for mark in marks)
        names = " ".join(token for _, token in found.keys)
        is_answer = words.ANSWER.search(names) is not None and words.THREAD.search(names) is None
        return not (is_answer or self._witness.declared == len(found.posts))

    def _is_forum(self, found: Candidate) -> bool:
        if found.engine is not None or self._witness.says_talk:
            return True
        names = " ".join(token for _, token in found.keys)
        return words.THREAD.search(names) is not None and words.COMMENT.search(names) is None

    def _prose_above(self, found: Candidate) -> int:
        """Characters of running text between the title and the first post."""
        return sum(self._paragraphs_above(found, _PARAGRAPH))

    def _paragraphs_above(self, found: Candidate, least: int) -> list[int]:
        """The lengths of the paragraphs between the title and the first post."""
        tree, first = self._tree, found.posts[0]
        title = max((i for i in range(first) if tree.tags[i] == "h1"), default=0)
        paragraphs = (
            i
            for i in range(title, first)
            if tree.tags[i] in _BLOCKS and tree.ends[i] <= first and not self._places.aside[i]
        )
        prose = (
            tree.prose(i)
            for i in paragraphs
            if not any(tree.tags[child] in _NO_PARAGRAPHS for child in tree.children(i))
        )
        return [length for length in prose if length > least]

    def _doubts(self, found: Candidate, candidates: Sequence[Candidate]) -> Iterator[Doubt]:
        tree = self._tree
        for k in range(len(found.posts)):
            if k not in found.body.bodies:
                yield Doubt("no-body", k)
            place = next((number for number, column in enumerate(found.authors[:3]) if k in column.names), None)
            if place is None:
                yield Doubt("no-author", k)
            elif place:
                yield Doubt("second-author", k)
        if found.dated < _SIGNED:
            yield Doubt("no-date")
        if any(tree.prose(post) > _TRIMMED for post in found.trimmed):
            yield Doubt("trimmed")
        if any(one.score > _RIVAL * found.score and self._is_elsewhere(one, found) for one in candidates):
            yield Doubt("rival")
        sizes = sorted(map(tree.mass, found.body.bodies.values()))
        if found.engine is None and sizes[len(sizes) // 2] < _SHORT:
            yield Doubt("short")

    def _is_elsewhere(self, one: Candidate, found: Candidate) -> bool:
        """Whether the texts of `one` stand outside of the posts that were found."""
        bodies = one.body.bodies.values()
        return sum(_holder(self._tree, found.posts, body) is None for body in bodies) > len(bodies) / 2

    def _contradictions(self, found: Candidate) -> Iterator[Doubt]:
        """What the structured data says otherwise."""
        told = max(self._witness.threads, key=lambda thread: thread.answers, default=None)
        if told is None:
            return
        if told.answers >= len(found.posts):
            yield Doubt("more-told")
        bodies = [self._tree.words(i) for _, i in sorted(found.body.bodies.items())]
        alike = [told.likeness(body) for body in bodies]
        best = max((share for share in alike if share is not None), default=None)
        if best is not None and (best < _ALIKE or (alike[0] or 0) < best - 0.1):
            yield Doubt("question-elsewhere")


def _holder(tree: Tree, posts: Sequence[int], i: int) -> int | None:
    """The last of `posts` (in page order) that holds element `i`, if one does."""
    at = bisect_right(posts, i) - 1
    return posts[at] if at >= 0 and i < tree.ends[posts[at]] else None
