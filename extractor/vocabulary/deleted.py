"""What forums print in place of a post that somebody has taken away."""

import re
from functools import cache
from itertools import chain

from extractor.vocabulary import table_of

_LONGEST = 200
"""Characters."""


def is_deleted(text: str) -> bool:
    """Whether a text says no more than that there was one, which was taken away.

    >>> is_deleted("[removed]"), is_deleted("Dieser Beitrag wurde vom Autor gelöscht."), is_deleted("It was removed.")
    (True, True, False)
    """
    return len(text) <= _LONGEST and _wordings().fullmatch(text.strip()) is not None


@cache
def _wordings() -> re.Pattern[str]:
    patterns = chain.from_iterable(table_of("deleted.toml").values())
    return re.compile(rf"(?:{'|'.join(patterns)})", re.IGNORECASE)
