from extractor.errors import Reason


def test_what_rightly_gives_no_record_is_no_fault() -> None:
    innocent = {reason.value for reason in Reason if not reason.is_fault}
    assert innocent == {"not-a-qa-page", "read-before", "revisit", "other-media-type", "http-status"}
