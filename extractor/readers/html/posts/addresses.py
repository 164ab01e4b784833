"""Where links of a post lead: to the post itself, or to who wrote it."""

from collections.abc import Iterator, Sequence

from extractor.readers.html.posts import words
from extractor.readers.html.posts.tree import Tree


def links_of_post(tree: Tree, called: Sequence[int], date: int | None) -> Iterator[str]:
    """Addresses of a post: of links that are `called` so, where its date leads, or a picture in front of that."""
    near = _near(tree, date) if date is not None else ()
    found = (address(tree, i) for i in (*called, *(i for i in near if _is_dated_link(tree, i))))
    return (link for link in found if link and not words.PROFILE.search(link))


def _near(tree: Tree, date: int) -> Iterator[int]:
    above = tree.parents[date]
    yield from (date, *range(date + 1, tree.ends[date]), above)
    before = next((i for i in (date - 1, *tree.up(date - 1)) if tree.parents[i] == above), date)
    if "#" in (address(tree, before) or ""):
        yield before


def _is_dated_link(tree: Tree, i: int) -> bool:
    return tree.tags[i] == "a" and (not tree.mass(i) or words.DATE.search(tree.words(i)) is not None)


def address(tree: Tree, i: int) -> str | None:
    """Where a link leads to, if to another place."""
    href = (tree.get(i, "href") or "").strip()
    return None if href in ("", "#") or href.startswith("javascript") else href
