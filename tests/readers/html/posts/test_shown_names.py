"""Which name an element shows."""

import pytest

from extractor.readers.html.posts.shown_names import ShownNames
from tests.readers.html.posts.boards import board


@pytest.mark.parametrize(
    ("markup", "name"),
    [
        ("<span>Posted by <a href='/members/4'>wren</a> in Leeds</span>", "wren"),
        ("<span>by: wren</span>", "wren"),
        ("<span>wren <small>Keeper of owls</small></span>", "wren"),
        ("<span><a href='/posts/7/revisions'>9 revs, 4 users</a> <a href='/users/4'>wren</a></span>", "wren"),
        ("<span>Post by <b>wren</b> » 3 May 2020, 10:15</span>", "wren"),
        ("<span><a href='#7'>number seven</a> wren</span>", "number seven wren"),
        ("<span>Member <b class='name'><i class='username'>wren</i> of old</b></span>", "wren"),
        ("<a href='/members/4'><span>W</span> <span>wren</span> <i>@wren</i></a>", "wren"),
        ("<a href='/members/4'><span>W</span> <span>Otto</span></a>", "W Otto"),
        ("<span><a href='/members/4'>44</a> <a href='/members/4'>wren</a></span>", "wren"),
    ],
)
def test_the_name_is_the_innermost_element_that_is_called_one_or_leads_to_somebody(markup: str, name: str) -> None:
    tree = board(f"<div class='post'>{markup}</div>")
    assert ShownNames(tree)[tree.classes.index("post") + 1].text == name
