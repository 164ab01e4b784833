"""A small Q&A site, and a reader of its pages that stands in for the real one."""

from collections.abc import Sequence

from lxml import html

from extractor.document import Document
from extractor.encodings import decode_document
from extractor.records import Answer, Doctor, QAPage, Question


def question_page(
    title: str, answers: Sequence[tuple[str, str]], *, declared: int | None = None, links: str = ""
) -> bytes:
    """A page with one question and answers of (body, doctor)."""
    count = f'<p class="count">{declared}</p>' if declared is not None else ""
    items = "".join(f"<article><p>{body}</p><b>{doctor}</b></article>" for body, doctor in answers)
    return f"<!doctype html><title>{title}</title><h1>{title}</h1>{count}{items}<nav>{links}</nav>".encode()


def read(document: Document) -> list[QAPage]:
    """The record of such a page."""
    tree = html.document_fromstring(decode_document(document).text)
    if tree.find(".//h1") is None:
        return []
    count = tree.find(".//p[@class='count']")
    answers = [
        Answer(
            position=position,
            body=str(article.findtext("p")),
            doctor=Doctor(name=str(article.findtext("b"))),
        )
        for position, article in enumerate(tree.iter("article"), 1)
    ]
    return [
        QAPage(
            source=document.source,
            url=document.url,
            question=Question(title=str(tree.findtext(".//h1"))),
            declared_answer_count=None if count is None else int(str(count.text)),
            answers=tuple(answers),
            provenance=document.provenance,
        )
    ]
