"""Whether posts that were found are a thread, and what is doubtful about them.

Doubts are named, never summed: wrong threads look as good as right ones in everything but these.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from extractor.readers.html.posts import words
from extractor.readers.html.posts.above import SENTENCE, Above
from extractor.readers.html.posts.candidates.candidate import Candidate
from extractor.readers.html.posts.engines import Engine
from extractor.readers.html.posts.left import possibly_none, texts_beside, texts_between
from extractor.readers.html.posts.listing import are_asked_one_by_one
from extractor.readers.html.posts.opening import with_opening
from extractor.readers.html.posts.order import count_down
from extractor.readers.html.posts.places import Places
from extractor.readers.html.posts.talk import SIGNED, Talk, called
from extractor.readers.html.posts.tree import Tree
from extractor.readers.html.posts.witness import Witness
from extractor.readers.html.posts.words import has

_RIVAL = 0.8
"""The share of the score from which on another set may be the posts as well."""
_ARTICLE, _STORY = 2_000, 500
"""Characters of running text above posts: from the first on they are comments on it, from the second perhaps."""
_SHORT, _CALLED_OUT, _TRIMMED = 30, 15, 60
"""Characters of half of the texts: below the first they may be none; of an engine, below the second, calls in a box."""
_ALIKE = 0.7
"""The share of the words of the data's question that the first post has at least."""
_CLOSER = 0.1
"""How much more of them another post has that may be the question."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something that may be wrong, by its name in `doubts.toml`; `post` is the number of the post that it is about."""

    name: str
    post: int | None = None


_BELOW_PROSE = Doubt("prose-before")


@dataclass(frozen=True, slots=True)
class Thread:
    """The posts of a page and what is doubtful about them; `aside` are the elements that are not about its subject.

    `notes` are those that may say that a post was changed. The first post is the question if `asks_first`; else that
    stands above them.
    """

    posts: Candidate
    doubts: Sequence[Doubt]
    aside: Sequence[bool]
    notes: Collection[int]
    asks_first: bool
    is_forum: bool
    """An engine is known, or classes, ids or structured data say that these are posts; else they may be comments."""
    are_comments: bool = False
    """They are called comments, where no engine is known: there may be answers above them."""
    are_remarks: bool = False
    """They are, and nothing on the page is called a question or an answer."""
    is_among_comments: bool = False
    """So is what holds them all, the question too: it may be a remark on what stands above."""
    is_conversation: bool = False
    """Who wrote the first writes again behind others; asked only where no engine is known."""
    is_answered: bool = False
    """The page calls those behind the first answers."""
    opens_topic: bool = False
    """It calls the first, and no other, a thread or a question: that one is answered though it asks nothing."""
    is_talk: bool = False
    """It is a conversation, or a board by what it says, or what answers a first post that is not called an answer too.

    Else they are no more than called posts.
    """


@dataclass(frozen=True, slots=True)
class Remarks:
    """Posts that are no thread: what readers say below an article, or below what was asked and answered."""

    posts: Sequence[int]


class Judge:
    """Decides on the posts that were found on one page."""

    def __init__(self, tree: Tree, places: Places, witness: Witness) -> None:
        self._tree, self._places, self._witness = tree, places, witness
        self._above, self._talk = Above(tree, places), Talk(tree, witness)

    def are_on_story(self, engine: Engine, first: int) -> bool:
        """Whether posts, from `first` on, are remarks on a story above: told before they are judged."""
        return engine.is_on_stories and self._above.prose(first) > _ARTICLE

    def settle(self, found: Candidate, candidates: Sequence[Candidate]) -> Thread | Remarks | None:
        """The thread of no known engine if posts are one, with its doubts."""
        first = found.posts[0]
        above = self._above.prose(first)
        if above > _ARTICLE and not self._witness.says_talk:
            return Remarks(found.posts)
        opened = with_opening(self._tree, self._places, found)
        longest = max(map(self._tree.mass, found.body.bodies.values()))
        has_article = (opened is None and above > max(_STORY, longest / 2)) or self._above.tells_dish(first)
        if are_asked_one_by_one(self._tree, found.posts, found.body.bodies):
            return None
        if not self._talk.is_among(found, self._spoken(opened or found), has_article=has_article):
            return Remarks(found.posts) if self._talk.are_remarks(found, has_article=has_article) else None
        is_below = has_article or self._above.has_subject(first)
        return replace(
            self.thread(found, candidates, [_BELOW_PROSE] if is_below else []),
            are_comments=self._talk.are_comments(found),
            are_remarks=self._talk.are_remarks(found, has_article=False),
        )

    def thread(self, found: Candidate, candidates: Sequence[Candidate] = (), more: Sequence[Doubt] = ()) -> Thread:
        """Posts as a thread, with their doubts and `more`; those of an engine are one."""
        lone = [Doubt("lone-post")] if len(found.posts) == 1 else []
        return Thread(
            found,
            [*self._doubts(found, candidates), *self._contradictions(found), *more, *lone],
            self._places.aside,
            self._places.notes,
            asks_first=self._asks_first(found),
            is_forum=self._talk.is_of_forum(found),
        )

    def _spoken(self, opened: Candidate) -> Candidate | None:
        """Posts that may tell by what they say that people talk: below running text they need a mark of their own."""
        return opened if opened.has_marks or not self._above.prose(opened.posts[0]) else None

    def with_talk(self, thread: Thread) -> Thread:
        """A thread of no known engine, and what its posts, the first included, say of each other."""
        found, talk = thread.posts, self._talk
        is_told = _BELOW_PROSE in thread.doubts or talk.is_board(found)
        if thread.asks_first and not is_told and self._above.paragraphs(found.posts[0], SENTENCE):
            thread = replace(thread, doubts=[*thread.doubts, _BELOW_PROSE])
        told = replace(
            thread,
            is_conversation=talk.is_conversation(found),
            is_answered=talk.is_answered(found),
            opens_topic=talk.opens_topic(found),
            is_among_comments=thread.asks_first and talk.are_in_comments(found),
        )
        is_asked = told.is_answered and not (told.asks_first and talk.is_called_answer(found, 0))
        is_talk = talk.is_board(found) or told.is_conversation or is_asked or talk.are_addressed(found)
        return replace(told, is_talk=is_talk)

    def _asks_first(self, found: Candidate) -> bool:
        """Whether the first post is the question, and not an answer to one that stands above."""
        if found.engine is not None:
            return not found.engine.asks_apart
        marks = {self._tree.get(found.posts[0], name) or "" for name in ("itemprop", "itemtype")}
        if any(mark.endswith("Question") for mark in marks):
            return True
        if not self._above.paragraphs(found.posts[0], SENTENCE):
            return not any(mark.endswith("Answer") for mark in marks)
        names = " ".join(called(found))
        own = [has(words.LONE_ANSWER, name) for name in self._tree.classes[found.posts[0]].split()]
        is_reply = words.REPLY.search(names) or words.COMMENT.search(names)
        is_answer = any(own) or (is_reply is not None and words.THREAD.search(names) is None)
        return not (is_answer or self._witness.declared == len(found.posts))

    def _doubts(self, found: Candidate, candidates: Sequence[Candidate]) -> Iterator[Doubt]:
        tree = self._tree
        yield from _unplaced(found)
        if found.engine is None:
            yield from _undated(found)
            yield from [Doubt("last-first")] if count_down(tree, found) else []
            yield from [Doubt("nested-post")] if self._holds_posts(found) else []
        yield from (Doubt(name, k) for name, k in possibly_none(tree, found))
        is_left = found.engine is None and texts_between(tree, self._places, found)
        if is_left or any(tree.prose(post) > _TRIMMED for post in found.trimmed):
            yield Doubt("trimmed")
        if any(one.score > _RIVAL * found.score and self._is_elsewhere(one, found) for one in candidates):
            yield Doubt("rival")
        if found.engine is None and texts_beside(tree, self._places, found):
            yield Doubt("left-text")
        sizes = sorted(tree.mass(i) + tree.syllables(i) for i in found.body.bodies.values())
        if sizes[len(sizes) // 2] < (_SHORT if found.engine is None else _CALLED_OUT):
            yield Doubt("short")

    def _holds_posts(self, found: Candidate) -> bool:
        """Whether an element inside a text has an id that is numbered as those of the posts are."""
        tree, bodies = self._tree, frozenset(found.body.bodies.values())
        keys = {key for post in found.posts for key in tree.keys(post) if key[1].startswith("#")}
        inner = (i for key in keys for i in tree.by_key.get(key, ()) if i not in found.posts)
        return any((body := tree.holder(bodies, i)) is not None and body != i for i in inner)

    def _is_elsewhere(self, one: Candidate, found: Candidate) -> bool:
        """Whether texts of `one` stand outside of the posts that were found, and not around them: most, or the rest."""
        if set(one.body.bodies.values()).issuperset(found.body.bodies.values()):
            return len(one.body.bodies) > len(found.body.bodies)
        own, ends, bodies = set(chain.from_iterable(found.own)), self._tree.ends, one.body.bodies.values()
        posts = frozenset(found.posts)
        around = [any(body < post < ends[body] for post in found.posts) for body in bodies]
        outside = (self._tree.holder(posts, body) is None and body not in own for body in bodies)
        return sum(out and not is_around for out, is_around in zip(outside, around, strict=True)) > len(bodies) / 2

    def _contradictions(self, found: Candidate) -> Iterator[Doubt]:
        """What the structured data says otherwise."""
        told = max(self._witness.threads, key=lambda thread: thread.answers, default=None)
        if told is None:
            return
        if told.answers >= len(found.posts):
            yield Doubt("more-told")
        alike = (told.likeness(self._tree.words(i)) for _, i in sorted(found.body.bodies.items()))
        first = next(alike, None)
        if first is None or first >= 1 - _CLOSER:
            return  # too few words to tell, or no other post can be that much more like it
        best = max([first, *filter(None, alike)])
        if best < _ALIKE or first < best - _CLOSER:
            yield Doubt("question-elsewhere")


def _unplaced(found: Candidate) -> Iterator[Doubt]:
    """Posts without a text or an author, or with one that stands elsewhere than the others' or the engine's."""
    for k in range(len(found.posts)):
        if k not in found.body.bodies:
            yield Doubt("no-body", k)
        place = next((number for number, column in enumerate(found.authors[:3]) if k in column.names), None)
        if place is None:
            yield Doubt("no-author", k)
        elif place:
            yield Doubt("second-author", k)
    is_marked = not found.authors or found.authors[0].key[0] == "engine"
    if found.engine is not None and found.engine.author and not is_marked and len(found.names) == len(found.posts):
        yield Doubt("other-author")


def _undated(found: Candidate) -> Iterator[Doubt]:
    """Posts without a date, or without an element for their text, where no engine says that they are posts.

    A date alone is known from a text, in blocks that have a mark of their own.
    """
    names, bodies = found.names, found.body.bodies
    if any(k not in names or names[k].element > bodies[k] or not found.has_marks for k in found.body.heads):
        yield Doubt("mixed-body")
    undated = [k for k in range(1, len(found.posts)) if not any(k in column.dates for column in found.dates)]
    yield from [Doubt("no-date")] if found.dated < SIGNED else [Doubt("undated", k) for k in undated]
