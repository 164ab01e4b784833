import pytest

from extractor.document import Document
from extractor.errors import Reason
from extractor.readers.unread import why_unread

FILLER = "<p>" + "Words that people read. " * 200


@pytest.mark.parametrize(
    ("page", "reason"),
    [
        ("<html><title>Access denied</title><p>Press &amp; Hold to confirm you are a human</html>", Reason.BLOCKED),
        ("<html><title>Just a moment...</title><script>window._cf_chl_opt={}</script>", Reason.BLOCKED),
        ('<form action="/login"><p>Log in to continue<input type="password"></form>', Reason.BLOCKED),
        ('<title>Board</title><form><p>Name<input><p>Word<input type="password"></form><p>Board, 2020', Reason.BLOCKED),
        ("<form><div class='g-recaptcha'></div></form>", Reason.BLOCKED),
        ("<p>Bitte melden Sie sich an, um alle Beiträge zu lesen.</p>", Reason.BLOCKED),
        ("<h1>Before you continue to Example</h1><button>Accept all</button>", Reason.BLOCKED),
        ('<body><div id="root"></div><script src="/main.js"></script>', Reason.NEEDS_SCRIPTS),
        ("<noscript>You need to enable JavaScript.</noscript><script src=a></script>", Reason.NEEDS_SCRIPTS),
        ("<app-root></app-root><script src=a></script>", Reason.NEEDS_SCRIPTS),
        ('<body><div id="root"></div><script>1</script>' + FILLER, Reason.NOT_A_QA_PAGE),
        ("<p>Press & Hold the button, says the manual." + FILLER, Reason.NOT_A_QA_PAGE),
        ("<p>A recipe.</p>", Reason.NOT_A_QA_PAGE),
        ('<form><input type="password"></form>' + FILLER[:600], Reason.NOT_A_QA_PAGE),
        ('<form><p>Name<input><p>Word<input type="password"></form><p>' + "He said it. " * 60, Reason.NOT_A_QA_PAGE),
    ],
)
def test_a_page_without_a_record_says_why(page: str, reason: Reason) -> None:
    for content in (page, page.encode()):
        assert why_unread(Document(content))[0] is reason


@pytest.mark.parametrize("part", ["<", "<script", "<noscript>", '<div id="root">', "<div ", "</script"])
def test_the_look_takes_linear_time_for_unclosed_markup(part: str) -> None:
    assert why_unread(Document("<script" + part * 100_000))[0] in Reason
