"""Pages damaged as copies are damaged: lines lost, doubled, swapped, glued, wrapped, and other sites' lines put in."""

from collections.abc import Callable, Sequence

from hypothesis import strategies as st

from tests.paths import FIXTURES

Lines = list[str]
FURNITURE = (
    "Was this answer helpful?",
    "Share this answer",
    "Advertisement",
    "12 people found this helpful",
    "Page 2 of 3",
)


def drop(lines: Lines, at: int, _: int) -> Lines:
    """Without the line."""
    return lines[:at] + lines[at + 1 :]


def double(lines: Lines, at: int, _: int) -> Lines:
    """With the line twice."""
    return lines[: at + 1] + lines[at:]


def swap(lines: Lines, at: int, other: int) -> Lines:
    """With two lines in each other's place."""
    swapped = list(lines)
    swapped[at], swapped[other] = swapped[other], swapped[at]
    return swapped


def glue(lines: Lines, at: int, _: int) -> Lines:
    """With the line and the next that is not blank run together."""
    below = next((index for index in range(at + 1, len(lines)) if lines[index].strip()), None)
    return lines if below is None else [*lines[:at], lines[at] + lines[below], *lines[below + 1 :]]


def wrap(lines: Lines, at: int, _: int) -> Lines:
    """With the line broken in the middle, at a space."""
    words = lines[at].split(" ")
    half = len(words) // 2
    return [*lines[:at], " ".join(words[:half]), " ".join(words[half:]), *lines[at + 1 :]]


def insert(lines: Lines, at: int, other: int) -> Lines:
    """With a line of furniture and a blank one above the line."""
    return [*lines[:at], FURNITURE[other % len(FURNITURE)], "", *lines[at:]]


MUTATIONS: dict[str, Callable[[Lines, int, int], Lines]] = {
    mutation.__name__: mutation for mutation in (drop, double, swap, glue, wrap, insert)
}

_PAGES = [path.read_text(encoding="utf-8") for path in sorted(FIXTURES.rglob("*.txt")) if "hard" not in path.parts]


@st.composite
def damaged_pages(draw: st.DrawFn) -> str:
    """A page of `fixtures/` after up to four mutations."""
    lines = draw(st.sampled_from(_PAGES)).split("\n")
    for mutation in draw(st.lists(st.sampled_from(sorted(MUTATIONS)), max_size=4)):
        if spots := text_lines(lines):
            lines = MUTATIONS[mutation](lines, draw(st.sampled_from(spots)), draw(st.sampled_from(spots)))
    return "\n".join(lines)


def text_lines(lines: Sequence[str]) -> list[int]:
    """The numbers of the lines that are not blank."""
    return [index for index, line in enumerate(lines) if line.strip()]
