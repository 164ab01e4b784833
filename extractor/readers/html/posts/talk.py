"""Whether posts that no engine is known to have made are people talking, as far as their page says so.

Classes and ids that call them posts say it, structured data, what boards print of members, numbers that count posts,
and that who wrote the first writes again. An article with comments, reviews, and lists of threads are no talk.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile

from extractor.readers.html.posts import words
from extractor.readers.html.posts.above import BLOCKS
from extractor.readers.html.posts.candidates.candidate import Candidate
from extractor.readers.html.posts.candidates.dates import are_hours
from extractor.readers.html.posts.tree import Tree
from extractor.readers.html.posts.witness import Witness
from extractor.readers.html.posts.words import has
from extractor.vocabulary import has_question_mark

SIGNED, DATED = 0.7, 0.5
"""The least share of posts of a thread that have an author, or a date."""
_ELSEWHERE = 0.6
"""The share of posts that link elsewhere from their headings, or rate something, above which they are no posts."""
_MEMBERS = 0.6
"""The share of posts that say something of their author as a member of a board, above which the page is one."""
_REVIEW = 40
"""Characters beside a reply that are the text it replies to."""
_LONGEST_FIRST = 2_000
"""Characters of a first post, above which it may be an article."""
_ASKED = 0.7
"""The share of posts up to which they may ask: where more do, a house or a shop shows questions with their answers."""
_LEAST_NAME = 4
"""Letters of a name that is no word by chance."""
_WORD = re.compile(r"\w+")
_WHOLE = frozenset(["html", "body"])
"""Elements whose names say what a page may hold."""
_CONTROLS = frozenset(["a", "button", "form", "input", "label", "time"])


class Talk:
    """Tells whether posts of one page are people talking."""

    def __init__(self, tree: Tree, witness: Witness) -> None:
        self._tree, self._witness = tree, witness

    def is_among(self, found: Candidate, spoken: Candidate | None, *, has_article: bool) -> bool:
        """Whether people talk, as far as a page of no known engine tells.

        `spoken` are the posts, with what opens them, if they may tell it by what they say.
        """
        tree, types = self._tree, self._witness.types
        names = " ".join([*called(found), *map(self._named, found.posts[:3])])
        around = " ".join(self._named(i) for i in tree.up(found.posts[0]) if i)
        is_talk = self._witness.says_talk
        is_comment = words.COMMENT.search(names + around) is not None
        is_of_board = self._is_of_board(found)
        has_article &= not is_of_board
        if (has_article and is_comment) or (not types.isdisjoint(words.VETO) and not is_talk):
            return False
        if max(found.links, found.reviews) > _ELSEWHERE or found.signed < SIGNED or found.dated < DATED:
            return False
        if self._tells_last_posts(found) or self._tells_hours_alone(found) or self._are_replied_to(found):
            return False
        if self.is_board(found):
            return True
        is_called = is_comment or is_of_board or words.POST.search(names) is not None
        return not has_article and (is_called or (spoken is not None and self.is_conversation(spoken)))

    def are_remarks(self, found: Candidate, *, has_article: bool) -> bool:
        """Whether people remark on what stands above: signed, dated, and called comments or below an article.

        It must be a page that calls nothing a question or an answer, and is none of a board.
        """
        if found.signed < SIGNED or found.dated < DATED or not (has_article or self.are_comments(found)):
            return False
        if self._is_of_board(found):
            return False
        is_asked = any(has(words.ASKED, classes) for _, classes in self._tree.kinds)
        return not is_asked and self._witness.types.isdisjoint(words.ASKING)

    def _is_of_board(self, found: Candidate) -> bool:
        """Whether the page says that it is one of a board, or calls what holds the posts so."""
        around = (i for i in self._tree.up(found.posts[0]) if i)
        names = (name for i in around for name in (self._tree.classes[i], self._tree.ids.get(i, "")))
        return any(has(words.BOARD_CALLED, name) for name in names) or self._witness.says_board

    def are_comments(self, found: Candidate) -> bool:
        """Whether they, or what holds them, are called comments."""
        names = [*called(found), *map(self._named, (*found.posts[:3], *self._tree.up(found.posts[0])))]
        return any(has(words.COMMENT, name) for name in names)

    def are_in_comments(self, found: Candidate) -> bool:
        """Whether what holds them all, the first included, is called comments."""
        around = (i for i in self._tree.up(found.posts[0]) if self._tree.tags[i] not in _WHOLE)
        return any(words.COMMENT.search(self._named(i)) for i in around)

    def _tells_last_posts(self, found: Candidate) -> bool:
        """Whether each leads to a thread or a forum, and says who wrote there last."""
        tree = self._tree
        told = sum(words.LAST.search(tree.text, tree.starts[i], tree.stops[i]) is not None for i in found.posts)
        return told > _MEMBERS * len(found.posts) or any(words.LAST_POST.search(token) for _, token in found.keys)

    def _tells_hours_alone(self, found: Candidate) -> bool:
        """Whether all dates are the time of day alone, as in chats and live tickers; boards name a day."""
        column = found.dates[0]
        return column.key[0] in ("class", "text") and are_hours(self._tree, column.dates)

    def _are_replied_to(self, found: Candidate) -> bool:
        """Whether all texts are replies below another text: a house thanks for reviews."""
        return all(self._is_reply(found.own[k], found.posts[k], body) for k, body in found.body.bodies.items())

    def _is_reply(self, own: Sequence[int], post: int, body: int) -> bool:
        """Whether the text is called a reply in a post that holds another text, in an element of its own."""
        tree = self._tree
        around = (body, *takewhile(lambda i: i > post, tree.up(body)))
        is_called = any(words.REPLY.fullmatch(name) for i in around for name in tree.classes[i].split())
        return is_called and any(
            tree.prose(i) > _REVIEW and not (body <= i < tree.ends[body] or i <= body < tree.ends[i])
            for i in own
            if tree.tags[i] in BLOCKS and not any(tree.tags[inner] in BLOCKS for inner in tree.children(i))
        )

    def _named(self, i: int) -> str:
        """What element `i` is called."""
        return f"{self._tree.classes[i]} {self._tree.ids.get(i, '')} {_own_name(self._tree.tags[i])}"

    def is_conversation(self, found: Candidate) -> bool:
        """Whether the first, which is no article, asks, others do not, and who wrote it writes again behind them.

        Or all have a page of their own, as members of a board do. Neither comments nor a chat are one.

        All are signed, and dated but for the first, whose date may stand with the title. Who rates or tells something
        on a page does so once, what a house writes asks nothing, and titles of other pages stand above what is listed.
        """
        tree, names, bodies = self._tree, found.names, found.body.bodies
        told = [names[k].text if k in names else "" for k in range(len(found.posts))]
        is_dated = len({0, *found.dates[0].dates}) == len(told)
        is_even = all(told) and is_dated and not found.links and not found.reviews
        first = found.posts[0]
        called_so = " ".join(map(self._named, (first, tree.parents[first])))
        if not is_even or 0 not in bodies or words.COMMENT.search(called_so) or words.CHAT.search(called_so):
            return False
        asking = {k for k, i in bodies.items() if has_question_mark(tree.text[tree.starts[i] : tree.stops[i]])}
        is_asked = 0 in asking and len(asking) <= _ASKED * len(told) and tree.mass(bodies[0]) < _LONGEST_FIRST
        is_told = told[0] in told[2:] or (
            found.authors[0].key[0] == "profile" and not _are_listed(list(texts_around(tree, found)))
        )
        return is_asked and any(name != told[0] for name in told[1:]) and is_told

    def is_answered(self, found: Candidate) -> bool:
        """Whether all posts, or all behind the first, or their texts are called answers, and not comments."""
        called_so = sum(self.is_called_answer(found, k) for k in range(len(found.posts)))
        return called_so >= len(found.posts) - (0 if self.is_called_answer(found, 0) else 1)

    def opens_topic(self, found: Candidate) -> bool:
        """Whether the first post or its text, and no other, is called a thread or a question: it need not ask."""
        first, *others = (
            any(has(words.TOPIC, self._named(i)) for i in {post, found.body.bodies.get(k, post)})
            for k, post in enumerate(found.posts)
        )
        return first and not any(others)

    def are_addressed(self, found: Candidate) -> bool:
        """Whether a post names who wrote one before it: it answers that."""
        tree, names, known = self._tree, found.names, set[str]()
        for k in range(len(found.posts)):
            name = names[k].text if k in names else ""
            text = tree.words(found.body.bodies[k]) if k and k in found.body.bodies else ""
            if not known.difference([name]).isdisjoint(_WORD.findall(text)):
                return True
            if len(name) >= _LEAST_NAME and _WORD.fullmatch(name) and not words.NOBODY.fullmatch(name):
                known.add(name)
        return False

    def is_called_answer(self, found: Candidate, k: int) -> bool:
        """Whether a post, its text or what holds that in it is called an answer, and none of these a comment."""
        post = found.posts[k]
        body = found.body.bodies.get(k, post)
        names = [self._named(i) for i in (post, body, *takewhile(lambda i: i > post, self._tree.up(body)))]
        return any(has(words.REPLY, name) for name in names) and not any(has(words.COMMENT, name) for name in names)

    def is_of_forum(self, found: Candidate) -> bool:
        """Whether an engine is known, or the page is one of a board, or calls them posts or counts them.

        Else they may be comments, as posts are in what holds comments.
        """
        if found.engine is not None or self._is_of_board(found):
            return True
        names = " ".join([found.body.key[1], *called(found)]), _own_name(self._tree.tags[found.posts[0]])
        is_called = (words.THREAD.search(name) and not words.COMMENT.search(name) for name in names)
        return (any(is_called) and not self.are_in_comments(found)) or self.is_board(found)

    def is_board(self, found: Candidate) -> bool:
        """Whether structured data says that people talk, posts are counted, or say what boards say of members.

        That is when they joined and how much they wrote.
        """
        if self._witness.says_talk:
            return True
        told = list(texts_around(self._tree, found))
        if _are_listed(told):
            return False
        members = sum(words.MEMBER.search(text) is not None for text in told)
        return bool(counted_from(told)) or members > _MEMBERS * len(told)


def texts_around(tree: Tree, found: Candidate) -> Iterator[str]:
    """What stands in each post beside its text."""
    text = tree.text
    for k, post in enumerate(found.posts):
        body = found.body.bodies.get(k, post)
        yield f"{text[tree.starts[post] : tree.starts[body]]}\n{text[tree.stops[body] : tree.stops[post]]}"


def counted_from(told: Iterable[str]) -> set[int]:
    """The numbers that the first of some posts may have, if what stands beside them counts them."""
    first = set[int]()
    for k, text in enumerate(told):
        numbers = {int(number[1]) - k for number in words.POST_NUMBER.finditer(text)}
        first = first & numbers if k else numbers
        if not first:
            break
    return first


def _are_listed(beside: Sequence[str]) -> bool:
    """Whether most posts say what lists of threads say of each: how many replies it has, and how many read it."""
    return sum(words.LISTED.search(text) is not None for text in beside) > _MEMBERS * len(beside)


def called(found: Candidate) -> list[str]:
    """What the posts share: their marks, without those of links and buttons, which say what one can do with a post.

    A numbered id on a link is what leads to the post.
    """
    told = (token for tag, token in found.keys if tag not in _CONTROLS or token[:1] == "#")
    return [*told, *{_own_name(tag) for tag, _ in found.keys}]


def _own_name(tag: str) -> str:
    """A tag that the page has made up, which says what it is for; others say nothing of that."""
    return tag if "-" in tag else ""
