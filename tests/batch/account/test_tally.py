"""What is counted adds up, whoever counts."""

from collections import Counter

from extractor.batch.account.manifest import counts, make_manifest
from extractor.batch.account.tally import Tally, count_failure, count_fields, count_record, filled_fields
from extractor.errors import Reason
from extractor.records import Answer, Doctor, Failure, QAPage, Question, WarningCode
from extractor.records import Warning as Doubt

DOUBT = Doubt(code=WarningCode.CONFLICT, message="two")
ANSWERS = (Answer(position=1, body="So.", doctor=Doctor(name="Ada Example", credentials=("MD",))), Answer(position=2))
PAGE = QAPage(
    site="test", url="https://a.example", question=Question(title="Is it?"), answers=ANSWERS, warnings=(DOUBT, DOUBT)
)


def test_a_record_is_counted_with_its_answers_and_once_with_each_warning() -> None:
    tally = Tally()
    count_record(tally, PAGE)
    count_record(tally, PAGE.model_copy(update={"warnings": (), "site": None}))
    assert (tally["records",], tally["answers",], tally["flagged",], tally["warning", "conflict"]) == (2, 4, 1, 1)
    assert (tally["site", "test", "records"], tally["site", "", "records"]) == (1, 1)


def test_faults_are_told_from_pages_that_are_none() -> None:
    tally = Tally()
    count_failure(tally, Failure(source="a", reason=Reason.NOT_A_QA_PAGE, detail=""))
    count_failure(tally, Failure(source="b", reason=Reason.DAMAGED, detail="", lost_bytes=7))
    assert (tally["without-record",], tally["failed",], tally["lost-bytes",]) == (1, 1, 7)


def test_what_is_filled_is_counted_by_page_and_by_answer() -> None:
    patterns = filled_fields(PAGE)
    assert patterns == [("url", "question.title"), ("answer.body", "doctor.name", "doctor.credentials"), ()]
    tally = Tally()
    count_fields(tally, Counter({("test", pattern): 3 for pattern in patterns}))
    assert tally["field", "test", "doctor.name"] == 3


def test_tallies_add_up_to_a_manifest_with_shares() -> None:
    tally = Tally({("inputs",): 2})
    for _ in range(2):
        count_record(tally, PAGE)
        count_fields(tally, Counter(("test", pattern) for pattern in filled_fields(PAGE)))
    tally["dropped",] = 1
    manifest = make_manifest(tally, {}, ())
    assert manifest.counts == counts(tally)
    assert (manifest.counts.records, manifest.counts.written) == (2, 1)
    fill = manifest.sites["test"].fill
    assert (fill["url"], fill["doctor.name"], fill["question.body"]) == (1.0, 0.5, 0.0)
