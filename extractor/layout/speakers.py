"""What stands behind the name of somebody, in front of what he says: "Dr. Rowe answers: ...", "Rosa fragt: ..."."""

from functools import partial

from extractor.layout.dates import when
from extractor.layout.wordings import CAPITAL, any_of

_any = partial(any_of, "labels.toml")


def says() -> str:
    """A pattern for what stands behind the name of who answers."""
    return rf"(?i:{_any('says', 'words')})"


def in_front_of_asker() -> str:
    """A pattern for what stands in front of the name of who asks, behind what he asks."""
    return rf"(?i:{_any('quoted', 'words')})"


def wrote_on() -> str:
    """A pattern for what stands behind the name of who wrote a comment, with the day in front of the colon (`dated`).

    >>> import re
    >>> re.fullmatch(wrote_on(), "schrieb am 03.05.2016")["dated"]
    '03.05.2016'
    """
    return rf"(?i:{_any('says', 'wrote')})(?: (?i:{_any('says', 'on')}))? (?P<dated>{when()})"


def replies() -> str:
    """A pattern for one of these that stand in front of an answer alone, and not of what an article quotes."""
    return rf"(?i:{_any('says', 'replies')})"


def no_name() -> str:
    """A pattern for a word in front of who answers that makes him nobody by name: "Our vet says"."""
    return _any("says", "no_name")


def named(kind: str) -> str:
    """A pattern for what stands behind the name of who asks, or answers, at the end of a line of its own."""
    return _any("named", kind)


def asking() -> str:
    """A pattern for who asks, in front of what he asks, with a verb and a colon (`asker`).

    >>> import re
    >>> [re.match(asking(), line)["asker"] for line in ("Rosa V. (Gera) fragt: Was tun?", "读者王女士问:怎么办")]
    ['Rosa V. (Gera)', '读者王女士']
    """
    return _speaking("asker", "quoted")


def answering() -> str:
    """The same for who answers (`byline`). Chinese prints where a doctor works, and as what, in front of his name.

    >>> import re
    >>> re.match(answering(), "某医院骨科主任王小明解答:是的。")["byline"]
    '王小明'
    """
    return _speaking("byline", "says")


def answering_alone() -> str:
    """A pattern for who answers on a line of its own, where what he is may stand behind the name at some length.

    >>> import re
    >>> re.match(answering_alone(), "Ada Quill, a nurse and author of Going Home, answers:")["byline"]
    'Ada Quill, a nurse and author of Going Home'
    """
    verbs = _any("says", "words")
    return rf"(?=[^\n:：?？!]{{3,140}}+[:：])(?P<byline>{CAPITAL}[^\n:：?？!]{{1,120}}?),? {verbs}\s?[:：]\s*"


def aged() -> str:
    """A pattern for who asks, with an age and perhaps a place behind the name, in front of what he asks (`asker`).

    >>> import re
    >>> [re.match(aged(), line)["asker"] for line in ("Rosa, 39: Was tun?", "Rosa Vale (39, Gera). Was tun?")]
    ['Rosa', 'Rosa Vale']
    """
    age = r", \d\d(?: [^\W\d]{2,8})?|,? ?\((?:[^\W\d][^\n():.]{1,20}, )?\d\d(?!\d)[^\n():.]{0,30}\)"
    return rf"(?P<asker>{CAPITAL}[\w'’-]+(?: {CAPITAL}[\w'’.-]*){{0,2}})(?:{age})\s?[.:：] ?(?=\S)"


def _speaking(who: str, part: str) -> str:
    verbs, owned, chinese = (_any(part, name) for name in ("words", "owned", "chinese"))
    ranks = _any("says", "ranks")
    works = rf"[^\n:：]{{2,50}}{ranks}(?=[一-鿿]{{2,4}}{chinese}[:：])"
    return (
        rf"(?=[^\n:：?？!]{{3,70}}+[:：])(?:(?=[一-鿿]){works})?(?P<{who}>[^\W\d_a-zа-яё][^\n:：?？!]{{1,60}}?)"
        rf"(?:,? {verbs}|['’]\w{{1,4}} {owned}|(?<=[一-鿿]){chinese})\s?[:：]\s*"
    )
