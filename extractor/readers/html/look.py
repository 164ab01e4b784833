"""A look at the bytes of a page before it is parsed: most pages of a crawl hold neither posts nor questions.

It asks for less than any page that gives a record has: numbered posts and people, as many elements called
posts as authors and texts, lines on who wrote and when, the markup of a known engine or site, structured data on
questions, answers called so, bylines of doctors, a title that asks, or no title at all. An article, a product or a
list of what a firm asks itself says so in its structured data, and then needs more than a word.
"""

import re
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from importlib.resources import files

from extractor.layout import Layout
from extractor.readers.html.posts import words
from extractor.readers.html.posts.engines import signs_in_bytes
from extractor.vocabulary import ASKING, QUESTION_MARKS

_FACTS = tomllib.loads(files(__package__).joinpath("look.toml").read_text("utf-8"))


def _one(name: str) -> re.Pattern[bytes]:
    return re.compile(_FACTS[name].encode())


_CLASS, _ID, _NUMBERED, _ANCHOR, _COUNTED, _POST = map(_one, ("class", "id", "numbered", "anchor", "counted", "post"))
_PERSON, _TITLE, _TAG, _TYPE, _ANSWER, _FAQ = map(_one, ("person", "title", "tag", "type", "answers", "faq"))
_OWN, _NAMED, _TOLD, _MARKED, _ENGLISH, _OTHER = map(_one, ("own", "named", "told", "marked", "english", "other"))
_SIGNED, _ASKING, _BYLINES = (
    [re.compile(one.encode()) for one in _FACTS[name]] for name in ("signed", "asking", "bylines")
)
_QUESTION_MARKS, _TALK, _ANSWERS = (
    [mark.encode() for mark in marks] for marks in ((*QUESTION_MARKS, *ASKING), _FACTS["talk"], _FACTS["words"])
)
_CALLED, _HOUSE, _ENTRY = (_FACTS[name].encode() for name in ("called", "house", "entry"))
_SMALL = 4_000
"""Bytes up to which a page is read without a look: it costs little, and may be a piece of one."""
_PLAIN = 16_000
"""Bytes up to which a page may be its text alone, without any name for what stands in it."""
_MANY = 100
"""Values of classes above which a page calls its posts something: lines on who wrote them alone tell none."""
_SHORT = 3
"""Letters of a prefix from which on it is a word: "p" and "t1" number posts too."""
_WIDE, _LINK, _ENDS = b"\0", b"<a ", b"\"'> "


class Look:
    """What the page `data` may hold, for readers that know `layouts`; what nobody asks for is not looked for."""

    def __init__(self, data: bytes, layouts: Sequence[Layout]) -> None:
        self._data = data
        is_other = _WIDE in data[:_SMALL] or _OTHER.search(data, 0, _SMALL) is not None
        self._is_read_anyway = len(data) <= _SMALL or is_other or _is_signed(data, layouts)

    @cached_property
    def posts(self) -> bool:
        """Whether there may be a thread of posts; what costs least is looked for first."""
        if self._is_read_anyway or self._is_asked or self._has_engine:
            return True
        return not self._is_article and (self._is_called or self._has_posts())

    @cached_property
    def questions(self) -> bool:
        """Whether there may be questions with answers that other signs tell."""
        return self._is_read_anyway or (not self._is_article and (self._is_called or self._has_signs()))

    @cached_property
    def _ids(self) -> Sequence[bytes]:
        return _ID.findall(self._data)

    @cached_property
    def _classes(self) -> Counter[bytes]:
        return Counter(_CLASS.findall(self._data))

    @cached_property
    def _has_engine(self) -> bool:
        return _has_engine(self._data, self._classes, self._ids)

    @cached_property
    def _is_faq(self) -> bool:
        """Whether its data calls it a list of a house's own questions, and nothing that people say."""
        return _FAQ.search(self._data) is not None and not any(kind in self._data for kind in _TALK)

    @cached_property
    def _is_asked(self) -> bool:
        """Whether its data has questions or threads, which are no such list."""
        return any(pattern.search(self._data) for pattern in _ASKING) and not self._is_faq

    @cached_property
    def _is_called(self) -> bool:
        """Whether its data or its elements call something a question, a thread or an answer."""
        return self._is_asked or (_has_answers(self._data, self._ids, self._classes) and not self._is_faq)

    @cached_property
    def _is_article(self) -> bool:
        """Whether structured data says that the page is one of the things that are none of questions and threads."""
        types = _TYPE.findall(self._data)
        return any(kind.decode() in words.VETO for kind in types) and not (self._has_engine or self._is_asked)

    def _has_posts(self) -> bool:
        """Whether elements are numbered or called like posts, or lines like those on who wrote them are several."""
        if _has_numbered_posts(self._data, self._ids) or _has_posts_by_class(self._classes):
            return True
        lines = _BYLINES if len(self._classes) <= _MANY else ()
        return any(len(pattern.findall(self._data)) > 1 for pattern in (_MARKED, *lines))

    def _has_signs(self) -> bool:
        """Whether a doctor is named and something asked, or one of the two, and answers are spoken of."""
        signs = [any(pattern.search(self._data) for pattern in _SIGNED), _asks(self._data) and not self._is_faq]
        return all(signs) or (any(signs) and _speaks_of_answers(self._data))


EVERYTHING = Look(b"", ())
"""A page at which nobody has looked."""


def _speaks_of_answers(data: bytes) -> bool:
    """Whether a page that only names doctors, or only asks, may hold answers: large ones in English say the word."""
    is_plain = len(data) <= _PLAIN or _ENGLISH.search(data, 0, _SMALL) is None
    return is_plain or sum(map(data.count, _ANSWERS)) > 1


def _has_answers(data: bytes, ids: Sequence[bytes], classes: Mapping[bytes, int]) -> bool:
    """Whether its elements are called answers, and not all those of such a list, or are entries of a thread."""
    if len(_ANSWER.findall(data)) > 1:
        called = [name.lower() for name in (*classes, *ids) if _CALLED in name]
        return not called or not all(_HOUSE in name for name in called)
    return sum(times for name, times in classes.items() if _ENTRY in name) > 1


def _is_signed(data: bytes, layouts: Sequence[Layout]) -> bool:
    """Whether it carries the signature of a site that is known."""
    return any(layout.html and layout.html.signs(data) for layout in layouts)


def _has_numbered_posts(data: bytes, ids: Sequence[bytes]) -> bool:
    """Whether two elements have the same name and different numbers, and somebody is named."""
    first: dict[bytes, bytes] = {}
    is_repeated = any(first.setdefault(name, number) != number for name, number in _numbers(data, ids))
    return is_repeated and _PERSON.search(data) is not None


def _has_posts_by_class(classes: Mapping[bytes, int]) -> bool:
    """Whether classes of posts, of who wrote them and of texts stand on as many elements each, and on several."""
    repeated: dict[int, list[bytes]] = defaultdict(list)
    for name, times in classes.items():
        repeated[times].append(name)
    alike = (b" ".join(names).lower() for times, names in repeated.items() if times > 1)
    return any(all(pattern.search(names) for pattern in (_TOLD, _OWN, _NAMED)) for names in alike)


def _numbers(data: bytes, ids: Sequence[bytes]) -> Iterator[tuple[bytes, bytes]]:
    """What posts may be called, and their numbers."""
    for name, number, mark in _NUMBERED.findall(b'"'.join([b"", *ids, b""])):
        if _is_post(name) or _is_short(name, mark):
            yield name, number
    for anchor in _ANCHOR.finditer(data):
        name, number, mark = anchor.groups()
        is_link = data[anchor.start() - len(_LINK) : anchor.start()] == _LINK
        if _is_post(name) or (is_link and _is_short(name, mark)):
            yield name, number
    for attribute, name, number in _COUNTED.findall(data):
        if _is_post(attribute) or _is_post(name):
            yield attribute, number


def _is_short(name: bytes, mark: bytes) -> bool:
    """Whether few letters stand before a number, or the number stands alone."""
    return (len(name) < _SHORT and name.strip(b"-_").isalpha()) or (not name and mark in _ENDS)


@lru_cache(4096)
def _is_post(name: bytes) -> bool:
    return _POST.search(name) is not None


def _has_engine(data: bytes, classes: Iterable[bytes], ids: Iterable[bytes]) -> bool:
    """Whether all signs of an engine are among its classes, the beginnings of its ids, and other marks."""
    tokens, numbered = set(b" ".join(classes).split()), b" ".join(ids)
    return any(
        called <= tokens and all(sign in numbered for sign in begun) and all(sign in data for sign in others)
        for called, begun, others in signs_in_bytes()
    )


def _asks(data: bytes) -> bool:
    """Whether a title asks, or nothing is called a title, so that any line may be the question."""
    titles = [_TAG.sub(b"", title) for title in _TITLE.findall(data)]
    return not titles or any(mark in title for title in titles for mark in _QUESTION_MARKS)
