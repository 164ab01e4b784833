"""Threads as boards print them, each in a form of its own: what the tests of this room read."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from extractor.readers.lines import Line, split_lines
from extractor.readers.text.boards.thread import BoardPost, Count, thread_of


class Said(NamedTuple):
    """A post: who wrote it, on which day, and its words."""

    who: str
    day: str
    words: str


ASKED = Said("tessa_k", "March 11, 2015, 08:14 PM", "My heel hurts in the morning, and I limp. What can I do about it?")
TOLD = Said("hank", "March 11, 2015, 09:03 PM", "Rest it for a week, and stretch your calf.")
AGREED = Said("Old Mill", "March 12, 2015, 07:45 AM", "The same here. Ask your doctor about soles for your shoes.")
THREAD = (ASKED, TOLD, AGREED)


def _name_and_day(_: int, post: Said) -> str:
    return f"{post.who}\n{post.day}\n{post.words}\n"


def _in_one_line(_: int, post: Said) -> str:
    return f"Posted by {post.who} on {post.day}\n{post.words}\n"


def _numbered(number: int, post: Said) -> str:
    return f"#{number} {post.who}\nMember\nPosted {post.day}\n\n{post.words}\n"


def _with_rank(number: int, post: Said) -> str:
    return f"{post.day}\n#{number}\n{post.who}\nMember\nJoined: May {number}, 2011\nPosts: {number}5\n\n{post.words}\n"


def _with_feet(number: int, post: Said) -> str:
    return f"Post subject: Sore heel\nPosted: {post.day}\nOffline\n{post.who}\nPosts: {number}\n{post.words}\nTop\nProfile\n"


def _with_labels(number: int, post: Said) -> str:
    return f"{post.who}\nMember\nJoined\nMay {number}, 2011\nPosts: {number}5\nPosted\n{post.day}\n\n{post.words}\n"


FORMS: Sequence[Callable[[int, Said], str]] = (
    *(_name_and_day, _in_one_line, _numbered, _with_rank, _with_feet, _with_labels),
)


def page(form: Callable[[int, Said], str], posts: Sequence[Said] = THREAD, above: str = "Sore heel\n\n") -> str:
    """A page with `posts` in this form."""
    return above + "\n".join([form(number, post) for number, post in enumerate(posts, 1)])


def signed_below(posts: Sequence[Said] = THREAD) -> str:
    """A page on which who wrote stands below each post."""
    return "Sore heel\n\n" + "\n\n".join([f"{post.words}\n\n{post.who}\n{post.day}" for post in posts])


def said(text: str, lines: list[Line], post: BoardPost) -> Said:
    """What was read of a post."""
    who, day = (text[slice(*span)] if span else "" for span in (post.name, post.day))
    return Said(who, day, "\n".join([lines[at].text for at in post.body]))


def posts_of(text: str, count: Count | None = None) -> list[Said]:
    """The posts of a page, as they were read."""
    lines = list(split_lines(text))
    thread = thread_of(lines, count)
    return [said(text, lines, post) for post in thread.posts] if thread else []


def with_words(*words: str) -> list[Said]:
    """The thread with other words."""
    return [post._replace(words=said) for post, said in zip(THREAD, words, strict=True)]
