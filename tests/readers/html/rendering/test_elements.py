"""Kinds of element: what a reader does not see, what stands aside, and what rules ask for."""

import pytest

from extractor.layout import Part, Selector
from extractor.readers.html.rendering import elements
from extractor.readers.html.rendering.elements import ElementKind, ElementKinds
from extractor.readers.html.rendering.rendered import Hint
from extractor.readers.html.rendering.selectors import Rules

SELECTORS = (Selector(Part.BODY, ".share"), Selector(Part.AUTHOR, ".card .name"))


def _kind(head: str, rules: Rules | None = None) -> ElementKind:
    return ElementKinds(rules or Rules(()), "|")[head]


@pytest.mark.parametrize(
    "name", ["nav", "site-nav", "left_menu", "breadcrumbs", "ad", "ads", "promo", "sidebar", "pager", "sr-only"]
)
def test_what_is_called_furniture_stands_aside(name: str) -> None:
    assert _kind(f"div|class=box {name}").is_aside
    assert not _kind(f"main|class={name}").is_aside


@pytest.mark.parametrize(
    "name", ["has-sidebar", "no-ads", "advice", "navy", "menus", "shares", "header", "sidebarless"]
)
def test_what_only_sounds_like_it_does_not(name: str) -> None:
    assert not _kind(f"div|class={name}").is_aside


@pytest.mark.parametrize("role", ["navigation", "banner", "search", "contentinfo", "dialog"])
def test_roles_of_furniture(role: str) -> None:
    assert _kind(f"div|role={role}").is_aside
    assert not _kind("div|role=article").is_aside


@pytest.mark.parametrize(
    ("head", "is_hidden"),
    [
        ("div|hidden=", True),
        ("div|aria-hidden=true", True),
        ("div|aria-hidden=false", False),
        ("p|style=color:red; display : none", True),
        ("p|style=visibility:hidden", True),
        ("p|style=display:block", False),
        ("div|class=hidden-gem", False),
    ],
)
def test_what_a_reader_does_not_see(head: str, *, is_hidden: bool) -> None:
    assert _kind(head).is_hidden is is_hidden
    assert _kind(head).is_plain is not is_hidden


def test_a_rule_brings_an_element_back() -> None:
    kind = _kind("div|class=share|hidden=", Rules(SELECTORS))
    assert [rule.part for rule in kind.rules] == [Part.BODY]
    assert (kind.is_aside, kind.is_hidden, kind.is_plain) == (False, False, False)


def test_what_selectors_ask_for_around_others_is_known_of_an_element() -> None:
    rules = Rules(SELECTORS)
    (around,) = _kind("div|class=card", rules).surroundings
    (rule,) = _kind("b|class=name", rules).rules
    assert rule.outer == (around,)
    assert _kind("div|class=cards", rules).surroundings == frozenset()


@pytest.mark.parametrize(
    ("head", "hint"),
    [
        ("h3|class=t", Hint("h3", 3, classes="t")),
        ("li", Hint("li")),
        ("span|itemprop=name", Hint("span")),
        ("hr", Hint("hr")),
    ],
)
def test_hints(head: str, hint: Hint) -> None:
    assert _kind(head).hint == hint


def test_kinds_are_judged_once_and_forgotten_when_they_are_too_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(elements, "_MAX_KINDS", 2)
    kinds = ElementKinds(Rules(()), "|")
    first = kinds["p|class=a"]
    assert kinds["p|class=a"] is first
    _ = kinds["p|class=b"], kinds["p|class=c"]
    assert kinds["p|class=a"] is not first
    assert kinds["p|class=a"] == first
