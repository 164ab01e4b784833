"""The text of posts: the part that each has once, without author or date in it, and with the most text."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import islice, takewhile
from typing import NamedTuple

from extractor.readers.html.posts import words
from extractor.readers.html.posts.candidates.cells import is_place_alone, place
from extractor.readers.html.posts.candidates.masses import Masses
from extractor.readers.html.posts.candidates.pieces import undivided
from extractor.readers.html.posts.candidates.unmarked import on_any_tag
from extractor.readers.html.posts.engines import Engine
from extractor.readers.html.posts.tree import Key, Tree
from extractor.readers.html.posts.words import has
from extractor.readers.html.rendering.elements import HEADINGS

_LEAST_SUPPORT, _MOST_TWICE, _MOST_MIXED = 0.4, 0.35, 0.2
"""The share of posts that have the part; of those, the share that may have it twice, or with author or date in it."""
_LEAST_PROSE = 0.3
_LEAST_SHARE = 0.06
_LONGEST_FACTS = 90
_KEPT = 0.6
_DEEPEST = 6
_NO_WHOLE = frozenset(["p", "span", "ul", "ol", "li", "pre", "code"])
_MARKED_UP = "@text"
"""What microdata calls a text: all of it, whatever its tag."""
_MOST_BESIDE = 100
"""Characters beside a name or a date in the part of a text that says who wrote it and when."""
_WHOLE = ("post", "")
"""The mark of the text where that is all of a post, however the posts are marked."""
_LITTLE, _FEW = 0.35, 0.8
"""The share of the text beside names and dates, and of posts, up to which a part that some have is not their text."""

_END = 12
"""Characters at the ends of texts that are compared first: those of most posts differ there."""


class BodyColumn(NamedTuple):
    """The part of posts that is their text: its mark, its characters in all posts, its element in each.

    `heads` are the elements inside that hold author or date, where the text stands beside these and in no element of
    its own.
    """

    key: Key
    mass: int
    bodies: Mapping[int, int]
    heads: Mapping[int, Sequence[int]] = {}


NO_BODY = BodyColumn(("", ""), 0, {})
"""What a set without text has."""


def body_column(
    tree: Tree,
    posts: Sequence[int],
    own: Sequence[Sequence[int]],
    others: Mapping[int, Collection[int]],
    engine: Engine | None,
) -> BodyColumn | None:
    """The bodies of `posts`; `own` are the elements of each, `others` those that hold its author or a date."""
    masses = Masses(tree, posts)
    if engine and (told := undivided(tree, _told(tree, own, engine), own, {})):
        return BodyColumn(("engine", engine.name), sum(map(masses.mass, told.values())), told)
    columns = list(_texts(tree, posts, own, masses))
    unmixed = [column for column in columns if _is_unmixed(tree, column.bodies, others)]
    best = _best(tree, unmixed, masses)
    several = (column for column in columns if column.key[0] != "p" or not is_place_alone(column.key))
    mixed = _best(tree, [column for column in several if column not in unmixed], masses)
    best = best and best._replace(bodies=undivided(tree, best.bodies, own, others))
    best = best and best._replace(bodies=on_any_tag(tree, best.key[1], best.bodies, own, others))
    if best and mixed is None:
        return best
    whole = BodyColumn(_WHOLE, sum(map(masses.mass, posts)), dict(enumerate(posts)))
    beside = _beside(tree, [one for one in (mixed, whole) if one], masses, others)
    if beside is None or best is None:
        return best or beside
    is_rare = len(best.bodies) <= _FEW * len(posts) and best.mass < _LITTLE * beside.mass
    is_title = _is_one(tree, best) and beside.bodies != whole.bodies and best.mass < beside.mass
    return beside if is_rare or is_title else best


def _beside(
    tree: Tree, columns: Sequence[BodyColumn], masses: Masses, others: Mapping[int, Collection[int]]
) -> BodyColumn | None:
    """The first of `columns` that all posts have, and in which text stands beside names and dates."""
    whole = (one for one in columns if len(one.bodies) == masses.count and _is_prose(one, masses))
    return next(filter(None, (_without_heads(tree, one, others) for one in whole)), None)


def _texts(tree: Tree, posts: Sequence[int], own: Sequence[Sequence[int]], masses: Masses) -> Iterator[BodyColumn]:
    """The parts of posts, by what they are called, that hold prose enough to be their texts."""
    least = _LEAST_SHARE * sum(map(masses.mass, posts))
    for key, bodies in _parts(tree, own).items():
        column = BodyColumn(key, sum(map(masses.mass, bodies.values())), bodies)
        if column.mass > least and _is_prose(column, masses) and not _are_facts(tree, bodies):
            yield column


def _best(tree: Tree, columns: Sequence[BodyColumn], masses: Masses) -> BodyColumn | None:
    """The likeliest of `columns`."""
    weights = {column.key: _weight(tree, column, masses) for column in columns}
    return _deepest(tree, max(columns, key=lambda column: weights[column.key]), columns) if columns else None


def _without_heads(tree: Tree, column: BodyColumn, others: Mapping[int, Collection[int]]) -> BodyColumn | None:
    """A column with the elements apart that hold author or date; None if most is in these, or some have none."""
    inside = {k: [i for i in others.get(k, ()) if body < i < tree.ends[body]] for k, body in column.bodies.items()}
    steps: dict[tuple[str, str], int] = {}
    for k, some in inside.items():
        for i in some:
            above = _steps(tree, i, column.bodies[k])
            steps[_kind(tree, i)] = min(above, steps.get(_kind(tree, i), above))
    heads = {k: sorted({_above(tree, i, steps[_kind(tree, i)]) for i in some}) for k, some in inside.items()}
    taken = sum(tree.mass(i) for some in heads.values() for i in some)
    is_text = all(heads.values()) and taken < column.mass / 2
    return column._replace(mass=column.mass - taken, heads=heads) if is_text else None


def _steps(tree: Tree, i: int, body: int) -> int:
    """How many elements above it the largest part of a text is that holds a name or date, and little beside."""
    most = tree.mass(i) + _MOST_BESIDE
    return sum(1 for _ in takewhile(lambda outer: outer > body and tree.mass(outer) <= most, tree.up(i)))


def _kind(tree: Tree, i: int) -> tuple[str, str]:
    return tree.tags[i], tree.classes[i]


def _above(tree: Tree, i: int, steps: int) -> int:
    return next(islice(tree.up(i), steps - 1, None)) if steps else i


def _parts(tree: Tree, own: Sequence[Sequence[int]]) -> dict[Key, dict[int, int]]:
    """The marks that most posts have on one element, and that element in each. No text stands in a heading."""
    parts: dict[Key, dict[int, int]] = defaultdict(dict)
    twice: Counter[Key] = Counter()
    for k, some in enumerate(own):
        for i in some:
            is_heading = tree.tags[i] in HEADINGS or tree.tags[tree.parents[i]] in HEADINGS
            if (tree.starts[i] < tree.stops[i] and tree.tags[i] != "a" and not is_heading) or i in tree.pictured:
                for key in (*tree.keys(i), *place(tree, i)):
                    first = parts[key].setdefault(k, i)
                    if i >= tree.ends[first]:
                        twice[key] += 1
    return {
        key: bodies
        for key, bodies in parts.items()
        if len(bodies) >= _LEAST_SUPPORT * len(own)
        and twice[key] <= (0 if is_place_alone(key) else _MOST_TWICE * len(bodies))
    }


def _is_unmixed(tree: Tree, bodies: Mapping[int, int], others: Mapping[int, Collection[int]]) -> bool:
    mixed = sum(any(_overlap(tree, i, other) for other in others.get(k, ())) for k, i in bodies.items())
    return mixed <= _MOST_MIXED * len(bodies)


def _overlap(tree: Tree, one: int, other: int) -> bool:
    """Whether one of two elements holds the other."""
    return one <= other < tree.ends[one] or other <= one < tree.ends[other]


def _is_prose(column: BodyColumn, masses: Masses) -> bool:
    return sum(map(masses.prose, column.bodies.values())) >= _LEAST_PROSE * column.mass


def _are_facts(tree: Tree, bodies: Mapping[int, int]) -> bool:
    """Whether most are short and say what boards say of a member: texts are longer."""
    short = [tree.words(i) for i in bodies.values() if tree.mass(i) <= _LONGEST_FACTS]
    return 2 * sum(words.MEMBER.search(text) is not None for text in short) > len(bodies)


def _is_one(tree: Tree, column: BodyColumn) -> bool:
    """Whether all have one text: the title, a rank, what a house says below each."""
    first, *others = (tree.text[tree.starts[i] : tree.stops[i]] for i in column.bodies.values())
    end = first.rstrip()[-_END:]
    if not others or any(other.rstrip()[-_END:] != end for other in others):
        return False
    return len({words.REPLYING.sub("", " ".join(text.split())) for text in (first, *others)}) == 1


def _weight(tree: Tree, column: BodyColumn, masses: Masses) -> float:
    """How much speaks for a column: its text, how many posts have it, and what its elements are called."""
    bodies = column.bodies.values()
    prose = sum(map(masses.prose, bodies))
    weight = (column.mass + prose) / 2 * (len(bodies) / masses.count) ** 4
    is_house = _is_one(tree, column) and not has(words.REPLY, column.key[1])
    if is_house or all(has(words.NO_BODY, tree.classes[i]) for i in bodies):
        return weight * 0.1
    return weight * 1.1 if has(words.BODY, column.key[1]) else weight


def _deepest(tree: Tree, best: BodyColumn, columns: Sequence[BodyColumn]) -> BodyColumn:
    """The innermost part of the best that holds most of its text in as many posts."""
    for _ in range(_DEEPEST):
        inner = [column for column in columns if _is_core(tree, column, best)]
        if not inner:
            break
        best = max(inner, key=lambda column: column.mass)
    return best


def _is_core(tree: Tree, column: BodyColumn, outer: BodyColumn) -> bool:
    if column is outer or column.mass < _KEPT * outer.mass or len(column.bodies) < len(outer.bodies):
        return False
    around = outer.bodies
    tag, mark = column.key
    return (
        (tag not in _NO_WHOLE or mark == _MARKED_UP)
        and all(k in around and around[k] <= i < tree.ends[around[k]] for k, i in column.bodies.items())
        and any(i != around[k] for k, i in column.bodies.items())
    )


def _told(tree: Tree, own: Sequence[Sequence[int]], engine: Engine) -> dict[int, int]:
    """The bodies as the engine calls them, if most posts have one."""
    called = tree.having(engine.body)
    first = ((k, next((i for i in some if i in called), None)) for k, some in enumerate(own))
    told = {k: i for k, i in first if i is not None}
    return told if 2 * len(told) > len(own) else {}
