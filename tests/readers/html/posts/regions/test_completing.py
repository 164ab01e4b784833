"""The parts of posts that no selector names."""

import pytest

from extractor.document import Document
from extractor.reading import read
from extractor.records import WarningCode
from tests.readers.html.posts.doctors import TEXTS, record_of


@pytest.mark.parametrize(
    "byline",
    [
        "<div class='who'>Ann Lee, MD</div><div>Leeds Dermatologist</div>",
        "<div class='who'>Dr. Ann Lee, MD</div><div>Dermatologist</div><div>Leeds</div>",
        "<div><a href='/dr/ann-lee'>Ann Lee, MD</a><span>Dermatologist</span><span>Leeds</span></div>",
        "<p>— Ann Lee, MD, Dermatologist in Leeds</p>",
        "<div class='author'><span class='name'>Ann Lee, MD</span>, Dermatologist, Leeds</div>",
        "<div class='author'><b class='fn'>Ann Lee</b>, <abbr>MD</abbr></div><div>Leeds Dermatologist</div>",
        "<div class='card'><span class='name'>Ann Lee</span><span>MD</span><span>Dermatologist</span><span>Leeds</span></div>",
        "<div class='author'><h3>Dr. Ann Lee</h3><span>MD - Dermatology</span><span>Dermatologist</span><span>Leeds</span></div>",
    ],
)
@pytest.mark.parametrize("is_first", [True, False])
def test_a_byline_is_read_in_any_order_and_place(byline: str, is_first: bool) -> None:  # noqa: FBT001 - a table's column
    blocks = [
        f"<div class='reply'>{byline if is_first else ''}<p>{text}</p>{'' if is_first else byline}</div>"
        for text in TEXTS
    ]
    record = record_of(*blocks)
    assert [answer.body for answer in record.answers] == list(TEXTS)
    for answer in record.answers:
        assert answer.doctor is not None
        assert answer.doctor.model_dump(include={"name", "credentials", "specialty", "location"}) == {
            "name": "Ann Lee",
            "credentials": ("MD",),
            "specialty": "Dermatologist",
            "location": "Leeds",
        }


def test_the_same_words_at_the_end_of_two_answers_are_kept() -> None:
    record = record_of(*(f"<div class='reply'><b>Ann</b><p>{text}</p><p>Good luck.</p></div>" for text in TEXTS))
    assert all((answer.body or "").endswith("Good luck.") for answer in record.answers)


def test_a_line_that_is_no_known_part_is_reported() -> None:
    blocks = [
        f"<div class='reply'><b class='name'>Ann</b><p>{text}</p><div>Room {text[:1]}</div></div>" for text in TEXTS
    ]
    assert {warning.code for warning in record_of(*blocks).warnings} == {WarningCode.UNASSIGNED_LINES}


def test_a_title_and_a_name_before_an_office_in_unknown_words_are_who_answers() -> None:
    told = (
        "Dobrý den, rotoped můžete zařadit, pokud koleno neotéká více.",
        "Souhlasím s kolegou, začněte pomalu a doma.",
    )
    heads = ("MUDr. Vojtěch Skřivan, ortoped", "MUDr. Klára Jedličková, lékařka")
    blocks = (
        f"<div class='odpoved'><div class='lekar'>{head}</div><p>{text}</p></div>"
        for head, text in zip(heads, told, strict=True)
    )
    asked = "<p>Dobrý den, před třemi týdny mi operovali meniskus. Mohu už začít jezdit?</p>"
    (record,) = read(Document(f"<h1>Je možné cvičit po operaci?</h1>{asked}{''.join(blocks)}"))
    assert [one.doctor and (one.doctor.name, one.doctor.specialty) for one in record.answers] == [
        ("Vojtěch Skřivan", "ortoped"),
        ("Klára Jedličková", "lékařka"),
    ]


def test_a_name_in_the_answers_data_is_who_gave_it_and_a_label_above_an_answer_is_no_part_of_it() -> None:
    blocks = [
        f"<div itemscope itemtype='https://schema.org/Answer'><b itemprop='name'>Dr. Ann Lee</b>"
        f"<div itemprop='text'>{text}</div><div>Helpful? {k} people found this helpful</div></div>"
        for k, text in enumerate(TEXTS)
    ]
    record = record_of(*blocks)
    assert [answer.doctor and answer.doctor.name for answer in record.answers] == ["Ann Lee", "Ann Lee"]
    labelled = record_of(
        *(f"<div class='reply'><h2>Réponse du médecin</h2><b>Dr Ann Lee, ORL</b><p>{text}</p></div>" for text in TEXTS)
    )
    assert [answer.headline for answer in labelled.answers] == [None, None]
    assert [answer.doctor and answer.doctor.specialty for answer in labelled.answers] == ["ORL", "ORL"]


@pytest.mark.parametrize("name", ["<div class='answer-author'>{}</div>", "<div><a href='/user/2'>{}</a></div>"])
def test_who_wrote_the_only_answer_is_read_from_what_the_line_is_called_or_leads_to(name: str) -> None:
    page = (
        "<html><head><title>Creaking stairs</title></head><body><div class='question'><h1>Creaking stairs</h1>"
        "<p>We moved into an old house and the stairs creak at night. Is there a way to quieten them from below?</p></div>"
        f"<h2>1 answer</h2><div class='answer'>{name.format('Carpenter Lou')}<div class='answer-text'>"
        "<p>Go underneath and glue wedges between tread and riser, which takes two evenings.</p></div></div></body></html>"
    )
    (record,) = read(Document(page.encode()))
    doctor = record.answers[0].doctor
    assert doctor is not None
    assert doctor.name == "Carpenter Lou"
    assert (record.answers[0].body or "").startswith("Go underneath")


def test_a_grade_on_a_scale_that_is_not_said_is_told_and_what_is_behind_it_is_read() -> None:
    card = "<div class='card'><a>Dr. Ann Lee</a><span>Note 1,3</span><span>{} Bewertungen</span></div>"
    record = record_of(*(f"<div class='reply'>{card.format(7)}<p>{text}</p></div>" for text in TEXTS))
    assert [(one.doctor.rating, one.doctor.reviews) for one in record.answers if one.doctor] == [(None, 7), (None, 7)]
    assert [one.answer for one in record.warnings if one.code is WarningCode.UNREADABLE_VALUE] == [1, 2]


@pytest.mark.parametrize(
    ("name", "town"), [("<b>Ann Lee, MD</b>", "Tulsa, OK"), ("<b class='author'>Ann Lee</b>", "Fargo, ND")]
)
def test_a_town_with_its_state_in_one_box_with_a_name_is_where_that_doctor_works(name: str, town: str) -> None:
    blocks = [f"<div class='reply'><p>{text}</p><div class='who'>{name}<br>{town}</div></div>" for text in TEXTS]
    record = record_of(*blocks)
    assert [answer.body for answer in record.answers] == list(TEXTS)
    assert {answer.doctor and (answer.doctor.name, answer.doctor.location) for answer in record.answers} == {
        ("Ann Lee", town)
    }
