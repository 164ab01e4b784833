import json

import pyarrow as pa
from hypothesis import given
from hypothesis import strategies as st

from extractor.batch import extract_batch
from extractor.batch.arrow import result_schema
from extractor.document import Document
from extractor.records import QAPage
from tests.batch.readers import read


@given(st.lists(st.text(min_size=1).filter(lambda text: text.split() and text.isprintable()), max_size=4))
def test_a_batch_of_documents_becomes_a_batch_of_records(texts: list[str]) -> None:
    documents = pa.RecordBatch.from_pylist(
        [{"content": text, "source": str(n), "url": None} for n, text in enumerate(texts)],
        schema=pa.schema([("content", pa.string()), ("source", pa.string()), ("url", pa.string())]),
    )
    results = extract_batch(documents, read)
    assert results.schema == result_schema()
    found = [QAPage.model_validate_json(json.dumps(row["record"])) for row in results.to_pylist()]
    assert found == [page for n, text in enumerate(texts) for page in read(Document(text, source=str(n)))]


def test_failures_have_a_reason() -> None:
    documents = pa.RecordBatch.from_pylist([{"content": b"\0\1\2" * 99}, {"content": b"Why?"}, {"content": b"nothing"}])
    rows = extract_batch(documents, read).to_pylist()
    assert [(row["row"], row["reason"], row["record"] is None) for row in rows] == [
        (0, "binary", True),
        (1, None, False),
        (2, "not-a-qa-page", True),
    ]
