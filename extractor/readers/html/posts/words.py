"""What the words in an element's class, its address or its text say of it; the words are in `words.toml`."""

import re
import tomllib
from collections.abc import Mapping
from functools import partial
from importlib.resources import files
from itertools import chain

from extractor.layout.dates import hints, moment
from extractor.layout.wordings import capital
from extractor.vocabulary import table_of

_WORDS = tomllib.loads(files(__package__).joinpath("words.toml").read_text("utf-8"))


def _compiled(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(patterns), re.IGNORECASE | re.MULTILINE)


def _one_of(table: str, name: str) -> str:
    return "|".join(_WORDS[table][name])


_anywhere, _address, _text = (partial(_one_of, table) for table in ("anywhere", "address", "text"))


def _capital(name: str) -> str:
    return "|".join(map(capital, _WORDS["anywhere"][name]))


def _begun(*names: str) -> str:
    """A look at the letter that a word begins with, before each of the words is tried whatever its case."""
    return f"(?=[{''.join(sorted({word[0] for name in names for word in _WORDS['text'][name]}))}])"


def _part(name: str) -> str:
    return rf"(?:^|[-_ #])(?:{'|'.join(_WORDS['part'][name])})(?:$|[-_ ])"


AUTHOR = _compiled(_anywhere("author"), _part("author"))
AUTHOR_NAME = _compiled(_anywhere("author_name"))
NO_AUTHOR = _compiled(_anywhere("no_author"))
NAME = _compiled(rf"^(?:{'|'.join(_WORDS['part']['name'])})$")
DATE_CLASS = _compiled(_anywhere("date"))
BODY = _compiled(_anywhere("body"))
NO_BODY = _compiled(_part("no_body"))
CODE_LABEL = _compiled(_part("code_label"))
CODE = _compiled(rf"(?:^|\s)(?:{'|'.join(_WORDS['part']['code'])})(?:$|\s)")
QUOTE = _compiled(_anywhere("quote"))
CHANGE = _compiled(_anywhere("change"))
QUOTED = _compiled(_anywhere("quoted"))
LAST_POST = _compiled(_anywhere("last_post"))
ASIDE = _compiled(_part("aside"))
OFFER = _compiled(_part("offer"))
NO_SUBJECT = _compiled(ASIDE.pattern, OFFER.pattern)
"""What is not about the subject of its page."""
REVIEW = _compiled(_anywhere("review"))
CURRENT = _compiled(_part("current"))
LABEL = _compiled(_part("label"))
SPECIALTY = _compiled(_part("specialty"))
LOCATION = _compiled(_part("location"))
TITLE = _compiled(_part("title"))
SITE = _compiled(_part("site"))
LIKED = _compiled(_part("liked"))
VOTES = _compiled(LIKED.pattern, _part("votes"))
NO_VOTES = _compiled(_anywhere("no_votes"))
ACCEPTED = _compiled(_anywhere("accepted"))
NOTES = _WORDS["notes"]
THREAD = _compiled(_anywhere("post"), _anywhere("thread"))
TOPIC = _compiled(_anywhere("thread"))
COMMENT = _compiled(_anywhere("comment"))
CHAT = _compiled(_anywhere("chat"))
ANSWER = _compiled(_anywhere("answer"))
ASKED = _compiled(_anywhere("question"), _anywhere("answer"))
REPLY = _compiled(_anywhere("answer"), _anywhere("reply"), _anywhere("replies"))
POST = _compiled(THREAD.pattern, REPLY.pattern, _anywhere("board"))
POSTS = _compiled(rf"(?:^|[-_ ])(?:{REPLY.pattern}|{COMMENT.pattern}|{_anywhere('post')})")
NO_POSTS = _compiled(_anywhere("no_posts"))
_ONE = f"{_anywhere('answer')}|{_anywhere('reply')}"
_CAPITAL_ONE = f"{_capital('answer')}|{_capital('reply')}"
LONE_ANSWER = re.compile(
    rf"^(?i:{_ONE})(?!(?i:s|-?list))"
    rf"|^(?!(?i:{_anywhere('no_lone_answer')}))[\w-]*(?:[-_](?i:{_ONE})|[a-z](?:{_CAPITAL_ONE}))$"
)
"""A class that begins with a word for one answer, or ends in it: `answer-box`, `expert-answer`, `advAnswer`."""
ABOUT = _compiled(_part("about"))
HEADLINE = _compiled(_anywhere("headline"))
RECIPE = _compiled(_anywhere("recipe"))
PROFILE = _compiled(rf"(?:^|[/?=&;._-])(?:{_address('profile')})(?:\d*+(?:[/?=&;._]|$)|-\d)")
BOARD = _compiled(
    rf"^(?:https?:)?//(?:[\w-]{{1,30}}\.)?(?:{_address('board_host')})\."
    rf"|[/_-](?:{_address('board')})(?:[/.?]|$)"
)
"""An address on a board."""
BOARD_CALLED = _compiled(rf"(?:^|\s)(?:{_address('board_called')})(?:\s|$)")
ROOT_ADDRESS = _compiled(
    rf"(?:(?:https?:)?//[^/?#]++)?(?:/|\./)?(?:(?:{_address('board_host')})/?)?(?:index\.\w+)?(?:\?\w*s=?id=\w+)?"
)
"""The address of the main page of a site, or of its board."""
_PAGE = _address("page")
PAGE_ADDRESS = _compiled(rf"[/?&;-](?:{_PAGE})[=/-]?0*(\d{{1,5}})(?=[/.?&;#]|$)|/p(\d{{1,5}})/?$")
OFFSET_ADDRESS = _compiled(rf"(?:[?&;](?:{_address('offset')})=|\btopic[=,]\d+\.)(\d{{1,6}})\b")
"""The number of a page in its address, and how many posts stand on the pages before."""
CRUMBS = _compiled(_address("crumbs"))
_BY_NUMBER, _BY_WORD = hints()
DATE = _compiled(_BY_NUMBER, _BY_WORD)
DATE_BY_NUMBER = _compiled(_BY_NUMBER)
DATE_BY_WORD = _compiled(_BY_WORD)
"""A date, and those of which the first character is a digit, or a letter: most begin with one of the two alone."""
PLAYER = _compiled(_address("player"))
BY = _compiled(rf"^(?:{_text('by')})\s*:?\s+(?=\S)|^@")
_DATED = _text("dated")
BETWEEN = _compiled(rf"(?:\s+(?:(?:{_text('between')})|(?:{_DATED})\s*:))?\W*$")
"""What stands between a name and the date behind it."""
DATED = _compiled(rf"\W*(?:(?:{_DATED})\b\W*)?")
"""What stands in front of a date on a line of its own."""
SAID = _compiled(rf".{{1,60}}\b(?:{_text('said')})\b(?:.{{0,30}}:|.{{0,50}}$)")
QUOTING = _compiled(rf"\W{{0,2}}(?:{_text('quoting')})")
ANNOUNCED = _compiled(rf"\s*(?:{_text('announced')})\s*:\s+(?=\S)")
VIEWING = _compiled(_text("viewing"))
NOBODY = _compiled(_text("nobody"))
DELETED = _compiled(rf"\W*(?:{_text('deleted')})\W*")
ADVERTISER = _compiled(_text("advertiser"))
REPLYING = _compiled(rf"^(?:(?:{'|'.join(table_of('boards.toml')['replying'])})\s*[:：]\s*)+")
JOINED = re.compile(rf"\b(?:{_text('joined')})(?!\w)\W{{0,3}}(?:\w+\W+){{0,4}}$")
"""How a text in lower case ends before the date at which a member joined."""
LASTING = _compiled(rf"\d+\+? \w+ (?:{_text('lasting')})\b")
"""What begins like a span of time, and says for how long somebody has been something."""

VOTED = _compiled(rf"(?<![\d.,])\d[\d.,]*+ (?:{_text('voted')})\b")


def _counted(name: str) -> str:
    """A number of what the words are for, before or behind them."""
    counted = _text(name)
    return rf"\b(?:{counted})\b\s*+:?\s*+\d|\d\s*(?:{counted})\b"


MEMBER = _compiled(rf"\b(?:{_text('joined')})(?!\w)", _counted("written"))
"""What boards say of a member: when he joined, and how much he wrote."""
LISTED = _compiled(_counted("listed"))
"""What lists of boards and threads say of each."""
COLUMN = _compiled(_text("written"), _text("listed"), _text("announced"))
"""What both count, and what stands below: the heads of columns."""
LAST = _compiled(_text("last"))
"""What they say of the last post."""
_PAGES = rf"(?:{_text('page')})\s?"
_BEHIND_PAGE = "|".join(rf"(?<=\b{word}{gap}\d)" for word in _WORDS["text"]["page"] for gap in (r"\s", r"\s\s"))
PAGE_OF = _compiled(rf"(\d(?=\d{{0,4}}\s{{1,2}}(?:{_text('of_pages')})\s{{1,2}}\d)(?:{_BEHIND_PAGE})\d{{0,4}})")
PAGE_TITLE = _compiled(rf"(?:[-–—|(/•·»]\s?|^)(?:{_PAGES}(\d{{1,5}})|第\s?(\d{{1,5}})\s?页)(?=\s?(?:[-–—|)/•·»]|$))")
"""What a page says of which of its thread's pages it is: in its text, and as a part of its title."""
POST_NUMBER = re.compile(r"(?<!\S)#(\d{1,6})\b")
MOMENT = _compiled(moment())
"""A date, with its time if it has one, a time of day, or how long ago something was."""
HOUR = _compiled(r"\W*\d{1,2}:\d\d(?::\d\d)?(?:\s?[ap]\.?m\b\.?)?\W*")
EDITED = _compiled(rf"\b{_begun('edited')}(?:{_text('edited')})\b")
FIRST = _compiled(rf"\b(?:{_text('first')})\b")
_EDITED = rf"^[\W_]{{0,4}}{_begun('edited_lead', 'edited')}(?:(?:{_text('edited_lead')}) )?(?:{_text('edited')})\b"
EDIT_NOTE = _compiled(rf"{_EDITED}.{{0,140}}$")
CHANGED_BY = _compiled(rf"{_EDITED}\W*(?:(?:{_text('between')})\b\W*)?(?:{_text('by')})\b")
"""How a note on a change begins that a board writes, without its date: who writes "Edit:" himself gives no name."""
META = _compiled(rf"(?:{_text('meta')})\b")
OF_MEMBER = _compiled(rf"(?:{_text('of_member')})\s*:")
OF_TOPIC = _compiled(rf"(?:{_text('of_topic')})\b\s*:")
CONTROLS = _compiled(rf"[\d\W]*(?:(?:{_text('controls')})\b[\d\W]*)+")
"""A line of buttons and counters."""
VETO = frozenset(_WORDS["types"]["veto"])
NEVER = frozenset(name.lower() for name in _WORDS["types"]["never"])
ANSWERED: str = _WORDS["types"]["unless"].lower()
ASKING = frozenset(_WORDS["types"]["asking"])
EDITORS = frozenset(_WORDS["text"]["editors"])
"""Who puts letters of others on a page."""
TALK = frozenset(_WORDS["types"]["talk"])

_REMEMBERED = 20_000
"""Classes and ids that are remembered for each pattern."""


class _Found(dict[str, bool]):
    """Whether a pattern is found in classes and ids: pages have few of them, again and again."""

    def __init__(self, pattern: re.Pattern[str]) -> None:
        super().__init__()
        self._search = pattern.search

    def __missing__(self, text: str) -> bool:
        if len(self) >= _REMEMBERED:
            self.clear()
        found = self[text] = self._search(text) is not None
        return found


_FOUND = {id(pattern): _Found(pattern) for pattern in list(vars().values()) if isinstance(pattern, re.Pattern)}
"""By the pattern's identity: its hash goes over all of its code, which takes as long as many a search."""


def found_by(pattern: re.Pattern[str]) -> Mapping[str, bool]:
    """Whether `pattern`, one of those above, is found in a class or an id, for each of them."""
    return _FOUND[id(pattern)]


def has(pattern: re.Pattern[str], text: str) -> bool:
    """Whether `pattern`, one of those above, is found in a class or an id."""
    return _FOUND[id(pattern)][text]


def is_author(token: str) -> bool:
    """Whether a class is one of who wrote something: members have a link, guests none, so the tag says nothing.

    What is a part of something says what it is behind two lines: `userinfo__author`.
    """
    part = token.rpartition("__")[2] or token
    return has(AUTHOR, token) and (has(AUTHOR_NAME, token) or not has(NO_AUTHOR, part))


def names_author(classes: str) -> bool:
    """Whether one of an element's classes is one of who wrote something."""
    return any(map(is_author, classes.split()))


_OTHER = table_of("other_sections.toml")
OTHER_SECTION = _compiled(
    rf"(?:{'|'.join(chain.from_iterable(_OTHER['headings'].values()))})\b"
    rf"(?!(?: \w+)?(?: \(?\d+\)?)? (?:{'|'.join(_OTHER['answers'])})\b)"
)
"""How the headings of sections on other matters begin; behind that a count and a word, but not one for answers."""
