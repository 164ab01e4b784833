"""A message board for tests: posts of three people, in markup of no engine."""

from lxml import html

from extractor.readers.html.posts.decide import Thread
from extractor.readers.html.posts.thread import find_thread
from extractor.readers.html.posts.tree import Tree

POSTS = (
    (
        "wren_hollow",
        "12 Mar 2019, 09:14",
        "My father gets cramps in both calves every night. Could the new tablet be why?",
    ),
    (
        "Dr Tamsin77",
        "12 Mar 2019, 11:40",
        "It could. A diuretic lowers potassium, and a blood test settles it within a day.",
    ),
    (
        "oldmill",
        "13 Mar 2019, 08:02",
        "Ours was potassium too. The cramps stopped a week after the tablet was changed.",
    ),
)
NAMES = [name for name, _, _ in POSTS]


def post(name: str, date: str, text: str, extra: str = "") -> str:
    return (
        f"<div class='post'><div class='who'><a class='username' href='/members/{len(name)}'>{name}</a></div>"
        f"<div class='when'>{date}</div><div class='words'><p>{text}</p></div>{extra}</div>"
    )


def board(*posts: str, above: str = "", below: str = "") -> Tree:
    """A page with `posts`, or with all of `POSTS`."""
    shown = posts or [post(*one) for one in POSTS]
    page = f"<body><div id='menu'><a href='/'>Home</a></div><h1>Night cramps</h1>{above}<div>{''.join(shown)}</div>{below}</body>"
    return Tree(html.document_fromstring(page))


def thread_of(tree: Tree, *blocks: object) -> Thread:
    found = find_thread(tree, blocks)
    assert isinstance(found, Thread)
    return found


def names_of(tree: Tree) -> list[str]:
    """The authors of the thread that is found."""
    found = thread_of(tree).posts
    return [found.authors[0].names[k].text for k in range(len(found.posts))]
