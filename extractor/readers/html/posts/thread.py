"""Which of the sets of posts that a page may have are its thread."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from extractor.readers.html.posts.candidates.candidate import Candidate
from extractor.readers.html.posts.candidates.columns import judge
from extractor.readers.html.posts.comments import comments_beside_answers, innermost, quotes_of_posts
from extractor.readers.html.posts.decide import Doubt, Judge, Remarks, Thread
from extractor.readers.html.posts.engines import Engine, engine_of
from extractor.readers.html.posts.groups import FEWEST, Group, Index, lifted
from extractor.readers.html.posts.opening import with_opening
from extractor.readers.html.posts.places import Places
from extractor.readers.html.posts.rivals import choose, without_comments
from extractor.readers.html.posts.talk import DATED
from extractor.readers.html.posts.tree import Tree
from extractor.readers.html.posts.trimming.quotes import Quotes
from extractor.readers.html.posts.witness import Witness

_JUDGED = 3
"""Groups that are judged, of some dozens."""
_UNMARKED_DATED = 0.8
"""The share of posts with a date, where they share no more than a place of names."""


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
            return Remarks(posts)
        found = finder.of_engine(index, engine, posts, others)
        is_told = len(found.posts) > 1 or found.dated >= DATED
        if found.body.bodies and found.signed >= 1 / 2 and is_told:
            return finder.marked(engine, decision.thread(found), posts, index.having(engine.opening))
        nameless = found if found.has_texts and found.dated >= DATED else None
    if only_engines:
        return None
    thread = _by_shape(tree, places, decision) if len(places.dates) >= FEWEST else None
    return decision.thread(nameless) if thread is None and nameless else thread


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
    best = without_comments(tree, places, index, choose(tree, candidates), finder.judge)
    settled = decision.settle(best, judged)
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
        if engine.asks_apart or (opening and all(self._tree.holder(frozenset(posts), i) is None for i in opening)):
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
