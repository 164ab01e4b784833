import pytest

from extractor.errors import Reason
from extractor.web.exchange import Exchange
from extractor.web.walls import blocked, declared_wall, likely_wall

PROSE = "<p>The swelling you describe is usual for about six weeks after surgery.</p>" * 40


def answer(body: str = "", status: int = 200, url: str = "https://a.example/q", **headers: str) -> Exchange:
    named = tuple((name.replace("_", "-"), value) for name, value in headers.items())
    return Exchange(url, status, "", named, body.encode(), "2026-01-01T00:00:00Z")


def test_servers_that_say_it_themselves() -> None:
    assert declared_wall(answer(status=401)) == "a login"
    assert declared_wall(answer(status=403, CF_Mitigated="challenge")) == "a bot check"
    assert declared_wall(answer(status=202, X_Amzn_Waf_Action="challenge")) == "a bot check"
    assert declared_wall(answer(status=403)) is None


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        ("<title>Just a moment...</title><script>window._cf_chl_opt={}</script>", "a bot check"),
        ('<div id="px-captcha"></div><h1>Press &amp; Hold to confirm</h1>', "a bot check"),
        ("<script src='https://geo.captcha-delivery.com/captcha/'></script>", "a bot check"),
        ("<iframe src='/_Incapsula_Resource?x=1'></iframe>", "a bot check"),
        ("<h1>Please verify you are a human</h1>", "a bot check"),
        ('<form><input name="user"><input name="pw" type="password"></form>', "a login"),
        ("<h1>Log in to continue</h1>", "a login"),
        ("<!-- px-captcha -->", "a bot check"),
        ("<h1>Before you continue to the site</h1><button>Accept all</button>", "a consent wall"),
        ("<h1>What is swelling?</h1>", None),
        ("", None),
    ],
)
def test_pages_that_look_like_walls(body: str, kind: str | None) -> None:
    assert likely_wall(answer(body)) == kind


@pytest.mark.parametrize(
    "form", ['<input type="password">', "<div class=g-recaptcha></div>", "<div class=h-captcha></div>"]
)
def test_a_page_with_much_to_read_is_no_wall(form: str) -> None:
    assert likely_wall(answer(PROSE + form)) is None
    assert likely_wall(answer(f"<script>{PROSE}</script>{form}")) is not None


@pytest.mark.parametrize(
    ("url", "kind"),
    [
        ("https://a.example/login?next=/q", "a login"),
        ("https://a.example/account/sign-in", "a login"),
        ("https://consent.a.example/ml", "a consent wall"),
        ("https://a.example/question/login-problems", None),
        ("https://a.example/author/1", None),
    ],
)
def test_redirects_to_walls(url: str, kind: str | None) -> None:
    assert likely_wall(answer(PROSE, url=url), redirected=True) == kind
    assert likely_wall(answer(PROSE, url=url), redirected=False) is None


def test_a_wall_is_told_with_what_to_do() -> None:
    failed = blocked("a bot check")
    assert failed.reason is Reason.BLOCKED
    assert "bot check" in failed.detail
