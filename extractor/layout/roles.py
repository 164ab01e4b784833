"""Labels of answers that say what those who answer are: "il medico risponde", "answer from our vet"."""

from collections import defaultdict

from extractor.layout.wordings import one_of_patterns, patterns_of


def by_role() -> str:
    """A pattern for such labels, which begin with a capital; what follows is without regard to case.

    That first letter is one of a few, so that most lines are known by it to begin otherwise.

    >>> import re
    >>> [bool(re.fullmatch(by_role(), f"Risponde {who}")) for who in ("l'oculista", "il Neurologo", "il vento")]
    [True, True, False]
    """
    by_letter: dict[str, list[str]] = defaultdict(list)
    for family in patterns_of("roles.toml").values():
        who = one_of_patterns(family["who"])
        for form in family["forms"]:
            by_letter[form[0].upper()].append(form[1:].replace("'", "['’]").replace("{}", who))
    return f"(?:{'|'.join(f'{letter}(?i:{one_of_patterns(rests)})' for letter, rests in by_letter.items())})"
