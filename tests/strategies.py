"""Records of any content, for properties that hold for all of them."""

from hypothesis import strategies as st

from extractor.records import Answer, Doctor, Provenance, QAPage, Question, WarningCode
from extractor.records import Warning as Doubt

pages = st.builds(
    QAPage,
    source=st.none() | st.text(),
    url=st.none() | st.text(),
    question=st.builds(Question, title=st.none() | st.text(), body=st.none() | st.text(), tags=st.tuples(st.text())),
    site=st.none() | st.sampled_from(["realself", "avvo"]),
    declared_answer_count=st.none() | st.integers(0, 200),
    answers=st.lists(
        st.builds(
            Answer,
            position=st.integers(1, 99),
            headline=st.none() | st.text(),
            body=st.none() | st.text(),
            doctor=st.none()
            | st.builds(
                Doctor,
                name=st.none() | st.text(),
                credentials=st.lists(st.text(), max_size=2).map(tuple),
                rating=st.none() | st.floats(0, 5),
                reviews=st.none() | st.integers(0, 10**6),
            ),
            accepted=st.none() | st.booleans(),
            confidence=st.floats(0, 1),
        ),
        max_size=3,
    ).map(tuple),
    warnings=st.lists(
        st.builds(Doubt, code=st.sampled_from(WarningCode), message=st.text(), answer=st.none() | st.just(1)),
        max_size=2,
    ).map(tuple),
    provenance=st.none()
    | st.builds(Provenance, fetched_at=st.text(), status=st.integers(100, 599), robots=st.tuples(st.text())),
    spans=st.none() | st.just({"/url": ((0, 3),), "/question/title": ((4, 9), (12, 15))}),
)
