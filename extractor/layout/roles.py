"""Labels of answers in other languages that say what those who answer are: "il medico risponde"."""

from collections.abc import Callable

from extractor.layout.wordings import one_of, one_of_patterns, patterns_of


def by_role(case: Callable[[str], str] = str) -> str:
    """A pattern for such labels, in small letters or in the case that is given.

    >>> import re
    >>> bool(re.fullmatch(by_role(), "risponde l'oculista")), bool(re.fullmatch(by_role(), "risponde il vento"))
    (True, False)
    """
    families = patterns_of("roles.toml").values()
    forms = ((case(form), one_of(map(case, family["who"]))) for family in families for form in family["forms"])
    return one_of_patterns(form.replace("'", "['’]").replace("{}", who) for form, who in forms)
