from extractor import Answer, Doctor, QAPage, Question
from extractor.evaluation.comparison import ANSWER_FIELDS, Confusion, PageScore, score_page
from tests.evaluation.examples import DOCTOR, FIRST, GOLD, SECOND, with_answers

FIELDS_OF_FIRST, FIELDS_OF_SECOND = 8, 2


def micro(score: PageScore) -> Confusion:
    return sum((score.fields[name] for name in ANSWER_FIELDS if name in score.fields), Confusion())


def test_equal_records_are_exact() -> None:
    score = score_page([GOLD], [GOLD], "page.txt", "site")
    assert (score.is_exact, score.is_segmented, score.is_flagged, score.differences) == (True, True, False, ())
    assert micro(score) == Confusion(right=FIELDS_OF_FIRST + FIELDS_OF_SECOND)
    assert [(answer.confidence, answer.is_right) for answer in score.answers] == [(1.0, True), (0.6, True)]


def test_white_space_is_folded() -> None:
    folded = FIRST.model_copy(update={"body": "The  swelling goes. It\ntakes long. "})
    assert score_page([GOLD], [with_answers(folded, SECOND)]).is_exact


def test_a_wrong_value_is_spurious_and_its_gold_is_missed() -> None:
    doctor = DOCTOR.model_copy(update={"name": "Berg", "note": "retired", "reviews": None})
    score = score_page([GOLD], [with_answers(FIRST.model_copy(update={"doctor": doctor}), SECOND)], "page.txt")
    assert not score.is_exact
    assert score.is_segmented
    assert score.fields["doctor_name"] == Confusion(spurious=1, missed=1)
    assert score.fields["doctor_note"] == Confusion(spurious=1)
    assert score.fields["reviews"] == Confusion(missed=1)
    assert [answer.is_right for answer in score.answers] == [False, True]
    assert score.differences == (
        "page.txt: answer 1 doctor_name: gold 'Anna Berg', found 'Berg'",
        "page.txt: answer 1 reviews: gold '12', found nothing",
        "page.txt: answer 1 doctor_note: gold nothing, found 'retired'",
    )


def test_what_a_page_need_not_have_does_not_make_it_wrong() -> None:
    question = GOLD.question.model_copy(update={"asked_at": None, "tags": ("nose", "tip")})
    score = score_page([GOLD], [GOLD.model_copy(update={"question": question})])
    assert score.is_exact
    assert (score.fields["asked_at"], score.fields["tags"]) == (Confusion(missed=1), Confusion(spurious=1, missed=1))


def test_a_missed_answer_is_missed_with_all_its_fields_and_the_rest_still_counts() -> None:
    score = score_page([GOLD], [with_answers(SECOND.model_copy(update={"position": 1}))])
    assert (score.is_exact, score.is_segmented) == (False, False)
    assert micro(score) == Confusion(right=FIELDS_OF_SECOND, missed=FIELDS_OF_FIRST)


def test_a_spurious_answer_is_spurious_with_all_its_fields_and_wrong_however_sure() -> None:
    extra = Answer(position=3, body="Related questions on this site.", confidence=0.99)
    score = score_page([GOLD], [with_answers(FIRST, SECOND, extra)])
    assert (score.is_exact, score.is_segmented) == (False, False)
    assert micro(score) == Confusion(right=FIELDS_OF_FIRST + FIELDS_OF_SECOND, spurious=1)
    assert (score.answers[-1].confidence, score.answers[-1].is_right) == (0.99, False)


def test_records_of_a_page_are_paired_by_their_words() -> None:
    other = QAPage(question=Question(title="Can I run?"), answers=(Answer(position=1, body="Not before spring."),))
    score = score_page([GOLD, other], [other])
    assert not score.is_exact
    assert score.fields["question_title"] == Confusion(right=1, missed=1)
    assert score.fields["answer_body"] == Confusion(right=1, missed=2)


def test_precision_recall_and_f1() -> None:
    count = Confusion(right=6, spurious=2, missed=4)
    assert (count.precision, count.recall, count.f1) == (0.75, 0.6, 0.6667)
    assert Confusion().f1 == 1.0


def test_every_field_of_a_doctor_is_compared() -> None:
    assert {name.removeprefix("doctor_") for name in ANSWER_FIELDS} >= Doctor.model_fields.keys() - {"url", "role"}


def test_gold_of_version_1_has_the_role_of_a_member_as_its_specialty() -> None:
    def signed(role: str | None = None, specialty: str | None = None) -> QAPage:
        doctor = Doctor(name="oldmill", role=role, specialty=specialty)
        return with_answers(FIRST.model_copy(update={"doctor": doctor}), SECOND)

    assert score_page([signed(specialty="Moderator")], [signed(role="Moderator")]).is_exact
    assert not score_page([signed(specialty="Moderator")], [signed(role="Member")]).is_exact
    assert not score_page([signed(specialty="Moderator")], [signed(specialty="Surgeon", role="Moderator")]).is_exact
    assert not score_page([signed(role="Moderator")], [signed(specialty="Moderator")]).is_exact
