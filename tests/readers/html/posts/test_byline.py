"""The name on a line that says who wrote something and when."""

import pytest

from extractor.readers.html.posts.byline import name_above, name_on


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Posted by wren_hollow on March 12, 2019 at 09:14", "wren_hollow"),
        ("Par Aubépine le 12/03/2019 à 09:14:22", "Aubépine"),
        ("Beitrag von Otto aus W » 12.03.2019, 09:14", "Otto aus W"),
        ("Written 2019-03-12 09:14 by oldmill", "oldmill"),
        ("oldmill, 12 March 2019, 09:14", "oldmill"),
        ("oldmill · March 12, 2019", "oldmill"),
        ("Otto M. · March 12, 2019", "Otto M."),
        ("By Otto M. 12 March 2019", "Otto M."),
        ("oldmill [ 12 March 2019 09:14 ]", "oldmill"),
        ("By 0815 on 12 March 2019", "0815"),
        ("— oldmill, 12 March 2019", "oldmill"),
        ("Posted by: oldmill Date: 12 March 2019", "oldmill"),
        ("Posted by: oldmill\nDate: 12 March 2019 9:14 PM", "oldmill"),
        ("From: Otto Mill <otto at mill.example>\nDate: Tue, 12 Mar 2019 09:14:00 +0000", "Otto Mill"),
        ("Title: Re: The mill by the river\nPost by: oldmill on March 12, 2019, 09:14 AM", "oldmill"),
        ("7. Guest 12 March 2019", "Guest"),
        ("7. 匿名 2019/03/12(火) 09:14:22", "匿名"),
        ("The mill\n12 March 2019", None),
        ("By oldmill\n12 March 2019, and nobody else", None),
        ("By oldmill\n" + "a line\n" * 4 + "12 March 2019", None),
        ("Written 12 March 2019", None),
        ("oldmill 12 March 2019", None),
        ("oldmill, 12 March 2019, and nobody else", None),
        ("Posted by wren_hollow", None),
        ("By 7 on 12 March 2019", None),
        ("Posted by somebody who did not want to say any name on 12 March 2019", None),
        ("Posted by oldmill on 12 March 2019 " + "in the room of all who cannot sleep " * 3, None),
    ],
)
def test_the_name_stands_beside_the_date_and_nothing_else_does(line: str, name: str | None) -> None:
    assert name_on(line) == name


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        ("oldmill\n12 March 2019", "oldmill"),
        ("Date: 12 March 2019, 09:14\nOtto Mill", "Otto Mill"),
        ("The mill, by night\n12 March 2019", None),
        ("Otto Mill\nof the old mill\n12 March 2019", None),
        ("11 March 2019\n12 March 2019", None),
        ("oldmill\nthe mill of 12 March 2019", None),
        ("oldmill 12 March 2019", None),
    ],
)
def test_of_two_lines_one_is_a_name_if_the_other_is_a_date_and_nothing_else(lines: str, name: str | None) -> None:
    assert name_above(lines) == name
