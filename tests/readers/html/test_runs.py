"""Pages with a long run of one thing: a pattern that looks at the run again and again would not come to an end."""

import json

import pytest

from extractor import extract_records
from extractor.readers.html.schema_org.blocks import parse_json
from extractor.readers.html.schema_org.questions import to_text


def page(run: str, *, inside: bool) -> str:
    text = "Why does it click?" + (run if inside else "")
    answer = {"@type": "Answer", "text": f"It settles.{run if inside else ''} Rest it."}
    question = {"@type": "Question", "name": text, "answerCount": 1, "acceptedAnswer": answer}
    data = json.dumps({"@type": "QAPage", "mainEntity": question})
    return f'<html><script type="application/ld+json">{data}{"" if inside else run}</script><h1>Why does it click?</h1>'


@pytest.mark.parametrize("unit", [" ", "\t", "\xa0", "\r", "\n "])
def test_paragraphs_of_structured_data_with_a_long_run_in_them(unit: str) -> None:
    assert to_text(f"It settles.\n\n{unit * 100_000}Rest it.") == "It settles.\n\nRest it."


@pytest.mark.parametrize("closing", ["/* ]]> */ ", "\n// ]]>", " "])
def test_a_wrapper_that_is_closed_again_and_again(closing: str) -> None:
    assert parse_json('{"a": 1}' + closing * 30_000 + "]]>") == [{"a": "1"}]


@pytest.mark.parametrize("closing", ["/* ]]> */", "// ]]>", "]]&gt;", "-->", "/*-->*/ /*]]>*/", "]]>\n-->  "])
def test_what_is_wrapped_around_a_script_is_taken_off(closing: str) -> None:
    wrapped = page(closing, inside=False).replace('ld+json">', 'ld+json">/*<![CDATA[*/ <!-- ')
    assert extract_records(wrapped)[0].answers[0].body == "It settles. Rest it."
