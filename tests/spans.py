"""Spans are true: the text of each folds to the value of its field, and every filled field has one."""

from collections.abc import Iterator
from urllib.parse import urljoin

from extractor import QAPage
from extractor.readers.people.numbers import count_in


def check_spans(record: QAPage, text: str) -> None:
    """Every span's text folds to its field's value, and every filled field has one."""
    content = record.model_dump(mode="json")
    assert record.spans is not None
    for pointer, spans in record.spans.items():
        value = resolve(content, pointer)
        printed = [fold((record.text or text)[start:end]) for start, end in spans]
        if pointer.endswith("/url"):  # a link may be printed relative to the page
            assert urljoin(record.url or "", printed[0]) == value
        elif isinstance(value, str):
            assert " ".join(printed) == fold(value)
        elif isinstance(value, list):
            assert printed == [fold(one) for one in value]
        else:
            assert count_in(printed[0]) == value or str(int(float(str(value)))) in "".join(printed).replace(",", "")
    filled = {pointer for pointer in text_fields(content) if pointer not in record.spans}
    assert filled == set()


def resolve(content: object, pointer: str) -> object:
    for step in pointer.split("/")[1:]:
        content = content[int(step)] if isinstance(content, list) else content[step]  # type: ignore[index]
    return content


def text_fields(content: dict[str, object], pointer: str = "") -> Iterator[str]:
    """Pointers of the filled fields whose values stand in the page."""
    for name, value in content.items():
        here = f"{pointer}/{name}"
        if isinstance(value, dict) and name != "spans":
            yield from text_fields(value, here)
        elif name == "answers" and isinstance(value, list):
            for index, answer in enumerate(value):
                yield from text_fields(answer, f"{here}/{index}")
        elif value not in (None, []) and name in PRINTED:
            yield here


PRINTED = {"title", "body", "asker", "location", "asked_at", "tags", "declared_answer_count", "headline", "answered_at"}
PRINTED |= {"votes", "name", "credentials", "note", "specialty", "rating", "reviews"}


def fold(text: str) -> str:
    return " ".join(text.split())
