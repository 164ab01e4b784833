"""Where names and dates may stand on a page, and what of it is not about its subject."""

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from itertools import accumulate

from extractor.readers.html.posts import byline, words
from extractor.readers.html.posts.arrays import DATED
from extractor.readers.html.posts.author_marks import LONGEST_NAME, author_keys
from extractor.readers.html.posts.printed_dates import dates_in
from extractor.readers.html.posts.shapes import tokens
from extractor.readers.html.posts.shown_names import ShownNames
from extractor.readers.html.posts.tree import Key, Tree
from extractor.readers.html.posts.words import found_by, has
from extractor.readers.html.rendering.elements import HEADINGS
from extractor.vocabulary import SENTENCE_ENDS

_LONGEST_DATE, _LONGEST_LABELLED, _LONGEST_NOTE = 90, 200, 200
_NOTE_AROUND = 160
_LONGEST_WORDS = 20
"""Characters in front of the first number of a date: those of its day of the week and month."""
_ASIDE = frozenset(["footer", "aside"])
_NEVER_ASIDE = frozenset(["article", "main", "body"])
_SMALL = 0.3
"""The share of a page's text up to which a part can be beside the subject."""
_PUBLISHED = frozenset(["datePublished", "dateCreated"])
_MAY_BE_DATED = frozenset("a abbr b div em i li p relative-time small span strong td".split())
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_TITLES = HEADINGS - {"h5", "h6"}
"""Headings that may be titles of what they stand above; lower ones hold a name as well."""
_JOINED = 40
"""Characters before a date that may say what it is."""
_STOPS = frozenset(SENTENCE_ENDS)
_DOTTED, _BESIDE_DAY = re.compile(r"\.\d{1,2}\.$"), 6
"""How a day ends in a full stop, and no sentence with it, "2025.03.04."; and letters beside one: "4 марта 2025 г."."""
_VAGUE = frozenset(["href", "bold"])
"""Marks that do not speak for a name by themselves."""


class Places:
    """Where authors and dates may stand, each kind found when it is first asked for.

    `aside` says which elements are not about the page's subject, `names` which name each shows.
    """

    def __init__(self, tree: Tree) -> None:
        self._tree = tree
        self._authors: list[Sequence[Key] | None] = [None] * len(tree)
        self.names = ShownNames(tree)
        self.aside = self._find_aside()

    def authors(self, i: int) -> Sequence[Key]:
        """The marks under which element `i` may be an author."""
        if (keys := self._authors[i]) is None:
            keys = self._authors[i] = (*author_keys(self._tree, i), *self._byline_keys(i))
        return keys

    def _byline_keys(self, i: int) -> Iterator[Key]:
        """The mark of an element that says in a line, or in lines above a text, who wrote something and when."""
        if i in self.bylines:
            yield "line", f"{self._tree.tags[i]}.{next(iter(tokens(self._tree.classes[i])), '')}"

    @cached_property
    def bylines(self) -> Mapping[int, str]:
        """The innermost elements with a name beside a date, and the name."""
        tree = self._tree
        found: dict[int, str] = {}
        for date in self.dates:
            for i in (date, *tree.up(date)):
                if tree.mass(i) > byline.LONGEST_HEAD:
                    break
                if name := self._name_beside(i, date):
                    found[i] = name
                    break
        return found

    def _name_beside(self, i: int, date: int) -> str | None:
        """The name that element `i` says beside `date`, an element in it.

        By themselves two lines, or a text and an element that ends it, are a name and a date only where they may not be
        a title and one.
        """
        tree = self._tree
        text = tree.text[tree.starts[i] : tree.stops[i]]
        if name := byline.name_on(text):
            return name
        is_end = i != date and tree.stops[date] == tree.stops[i]
        split = f"{text[: tree.starts[date] - tree.starts[i]]}\n{text[tree.starts[date] - tree.starts[i] :]}"
        name = byline.name_above(text) or (byline.name_above(split) if is_end else None)
        return name if name and not self._is_titled(i) else None

    def _is_titled(self, i: int) -> bool:
        """Whether a short element holds a heading, or a link to what is nobody's page."""
        tree = self._tree
        links = (j for j in range(i, tree.ends[i]) if tree.tags[j] == "a")
        return any(tree.tags[j] in _TITLES for j in range(i, tree.ends[i])) or any(
            words.PROFILE.search(tree.get(j, "href") or "") is None for j in links
        )

    @cached_property
    def _signed(self) -> Sequence[int]:
        """How many elements before each look like an author."""
        return [0, *accumulate(map(self.is_author, range(len(self._tree))))]

    def is_author(self, i: int) -> bool:
        """Whether element `i` looks like an author."""
        return any(kind not in _VAGUE for kind, _ in self.authors(i))

    @cached_property
    def _dated(self) -> Sequence[int]:
        """Where the page's text has dates."""
        return [offset for offset in dates_in(self._tree.text) if not _is_of_somebody(self._tree, offset)]

    @cached_property
    def dates(self) -> Mapping[int, Key]:
        """The mark of each element that may be a date of a post."""
        return self._outside_notes({**self._marked, **dict(self._find_printed())})

    @cached_property
    def marked_dates(self) -> Mapping[int, Key]:
        """Those that are dates by their tag or attributes, whatever they say: these cost little to find."""
        return self._outside_notes(self._marked)

    def _outside_notes(self, dates: Mapping[int, Key]) -> Mapping[int, Key]:
        noted = {i for note in self.notes for i in range(note, self._tree.ends[note])}
        return {i: key for i, key in dates.items() if i not in noted}

    @cached_property
    def notes(self) -> Collection[int]:
        """Notes such as "Edited on 3 May by Ann"; their dates are not those of the posts."""
        return set(self._find_notes())

    def is_signed(self, i: int) -> bool:
        """Whether something inside looks like an author."""
        return self._signed[self._tree.ends[i]] > self._signed[i]

    def is_dated(self, start: int, stop: int) -> bool:
        """Whether the page's text has a date between two offsets."""
        at = bisect_left(self._dated, start)
        return at < len(self._dated) and self._dated[at] < stop

    def _find_aside(self) -> list[bool]:
        tree, most = self._tree, _SMALL * len(self._tree.text)
        aside = [False] * len(tree)
        is_aside = found_by(words.NO_SUBJECT)
        named = {i for i, name in tree.ids.items() if is_aside[name] and tree.tags[i] not in _NEVER_ASIDE}
        for (tag, classes), members in tree.kinds.items():
            if (tag in _ASIDE or is_aside[classes]) and tag not in _NEVER_ASIDE:
                named.update(members)
        end = 0
        for i in sorted(named):
            if i >= max(end, 1) and tree.mass(i) < most:
                end = tree.ends[i]
                aside[i:end] = [True] * (end - i)
        return aside

    @cached_property
    def _marked(self) -> Mapping[int, Key]:
        """The elements that are dates by their tag or attributes."""
        tree = self._tree
        titled = (i for i, title in tree.given("title").items() if _is_date(title))
        dated = {*titled, *(i for name in DATED for i in tree.given(name))}
        keys: dict[int, Key] = {i: ("attribute", tree.tags[i]) for i in dated if _may_be_dated(tree, i)}
        keys |= {i: ("meta", "") for i, name in tree.itemprops.items() if name in _PUBLISHED and tree.tags[i] == "meta"}
        keys |= dict.fromkeys(tree.tagged("time"), ("time", ""))
        return dict(sorted(keys.items()))

    def _find_printed(self) -> Iterator[tuple[int, Key]]:
        tree, found = self._tree, set(self._marked)
        for offset in self._dated:
            i = tree.at(offset)
            for _ in range(3):
                if i <= 0 or i in found or _is_text(tree, i, offset):
                    break
                found.add(i)
                yield i, _printed_date_key(tree, i)
                i = tree.parents[i]

    def _find_notes(self) -> Iterator[int]:
        tree = self._tree
        text, is_note = tree.text, words.EDIT_NOTE.match
        for start, holder in [line for line in tree.lines if is_note(text, line[0])]:
            i = holder
            while i > 0 and tree.starts[around := tree.parents[i]] >= start - 2 and tree.mass(around) <= _NOTE_AROUND:
                i = around
            if i > 0 and tree.mass(i) <= _LONGEST_NOTE:
                yield i


def _may_be_dated(tree: Tree, i: int) -> bool:
    return tree.tags[i] in _MAY_BE_DATED and tree.mass(i) < LONGEST_NAME


@lru_cache(20_000)
def _is_date(title: str) -> bool:
    """Whether most of what an element shows when it is pointed at is a date, as of no picture's or film's name is."""
    if _YEAR.search(title) is None:
        return False
    left = words.MOMENT.sub("", title)
    return 2 * sum(map(str.isalnum, left)) < sum(map(str.isalnum, title))


def _is_of_somebody(tree: Tree, offset: int) -> bool:
    """Whether a date is that at which a member joined, or says for how long he has been something."""
    if words.LASTING.match(tree.text, offset):
        return True
    return words.JOINED.search(tree.text[max(0, offset - _JOINED) : offset].lower()) is not None


def _is_text(tree: Tree, i: int, offset: int) -> bool:
    """Whether an element is long, or something that somebody says, and names the date at `offset` in passing.

    A part of a line that begins with a label of the date may hold more: "Posted: ... Post subject: ...".
    """
    is_long, is_said = tree.mass(i) > _LONGEST_DATE, tree.text[tree.stops[i] - 1] in _STOPS
    if is_said and not is_long:
        is_said = not _ends_day(tree.words(i)) and not has(words.DATE_CLASS, tree.classes[i])
    return (is_long or is_said) and not (tree.mass(i) <= _LONGEST_LABELLED and _is_labelled(tree, i, offset))


def _ends_day(text: str) -> bool:
    """Whether a full stop at the end is part of a day or hour, or hardly more than one stands in front of it."""
    is_part = _DOTTED.search(text) or len(text) in [match.end() for match in words.MOMENT.finditer(text)][-1:]
    return bool(is_part) or sum(map(str.isalpha, words.MOMENT.sub("", text))) <= _BESIDE_DAY


def _is_labelled(tree: Tree, i: int, offset: int) -> bool:
    """Whether a part of a line begins with a label of the date at `offset`."""
    label = words.DATED.match(tree.text, tree.starts[i]) if tree.tags[i] == "span" else None
    return (
        label is not None and any(map(str.isalpha, label[0])) and label.end() <= offset <= label.end() + _LONGEST_WORDS
    )


def _printed_date_key(tree: Tree, i: int) -> Key:
    classes = tree.classes[i]
    kind = "class" if has(words.DATE_CLASS, classes) else "text"
    above = tokens(tree.classes[tree.parents[i]])[:1]
    return kind, f"{tree.tags[i]}.{next(iter(tokens(classes)), '<' + ''.join(above))}"
