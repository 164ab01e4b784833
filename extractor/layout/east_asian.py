"""Who asks and who answers, as Japanese, Chinese and Thai pages say it.

Each pattern looks at the first letter before all else, which spares all other pages a walk over their lines.
"""

import re

from extractor.layout import speakers
from extractor.layout.wordings import patterns_of

_BLANK = r"[^\S\n]*+"
_HAN = "一-鿿"
_LETTER = rf"[ぁ-ヿ{_HAN}]"
_SPACE = "[ \u3000]"
_WHERE = r"(?:「[^\n」]{1,8}」)?"
"""Of a hospital with several houses, which of them it is."""


def _any(part: str, name: str) -> str:
    return "|".join(patterns_of("east_asian.toml")[part][name])


_RANK = f"(?:{_any('ranks', 'grades')})?(?:{_any('ranks', 'chinese')})"
_RANKED = re.compile(rf"^(?:{_any('ranks', 'thai')})\.|{_SPACE}?(?:{_RANK}|{_any('ranks', 'others')})$")
_HOUSE = f"(?:{_any('places', 'houses')})"


def asker() -> str:
    """A pattern for the label of a question with who asks in front of it (`asker`)."""
    return rf"(?={_LETTER})(?P<asker>[^\n:,、。？?]{{0,20}}?){speakers.named('question')}"


def thai(kind: str, who: str) -> str:
    """A pattern for who asks, or answers (`who`), in front of the Thai label of what he says.

    >>> import re
    >>> re.fullmatch(thai("question", "asker"), "ธนา/เลย : ผู้ถาม")["asker"]
    'ธนา/เลย'
    """
    return rf"(?=[ก-๛])(?P<{who}>[^\n:?]{{2,60}}?) ?: ?{speakers.named(f'thai_{kind}')}"


def byline() -> str:
    r"""A pattern for who answers: in front of the label of an answer (`byline`), or a Chinese doctor.

    >>> import re
    >>> re.match(byline(), "王小明 副主任医师\n皮肤科\n").group("name", "specialty")
    ('王小明', '皮肤科')
    """
    label = rf"(?:[^\s:、。？?]{{1,20}}{_SPACE})?(?P<byline>[^\W\d][^\s:、。？?]{{1,20}}?){speakers.named('answer')}"
    return rf"(?=•? ?{_LETTER})(?!{_any('nobody', 'japanese')})(?:{label}|{_chinese_doctor()})"


def has_rank(name: str, behind: str = "") -> bool:
    """Whether a name, perhaps with what stands `behind` it, is a doctor's: by its end, or in Thai by its beginning.

    >>> has_rank("王小明 主治医师"), has_rank("王小明", " 主治医师"), has_rank("นพ.ธนวัฒน์"), has_rank("王小明")
    (True, True, True, False)
    """
    return any(map(_RANKED.search, (name, name + behind)))


def _chinese_doctor() -> str:
    """A name and behind it a doctor's rank; beside or below it a hospital, or below it a department."""
    picture = rf"(?:•?{_BLANK}[{_HAN}]{{2,4}}{_BLANK}\n{_BLANK}(?=[{_HAN}]{{4,9}}{_BLANK}\n))?"  # the name once more
    name = rf"(?P<name>(?!{_any('nobody', 'chinese')})[{_HAN}]{{2,4}}?)"
    department = rf"[{_HAN}]{{1,10}}{_any('places', 'departments')}"
    works = rf"(?:[{_HAN}]{{1,8}}{_any('places', 'departments')})?(?:[{_HAN}]{{2,20}}{_HOUSE})?"
    rank = rf"(?:{_SPACE}?{_RANK}|{_BLANK}\n{_BLANK}{_RANK}{works}(?=\s*\n))"
    house = rf"\s*+[{_HAN}]{{2,20}}{_HOUSE}{_WHERE}(?: {_any('places', 'buttons')})?(?=\s*\n)"
    hospital = rf"[{_HAN}]{{2,20}}{_any('places', 'hospitals')}{_WHERE}{_SPACE}?"
    below = rf"{_BLANK}\n(?:{_BLANK}\n)?{_BLANK}(?:{hospital})?(?P<specialty>{department})"
    return rf"{picture}{name}{rank}(?:{house}|{below})?"
