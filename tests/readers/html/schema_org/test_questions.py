"""schema.org data: what is read of it, and what is left alone."""

import json
from typing import Any

import pytest

from extractor.readers.html.schema_org.blocks import parse_json
from extractor.readers.html.schema_org.questions import read_graph, to_text
from extractor.records import Doctor, QAPage, WarningCode

BASE = "https://forum.example.org/q/7"


def _read(data: Any, *titles: str) -> list[QAPage]:
    return read_graph(parse_json(json.dumps(data)), titles, BASE)


def _question(**more: Any) -> dict[str, Any]:
    return {"@type": "Question", "name": "Is it normal to be this swollen?", **more}


def _answer(text: str, **more: Any) -> dict[str, Any]:
    return {"@type": "Answer", "text": text, **more}


def test_a_question_with_all_that_google_asks_for() -> None:
    author = {
        "@type": ["Physician", "Person"],
        "name": "Jane Roe, MD, FACS",
        "url": "/dr/jane-roe",
        "medicalSpecialty": "https://schema.org/Dermatology",
        "address": {"@type": "PostalAddress", "addressLocality": "Boca Raton", "addressRegion": "FL"},
        "aggregateRating": {"ratingValue": "9,5", "bestRating": 10, "ratingCount": "1,204"},
    }
    accepted = _answer(
        "<p>Yes &amp; no.</p><p>Wait.</p>", author=author, upvoteCount="4", dateCreated="2020-01-02", url="#a1"
    )
    data = {
        "@context": ["http://schema.org/", {}],
        "@type": "https://schema.org/QAPage",
        "mainEntity": _question(
            text="I had surgery.\n\n\nIs it ok?",
            answerCount="2",
            author="anna",
            keywords="swelling, nose",
            dateCreated="2020-01-01",
            acceptedAnswer=accepted,
            suggestedAnswer=[
                _answer("No."),
                _answer("No."),
                _answer(""),
                {"@type": "Answer", "url": "/a/9"},
                None,
                "x",
            ],
        ),
    }
    (page,) = _read(data)
    assert page.question.model_dump(exclude_none=True) == {
        "title": "Is it normal to be this swollen?",
        "body": "I had surgery.\n\nIs it ok?",
        "asker": "anna",
        "asked_at": "2020-01-01",
        "tags": ("swelling", "nose"),
    }
    first, second = page.answers
    assert (first.body, first.votes, first.accepted, first.answered_at) == ("Yes & no.\n\nWait.", 4, True, "2020-01-02")
    assert first.url == BASE + "#a1"
    assert first.doctor is not None
    assert first.doctor.model_dump(exclude_none=True) == {
        "name": "Jane Roe",
        "credentials": ("MD", "FACS"),
        "specialty": "Dermatology",
        "location": "Boca Raton, FL",
        "rating": 4.75,
        "reviews": 1204,
        "url": "https://forum.example.org/dr/jane-roe",
    }
    assert (second.body, second.accepted, page.declared_answer_count) == ("No.", None, 2)


def test_graphs_references_and_prefixed_names_in_any_case() -> None:
    data = {
        "@graph": [
            {"@id": "#u", "@type": "Person", "name": "Jane Roe"},
            False,
            {"@type": "WebPage", "mainEntity": {"@id": "#q"}},
            {
                "@id": "#q",
                "@type": "schema:Question",
                "http://schema.org/Name": "Is it?",
                "AcceptedAnswer": {"@id": "#a"},
            },
            {"@id": "#a", "@type": "Answer", "TEXT": "It is.", "author": [{"@id": "#u"}]},
        ]
    }
    (page,) = _read(data)
    assert page.question.title == "Is it?"
    assert page.answers[0].doctor is not None
    assert (page.answers[0].body, page.answers[0].doctor.name) == ("It is.", "Jane Roe")


def test_a_forum_thread() -> None:
    comments = [{"@type": "Comment", "text": "Same here.", "author": {"@type": "Person", "name": "bob"}}]
    data = {"@type": "DiscussionForumPosting", "headline": "Numb lip", "text": "For a week now.", "comment": comments}
    (page,) = _read(data)
    assert (page.question.title, page.question.body, page.answers[0].body) == (
        "Numb lip",
        "For a week now.",
        "Same here.",
    )


def test_comments_of_a_question_are_no_answers() -> None:
    (page,) = _read(
        _question(comment={"@type": "Comment", "text": "What?"}, suggestedAnswer=_answer("No.", comment=_answer("x")))
    )
    assert [answer.body for answer in page.answers] == ["No."]


def test_comments_and_votes_of_a_question_are_counted() -> None:
    remarks = [{"@type": "Comment", "text": "What?"}, {"@type": "Comment"}]
    (page,) = _read(_question(comment=remarks, upvoteCount=4, suggestedAnswer=_answer("No.", comment=remarks[0])))
    assert (page.question.comments, page.question.votes, page.answers[0].comments) == (1, 4, 1)
    (page,) = _read(_question(upvoteCount=0, suggestedAnswer=_answer("No.")))
    assert (page.question.comments, page.question.votes, page.answers[0].comments) == (None, None, None)


def test_answers_that_stand_beside_their_question_are_its_answers() -> None:
    parent = {"parentItem": {"@id": "#q"}}
    comment = {"@type": "Comment", "text": "Me too.", **parent}
    (record,) = _read([_question(**{"@id": "#q"}), _answer("No.", **parent), _answer("Yes."), comment])
    assert [answer.body for answer in record.answers] == ["No."]


def test_a_question_that_wraps_another_is_that_question() -> None:
    (page,) = _read({"@type": "Question", "mainEntity": _question(suggestedAnswer=_answer("No."))})
    assert page.answers[0].body == "No."


@pytest.mark.parametrize("kind", ["FAQPage", "WebPage", "QAPage"])
def test_a_faq_gives_nothing(kind: str) -> None:
    items = [
        {"@type": "Question", "name": f"What is {name}?", "acceptedAnswer": _answer(f"It is {name}.")} for name in "abc"
    ]
    assert _read({"@type": kind, "mainEntity": items}) == []


def test_a_page_of_several_signed_questions_gives_them_all_with_a_doubt() -> None:
    items = [
        {
            "@type": "Question",
            "name": f"Is {name} normal?",
            "author": "hal",
            "acceptedAnswer": _answer("It is.", author=name),
        }
        for name in ("Ann", "Bo")
    ]
    records = _read({"@type": "QAPage", "mainEntity": items})
    assert [record.question.title for record in records] == ["Is Ann normal?", "Is Bo normal?"]
    assert all(record.warnings for record in records)


def test_related_questions_are_left_out_if_the_page_has_one_of_its_own() -> None:
    related = [{"@type": "Question", "name": f"Why does my {part} hurt at night?"} for part in ("arm", "leg")]
    own = _question(suggestedAnswer=_answer("No."))
    (page,) = _read([{"@type": "ItemList", "itemListElement": related}, own], "Is it normal to be this swollen? | Site")
    assert page.question.title == own["name"]


@pytest.mark.parametrize(
    ("rating", "expected"),
    [
        ({"ratingValue": "5 Stars", "reviewCount": 3}, (5.0, 3)),
        ({"ratingValue": "4.", "bestRating": "", "ratingCount": 12}, (4.0, 12)),
        ({"ratingValue": 0, "ratingCount": 0}, (None, None)),
        ({"ratingValue": "<&=rating&>"}, (None, None)),
        ({"ratingValue": 87, "bestRating": 100, "reviewCount": 8}, (4.35, 8)),
        ({"ratingValue": 87, "reviewCount": 8}, (None, 8)),
        ([], (None, None)),
    ],
)
def test_ratings(rating: Any, expected: tuple[float | None, int | None]) -> None:
    (page,) = _read(_question(acceptedAnswer=_answer("Yes.", author={"name": "Jane Roe", "aggregateRating": rating})))
    doctor = page.answers[0].doctor
    assert doctor is not None
    assert (doctor.rating, doctor.reviews) == expected


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("a &amp;amp; b", "a &amp; b"),
        ("&lt;p&gt;one&lt;/p&gt;&lt;p&gt;two&lt;/p&gt;", "one\n\ntwo"),
        ("if a < b and c > d", "if a < b and c > d"),
        ("  one \n two ", "one\ntwo"),
        ("<script>x</script>", ""),
        ("<div>" * 3_000 + "deep", "deep"),
    ],
)
def test_text_values(value: str, text: str) -> None:
    assert to_text(value) == text


def _doctor_with(**rating: Any) -> QAPage:
    author = {"name": "Jane Roe", "aggregateRating": rating}
    (page,) = _read(_question(suggestedAnswer=[_answer("No."), _answer("Yes.", author=author)]))
    return page


@pytest.mark.parametrize(
    ("rating", "expected"),
    [
        ({"ratingValue": "٤٫٩", "reviewCount": "١٢٨"}, (4.9, 128)),
        ({"ratingValue": "4,9/5", "reviewCount": "1 234"}, (4.9, 1234)),
        ({"ratingValue": "98%", "ratingCount": "1'234"}, (4.9, 1234)),
        ({"ratingValue": "4.857", "reviewCount": "1.2k"}, (4.86, 1200)),
        ({"ratingValue": "9", "bestRating": "10.0", "reviewCount": "1,2 mil"}, (4.5, 1200)),
        ({"ratingValue": "", "reviewCount": ""}, (None, None)),
        ({"ratingValue": "N/A", "reviewCount": "none"}, (None, None)),
    ],
)
def test_numbers_as_the_world_prints_them(rating: Any, expected: tuple[float | None, int | None]) -> None:
    page = _doctor_with(**rating)
    doctor = page.answers[1].doctor
    assert doctor is not None
    assert (doctor.rating, doctor.reviews) == expected
    assert page.warnings == ()


@pytest.mark.parametrize(
    "rating",
    [
        {"ratingValue": "12"},
        {"ratingValue": "4.9", "bestRating": "3"},
        {"ratingValue": "4.9 (12)"},
        {"ratingValue": "4.9", "reviewCount": "10^3"},
        {"ratingValue": "4.9", "reviewCount": 10**20},
        {"ratingValue": "4.9", "reviewCount": -1},
    ],
)
def test_a_number_that_is_not_understood_is_left_out_and_told(rating: Any) -> None:
    page = _doctor_with(**rating)
    (warning,) = page.warnings
    assert (warning.code, warning.answer) == (WarningCode.UNREADABLE_VALUE, 2)
    doctor = page.answers[1].doctor
    assert doctor is not None
    assert None in (doctor.rating, doctor.reviews)


def test_a_name_in_parts_is_one_name() -> None:
    author = {"@type": "Person", "givenName": "Ann", "familyName": "Lee", "honorificSuffix": "MD"}
    (page,) = _read(_question(suggestedAnswer=_answer("No.", author=author)))
    assert page.answers[0].doctor == Doctor(name="Ann Lee", credentials=("MD",))


def test_votes_may_be_negative_and_counts_have_a_bound() -> None:
    answers = [
        _answer("Yes.", upvoteCount=-3),
        _answer("No.", upvoteCount="1,204"),
        _answer("Never.", upvoteCount="9" * 30),
    ]
    (page,) = _read(_question(answerCount="99999999999999999999", suggestedAnswer=answers))
    assert [answer.votes for answer in page.answers] == [-3, 1204, None]
    assert page.declared_answer_count is None
    assert [(warning.code, warning.answer) for warning in page.warnings] == [
        (WarningCode.UNREADABLE_VALUE, 3),
        (WarningCode.UNREADABLE_VALUE, None),
    ]


@pytest.mark.parametrize(
    ("value", "specialty"),
    [
        ("https://schema.org/PlasticSurgery", "Plastic Surgery"),
        ("http://health-lifesci.schema.org/Dermatology/", "Dermatology"),
        ("schema:PrimaryCare", "Primary Care"),
        ("PlasticSurgery", "Plastic Surgery"),
        ("Allergy/Immunology", "Allergy/Immunology"),
        ([{"@type": "MedicalSpecialty", "name": "Dermatology"}], "Dermatology"),
    ],
)
def test_specialties_are_words(value: Any, specialty: str) -> None:
    (page,) = _read(_question(suggestedAnswer=_answer("No.", author={"name": "Jane Roe", "medicalSpecialty": value})))
    doctor = page.answers[0].doctor
    assert doctor is not None
    assert doctor.specialty == specialty


@pytest.mark.parametrize(
    ("name", "doctor"),
    [
        ("Ann Lee MD - Dermatologist", Doctor(name="Ann Lee", credentials=("MD",), specialty="Dermatologist")),
        ("Ann Lee, MD, Dermatologist", Doctor(name="Ann Lee", credentials=("MD",), specialty="Dermatologist")),
        ("Ann Lee, MD (Dermatologist)", Doctor(name="Ann Lee", credentials=("MD",), specialty="Dermatologist")),
        ("Dra. Ana Rey - Infectóloga en Toluca", Doctor(name="Ana Rey", specialty="Infectóloga", location="Toluca")),
        ("LEE, ANN MD", Doctor(name="LEE, ANN", credentials=("MD",))),
        ("anna_l, the 2nd", Doctor(name="anna_l, the 2nd")),
    ],
)
def test_a_name_may_hold_degrees_work_and_place(name: str, doctor: Doctor) -> None:
    (page,) = _read(_question(text="Since May.", suggestedAnswer=_answer("No.", author={"name": name})))
    assert page.answers[0].doctor == doctor


def test_an_answer_of_a_firm_is_doubtful() -> None:
    firm = {"@type": "MedicalOrganization", "name": "The Clinic"}
    (page,) = _read(_question(text="Since May.", suggestedAnswer=_answer("No.", author=firm)))
    assert [one.code for one in page.warnings] == [WarningCode.DOUBTFUL_PAGE]
