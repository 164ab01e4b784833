"""schema.org in elements: who a post's author is, however the name stands there."""

import pytest
from lxml import etree, html

from extractor.document import Document
from extractor.readers.html.schema_org.microdata import are_of_firms
from extractor.reading import read
from extractor.records import Doctor

PAGE = (
    '<html><body><div itemscope itemtype="https://schema.org/Question"><h1 itemprop="name">Is a sore knee normal?</h1>'
    '<div itemprop="text">It hurts when I go down the stairs.</div>'
    '<div itemprop="suggestedAnswer" itemscope itemtype="https://schema.org/Answer">'
    '<div itemprop="text">Rest it for a week and begin again with less.</div>'
    '<div itemprop="author" itemscope itemtype="https://schema.org/Physician">{}</div></div></div></body></html>'
)


@pytest.mark.parametrize(
    "author",
    [
        '<span itemprop="name">Ann Lee, MD</span>',
        '<meta itemprop="name" content="Ann Lee, MD">',
        '<meta itemprop="name" content="Ann Lee, MD"><a href="/dr/x">@annlee</a>',
        '<span itemprop="givenName">Ann</span> <span itemprop="familyName">Lee</span>, <b itemprop="honorificSuffix">MD</b>',
        '<meta itemprop="givenName" content="Ann"><meta itemprop="familyName" content="Lee"><meta itemprop="honorificSuffix" content="MD">',
    ],
)
def test_the_author_s_name_stands_in_text_in_meta_or_in_parts(author: str) -> None:
    (record,) = read(Document(PAGE.format(author)), spans=True)
    doctor = record.answers[0].doctor
    assert doctor is not None
    assert doctor.model_copy(update={"url": None}) == Doctor(name="Ann Lee", credentials=("MD",))
    ((start, end),) = (record.spans or {})["/answers/0/doctor/name"]
    assert (record.text or "")[start:end] == "Ann Lee"


@pytest.mark.parametrize(
    ("place", "told"),
    [
        ('<span itemprop="address">Boise, ID</span>', "Boise, ID"),
        (
            '<b itemprop="address" itemscope>1 St <i itemprop="addressLocality">Boise</i><meta itemprop="addressRegion" content="ID"></b>',
            "Boise, ID",
        ),
    ],
)
def test_an_address_is_a_text_or_town_and_region(place: str, told: str) -> None:
    (record,) = read(Document(PAGE.format(f'<b itemprop="name">Ann Lee, MD</b>{place}')))
    doctor = record.answers[0].doctor
    assert doctor is not None
    assert (doctor.name, doctor.location) == ("Ann Lee", told)


def test_answers_of_organizations_are_told_from_those_of_people() -> None:
    def page(*kinds: str) -> etree._Element:
        author = "<div itemtype='https://schema.org/Answer'><i itemprop='author' itemtype='https://schema.org/{}'>A</i></div>"
        return html.document_fromstring("<body>" + "".join(map(author.format, kinds)) + "</body>")

    assert are_of_firms(page("Organization", "MedicalOrganization"))
    assert not are_of_firms(page("Organization", "Person"))
    assert not are_of_firms(page())
