"""The values that stand in a post's regions, and note of where each was found."""

from collections.abc import Sequence

from extractor.document import absolute
from extractor.layout import Part
from extractor.readers.html.posts.regions.marked import MarkedPost
from extractor.readers.html.rendering.rendered import Region, Rendered
from extractor.readers.locator import Locator
from extractor.readers.people.fields import Found
from extractor.readers.people.numbers import count_in
from extractor.records import Span


class Values:
    """The values of a page's posts by their parts; `spans` says where those stand that were kept, by their pointers."""

    def __init__(self, page: Rendered) -> None:
        self._page = page
        self._locator = Locator(page.text)
        self.spans: dict[str, tuple[Span, ...]] = {}

    @property
    def text(self) -> str:
        """The text that spans count in: that of the page, with values below it that do not stand in it."""
        return self._locator.text

    def place(self, value: str, near: int) -> Span:
        """Where `value` stands, from `near` on."""
        return self._locator.place(value, near)

    def body(self, post: MarkedPost, pointer: str) -> str | None:
        """The text, in as many paragraphs as regions hold it."""
        found = self.keep(pointer, [one for one in map(self._find, post.bodies) if one.value])
        return "\n\n".join(one.value for one in found) or None

    def string(self, post: MarkedPost, part: Part, pointer: str) -> str | None:
        """The first value of a part, on one line."""
        found = self.keep(pointer, self.all(post, part)[:1])
        return " ".join(found[0].value.split()) if found else None

    def date(self, post: MarkedPost, pointer: str) -> str | None:
        """The first value that has a digit in it; elements for dates hold names too, and templates."""
        dated = [found for found in self.all(post, Part.DATE) if any(map(str.isdigit, found.value))]
        return " ".join(self.keep(pointer, dated[:1])[0].value.split()) if dated else None

    def integer(self, post: MarkedPost, part: Part, pointer: str) -> int | None:
        """The first value of a part that is a number."""
        for found in self.all(post, part):
            value = count_in(found.value)
            if value is not None:
                self.keep(pointer, [found])
                return value
        return None

    def address(self, post: MarkedPost, part: Part, pointer: str) -> str | None:
        """An address, made absolute; that form stands below the text if it does not stand in it."""
        for region in post.regions.get(part, ()):
            printed = region.value if region.value is not None else self._page.text[region.start : region.end]
            if url := absolute(self._page.url, printed):
                self.spans[pointer] = (self._locator.place(url, region.start, region.end),)
                return url
        return None

    def keep(self, pointer: str, found: Sequence[Found[str]]) -> Sequence[Found[str]]:
        """Note where the value at `pointer` stands; `found` again."""
        if found:
            self.spans[pointer] = tuple((one.start, one.end) for one in found)
        return found

    def all(self, post: MarkedPost, part: Part) -> list[Found[str]]:
        """The values of a part, without empty ones, with their places."""
        regions = post.regions.get(part)
        return [one for one in map(self._find, regions) if one.value] if regions else []

    def _find(self, region: Region) -> Found[str]:
        """A region's value and its place."""
        if region.value is None:
            return Found(self._page.text[region.start : region.end], region.start, region.end)
        value = region.value.strip()
        return Found(value, *self._locator.place(value, region.start, region.end))
