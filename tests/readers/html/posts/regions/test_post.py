"""Posts as lines: which of them selectors name, and what the others are by their words alone."""

import pytest

from extractor.layout import Part
from extractor.readers.html.posts.regions.post import (
    Post,
    PostLine,
    drop_passing,
    is_named,
    is_noise,
    is_sentence,
    lines_of,
    posts_of,
    residue,
    touches,
)
from extractor.readers.html.rendering.rendered import Hint, Region
from tests.readers.html.posts.pages import at, having, shown

PAGE = shown(("h2", "It is the tablet"), ("p", "A diuretic lowers potassium."), ("p", "Ann Lee, Leeds"), ("p", "Reply"))
LINES = list(lines_of(PAGE))
_LONG = "Annabella Leeman-Featherstonehaugh of the Royal Infirmary of the City of York"


def _line(text: str, tag: str = "div") -> PostLine:
    return PostLine(0, len(text), text, Hint(tag))


def _in(line: PostLine, part: Part, text: str) -> Region:
    start = line.text.index(text)
    return Region(part, start, start + len(text))


def test_lines_are_those_that_have_hints() -> None:
    assert [(line.text, line.hint.tag) for line in LINES] == [
        ("It is the tablet", "h2"),
        ("A diuretic lowers potassium.", "p"),
        ("Ann Lee, Leeds", "p"),
        ("Reply", "p"),
    ]
    assert all(PAGE.text[line.start : line.end] == line.text for line in LINES)


def test_posts_are_those_without_another_inside_and_have_their_own_lines_and_regions() -> None:
    outer = at(PAGE, Part.ANSWER, "It is", "Reply", post=1)
    inner = at(PAGE, Part.ANSWER, "A diuretic", "Leeds", post=2)
    name = at(PAGE, Part.AUTHOR, "Ann Lee", post=2)
    last = at(PAGE, Part.ANSWER, "Reply", post=3)
    apart = list(posts_of(having(PAGE, inner, name, last), LINES))
    assert [(post.whole, [line.text for line in post.lines]) for post in apart] == [
        (inner, ["A diuretic lowers potassium.", "Ann Lee, Leeds"]),
        (last, ["Reply"]),
    ]
    assert [post.regions for post in apart] == [[inner, name], [last]]
    assert [post.whole for post in posts_of(having(PAGE, outer, inner), LINES)] == [inner]


def test_lines_that_are_named_are_free_no_more_and_one_region_if_they_are_neighbours() -> None:
    post = Post(Region(Part.ANSWER, 0, len(PAGE.text), None, 4), [], LINES, list(LINES))
    post.name(Part.BODY, LINES[0], LINES[1], LINES[3])
    assert [PAGE.text[one.start : one.end] for one in post.regions] == [PAGE.text[: LINES[1].end], "Reply"]
    assert [(one.part, one.post) for one in post.regions] == [(Part.BODY, 4)] * 2
    assert (post.free, post.has(Part.BODY), post.has(Part.AUTHOR)) == ([LINES[2]], True, False)
    post.name(Part.AUTHOR)
    assert (post.free, post.has(Part.AUTHOR)) == ([LINES[2]], False)


@pytest.mark.parametrize(
    ("text", "named", "is_line_named"),
    [
        ("Ann Lee", [(Part.AUTHOR, "Ann Lee")], True),
        ("Answered by Ann Lee", [(Part.AUTHOR, "Ann Lee")], True),
        ("Ann Lee, of whom nobody has heard anything in all of these years", [(Part.AUTHOR, "Ann Lee")], False),
        ("Ann Lee is a saint to all of us", [(Part.AUTHOR, "Ann Lee")], False),
        ("Ann Lee, Pediatric Dermatologist", [(Part.AUTHOR, "Ann Lee")], True),
        ("Doctor Annabella Leeman, Leeds", [(Part.LOCATION, "Leeds")], True),
        ("It rained all of the day in Leeds", [(Part.LOCATION, "Leeds")], False),
        ("Answered on the same day by Ann Lee", [(Part.AUTHOR, "Ann Lee")], True),
        ("My thanks on the same day to Ann Lee", [(Part.AUTHOR, "Ann Lee")], False),
        (f"{_LONG}, of whom nobody has heard in all of these years", [(Part.AUTHOR, _LONG)], False),
        (f"{_LONG}, of whom nobody has heard", [(Part.AUTHOR, _LONG)], True),
        ("Ann Lee", [], False),
        ("Ann Lee", [(Part.LINK, "Ann Lee")], False),
        ("Ann Lee", [(Part.AUTHOR, "Ann"), (Part.AUTHOR, "Lee")], True),
    ],
)
def test_a_line_is_named_if_what_is_left_is_a_word_or_two(
    text: str,
    named: list[tuple[Part, str]],
    is_line_named: bool,  # noqa: FBT001 - a table's column
) -> None:
    line = _line(text)
    assert is_named(line, [_in(line, part, some) for part, some in named]) is is_line_named


def test_the_residue_of_a_line_has_blanks_where_elements_name_it() -> None:
    line = _line("Ann Lee, Leeds")
    assert residue(line, [_in(line, Part.AUTHOR, "Ann Lee")]) == "       , Leeds"
    assert residue(line, [_in(line, Part.LINK, "Ann Lee"), Region(Part.DATE, 90, 99)]) == line.text
    within, around = Region(Part.DATE, 9, 14, "2020"), Region(Part.DATE, 0, 40, "2020")
    assert (residue(line, [within]), residue(line, [around])) == ("Ann Lee,      ", line.text)


def test_a_region_that_ends_where_a_line_begins_does_not_touch_it() -> None:
    line = PostLine(10, 20, "0123456789", Hint("p"))
    near = [Region(Part.BODY, 0, 10), Region(Part.BODY, 0, 11), Region(Part.BODY, 19, 30), Region(Part.BODY, 20, 30)]
    assert [touches(region, line) for region in near] == [False, True, True, False]


@pytest.mark.parametrize(
    ("text", "tag", "noise"),
    [
        ("Reply", "div", True),
        ("3 likes · Share · Report", "div", True),
        ("Posts: 412", "div", True),
        ("Topics: calves, sleep", "div", True),
        ("· 12 ·", "div", True),
        ("4.9 (203)", "div", False),
        ("12/03/2019", "div", False),
        ("Was this helpful?", "p", True),
        ("Apakah jawaban ini membantu? Ya Tidak", "p", True),
        ("Posts: 412", "p", False),
        ("Thanks for the reply, it helped", "div", False),
        ("Drink more", "div", False),
    ],
)
def test_buttons_counters_and_what_forums_print_below_names_are_noise(text: str, tag: str, noise: bool) -> None:  # noqa: FBT001 - a table's column
    assert is_noise(_line(text, tag)) is noise


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("三日前に下の親知らずを抜きましたが頬がまだ腫れています", True),
        ("みなと歯科 口腔外科 森脇清隆", False),
        ("发烧三天，吃了药能退，几小时又烧", True),
        ("患者：男，4岁", False),
        ("ผ่าตัดไส้ติ่งแบบส่องกล้องมาห้าวันแล้วค่ะ", True),
        ("It is the tablet.", True),
        ("It is the tablet", False),
        ("The tablet.", False),
        ("a " * 29, False),
        ("a " * 30, True),
        ("Is it the new tablet?", True),
    ],
)
def test_a_sentence_has_several_words_and_an_end_or_many(text: str, sentence: bool) -> None:  # noqa: FBT001 - a table's column
    assert is_sentence(_line(text)) is sentence


def test_names_and_dates_in_the_middle_of_text_say_nothing() -> None:
    name, date = at(PAGE, Part.AUTHOR, "Ann Lee"), at(PAGE, Part.DATE, "tablet")
    body = at(PAGE, Part.BODY, "It is")
    post = Post(Region(Part.ANSWER, 0, 99), [name, date, body], LINES, [LINES[0]])
    drop_passing(post)
    assert post.regions == [name, body]
    whole = Region(Part.ANSWER, 0, LINES[-1].end)
    own = Region(Part.AUTHOR, whole.start, whole.end, "Ann Lee")
    post = Post(whole, [own], LINES, LINES)
    drop_passing(post)
    assert post.regions == [own]
