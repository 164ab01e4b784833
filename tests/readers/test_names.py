"""Names in bylines, and why the nameparser library does not read them for us."""

import pytest
from nameparser import HumanName

from extractor.readers.names import name_fields

NAMES = [
    ("Laura E. Penn, MD, FACS (in memoriam)", "Laura E. Penn", ("MD", "FACS")),
    ("Harold C. Penn, Jr, MD", "Harold C. Penn, Jr", ("MD",)),
    ("Dr. Mei-Lin O'Rourke", "Mei-Lin O'Rourke", ()),
    ("Hernán van der Berg, M.D.", "Hernán van der Berg", ("M.D.",)),
    ("Thomas W. Bender III, DDS, MS", "Thomas W. Bender III", ("DDS", "MS")),
    ("Gunnar Blythe-Osman, MD FACS", "Gunnar Blythe-Osman", ("MD", "FACS")),
]


@pytest.mark.parametrize(("line", "name", "credentials"), NAMES)
def test_a_name_line_is_cut_into_name_and_credentials(line: str, name: str, credentials: tuple[str, ...]) -> None:
    fields = name_fields(line, 10)
    assert fields is not None
    assert [found.value for found in fields["name"]] == [name]
    assert tuple(found.value for found in fields.get("credentials", [])) == credentials
    assert all(
        line[found.start - 10 : found.end - 10] == found.value for all_found in fields.values() for found in all_found
    )


def test_nameparser_takes_anything_for_a_name() -> None:
    for line in ("Thank you for sharing", "Best of luck,"):
        assert name_fields(line, 0) is None
        assert HumanName(line).first != ""
