"""Where links of a post lead."""

import pytest
from lxml import html

from extractor.readers.html.posts.addresses import links_of_post
from extractor.readers.html.posts.tree import Tree


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("<a href='/t/7#p3'><time>3 May 2019</time></a>", ["/t/7#p3"]),
        ("<a href='/t/7#p3'><img></a><time>3 May 2019</time>", ["/t/7#p3"]),
        ("<a href='/u/ann'><img></a><time>3 May 2019</time>", []),
        ("<a href='/t/7#p3'>Reply</a><time>3 May 2019</time>", []),
        ("<time>3 May 2019</time>", []),
    ],
    ids=["around the date", "a picture before it", "a picture of a person", "a button", "none"],
)
def test_a_date_or_the_picture_in_front_of_it_leads_to_the_post(head: str, expected: list[str]) -> None:
    tree = Tree(html.document_fromstring(f"<body><div>{head}<p>It could.</p></div></body>"))
    (date,) = tree.tagged("time")
    assert list(links_of_post(tree, (), date)) == expected
