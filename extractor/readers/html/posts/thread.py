"""Which of the sets of posts that a page may have are its thread."""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import permutations

from extractor.layout.dates import is_date
from extractor.readers.html.posts import words
from extractor.readers.html.posts.candidates.candidate import Candidate
from extractor.readers.html.posts.candidates.columns import judge
from extractor.readers.html.posts.comments import comments_beside_answers, innermost, quotes_of_posts
from extractor.readers.html.posts.decide import Doubt, Judge, Remarks, Thread, holder
from extractor.readers.html.posts.engines import Engine, engine_of
from extractor.readers.html.posts.groups import FEWEST, Group, Index, lifted
from extractor.readers.html.posts.opening import with_opening
from extractor.readers.html.posts.places import Places
from extractor.readers.html.posts.talk import DATED, SIGNED
from extractor.readers.html.posts.tree import Tree
from extractor.readers.html.posts.trimming.quotes import Quotes
from extractor.readers.html.posts.witness import Witness

_JUDGED = 3
"""Groups that are judged, of some dozens."""
_UNMARKED_DATED = 0.8
"""The share of posts with a date, where they share no more than a place of names."""
_INSIDE = 0.8
"""The share of one set's posts that stand inside those of another that wraps it, or of which it holds the comments."""
_MOST_TEXT = 0.6
"""The share of all text inside that posts have by themselves, if what else stands in them are comments."""


def find_thread(
    tree: Tree, blocks: Sequence[object], address: str = "", *, only_engines: bool = False
) -> Thread | Remarks | None:
    """The thread of a page, None if it shows none; `blocks` is its JSON-LD.

    With `only_engines` it is looked for by the marks of engines alone. A skin of an engine may show who writes in a way
    that nobody knows: then the posts are those that it marks, and that nobody is named is doubtful.
    """
    places = Places(tree)
    index = Index(tree, places)
    finder, decision = _Finder(tree, places), Judge(tree, places, Witness(tree, blocks, address))
    engine = engine_of(tree.has, index.having)
    nameless = None
    if engine:
        posts, others = finder.posts_of(index, engine)
        if posts and decision.are_on_story(engine, posts[0]):
            return Remarks()
        found = finder.of_engine(index, engine, posts, others)
        is_told = len(found.posts) > 1 or found.dated >= DATED
        if found.body.bodies and found.signed >= 1 / 2 and is_told:
            settled = decision.settle(found, ())
            if not isinstance(settled, Thread):
                return settled
            return finder.marked(engine, settled, posts, index.having(engine.opening))
        nameless = found if found.has_texts and found.dated >= DATED else None
    if only_engines:
        return None
    thread = _by_shape(tree, places, decision) if len(places.dates) >= FEWEST else None
    return decision.settle(nameless, ()) if thread is None and nameless else thread


def _by_shape(tree: Tree, places: Places, decision: Judge) -> Thread | Remarks | None:
    """The thread of no known engine."""
    comments = comments_beside_answers(tree, places)
    finder, index = _Finder(tree, places, comments), Index(tree, places, comments | quotes_of_posts(tree))
    groups = index.groups()
    keys = {group.members: group.keys for group in groups}
    pairs = [(group, finder.judge(group.members)) for group in _likeliest(groups)]
    judged = [replace(one, keys=keys.get(one.posts, group.keys)) for group, one in pairs if one.score > 0]
    candidates = [one for one in judged if one.signed >= 1 / 2 and _is_marked(one)]
    if not candidates:
        return None
    candidates.sort(key=lambda one: (-one.score, not one.has_texts, not one.keys, len(one.trimmed)))
    settled = decision.settle(finder.without_comments(index, finder.choose(candidates)), judged)
    return decision.with_talk(finder.opened(settled)) if isinstance(settled, Thread) else settled


def _likeliest(groups: Sequence[Group]) -> list[Group]:
    """The groups that are judged, the likeliest first: those that share marks, and others if they are as likely."""
    marked = [group for group in groups if group.keys][:_JUDGED]
    return [group for group in groups if group in marked or group in groups[:_JUDGED]]


def _is_marked(one: Candidate) -> bool:
    """Whether posts share a mark, or nearly all of them a date, and not who wrote them alone."""
    return bool(one.keys) or one.dated >= _UNMARKED_DATED


class _Finder:
    """Looks for the thread of one page."""

    def __init__(self, tree: Tree, places: Places, comments: frozenset[int] = frozenset()) -> None:
        self._tree, self._places, self._comments = tree, places, comments
        told = (i for i in comments if places.is_signed(i) or places.is_dated(tree.starts[i], tree.stops[i]))
        self._remarks = innermost(tree, list(told))

    def opened(self, thread: Thread) -> Thread:
        """The thread with the post that opens it, if that is marked up unlike the others."""
        posts = with_opening(self._tree, self._places, thread.posts)
        if posts is None:
            return thread
        doubts = [replace(one, post=None if one.post is None else one.post + 1) for one in thread.doubts]
        return replace(thread, posts=posts, doubts=doubts, asks_first=True)

    def marked(self, engine: Engine, found: Thread, posts: Sequence[int], opening: Collection[int]) -> Thread:
        """The thread of an engine, with doubts about what is not as the engine marks it.

        A post without a text is none. If it is the first, as a title alone or a link is, or what opens a thread is not
        on the page, a reply stands for the question. Quotes are in texts if their marks are not known.
        """
        doubts = [Doubt("quotes-left")] if Quotes(self._tree, found.posts).are_left() else []
        if engine.asks_apart or (opening and all(holder(self._tree, posts, i) is None for i in opening)):
            found = self.opened(found)
        is_untold = found.posts.posts[0] > posts[0] or (engine.opening and not found.posts.is_opened)
        return replace(found, doubts=[*found.doubts, *([Doubt("untold-opening")] if is_untold else []), *doubts])

    def judge(self, posts: Sequence[int], others: Collection[int] = ()) -> Candidate:
        """A set of elements, with its columns; neither `others` nor comments beside answers are part of one."""
        found = judge(self._tree, self._places, posts, None, self._comments.union(others))
        return replace(found, comments=self._remarks)

    def posts_of(self, index: Index, engine: Engine) -> tuple[list[int], set[int]]:
        """The posts as the engine calls them, and what in them is part of none."""
        posts, gone, others = map(index.having, (engine.posts, engine.gone, (*engine.comment, *engine.drop)))
        posts -= gone | others
        if gone:
            posts = {i for i in posts if gone.isdisjoint(self._tree.up(i))}
        if engine.is_lifted:
            posts = set(lifted(self._tree, sorted(posts)))
        posts -= {i for i in posts if any(outer in posts and self._is_all_of(i, outer) for outer in self._tree.up(i))}
        return sorted(posts), others

    def of_engine(self, index: Index, engine: Engine, posts: Sequence[int], others: Collection[int]) -> Candidate:
        """The posts of an engine with their columns."""
        if not posts:
            return Candidate((), ())
        found = judge(self._tree, self._places, posts, engine, others)
        comments = frozenset(index.having(engine.comment[:1]))
        is_opened = not index.having(engine.opening).isdisjoint(found.own[0])
        return replace(found, keys=[("engine", engine.name)], comments=comments, is_opened=is_opened)

    def _is_all_of(self, i: int, outer: int) -> bool:
        """Whether an element holds all text of one around it."""
        return self._tree.mass(i) == self._tree.mass(outer)

    def choose(self, candidates: Sequence[Candidate]) -> Candidate:
        """The likeliest: not what wraps several posts of another, nor what stands inside the posts of one."""
        good = [one for one in candidates if one.signed >= SIGNED and one.dated >= DATED] or list(candidates)
        best, *others = self._apart(good) or good
        for one in others:
            is_same = one.body.key == best.body.key and one.body.mass >= best.body.mass
            if is_same and len(one.body.bodies) > len(best.body.bodies) and one.signed > SIGNED:
                best = one
        return best

    def _apart(self, good: Sequence[Candidate]) -> list[Candidate]:
        """Those of which no other has the posts inside its own, or around them, or more where a place alone marks them.

        Rows that take turns in colour are two sets, each of every second post.
        """
        left = {id(one): one for one in good if not any(_is_part(one, other) for other in good)}
        for outer, inner in permutations(good, 2):
            if id(inner) in left and id(outer) in left and self._is_inside(inner, outer):
                own = self.judge(outer.posts, inner.posts)
                if self._stands_alone(own, inner):
                    del left[id(inner)]
                    left[id(outer)] = replace(own, keys=outer.keys, score=outer.score)
                elif self._most_inside(inner, outer) > 1:
                    del left[id(inner if self._is_whole(outer, inner) else outer)]
        return list(left.values())

    def without_comments(self, index: Index, found: Candidate) -> Candidate:
        """The posts without elements inside that are called comments, and hold a name or a date beside their text."""
        tree, places = self._tree, self._places
        called = {i for key, some in index.by_key.items() if words.COMMENT.search(key[1]) for i in some}
        bodies = sorted(found.body.bodies.values())
        signs = _signs(found)

        def is_comment(i: int) -> bool:
            is_signed, is_dated = places.is_signed(i), places.is_dated(tree.starts[i], tree.stops[i])
            if not (is_signed and is_dated) and any(i <= sign < tree.ends[i] for sign in signs):
                return False  # it says who wrote the post, or when
            return (is_signed or is_dated) and not any(i <= body < tree.ends[i] for body in bodies)

        comments = {
            i
            for i in called.difference(found.posts)
            if is_comment(i) and holder(tree, found.posts, i) is not None and holder(tree, bodies, i) is None
        }
        if not comments:
            return found
        own = self.judge(found.posts, comments)
        is_whole = len(own.body.bodies) == len(found.body.bodies) and own.signed >= SIGNED
        if not is_whole:
            return found
        dates = {i for i in comments if i in places.dates and is_date(tree.words(i))}
        remarks = innermost(tree, comments) - dates
        return replace(own, keys=found.keys, trimmed=found.trimmed, comments=remarks)

    def _is_inside(self, inner: Candidate, outer: Candidate) -> bool:
        """Whether most posts of `inner` stand inside posts of `outer`, and are not those."""
        around = [holder(self._tree, outer.posts, post) for post in inner.posts]
        return sum(one is not None and one != post for one, post in zip(around, inner.posts, strict=True)) > (
            _INSIDE * len(inner.posts)
        )

    def _stands_alone(self, outer: Candidate, inner: Candidate) -> bool:
        """Whether the posts have author, date and text beside those inside them, which then are comments."""
        bodies = sorted(outer.body.bodies.values())
        inside = sum(holder(self._tree, bodies, post) is not None for post in inner.posts)
        return (
            outer.signed >= SIGNED
            and outer.dated >= DATED
            and len(bodies) >= _INSIDE * len(outer.posts)
            and outer.body.mass > 0.15 * inner.body.mass
            and inside <= (1 - _INSIDE) * len(inner.posts)
        )

    def _is_whole(self, outer: Candidate, inner: Candidate) -> bool:
        """Whether each post that holds several of `inner` is one all the same: they are its text and comments on it."""
        if outer.body.heads and not inner.body.heads:
            return False
        is_whole = len(outer.body.bodies) == len(outer.posts) and outer.signed >= SIGNED and outer.dated >= DATED
        is_most = outer.body.mass > _MOST_TEXT * inner.body.mass
        return is_whole and is_most and not set(inner.posts).issuperset(outer.posts)

    def _most_inside(self, inner: Candidate, outer: Candidate) -> int:
        """How many texts of `inner` one post of `outer` holds at most."""
        holders = Counter(holder(self._tree, outer.posts, body) for body in inner.body.bodies.values())
        return max((times for post, times in holders.items() if post is not None), default=0)


def _is_part(one: Candidate, other: Candidate) -> bool:
    """Whether posts are some of another set's, and share no mark of their own."""
    return not one.has_marks and set(one.posts) < set(other.posts)


def _signs(found: Candidate) -> list[int]:
    """The elements that hold the authors and the dates of posts, where most have one."""
    names = [name.element for column in found.authors[:1] for name in column.names.values()]
    dates = [i for column in found.dates[:1] for i in column.dates.values()]
    return [*(names if found.signed >= SIGNED else ()), *(dates if found.dated >= SIGNED else ())]
