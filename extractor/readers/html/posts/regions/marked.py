"""Regions gathered into posts, and these into threads: a question and the answers to it."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from extractor.layout import POSTS, Part
from extractor.readers.html.rendering.rendered import Region, Rendered


@dataclass(slots=True)
class MarkedPost:
    """A question or an answer: its regions by part, in page order."""

    part: Part
    whole: Region | None = None
    is_around_others: bool = False
    """Its element holds other posts too."""
    regions: dict[Part, list[Region]] = field(default_factory=dict)

    def add(self, region: Region) -> None:
        """Take one more region."""
        self.regions.setdefault(region.part, []).append(region)

    @property
    def bodies(self) -> list[Region]:
        """The text: what the layout says it is, else all of a post of which it says nothing more."""
        valued = all(region.value is not None for some in self.regions.values() for region in some)
        is_bare = self.whole is not None and not self.is_around_others and valued
        return self.regions.get(Part.BODY, [self.whole] if is_bare and self.whole else [])

    def has(self, *parts: Part) -> bool:
        """Whether any of these parts is there."""
        return any(part in self.regions for part in parts)


@dataclass(slots=True)
class MarkedThread:
    """A question and the answers to it."""

    question: MarkedPost
    answers: list[MarkedPost] = field(default_factory=list)


def threads_of(page: Rendered) -> list[MarkedThread]:
    """Questions with their answers; the title and other regions outside of posts belong to the first question."""
    outside, posts = _posts(page)
    threads: list[MarkedThread] = []
    for post in posts:
        if post.part is Part.QUESTION:
            threads.append(MarkedThread(post))
        elif threads:
            threads[-1].answers.append(post)
            threads[-1].question.is_around_others |= _is_around(threads[-1].question.whole, post.whole)
        else:
            threads.append(MarkedThread(MarkedPost(Part.QUESTION), [post]))
    for thread in threads:
        _settle_accepted(thread.answers)
    _give(outside, threads)
    return [thread for thread in threads if thread.answers or thread.question.has(Part.TITLE, Part.BODY)]


def _is_around(outer: Region | None, inner: Region | None) -> bool:
    return outer is not None and inner is not None and outer.start <= inner.start and inner.end <= outer.end


def _posts(page: Rendered) -> tuple[MarkedPost, list[MarkedPost]]:
    """What stands outside of posts, and the posts in page order."""
    posts = {0: MarkedPost(Part.QUESTION)}
    for region in page.regions:
        if region.part in POSTS:
            posts.setdefault(region.post, MarkedPost(region.part, region))
        else:
            posts[region.post].add(region)
    return posts.pop(0), [posts[number] for number in sorted(posts)]


def _settle_accepted(answers: Sequence[MarkedPost]) -> None:
    """Sites that call every answer accepted and suggested at once say nothing by it; on one of several it tells."""
    called = [post for post in answers if any(" " in (one.value or "") for one in post.regions.get(Part.ACCEPTED, ()))]
    if len(called) == len(answers):
        for post in called:
            del post.regions[Part.ACCEPTED]


def _give(outside: MarkedPost, threads: Sequence[MarkedThread]) -> None:
    """What stands outside of posts says something of the page's question: the first that is answered."""
    thread = next((thread for thread in threads if thread.answers), threads[0] if threads else None)
    if thread:
        for part, regions in outside.regions.items():
            thread.question.regions.setdefault(part, regions)


def is_faq(threads: Sequence[MarkedThread]) -> bool:
    """Several questions with one answer each and no author anywhere: what a firm asks itself, not what patients ask."""
    posts = [post for thread in threads for post in (thread.question, *thread.answers)]
    return (
        len(threads) > 1
        and all(len(thread.answers) == 1 for thread in threads)
        and not any(post.has(Part.AUTHOR, Part.BYLINE) for post in posts)
    )
