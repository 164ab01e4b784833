"""A page on which doctors answer, for tests: what it asks, two texts, and around them any markup."""

from extractor.document import Document
from extractor.reading import read
from extractor.records import QAPage

_QUESTION = "<h1>Is a lump normal?</h1><p>I had surgery in May and my left side has a lump. Should I worry?</p>"
TEXTS = ("Lumps soften over months, so wait until your next visit.", "See your surgeon if it turns red or warm.")


def page(*answers: str) -> bytes:
    return f"<html><body>{_QUESTION}<h2>2 answers</h2>{''.join(answers)}</body></html>".encode()


def record_of(*answers: str) -> QAPage:
    (record,) = read(Document(page(*answers)))
    return record
