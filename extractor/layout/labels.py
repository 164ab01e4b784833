"""Labels by language: what pages of many sites print in front of questions, of answers, and of who answers."""

from collections.abc import Mapping
from functools import partial

from extractor.layout.roles import by_role
from extractor.layout.wordings import (
    AT_CAPITAL,
    CAPITAL,
    any_of,
    capital,
    in_cases,
    one_of,
    patterns_of,
    with_capitals,
)

_any = partial(any_of, "labels.toml")

_TEXT = r"[^\S\n]*(?P<body>[^\n]+)?"
_WHOSE = r"(?:[^\S\n]?[(（][^\W\d_][^()（）\n]{0,30}[)）])?"
"""Who asks or answers, in brackets behind a label; a number in brackets is a count."""

_DASHED = r"(?:[—–-][—– -]{0,6})?"
"""Dashes in front of the label of a question, as below the dateline of a paper."""

_NUMBER = r"(?:#|№|[Nn]r?[.°º]? ?)?\d{1,3}"
"""Which of several questions it is."""

_COUNTED_OFF = r"(?:\d{1,3}[.)] {1,3})?"
"""The same, in front of the label, as in a list."""

_OWNED = r"[^\n【】の]{1,20}の"
"""Whose question, or answer, a Japanese label is of, in front of it."""

_SHOUTED = r"(?=[^\W\d_a-zß-ÿа-яё]+['’ ][^\W\d_a-zß-ÿа-яё]{2})"
"""A place where two words in capitals begin."""

_MIN_CAPITALS = 4
"""Letters of a label that in capitals is not taken for an abbreviation, and with a capital behind it not for a word."""


def labelled(kind: str) -> str:
    r"""A pattern for the labels of a question or of an answer, alone on a line or with text behind them (`body`).

    Behind that of an answer a doctor's name may stand (`byline`).

    >>> import re
    >>> re.match(labelled("answer"), "RISPOSTA: No.")["body"]
    'No.'
    >>> re.match(labelled("question"), "P.: Why?")["body"]
    'Why?'
    >>> [re.match(labelled("answer"), text)["body"] for text in ("Answer (a vet): No.", "A 2: No.", "Our reply 2: No.")]
    ['No.', 'No.', 'No.']
    >>> re.match(labelled("question"), "P.S. Why?")
    >>> [re.match(labelled("question"), text)["body"] for text in ("— -- Question: Why?", "42. Q. Why?")]
    ['Why?', 'Why?']
    >>> bool(re.match(labelled("answer"), "Response. Yes.")), bool(re.match(labelled("answer"), "La risposta. Sì."))
    (True, False)
    >>> [re.match(labelled("answer"), text)["body"] for text in ("AnswerYes.", "Answer- Yes.", "Zoo-Antwort: Ja.")]
    ['Yes.', 'Yes.', 'Ja.']
    >>> [re.match(labelled("answer"), text)["body"] for text in ("जवाब-हां.", "જવાબ.હા.", "Our answer-\nYes.")]
    ['हां.', 'હા.', None]
    >>> re.match(labelled("answer"), "Antwoord van dr. Ada Rowe, huisarts:\n")["byline"]
    'dr. Ada Rowe, huisarts'
    """
    by_language = _table()[kind]
    first = in_cases(name for names in by_language.values() for name in (names[0], *filter(str.isalpha, names[1:2])))
    uncased = one_of(name for names in by_language.values() for name in names if name == name.upper())
    glued = one_of(capital(names[0]) for names in by_language.values() if len(names[0]) > _MIN_CAPITALS)
    every = _every(kind)
    letters = "".join(_table()["letters"][kind])
    dashes, byline = (_DASHED, "") if kind == "question" else ("", f"{_byline_behind_label()}|")
    in_brackets = rf"[【\[](?:{every}|[{letters}]|{_OWNED}{every}|{every}[/／][^\n】]{{1,30}})[】\]][^\S\n]*[:：]?"
    return (
        rf"{dashes}{_COUNTED_OFF}(?:{glued}(?=[A-ZА-Я])|{_compound(kind)}\s?[:：]|"
        rf"{every}(?:{byline}{_WHOSE}(?:(?=\s*\n)|\s?[:：])| ?{_NUMBER}(?:\s?[.:：]|(?=\s*\n))| ?[–—-](?=\s*\n))|"
        rf"{uncased} ?[.–—-]|{first}(?:\.| ?[–—-](?= ))|"
        rf"[{letters}](?:[^\S\n]?(?:\.?[:：]|\.(?![^\W\d_]\.))|\.? ?\d{{1,3}}\s?[.:：])|{in_brackets}){_TEXT}"
    )


def in_capitals(kind: str) -> str:
    """A pattern for a label in capitals, which needs no colon behind it.

    >>> import re
    >>> [re.match(in_capitals("answer"), line)[0] for line in ("RESPUESTA Sí.", "IL MEDICO RISPONDE No.")]
    ['RESPUESTA', 'IL MEDICO RISPONDE']
    """
    names = (name for names in _table()[kind].values() for name in names if len(name) > _MIN_CAPITALS)
    every = one_of(name.upper() for name in names if name.upper() != name)
    return every if kind == "question" else rf"(?:{_SHOUTED}{by_role()}(?<![a-zß-ÿа-яё])|{every})"


def on_one_line() -> str:
    """A pattern for a question and its answer on one line, each behind its label (`question`, `first`).

    An A with a point is a label only behind the end of a sentence: "vitamin A." is none. In front of that of the
    question who answers such questions may stand, or a title.
    """
    headed = (
        rf"(?:(?P<byline>{title()} [^\n.?!]{{2,40}}?) Q ?(?:&|and) ?A[^\s.?!]{{0,40}}[.:]? |"
        r"(?=[^\n?!]{4,80} Q)(?P<title>[^\W\d_a-z][^\n?!:]{2,78}?)[.:]? )?"
    )
    questions, answers = _every("question"), _every("answer")
    return (
        rf"{headed}(?:(?:{questions}|Q)\s?: |Q\.[^\S\n]++)(?P<question>[^\n]{{10,}}?[^\n\w]) ?"
        rf"(?:(?:{answers}|A)\s?: |(?<=[.?!] )A\.[^\S\n]++)(?P<first>[^\n]{{10,}})"
    )


def count_patterns() -> tuple[str, str]:
    """Patterns for the number of answers or of those who gave them, before the word and behind it (`count`)."""
    names = ("nouns", "whose", "behind", "answered", "heads")
    nouns, whose, behind, answered, heads = (_any("answers", name) for name in names)
    noun = rf"(?:(?i:{whose}) )?(?i:{nouns})"
    whose_are = rf"(?: (?i:{behind}))?"
    counted = rf"(?:{noun}{whose_are}|(?i:{answered}))"
    classed = "|".join(patterns_of("labels.toml")["answers"]["classed"])
    title = r"(?: (?:to|zu|à|a|на):? [“\"«„][^\n]*)?"
    return (
        rf"(?P<count>\d{{1,4}}) ?(?:{classed}|(?<= ){counted}){title}:?",
        rf"{AT_CAPITAL}(?:{noun}(?:{whose_are}| d\w+ \w+)|(?i:{heads}))[:\s]*[(（]?(?P<count>\d{{1,4}})[)）]?(?: ?答)?",
    )


def counted() -> str:
    """A pattern for a line that says how many answers there are."""
    return "|".join(pattern.replace("?P<count>", "?:") for pattern in count_patterns())


def other_answers() -> str:
    """A pattern for what stands above the answers that are not the best."""
    return rf"{AT_CAPITAL}(?i:{one_of(_table()['answers']['others'])}):?(?: ?[(（]?\d{{1,4}}[)）]?)?"


def above_answers() -> str:
    """A pattern for what stands above all answers without saying how many there are."""
    return rf"{AT_CAPITAL}(?i:{_any('answers', 'heads')}):?"


def head_of_answers() -> str:
    """A pattern for a heading above one answer or all of them, with their number or without.

    >>> import re
    >>> [bool(re.fullmatch(head_of_answers(), text)) for text in ("Réponses 2", "医生回复", "2 Answers to you")]
    [True, True, False]
    """
    return rf"(?:\d{{1,4}} )?{_of_answers()}(?:[:：]? ?[(（]?\d{{1,4}}[)）]?)?"


def alone() -> str:
    """A pattern for the label of a question, of an answer, or of all answers, without their number."""
    return rf"(?:{_every('question')}|{_of_answers()})"


def _of_answers() -> str:
    whose, noun, heads = (_any("answers", name) for name in ("whose", "nouns", "heads"))
    return rf"(?:{_every('answer')}|(?i:(?:{whose} )?{noun})|(?i:{heads}))"


def answered_by() -> str:
    """A pattern for what stands in front of the name of who answers."""
    return rf"{AT_CAPITAL}(?i:{_any('answered_by', 'words')})"


def title() -> str:
    """A pattern for a title that can only stand in front of a doctor's name."""
    return rf"(?:{one_of(_table()['titles']['sure'])})\.?"


def role() -> str:
    """A pattern for what somebody is who answers, in English, as the beginning of a line: "Vet"."""
    return one_of(map(capital, _table()["said_by"]["answer"]))


def long_title() -> str:
    """A pattern for a title that is a whole word, as it stands inside a sentence."""
    return one_of(_table()["titles"]["long"])


def titled(names: str = "{1,3}", group: str = "") -> str:
    """A pattern for a doctor's name behind a title, as it stands alone on a line: of so many words behind the first.

    The name alone may be a `group` of the pattern.

    >>> import re
    >>> bool(re.fullmatch(titled(), "lek. Ada Rowe")), bool(re.fullmatch(titled(), "Ada Rowe"))
    (True, False)
    """
    capital = r"[^\W\d_a-zа-яё]"
    titles = _any("titles", "words")
    name = f"?P<{group}>" if group else "?:"
    return rf"(?:(?i:{titles})\.? ){{1,3}}({name}{capital}[\w'’.-]*(?: {capital}[\w'’.-]*){names})"


def _byline_behind_label() -> str:
    """A pattern for a doctor's name behind the label of an answer, at the end of the line or before a colon."""
    of = "|".join(_table()["titles"]["of"])
    ranked = rf"[一-鿿]{{2,4}} ?{_any('says', 'ranks')}"
    return (
        rf"(?: (?:{of}))?[^\S\n]?[:：]? ?(?P<byline>{titled('{0,3}')}(?:,[^\n:?!.\d]{{2,50}})?|{ranked})"
        r"(?:(?=\s*\n)|[^\S\n]?:(?=\s))"
    )


def whose_answer() -> str:
    """A pattern for what stands behind the name of who answers, and makes a label of it: "Dr. Rowe's Answer:"."""
    return rf"['’]s? (?:{'|'.join(_table()['answered_by']['behind_name'])}):?"


def heading(kind: str, who: str) -> str:
    r"""A pattern for the heading of a question, or an answer, that says whose it is (`who`), on a line of its own.

    >>> import re
    >>> [bool(re.match(heading("question", "asker"), f"La question {of}\n")) for of in ("d'Ida", "de Rosa", "du jour")]
    [True, True, False]
    """
    heads = _any("headings", kind)
    return rf"{AT_CAPITAL}(?i:{heads})(?P<{who}>{CAPITAL}[^\n:,.?!]{{1,40}}?)\s?:?(?=\s*\n)"


def _compound(kind: str) -> str:
    """A pattern for a label at the end of another word, before a colon: "Expertenantwort", "Zoo-Antwort"."""
    ends = _any("compounds", kind)
    return rf"(?=[\w-]{{6,40}}+\s?[:：])[^\W\d_a-z][\w-]{{1,30}}(?i:{ends})"


def _every(kind: str) -> str:
    """A pattern for a label of questions, or of answers, in any language."""
    roles = f"|{by_role()}" if kind == "answer" else ""
    return rf"(?:{_said_by(kind)}|{in_cases(name for names in _table()[kind].values() for name in names)}{roles})"


def _said_by(kind: str) -> str:
    """A pattern for a label that says who asks, or answers: as in a sentence, with capitals, or in capitals."""
    table = _table()["said_by"]
    forms = []
    for first, who, how in ((capital, str, str), (capital, with_capitals, with_capitals), (str.upper,) * 3):
        alone, owned = (one_of(map(how, table[f"{kind}_{name}"])) for name in ("alone", "owned"))
        whose, by, bare = (
            one_of(map(first, table["whose"])),
            one_of(map(who, table[kind])),
            one_of(map(first, table[kind])),
        )
        forms.append(f"{whose}{by}(?:{alone}|{owned})|{bare}{alone}")
    return "|".join(forms)


def _table() -> Mapping[str, Mapping[str, list[str]]]:
    return patterns_of("labels.toml")
