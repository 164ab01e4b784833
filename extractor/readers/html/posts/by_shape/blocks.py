"""Posts on a page where nothing says who wrote them and when: blocks that share a mark and hold the most text.

They stand below the title, are made of unlike parts, and hold more text outside of links than anything else that
repeats. What their classes are called speaks for them (`answer`, `reply`) or against (`related`).
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice, pairwise

from extractor.readers.html.posts import words
from extractor.readers.html.posts.by_shape.sections import ASIDE, MOST, text_on_one_line
from extractor.readers.html.posts.groups import FEWEST, Index
from extractor.readers.html.posts.places import Places
from extractor.readers.html.posts.shapes import tokens
from extractor.readers.html.posts.tree import Key, Tree
from extractor.readers.html.posts.words import has
from extractor.readers.html.rendering.elements import SUBHEADINGS
from extractor.readers.html.rendering.lxml_names import Element
from extractor.vocabulary import has_question_mark

_TAGS = frozenset(["div", "article", "section", "li", "blockquote", "table", "tr", "dl"])
_LISTS = frozenset(["ul", "ol"])
_SAMPLE = 5
"""Blocks of a group that are looked at; large groups are lists of links."""
_NAMED, _MISNAMED = 20.0, 0.05
_MAX_CORES = 5
_LONGEST_LABEL = 40
"""Characters between answers that only say what stands below."""
_LEAST_TITLE = 20
"""Characters of a heading that is the title of the page, and not a word that this begins with."""

_Group = tuple[int, ...]


def find_posts(root: Element) -> Sequence[Element]:
    """The blocks of a page that are most likely its answers, in page order; none if nothing repeats."""
    if next(root.iter(*_TAGS), None) is None:
        return []
    tree = Tree(root)
    groups = _groups(tree)
    scores = {group: _score(tree, group, keys) for group, keys in groups.items()}
    best = max(scores, key=lambda group: scores[group], default=())
    if not best or not scores[best]:
        return [tree.elements[i] for i in _called_answer(tree)]
    for _ in range(_MAX_CORES):
        best = next((group for group in scores if scores[group] and _is_core(tree, group, best)), best)
    return [tree.elements[i] for i in best]


def _groups(tree: Tree) -> Mapping[_Group, Sequence[Key]]:
    """Siblings that share a mark, below the title if there is one, with the marks that they share."""
    title = _title(tree)
    groups: dict[_Group, list[Key]] = defaultdict(list)
    may_be_post = _may_be_posts(tree)
    for key, members in Index(tree, Places(tree)).by_key.items():
        is_block = key[0] in _TAGS or (key[0] == "td" and has(words.LONE_ANSWER, key[1]))
        found = [i for i in members if i > title and may_be_post[i]] if is_block else []
        siblings: dict[int, list[int]] = defaultdict(list)
        for i in found:
            siblings[tree.parents[i]].append(i)
        for group in siblings.values() if len(siblings) == 1 or not _are_answers_apart(tree, key, found) else [found]:
            if FEWEST <= len(group) <= MOST:
                groups[tuple(group)].append(key)
    return groups


def _are_answers_apart(tree: Tree, key: Key, found: Sequence[int]) -> bool:
    """Whether elements that are not all siblings are called answers, and no more than a label stands between them.

    The best one may stand in a section of its own. What a house asks itself stands above each of its answers.
    """
    if not has(words.LONE_ANSWER, key[1]):
        return False
    between = (tree.text[tree.stops[above] : tree.starts[below]] for above, below in pairwise(found))
    return all(len(text.strip()) <= _LONGEST_LABEL and not has_question_mark(text) for text in between)


def _title(tree: Tree) -> int:
    """The one main heading; if there is none, the first of the others with which the title of the page begins."""
    heads = [i for i, tag in enumerate(tree.tags) if tag == "h1"]
    if heads:
        return heads[0] if len(heads) == 1 else 0
    title = tree.elements[0].getroottree().find(".//title")
    if title is None:
        return 0
    told = text_on_one_line(title)
    others = (i for i, tag in enumerate(tree.tags) if tag in SUBHEADINGS and told.startswith(tree.words(i) or " "))
    return next((i for i in others if tree.mass(i) >= _LEAST_TITLE or tree.words(i) == told), 0)


def _may_be_posts(tree: Tree) -> Sequence[bool]:
    """Which elements are not paragraphs, which hold nothing but text, nor rows of a table, nor reviews, nor aside."""
    may_be = [end > i + 1 for i, end in enumerate(tree.ends)]
    for (tag, classes), members in tree.kinds.items():
        for i in members if tag in ASIDE else ():
            may_be[i + 1 : tree.ends[i]] = [False] * (tree.ends[i] - i - 1)
        for i in members if tag == "tr" and not classes else ():
            may_be[i] = False  # rows are parts of posts
    for j in _reviews(tree):
        for i in range(max(0, j - _SAMPLE + 1), j + 1):
            may_be[i] &= tree.ends[i] <= j
    return may_be


def _reviews(tree: Tree) -> Iterator[int]:
    """What is marked up as a review; what wraps it begins a few elements before it."""
    return (i for i, kind in tree.given("itemtype").items() if kind.endswith("/Review"))


def _is_aside(tree: Tree, i: int) -> bool:
    return any(tree.tags[outer] in ASIDE for outer in tree.up(i))


def _score(tree: Tree, group: _Group, keys: Sequence[Key]) -> float:
    """Long blocks count more than many."""
    names = " ".join(token.lstrip("#@") for _, token in keys if token[0] != "<")
    known = _MISNAMED if has(words.NO_POSTS, names) else _NAMED if has(words.POSTS, names) else 1.0
    if known <= 1 and not _have_parts(tree, group):
        return 0.0
    return known * _prose(tree, group) ** 2 / len(group)


def _prose(tree: Tree, group: _Group) -> int:
    return sum(max(0, tree.prose(i)) for i in group)


def _have_parts(tree: Tree, group: _Group) -> bool:
    """Whether most blocks are made of unlike parts (a name and a text); paragraphs are not."""
    sample = group[:: max(1, len(group) // _SAMPLE)]
    return 2 * sum(len(set(islice(_parts(tree, i), 2))) > 1 for i in sample) > len(sample)


def _parts(tree: Tree, i: int) -> Iterator[tuple[str, tuple[str, ...]]]:
    """What the elements inside are that hold text of their own, each kind when it is new."""
    seen = set()
    for j in range(i + 1, tree.ends[i]):
        kind = tree.tags[j], tokens(tree.classes[j])[:1]
        if kind not in seen and (tree.elements[j].text or "").strip():
            seen.add(kind)
            yield kind


def _is_core(tree: Tree, group: _Group, outer: _Group) -> bool:
    """Whether `group` stands in one block of `outer` and is what that group is about: its rows are no posts."""
    around = {i for i in outer if i < group[0] and group[-1] < tree.ends[i]}
    return len(around) == 1 and 2 * _prose(tree, group) > _prose(tree, outer)


def _names(tree: Tree, i: int) -> int:
    """How many names a definition list has."""
    return tree.tags[i : tree.ends[i]].count("dt")


def _called_answer(tree: Tree) -> Sequence[int]:
    """The block that is called an answer, or the only item of a list that is, if no other stands beside it."""
    called = [
        i
        for i, tag in enumerate(tree.tags)
        if tag in _TAGS or (tag in _LISTS and tree.tags[i : tree.ends[i]].count("li") == 1)
        if any(has(words.LONE_ANSWER if tag in _TAGS else words.ANSWER, name) for name in tree.classes[i].split())
        if not (_is_aside(tree, i) or (tag == "dl" and _names(tree, i) > 1))  # a list of them
    ]
    return called[:1] if all(i < tree.ends[called[0]] for i in called) else []
