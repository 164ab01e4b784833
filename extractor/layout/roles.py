"""Labels of answers that say what those who answer are: "il medico risponde", "answer from our vet"."""

from extractor.layout.wordings import one_of_patterns, patterns_of


def by_role() -> str:
    """A pattern for such labels, in small letters.

    >>> import re
    >>> [bool(re.fullmatch(by_role(), f"risponde {who}")) for who in ("l'oculista", "il neurologo", "il vento")]
    [True, True, False]
    """
    families = patterns_of("roles.toml").values()
    forms = ((form, one_of_patterns(family["who"])) for family in families for form in family["forms"])
    return one_of_patterns(form.replace("'", "['’]").replace("{}", who) for form, who in forms)
