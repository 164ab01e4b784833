"""Lines inside a text that are no sentence."""

import pytest

from extractor.readers.text.doubts.loose import loose_lines, loose_openings
from extractor.readers.text.page import TextPage
from extractor.readers.text.reader import read_text
from extractor.sites import all_layouts

TOLD = "I would let somebody look at your heel, because a spur that you cannot feel is nothing that you must treat."
ASKED = "I run two miles a day. Is it a spur?"
AGAIN = "My heel hurts after two miles, as it does in the morning, and new shoes have not helped at all so far."


@pytest.mark.parametrize(
    ("told", "loose"),
    [
        (f"{TOLD}\n\nBy Expert 3\n\nIt heals.", ["By Expert 3"]),
        (f"Rest it\n\n{TOLD}", ["Rest it"]),
        (f"It heals.\nDrawn by Ada Rowe, 2019\n{TOLD}", ["Drawn by Ada Rowe, 2019"]),
        (f"{TOLD}\nKnees\nHips\n{AGAIN}", ["Knees", "Hips"]),
        (f"{TOLD}\n• Knees\n• Hips\n{AGAIN}", []),
        (f"{TOLD}\n1. Knees\n2. Hips\n{AGAIN}", []),
        (f"{TOLD}\n\nRest it.\n\n— Ann Rowe, The Gazette", ["— Ann Rowe, The Gazette"]),
        (f"It heals. :)\nDrawn by Ada Rowe (2019)\n{TOLD}", ["Drawn by Ada Rowe (2019)"]),
        (f"{TOLD}\n\nRest it.\n\nPosted 3 May 2008", ["Posted 3 May 2008"]),
        (f"{TOLD}\n\nPhoto Gallery", ["Photo Gallery"]),
        (f"{TOLD}\n\nGood luck,\nAnn Rowe, Leeds", []),
        (f"{TOLD}\n\n田島医師", []),
        (f"{TOLD}\n\nKind regards\nThe team of the heel clinic", []),
        (f"{TOLD}\nSo it has been since I was a runner\nmyself.", []),
        (f"{TOLD}\n\nIf you cannot rest your heel, you shou", []),
        (f"{TOLD}\n\nWhen to rest a heel", ["When to rest a heel"]),
        (f"{TOLD}\n\nThe paper from which this was taken had more of it, and it began with the year in wh", []),
    ],
)
def test_lines_that_are_no_sentences(told: str, loose: list[str]) -> None:
    read = read_text(TextPage(f"Question: {ASKED}\n\nAnswer: {told}"), all_layouts())
    assert read is not None
    assert [read.cut.items[index].text for index in loose_lines(read)] == loose


@pytest.mark.parametrize(
    ("page", "opening"),
    [
        (
            "问题\n我的膝盖疼了两个星期，需要拍片吗？\n\n医生回答\n{}\n先休息两周，晚上冷敷。",
            "李卫东 主任医师 骨科 北京协和医院",
        ),
        (
            "Ερώτηση\nΠονάει το γόνατο. Τι να κάνω;\n\nΑπάντηση\n{}\nΞεκουράστε το.",
            "Δρ. Νίκος Παππάς, Ορθοπεδικός, Πάτρα",
        ),
        ("प्रश्न\nघुटने में दर्द है, क्या करूँ?\n\nउत्तर\n{}\nदो हफ़्ते आराम कीजिए।", "अनिल शर्मा, दिल्ली"),
        ("Question\nMy knee hurts. Why?\n\nAnswer\n{}\nRest it for two weeks.", "The knee clinic (Leeds)"),
        (
            "Question\nMy knee hurts. Why?\n\nAnswer\n{}\nRest it for two weeks.",
            "Rest helps most knees, and so does cold.",
        ),
        ("Question\nMy knee hurts. Why?\n\nAnswer\n{}\nRest it for two weeks.", "Hello Rosa"),
        ("Question\nMy knee hurts. Why?\n\nAnswer\n{}\nand rest it for two weeks.", "You should put some ice on it"),
    ],
)
def test_first_lines_above_a_sentence_that_are_none(page: str, opening: str) -> None:
    read = read_text(TextPage(page.format(opening)), all_layouts())
    assert read is not None
    is_loose = not opening.startswith(("Rest", "Hello", "You"))
    assert [read.cut.items[index].text for index in loose_openings(read)] == [opening] * is_loose
