"""Facts told from pages: where the values stand, the posts, and that nothing is read worse for them."""

from pathlib import Path

import pytest

from extractor import extract_all
from extractor.cli.drafting import draft
from extractor.document import Document
from extractor.layout import Layout, Part
from extractor.readers.html.reader import read_html
from extractor.records import QAPage
from extractor.sites import all_layouts
from tests.paths import FIXTURES

PEEL = """<!DOCTYPE html><html><head><title>Peel Forum</title></head><body>
<h2 class="topic">Is a red nose normal two weeks after a peel?</h2>
<div class="asked">I had a chemical peel and my nose is still red. Should I worry?</div>
<div class="entry"><div class="who"><b>Mara Lindqvist, MD</b><i class="job">Dermatologist</i></div>
<p class="says">Redness may last for four weeks. Keep out of the sun.</p><span class="up">7 thanks</span></div>
<div class="entry"><div class="who"><b>Tomas Okafor, DO</b><i class="job">Plastic Surgeon</i></div>
<p class="says">If it burns or swells, see the person who treated you.</p><span class="up">2 thanks</span></div>
</body></html>"""


def told(*pages: Path) -> dict[Part, str]:
    return {one.part: one.css for one in draft([page.read_bytes() for page in pages]).facts.selectors}


def test_posts_of_a_forum_begin_with_the_question() -> None:
    page = FIXTURES / "generic" / "html-phpbb-prosilver.html"
    assert draft([page.read_bytes()]).facts.asks_first
    assert told(page) == {
        Part.TITLE: ".topic-title",
        Part.ANSWER: ".post",
        Part.BODY: ".post .content",
        Part.DATE: ".post .author time",
        Part.MEMBER: ".post .username",
        Part.AUTHOR_URL: ".post .username@href",
    }


def test_a_question_of_another_shape_has_selectors_of_its_own() -> None:
    page = FIXTURES / "engines" / "html-drupal.html"
    facts = draft([page.read_bytes()]).facts
    assert not facts.asks_first
    assert {(one.part, one.css) for one in facts.selectors} >= {
        (Part.QUESTION, ".node"),
        (Part.BODY, ".node .forum-post-panel-main"),
        (Part.ANSWER, ".comment"),
        (Part.BODY, ".comment .forum-post-panel-main"),
    }


def test_a_post_without_a_class_is_told_by_its_number() -> None:
    assert told(FIXTURES / "engines" / "html-discuz.html")[Part.ANSWER] == "[id^=post_]"


def test_a_site_of_doctors() -> None:
    facts = draft([PEEL.encode()]).facts
    found = {one.part: one.css for one in facts.selectors}
    assert found[Part.ANSWER] == ".entry"
    assert found[Part.BODY] == ".entry .says"
    assert found[Part.AUTHOR] == ".entry .who b"
    assert found[Part.SPECIALTY] == ".entry .job"


def test_several_pages_tell_what_one_alone_does_not() -> None:
    silent = PEEL.replace('<i class="job">Dermatologist</i>', "").replace('<i class="job">Plastic Surgeon</i>', "")
    assert ".entry .job" not in [one.css for one in draft([silent.encode()]).facts.selectors]
    assert ".entry .job" in [one.css for one in draft([silent.encode(), PEEL.encode()]).facts.selectors]


PAGES = sorted((FIXTURES / "engines").glob("*.html"))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_nothing_is_read_worse_with_a_draft_than_without(page: Path) -> None:
    before = [record for record in extract_all([page], layouts=()) if isinstance(record, QAPage)]
    facts = draft([page.read_bytes()]).facts
    layouts = (Layout(name="draft", html=facts, hosts=("a.example",)), *all_layouts()[-1:])
    after = read_html(Document(page.read_bytes(), url="https://a.example/"), layouts).records
    assert [[answer.body for answer in record.answers] for record in after] == [
        [answer.body for answer in record.answers] for record in before
    ]
    assert [record.question.title for record in after] == [record.question.title for record in before]
