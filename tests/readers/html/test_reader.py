"""Whole HTML pages: which layout, which source of the record, what is no record, what is said of trouble."""

import gc
import json
from contextlib import suppress

import pytest

from extractor.document import Document
from extractor.errors import UnreadableDocument
from extractor.readers.html.reader import read_html
from extractor.reading import read
from extractor.records import WarningCode
from extractor.sites import all_layouts
from tests.paths import FIXTURES

THREAD = """
<main><h1>Is It Normal to Be Swollen After Six Weeks?</h1>
<p>My nose is still swollen and I am worried about it. Should I see my surgeon?</p>
<h2>Doctor Answers 2</h2>
<section><h3>Swelling is normal</h3><p>You should give it a year before you judge.</p>
<p>Anna Berg, MD<br>Boston Plastic Surgeon<br>4.9 out of 5 stars 12 reviews</p></section>
<section><h3>Call your surgeon</h3><p>Your surgeon knows what was done to your nose.</p>
<p>Harold C. Penn, MD<br>Seattle Facial Plastic Surgeon<br>4.7 out of 5 stars 31 reviews</p></section></main>
"""
RELATED = "<section><h2>Related questions</h2><h3>Why is my chin numb?</h3><p>I had an implant put in.</p></section>"


def _page(body: str, head: str = "") -> Document:
    return Document(f"<!DOCTYPE html><html><head><title>x</title>{head}</head><body>{body}</body></html>".encode())


def _ld(data: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(data)}</script>'


def test_a_page_without_known_markup_is_read_by_its_text() -> None:
    (record,) = read(_page(f"<nav><a href=/>Home</a></nav>{THREAD}<footer>Copyright</footer>"))
    assert record.question.title == "Is It Normal to Be Swollen After Six Weeks?"
    assert [answer.doctor and answer.doctor.name for answer in record.answers] == ["Anna Berg", "Harold C. Penn"]
    assert record.warnings == ()


def test_what_stands_above_the_title_and_other_sections_do_not_count() -> None:
    (alone,) = read(_page(THREAD))
    (among,) = read(_page(f"<div><p>Breadcrumb</p><p>Ask us anything, at any time.</p></div>{THREAD}{RELATED}"))
    unlike = {"confidence": alone.confidence, "digest": alone.digest}
    assert among.digest != alone.digest
    assert among.model_copy(update=unlike) == alone


def test_structured_data_completes_the_text() -> None:
    answers = [
        {"@type": "Answer", "text": "Your surgeon knows what was done…", "upvoteCount": 7, "url": "/q/1#b"},
        {"@type": "Answer", "text": "You should give it a year before you judge.", "dateCreated": "2020-02-03"},
    ]
    question = {"@type": "Question", "name": "Is It Normal to Be Swollen After Six Weeks?", "suggestedAnswer": answers}
    head = '<link rel=canonical href="https://q.example/q/1">' + _ld({"@type": "QAPage", "mainEntity": question})
    (record,) = read(_page(THREAD, head), spans=True)
    first, second = record.answers
    assert (record.url, first.answered_at, second.votes) == ("https://q.example/q/1", "2020-02-03", 7)
    assert (second.url, second.body) == ("https://q.example/q/1#b", "Your surgeon knows what was done to your nose.")
    assert record.text is not None
    assert all(record.text[start:end] for spans in (record.spans or {}).values() for start, end in spans)


def test_a_page_that_scripts_fill_is_read_from_its_structured_data() -> None:
    question = {"@type": "Question", "name": "Is it?", "suggestedAnswer": {"@type": "Answer", "text": "It is."}}
    (record,) = read(_page('<div id="root"></div>', _ld({"@type": "QAPage", "mainEntity": question})), spans=True)
    assert (record.question.title, record.answers[0].body) == ("Is it?", "It is.")
    assert record.spans is not None
    assert record.text is not None
    ((start, end),) = record.spans["/answers/0/body"]
    assert record.text[start:end] == "It is."


def test_broken_structured_data_is_a_warning_and_the_text_is_read() -> None:
    (record,) = read(_page(THREAD, '<script type="application/ld+json">{"@type": "Question</script>'))
    assert [warning.code for warning in record.warnings] == [WarningCode.BROKEN_STRUCTURED_DATA]
    assert len(record.answers) == 2


def test_repaired_bytes_are_a_warning() -> None:
    page = _page(THREAD.replace("worried", "worried – naïve – café –")).content
    assert isinstance(page, bytes)
    (record,) = read(Document(page.replace("é".encode(), b"\xe9")))
    assert WarningCode.REPAIRED_ENCODING in [warning.code for warning in record.warnings]


_PERSON = '<div itemprop=author itemscope itemtype="http://schema.org/Person"><span itemprop=name>Jane</span></div>'
NO_RECORD = {
    "a FAQ in JSON-LD": _ld(
        {
            "@type": "FAQPage",
            "mainEntity": [
                {"@type": "Question", "name": f"{n}?", "acceptedAnswer": {"@type": "Answer", "text": n}} for n in "ab"
            ],
        }
    ),
    "a FAQ in microdata": "".join(
        f'<div itemscope itemtype="https://schema.org/Question"><h3 itemprop=name>What is {name}?</h3><div itemprop=acceptedAnswer '
        f'itemscope itemtype="https://schema.org/Answer"><p itemprop=text>It is {name}.</p></div></div>'
        for name in ("botox", "filler", "laser")
    ),
    "a profile": f'<div itemscope itemtype="http://schema.org/Physician"><h1 itemprop=name>Jane Roe, MD</h1>{_PERSON}'
    "<div itemprop=aggregateRating itemscope><span itemprop=ratingValue>4.8</span> (<span itemprop=ratingCount>12</span>)</div></div>",
    "results of a search": "<h1>Results</h1><ul>"
    + "".join(f"<li><a href=/q/{n}>Question {n}?</a> {n} answers</li>" for n in range(9))
    + "</ul>",
    "a quiz in microdata": '<div itemscope itemtype="https://schema.org/Quiz"><h1>Arches</h1><div itemprop=hasPart '
    'itemscope itemtype="https://schema.org/Question"><h2 itemprop=name>What closes an arch?</h2>'
    + "".join(
        f'<p itemprop=suggestedAnswer itemscope itemtype="https://schema.org/Answer"><b itemprop=text>{one}</b></p>'
        for one in ("A pier.", "A stone.")
    )
    + "</div></div>",
    "an article": "<article><h1>How scars heal</h1><p>Scars heal in three phases that take a year.</p></article>",
}


@pytest.mark.parametrize("name", NO_RECORD)
def test_what_is_no_question_gives_no_record(name: str) -> None:
    assert read(_page(NO_RECORD[name])) == []


def test_related_questions_in_microdata_are_no_records() -> None:
    own = f'<div itemscope itemtype="https://schema.org/Question"><h1 itemprop=name>Is it?</h1><div itemprop=suggestedAnswer itemscope itemtype="https://schema.org/Answer"><p itemprop=text>It is.</p>{_PERSON}</div></div>'
    related = (
        '<ul itemscope itemtype="https://schema.org/ItemList">'
        + '<li itemscope itemtype="https://schema.org/Question"><a itemprop=name>Is that?</a></li>' * 5
        + "</ul>"
    )
    for body in (own + related, related + own):
        (record,) = read(_page(body))
        assert (record.question.title, len(record.answers)) == ("Is it?", 1)


def test_a_list_of_answered_questions_gives_a_record_each() -> None:
    body = "".join(
        f'<div itemscope itemtype="https://schema.org/Question"><h2 itemprop=name>{title}</h2><div itemprop=suggestedAnswer itemscope '
        f'itemtype="https://schema.org/Answer"><p itemprop=text>{text}</p>{_PERSON}</div></div>'
        for title, text in (("Is it?", "It is."), ("Was it?", "It was."))
    )
    assert [(record.question.title, record.answers[0].body) for record in read(_page(body))] == [
        ("Is it?", "It is."),
        ("Was it?", "It was."),
    ]


def test_rdfa_is_read_like_microdata() -> None:
    body = (
        '<div vocab="http://schema.org/" typeof="Question"><h1 property="name">Is it?</h1><div property="suggestedAnswer" typeof="Answer">'
        '<p property="text">It is.</p><span property="author" typeof="Person"><b property="name">Jane Roe, MD</b></span></div></div>'
    )
    (record,) = read(_page(body))
    assert record.answers[0].doctor is not None
    assert (record.answers[0].body, record.answers[0].doctor.name) == ("It is.", "Jane Roe")


@pytest.mark.parametrize(
    "head",
    [
        '<link rel=canonical href="//www.realself.com/question/x">',
        '<meta property="og:url" content="https://realself.com/q">',
        '<meta property="rs:topic-id" content="1">',
    ],
)
def test_the_layout_is_chosen_by_canonical_address_or_signature(head: str) -> None:
    layout = read_html(_page("<h1>x</h1>", head), all_layouts()).layout
    assert layout is not None
    assert layout.name == "realself"


def test_spans_and_text_are_kept_only_when_asked_for() -> None:
    (plain,) = read(_page(THREAD))
    (marked,) = read(_page(THREAD), spans=True)
    assert (plain.spans, plain.text) == (None, None)
    assert marked.model_copy(update={"spans": None, "text": None}) == plain
    assert marked.text is not None
    assert marked.spans is not None
    ((start, end),) = marked.spans["/answers/1/doctor/name"]
    assert marked.text[start:end] == "Harold C. Penn"


def test_a_question_that_the_data_holds_alone_is_doubtful_where_the_page_shows_posts() -> None:
    question = {"@type": "Question", "name": "Why does my calf cramp at night?", "text": "It began on Monday."}
    title = "<h1>Why does my calf cramp at night?</h1><p>It began on Monday.</p>"
    (alone,) = read(_page(title + "<p>Be the first to answer</p>", _ld(question)))
    assert (alone.answers, alone.warnings) == ((), ())
    posts = "".join(
        f"<p>{name} has read this and says that the calf will be better in a week or so.</p>" for name in "abcd"
    )
    (record,) = read(_page(f"{title}<div>{posts}</div>", _ld(question)))
    assert record.answers == ()
    assert [warning.code for warning in record.warnings] == [WarningCode.DOUBTFUL_PAGE]
    assert record.confidence <= 0.5


def test_a_text_of_which_the_page_shows_the_beginning_is_told() -> None:
    cut = THREAD.replace("before you judge.</p>", "before you jud... <a href=/a/1>Read more</a></p>")
    (record,) = read(_page(cut))
    assert (record.answers[0].body or "").endswith("before you jud...")
    assert [(warning.code, warning.answer) for warning in record.warnings] == [(WarningCode.TRUNCATED_PAGE, 1)]


def test_threads_of_a_site_of_which_only_the_text_is_known_are_read_as_those_of_any_site() -> None:
    page = (FIXTURES / "engines" / "html-flarum.html").read_bytes()
    (unknown,) = read_html(Document(page), all_layouts()).records
    (known,) = read_html(Document(page, url="https://www.medhelp.org/posts/1"), all_layouts()).records
    assert known.answers
    assert known.answers == unknown.answers
    assert known.site == "medhelp"


def _signed(head: str, when: str = "") -> str:
    texts = (
        "Evening swelling is common for months after such an operation, so keep the leg raised above the heart.",
        "I agree with my colleague, and would see your surgeon only if the calf becomes hard or painful.",
    )
    answers = "".join(
        f"<div class='answer'><div>{head.format(name)}</div><i>{k} May 2021</i><div class='said'><p>{text}</p></div></div>"
        for k, (name, text) in enumerate(zip(("Dr. Ida Quist", "Dr. Bo Lund"), texts, strict=True), 1)
    )
    asked = "<p>I had my ankle plated in March, and it swells each evening. Should I be worried?</p>"
    return f"<h1>Is it normal that my ankle swells?</h1>{asked}{when}{answers}"


def test_of_two_ways_to_read_answers_of_doctors_the_one_is_taken_that_names_more_of_them() -> None:
    (fuller,) = read(Document(_signed("<b class='name'>{}</b><br>Orthopedic Surgeon, Leeds")))
    assert [one.doctor and (one.doctor.name, one.doctor.specialty) for one in fuller.answers] == [
        ("Ida Quist", "Orthopedic Surgeon"),
        ("Bo Lund", "Orthopedic Surgeon"),
    ]
    webbed = _signed("<div class='by'><a href='/exp/1'>{}</a> – <span>Heart</span></div>")
    webbed = webbed.replace("class='answer'", "class='answer_thread'").replace("<i>", "<div class='ans_date'>")
    (named,) = read(Document(webbed.replace("</i>", "</div>")))
    assert [one.doctor and one.doctor.name for one in named.answers] == ["Dr. Ida Quist", "Dr. Bo Lund"]


def test_a_recipe_or_a_report_by_its_data_shows_no_questions() -> None:
    page = _signed("<b class='name'>{}</b><br>Orthopedic Surgeon, Leeds")
    kinds = (("Recipe", 0), ("NewsArticle", 0), ("JobPosting", 0), ("Product", 0), ("Article", 1), ("Organization", 1))
    for kind, records in kinds:
        data = f'<script type="application/ld+json">{{"@type": "{kind}", "name": "Swelling"}}</script>'
        assert len(read(Document(f"<head>{data}</head>{page}"))) == records


@pytest.mark.parametrize(
    ("kind", "records"), [("Recipe", 0), ("Product", 0), ("Quiz", 0), ("QAPage", 1), ("Person", 1)]
)
def test_what_is_asked_beside_a_dish_or_in_a_quiz_is_no_subject_of_the_page(kind: str, records: int) -> None:
    answer = {"@type": "Answer", "text": "For two months.", "author": {"@type": "Person", "name": "Tess Quill"}}
    asked = {"@type": "Question", "name": "Can I freeze it?", "author": {"name": "Ed"}, "suggestedAnswer": answer}
    both = [{"@type": "Recipe", "name": "Loaf"}] if kind == "QAPage" else []
    page = _ld([*both, {"@type": kind, "name": "Loaf", "mainEntity": asked}])
    assert len(read(_page(page))) == records


def test_a_lone_answer_is_told_by_the_end_of_its_class_and_its_author_by_the_first_of_his_lines() -> None:
    asked = "<p>Fiz um peeling há quatro dias e a pele ainda descama. Posso ficar no sol com protetor?</p>"
    author = "<div class='mq-author'><a href='/equipe'>Dra. Leonor Abrantes</a><span>Dermatologista</span></div>"
    answer = (
        "<div class='mq-answer'>{}<p>Enquanto a pele descama, o sol direto pode manchar. Fique na sombra.</p></div>"
    )
    (record,) = read(Document(f"<h1>Posso tomar sol depois de um peeling?</h1>{asked}{answer.format(author)}"))
    (doctor,) = (one.doctor for one in record.answers)
    assert doctor is not None
    assert (doctor.name, doctor.specialty) == ("Leonor Abrantes", "Dermatologista")


def test_posts_that_are_marked_up_as_answers_are_read_with_all_that_is_told_of_who_gave_them() -> None:
    post = (
        '<div class="post" itemprop="suggestedAnswer" itemscope itemtype="https://schema.org/Answer">'
        '<p itemprop="author" itemscope itemtype="https://schema.org/Person"><a href="/u/{0}" itemprop="name">{0}</a>'
        '<i itemprop="jobTitle">Cardiologist</i></p><time datetime="2021-03-0{1}">then</time><p itemprop="text">{2}</p></div>'
    )
    texts = (
        "A diuretic lowers potassium, so have that measured.",
        "Ours was potassium too, and a new tablet ended it.",
    )
    posts = "".join(
        post.format(name, n, text) for n, (name, text) in enumerate(zip(("Rosa", "Bert"), texts, strict=True), 1)
    )
    (record,) = read(
        _page(
            '<main itemscope itemtype="https://schema.org/Question"><h1 itemprop="name">Night cramps</h1>'
            f'<p itemprop="text">My father gets cramps every night. Could the tablet be why?</p>{posts}</main>'
        )
    )
    told = [(one.doctor.name, one.doctor.specialty, one.body) for one in record.answers if one.doctor]
    assert told == [("Rosa", "Cardiologist", texts[0]), ("Bert", "Cardiologist", texts[1])]


@pytest.mark.parametrize("is_on", [True, False])
@pytest.mark.parametrize("content", [b"<html><p>x</p>", b""], ids=["read", "refused"])
def test_cycles_of_objects_are_looked_for_behind_a_page_as_they_were_before(content: bytes, *, is_on: bool) -> None:
    (gc.enable if is_on else gc.disable)()
    try:
        with suppress(UnreadableDocument):
            read_html(Document(content), all_layouts())
        assert gc.isenabled() == is_on
    finally:
        gc.enable()


REMARKS = "".join(
    f'<li class="comment"><b class="author">{name}</b><i class="date">May {day}, 2021</i><p>{text}</p></li>'
    for day, (name, text) in enumerate(
        [
            ("Marta", "Mine held for years, so take heart."),
            ("Ole", "Same here."),
            ("gillyfin", "I gave it up in the end."),
        ],
        start=4,
    )
)
ANSWERS = "".join(
    f'<div class="reply"><p>{name}</p><p>A graft that has taken bears a dive after six months, and not before.</p></div>'
    for name in ("Dr. Ada Quill, Otolaryngologist, Kiel", "Dr. Jorin Vale, Otolaryngologist, Odense")
)


def test_answers_of_doctors_are_read_above_what_readers_remark() -> None:
    """What nobody signs may be an article as well."""
    page = (
        "<html><h1>Can I dive with a mended eardrum?</h1><p>Mine was closed last March. Is that safe?</p>"
        f"<div>{{}}</div><ol id='comments'>{REMARKS}</ol></html>"
    )
    (record,) = read(Document(page.format(ANSWERS)))
    assert [one.doctor and one.doctor.name for one in record.answers] == ["Ada Quill", "Jorin Vale"]
    assert read(Document(page.format("<p>A graft bears a dive after six months, and not before.</p>" * 2))) == []
