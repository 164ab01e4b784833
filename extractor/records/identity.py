"""What tells a record from all others, the same in every run that reads the same sources."""

import json
from collections import Counter
from collections.abc import Iterable
from hashlib import blake2b

from extractor.records.models import QAPage

_ENCODE = json.JSONEncoder(ensure_ascii=False).encode
_BYTES = 16
"""Two of a billion records share an identity with a probability below 1e-20."""


def record_id(page: QAPage, copy: int = 0) -> str:
    """The identity of a record: a digest of its source and its question.

    `copy` counts the records of the same source that ask the same above this one.
    """
    asked = (page.source, page.question.title, page.question.body)
    parts = ["null" if part is None else _ENCODE(part) for part in asked]  # texts are quick to encode, lists are not
    told = f"[{', '.join([*parts, str(copy)])}]"
    return blake2b(told.encode(errors="surrogatepass"), digest_size=_BYTES).hexdigest()


def identified(pages: Iterable[QAPage], **known: object) -> list[QAPage]:
    """The records of one source, each with its identity and what else is `known` of all of them."""
    seen: Counter[str] = Counter()
    named = []
    for page in pages:
        plain = record_id(page)
        own = record_id(page, seen[plain]) if seen[plain] else plain
        named.append(page.model_copy(update={"id": own, **known}))
        seen[plain] += 1
    return named
