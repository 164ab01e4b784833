"""schema.org in a page's elements (microdata and RDFa), as facts: the same form as a site's own selectors."""

from extractor.readers.html_facts import HtmlFacts, Part, Selector

_TYPE_ATTRIBUTES = ("itemtype", "typeof")
_NAME_ATTRIBUTES = ("itemprop", "property")


def _markup(type_attribute: str, name_attribute: str) -> tuple[Selector, ...]:
    """The selectors for one of the two ways of marking up."""

    def of(kind: str) -> str:
        return f"[{type_attribute}$={kind}]"

    def named(name: str) -> str:
        return f"[{name_attribute}={name}]"

    ...
