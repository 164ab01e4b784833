from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor import Answer, Doctor, QAPage, Question, UsageError, Warning, WarningCode  # noqa: A004 - the record's word
from extractor.evaluation.alignment import pair_up
from extractor.evaluation.gold import digest, gold_pages
from extractor.evaluation.scores import ANSWER_FIELDS, Count, PageScore, by_family, compare, summarise
from extractor.sinks import to_json

DOCTOR = Doctor(
    name="Anna Berg", credentials=("MD", "FACS"), specialty="Surgeon", location="Bonn", rating=4.9, reviews=12
)
FIRST = Answer(position=1, headline="Wait a year", body="The swelling goes.\n\nIt takes long.", doctor=DOCTOR)
SECOND = Answer(position=2, headline="Tape it", body="Tape it every night, for weeks.", confidence=0.6)
GOLD = QAPage(
    question=Question(title="Is it normal?", body="My nose is wide.", asked_at="2013", tags=("nose",)),
    declared_answer_count=2,
    answers=(FIRST, SECOND),
)
FLAGGED = (Warning(code=WarningCode.COUNT_MISMATCH, message="the page declares 2 answers"),)
FIELDS_OF_FIRST, FIELDS_OF_SECOND = 8, 2


def with_answers(*answers: Answer) -> QAPage:
    return GOLD.model_copy(update={"answers": answers})


def micro(score: PageScore) -> Count:
    return summarise([score]).micro


def test_equal_records_are_exact() -> None:
    score = compare([GOLD], [GOLD], "page.txt", "site")
    assert (score.is_exact, score.is_segmented, score.is_flagged, score.differences) == (True, True, False, ())
    assert micro(score) == Count(right=FIELDS_OF_FIRST + FIELDS_OF_SECOND)
    assert [(answer.confidence, answer.is_right) for answer in score.answers] == [(1.0, True), (0.6, True)]


def test_white_space_is_folded() -> None:
    folded = FIRST.model_copy(update={"body": "The  swelling goes. It\ntakes long. "})
    assert compare([GOLD], [with_answers(folded, SECOND)]).is_exact


def test_a_wrong_value_is_spurious_and_its_gold_is_missed() -> None:
    doctor = DOCTOR.model_copy(update={"name": "Berg", "note": "retired", "reviews": None})
    score = compare([GOLD], [with_answers(FIRST.model_copy(update={"doctor": doctor}), SECOND)], "page.txt")
    assert not score.is_exact
    assert score.is_segmented
    assert score.fields["doctor_name"] == Count(spurious=1, missed=1)
    assert score.fields["doctor_note"] == Count(spurious=1)
    assert score.fields["reviews"] == Count(missed=1)
    assert [answer.is_right for answer in score.answers] == [False, True]
    assert score.differences == (
        "page.txt: answer 1 doctor_name: gold 'Anna Berg', found 'Berg'",
        "page.txt: answer 1 reviews: gold '12', found nothing",
        "page.txt: answer 1 doctor_note: gold nothing, found 'retired'",
    )


def test_what_a_page_need_not_have_does_not_make_it_wrong() -> None:
    question = GOLD.question.model_copy(update={"asked_at": None, "tags": ("nose", "tip")})
    score = compare([GOLD], [GOLD.model_copy(update={"question": question})])
    assert score.is_exact
    assert (score.fields["asked_at"], score.fields["tags"]) == (Count(missed=1), Count(spurious=1, missed=1))


def test_a_missed_answer_is_missed_with_all_its_fields_and_the_rest_still_counts() -> None:
    score = compare([GOLD], [with_answers(SECOND.model_copy(update={"position": 1}))])
    assert (score.is_exact, score.is_segmented) == (False, False)
    assert micro(score) == Count(right=FIELDS_OF_SECOND, missed=FIELDS_OF_FIRST)


def test_a_spurious_answer_is_spurious_with_all_its_fields_and_wrong_however_sure() -> None:
    extra = Answer(position=3, body="Related questions on this site.", confidence=0.99)
    score = compare([GOLD], [with_answers(FIRST, SECOND, extra)])
    assert (score.is_exact, score.is_segmented) == (False, False)
    assert micro(score) == Count(right=FIELDS_OF_FIRST + FIELDS_OF_SECOND, spurious=1)
    assert (score.answers[-1].confidence, score.answers[-1].is_right) == (0.99, False)


def test_a_page_without_record_is_missed_whole_and_not_flagged() -> None:
    figures = summarise([compare([GOLD], [], "page.txt")])
    assert (figures.pages, figures.without_record, figures.exact, figures.unflagged_wrong) == (1, 1, 0, ("page.txt",))
    assert figures.micro == Count(missed=FIELDS_OF_FIRST + FIELDS_OF_SECOND)
    assert figures.fields["question_title"] == Count(missed=1)


def test_records_of_a_page_are_paired_by_their_words() -> None:
    other = QAPage(question=Question(title="Can I run?"), answers=(Answer(position=1, body="Not before spring."),))
    score = compare([GOLD, other], [other])
    assert not score.is_exact
    assert score.fields["question_title"] == Count(right=1, missed=1)
    assert score.fields["answer_body"] == Count(right=1, missed=2)


def test_flags_are_counted_on_wrong_and_on_right_pages() -> None:
    flagged = GOLD.model_copy(update={"warnings": FLAGGED})
    wrong = flagged.model_copy(update={"answers": (FIRST,)})
    pairs = [([GOLD], [flagged]), ([GOLD], [wrong]), ([GOLD], [GOLD]), ([GOLD], [with_answers(SECOND)])]
    figures = summarise(compare(gold, found, str(number)) for number, (gold, found) in enumerate(pairs))
    assert (figures.exact, figures.flagged_right, figures.flagged_wrong, figures.unflagged_wrong) == (2, 1, 1, ("3",))


def test_a_record_of_a_negative_is_false_and_counts_in_the_calibration_only() -> None:
    figures = summarise([compare([], [GOLD]), compare([], [])])
    assert (figures.pages, figures.negatives, figures.false_records) == (0, 2, 1)
    assert figures.micro == Count()
    assert figures.confident.answers == 1
    assert figures.confident.accuracy == 0.0


def test_reliability_sets_confidence_against_accuracy() -> None:
    confidences = [1.0, 0.98, 0.95, 0.92, 0.92, 0.3]
    answers = [Answer(position=n, body=f"body {n}", confidence=c) for n, c in enumerate(confidences, 1)]
    gold = [*answers[:4], answers[4].model_copy(update={"headline": "missed"})]
    figures = summarise([compare([with_answers(*gold)], [with_answers(*answers)])])
    bins = {one.low: (one.answers, one.confidence, one.accuracy) for one in figures.reliability if one.answers}
    assert bins == {0.98: (2, 0.99, 1.0), 0.95: (1, 0.95, 1.0), 0.9: (2, 0.92, 0.5), 0.0: (1, 0.3, 0.0)}
    assert (figures.confident.answers, figures.confident.accuracy) == (5, 0.8)


def test_families_are_summed_apart_and_together() -> None:
    figures = by_family([compare([GOLD], [GOLD], family="b"), compare([GOLD], [], family="a")])
    assert {family: (one.pages, one.exact) for family, one in figures.items()} == {
        "all": (2, 1),
        "a": (1, 0),
        "b": (1, 1),
    }


def test_precision_recall_and_f1() -> None:
    count = Count(right=6, spurious=2, missed=4)
    assert (count.precision, count.recall, count.f1) == (0.75, 0.6, 0.6667)
    assert Count().f1 == 1.0


texts = st.lists(st.lists(st.sampled_from("abcdef"), min_size=1, max_size=4).map(" ".join), max_size=6)


def words(text: str) -> frozenset[str]:
    return frozenset(text.split())


@given(texts, texts)
def test_pairs_keep_order_and_everything_once(gold: list[str], found: list[str]) -> None:
    pairs = [*pair_up(gold, found, words)]
    assert [one for one, _ in pairs if one is not None] == gold
    assert [other for _, other in pairs if other is not None] == found
    assert all(one is None or other is None or words(one) & words(other) for one, other in pairs)


@given(texts)
def test_equal_sequences_are_paired_throughout(gold: list[str]) -> None:
    assert [*pair_up(gold, gold, words)] == list(zip(gold, gold, strict=True))


@pytest.fixture
def gold_folder(tmp_path: Path) -> Path:
    for name in ("realself/b/votes.txt", "avvo/1.html", "negative/poem.txt", "avvo/without-gold.txt"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("page", encoding="utf-8")
    (tmp_path / "realself/b/votes.json").write_text(to_json(GOLD), encoding="utf-8")
    (tmp_path / "avvo/1.json").write_text(f"[{to_json(GOLD)}, {to_json(GOLD)}]", encoding="utf-8")
    return tmp_path


def test_gold_stands_beside_its_page(gold_folder: Path) -> None:
    found = [(page.name, page.family, len(page.records)) for page in gold_pages(gold_folder)]
    assert found == [
        ("avvo/1.html", "avvo", 2),
        ("negative/poem.txt", "negative", 0),
        ("realself/b/votes.txt", "realself/b", 1),
    ]
    assert [page.family for page in gold_pages(gold_folder / "avvo")] == ["avvo"]


def test_gold_that_is_no_record_is_named(gold_folder: Path) -> None:
    (gold_folder / "avvo/1.json").write_text('{"answers": "none"}', encoding="utf-8")
    with pytest.raises(UsageError, match=r"avvo/1\.json is no record"):
        gold_pages(gold_folder)


def test_a_folder_without_gold_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="holds no gold"):
        gold_pages(tmp_path)


@pytest.mark.parametrize("changed", ["realself/b/votes.txt", "realself/b/votes.json", "negative/poem.txt"])
def test_the_digest_changes_with_any_page_or_record(gold_folder: Path, changed: str) -> None:
    before = digest(gold_pages(gold_folder))
    assert digest(gold_pages(gold_folder)) == before
    path = gold_folder / changed
    path.write_text(path.read_text(encoding="utf-8") + " ", encoding="utf-8")
    assert digest(gold_pages(gold_folder)) != before


def test_the_digest_changes_with_a_page_more_and_with_a_name(gold_folder: Path) -> None:
    digests = {digest(gold_pages(gold_folder))}
    (gold_folder / "negative/log.txt").write_text("page", encoding="utf-8")
    digests.add(digest(gold_pages(gold_folder)))
    (gold_folder / "negative/log.txt").rename(gold_folder / "negative/logs.txt")
    digests.add(digest(gold_pages(gold_folder)))
    assert len(digests) == 3


def test_every_field_of_a_doctor_is_compared() -> None:
    assert {name.removeprefix("doctor_") for name in ANSWER_FIELDS} >= Doctor.model_fields.keys() - {"url", "role"}
