"""Whether blocks that repeat are answers to a question."""

from extractor.document import Document
from extractor.reading import read
from tests.readers.html.posts.doctors import TEXTS


def test_comments_below_an_article_are_no_answers() -> None:
    shown = (
        "<html><h1>Why scars turn white</h1><p>A scar is red for as long as vessels feed it.</p><h2>2 comments</h2>"
        + "".join(f"<div class='comment'><b class='name'>Ann</b><p>{text}</p></div>" for text in TEXTS)
    )
    assert read(Document(shown)) == []


def test_comments_below_an_article_whose_title_asks_carry_a_warning() -> None:
    comments = "".join(
        f"<li class='comment'><b class='fn'>Ann</b> <time>3 May 2021</time><p>{text}</p></li>" for text in TEXTS
    )
    article = "<p>" + "This soup is what we eat when the days get short, and it takes one pot. " * 40 + "</p>"
    shown = f"<h1>How do you make carrot soup?</h1>{article}<h2>2 answers</h2><ol>{comments}</ol>"
    assert all(record.warnings for record in read(Document(shown)))
