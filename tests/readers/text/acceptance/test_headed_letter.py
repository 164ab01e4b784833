"""Which pages are a heading, a question and a reply that begins with a greeting alone."""

import pytest

from extractor.readers.lines import split_lines
from extractor.readers.text.acceptance.headed_letter import is_greeted_below_heading


@pytest.mark.parametrize(
    ("heading", "greeting", "signature", "is_greeted"),
    [
        ("Kláði í hæl.", "Góðan dag", "Ada Róberts, læknir", True),
        ("Kláði í hæl?", "Góðan dag", "Ada Róberts, læknir", False),
        ("Kláði í hæl.", "Hællinn er viðkvæmur.", "Ada Róberts, læknir", False),
        ("Kláði í hæl.", "Góðan dag", "Hvíldu hælinn.", False),
    ],
    ids=["greeted and signed", "the heading asks", "no greeting", "nobody signs"],
)
def test_a_greeting_alone_below_a_question_without_persons_begins_the_reply(
    heading: str, greeting: str, signature: str, *, is_greeted: bool
) -> None:
    told = "Þú getur verið með þurra húð, og þá er gott að bera á sig feitt krem á hverju kvöldi í viku."
    page = f"{heading}\n\nHvað veldur kláða?\n\n{greeting}\n\n{told}\n\nHvíldu þig.\n\n{signature}"
    assert is_greeted_below_heading(split_lines(page)) == is_greeted
