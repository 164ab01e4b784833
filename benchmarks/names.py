"""How names, degrees and places are split, by the test tables of nameparser, usaddress and probablepeople.

    pip download --no-binary :all: --no-deps nameparser usaddress probablepeople   (then unpack the three)
    python -m benchmarks.names FOLDER

None of their data is in this repository. What differs on purpose is argued in docs/reading.md.
"""

import argparse
import ast
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

from extractor.readers.people.asides import is_aside
from extractor.readers.people.names import split_name
from extractor.readers.people.places import is_place

_GENERATIONS = frozenset("jr sr ii iii iv v".split())
_NAMES = ("given", "middle", "family", "last", "first")
_FEW_WORDS = 2
_PARTS = ("GivenName", "FirstInitial", "MiddleName", "MiddleInitial", "Surname", "LastInitial")
_TOWN = ("PlaceName", "StateName")


def words_of(text: str) -> list[str]:
    """The words of a name in small letters, without points and commas, in the order of the alphabet."""
    return sorted(word.strip(".,").casefold() for word in text.split() if word.strip(".,"))


def nameparser_cases(folder: Path) -> Iterator[tuple[str, dict[str, str]]]:
    """The names of nameparser's table with what they are made of; those that need a setting of its own are left out."""
    for path in folder.glob("nameparser-*/tests/v2/cases.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Case":
                names = {keyword.arg for keyword in node.keywords}
                name, parts = node.args[1:3]
                if names.isdisjoint({"policy", "locale", "lexicon"}) and isinstance(name, ast.Constant):
                    yield str(name.value), ast.literal_eval(parts)


def is_split_alike(text: str, gold: dict[str, str]) -> bool:
    """Whether the name has the words that the gold says, and the credentials are the others of its suffix."""
    fields, rest = split_name(text, 0)
    suffixes = words_of(gold.get("suffix", ""))
    name = words_of(" ".join(gold.get(part, "") for part in _NAMES))
    name = sorted([*name, *(word for word in suffixes if word in _GENERATIONS)])
    credentials = [word for word in suffixes if word not in _GENERATIONS]
    found = words_of(fields.name.value) if fields.name else []
    degrees = words_of(" ".join(credential.value for credential in fields.credentials))
    return not rest and found == name and degrees == credentials


def tagged(folder: Path, pattern: str) -> Iterator[list[tuple[str, str]]]:
    """The labelled strings of files in the form of usaddress and probablepeople: tokens and their tags."""
    for path in sorted(folder.glob(pattern)):
        for string in ET.parse(path).getroot():  # noqa: S314 - files that the user has unpacked
            yield [(child.tag, (child.text or "").strip()) for child in string]


def share(kind: str, results: list[bool]) -> None:
    """Print how many of the results are true."""
    print(f"{kind:58} {sum(results):6,} of {len(results):6,}  {sum(results) / max(1, len(results)):6.1%}")


def share_names(folder: Path) -> None:
    """Print what becomes of the names of nameparser and of probablepeople."""
    cases = list(nameparser_cases(folder))
    plain = [case for case in cases if "nickname" not in case[1] and "maiden" not in case[1]]
    share("nameparser: name and credentials as its table has them", [is_split_alike(*case) for case in cases])
    share("  given name first, no nickname", [is_split_alike(*case) for case in plain if _is_in_order(*case)])
    people = [
        [text for tag, text in tokens if tag in _PARTS]
        for tokens in tagged(folder, "probablepeople-*/name_data/labeled/person_labeled.xml")
    ]
    share(
        "probablepeople: names of two words and more are names",
        [split_name(" ".join(name), 0)[0].name is not None for name in people if len(name) >= _FEW_WORDS],
    )


def share_addresses(folder: Path) -> None:
    """Print what becomes of the addresses of usaddress."""
    addresses = list(tagged(folder, "usaddress-*/training/labeled.xml"))
    places = [[text for tag, text in tokens if tag in _TOWN] for tokens in addresses]
    share(
        "usaddress: town and state are a place",
        [is_place(" ".join(place).rstrip(",")) for place in places if len(place) >= _FEW_WORDS],
    )
    streets = [[text for tag, text in tokens if tag not in {*_TOWN, "ZipCode"}] for tokens in addresses]
    share(
        "usaddress: a street with its number is no text", [is_aside(" ".join(street)) for street in streets if street]
    )


def _is_in_order(text: str, gold: dict[str, str]) -> bool:
    """Whether the given name stands before the family name, with no comma between them."""
    given, family = gold.get("given", ""), gold.get("family", "")
    return bool(given and family) and text.isascii() and 0 <= text.find(given) < text.find(family)


def main() -> None:
    """Print the shares."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    folder = parser.parse_args().folder
    share_names(folder)
    share_addresses(folder)


if __name__ == "__main__":
    main()
