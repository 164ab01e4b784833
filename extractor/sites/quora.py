"""quora.com: hooks for the firm's own tests [seen 2026]; most title hooks of a page are on related questions."""

from extractor.layout import HtmlFacts, Layout, Part, Selector

LAYOUT = Layout(
    name="quora",
    hosts=("quora.com",),
    html=HtmlFacts(
        signatures=("puppeteer_test_question_title", "dom_annotate_question_answer_item_"),
        selectors=(
            Selector(Part.ANSWER, ".dom_annotate_question_answer_item_*"),
            Selector(Part.TITLE, ".puppeteer_test_question_title"),
            Selector(Part.BODY, ".puppeteer_test_answer_content"),
            Selector(Part.AUTHOR, "[href*=/profile/]", guess=True),
            Selector(Part.AUTHOR_URL, "[href*=/profile/]@href", guess=True),
        ),
    ),
)
