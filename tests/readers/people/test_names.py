"""Names in bylines, and why the nameparser library does not read them for us."""

import pytest
from nameparser import HumanName

from extractor.readers.people.fields import NO_FIELDS, places_of, values_of
from extractor.readers.people.names import is_name_line, name_fields, split_name, whole_name_fields
from tests.readings import fixture_pages

NAMES = [
    ("Hope Larkspur, MD", "Hope Larkspur", ("MD",), None),
    ("Laura Penn", "Laura Penn", (), None),
    ("Laura E. Penn, MD, FACS (in memoriam)", "Laura E. Penn", ("MD", "FACS"), "in memoriam"),
    ("Dr. Laura E. Penn (13.03.2021)", "Laura E. Penn", (), None),
    ("Harold C. Penn, Jr, MD", "Harold C. Penn, Jr", ("MD",), None),
    ("Harold C. Penn Jr., MD", "Harold C. Penn Jr.", ("MD",), None),
    ("Thomas W. Bender III, DDS, MS", "Thomas W. Bender III", ("DDS", "MS"), None),
    ("Dr. Mei-Lin O'Rourke", "Mei-Lin O'Rourke", (), None),
    ("Dra. Inês d'Ávila", "Inês d'Ávila", (), None),
    ("Prof. Dr. Åsa Öberg, PhD", "Åsa Öberg", ("PhD",), None),
    ("Hernán van der Berg, M.D.", "Hernán van der Berg", ("M.D.",), None),
    ("José Luís dos Santos Filho", "José Luís dos Santos Filho", (), None),
    ("Gunnar Blythe-Osman, MD FACS", "Gunnar Blythe-Osman", ("MD", "FACS"), None),
    ("Ada Rowe MD", "Ada Rowe", ("MD",), None),
    ("R.J. Quill, D.O.", "R.J. Quill", ("D.O.",), None),
    ("J. P. M. Roe, MBBS, FRCS", "J. P. M. Roe", ("MBBS", "FRCS"), None),
    ("  Ada   Rowe ,  MD ", "Ada   Rowe", ("MD",), None),
    ("Łukasz Żak, MD", "Łukasz Żak", ("MD",), None),
    ("Νίκος Παππάς, MD", "Νίκος Παππάς", ("MD",), None),
    ("Ada Rowe; MD; FACS", "Ada Rowe", ("MD", "FACS"), None),
    ("Ada Rowe, MD | FACS", "Ada Rowe", ("MD", "FACS"), None),
    ("Ada Rowe · MD · FACS", "Ada Rowe", ("MD", "FACS"), None),
    ("Ada Rowe – MD, FACS", "Ada Rowe", ("MD", "FACS"), None),
    ("Ada Rowe, MD - DO - DDS", "Ada Rowe", ("MD", "DO", "DDS"), None),
    ("Ada Rowe (MD, FACS)", "Ada Rowe", ("MD", "FACS"), None),
    ("Ada Rowe, MBBS (MS)", "Ada Rowe", ("MBBS", "MS"), None),
    ("Ada Rowe, MD-PhD", "Ada Rowe", ("MD-PhD",), None),
    ("Ada Rowe, MD & PhD", "Ada Rowe", ("MD", "PhD"), None),
    ("Ada Rowe, MD, Board Certified", "Ada Rowe", ("MD",), None),
    ("Robert (Bob) Rowe, DDS", "Robert (Bob) Rowe", ("DDS",), None),
    ("Robert “Bob” Rowe, DDS", "Robert “Bob” Rowe", ("DDS",), None),
    ('Robert "Bob" Rowe, DDS', 'Robert "Bob" Rowe', ("DDS",), None),
    ("Zoe\u0308 Nun\u0303ez, MD", "Zoe\u0308 Nun\u0303ez", ("MD",), None),
    ("محمد الحداد, MD", "محمد الحداد", ("MD",), None),
    ("李明华, MD", "李明华", ("MD",), None),
    ("ADA ROWE, MD", "ADA ROWE", ("MD",), None),
    ("Ada Rowe / MD / FACS", "Ada Rowe", ("MD", "FACS"), None),
    ("Ada Rowe, RN, QXZW", "Ada Rowe", ("RN", "QXZW"), None),
    ("Ada Rowe, MD, FACS.", "Ada Rowe", ("MD", "FACS"), None),
    ("ada van rowe, md", "ada van rowe", ("md",), None),
    ("Dr. med. univ. Ada Rowe, MSc", "Ada Rowe", ("MSc",), None),
    ("Ada Rowe 3rd, MD", "Ada Rowe 3rd", ("MD",), None),
    ("Docteur Ada d’Aubigné-Rowe", "Ada d’Aubigné-Rowe", (), None),
    ("ნინო კვარაცხელია, MD", "ნინო კვარაცხელია", ("MD",), None),
    ("डॉ. अनन्या शर्मा, MBBS", "अनन्या शर्मा", ("MBBS",), None),
]
"""A line, and the name, credentials and note that it holds."""

NO_NAMES = [
    "",
    " , ",
    "(in memoriam)",
    "MD",
    "MD, FACS",
    "Plastic Surgeon",
    "Facial Plastic Surgeon, MD",
    "Best wishes",
    "Thank you for sharing",
    "Warm regards, MD",
    "i had a tummy tuck",
    "well, do",
    "Ada Rowe, MD, USA",
    "Diplomate, American Board of Plastic Surgery",
    "ada rowe",
    "Ada Rowe 3, MD",
    "Ada Rowe, MD, Boston",
    "The One Two Three Four Five Six Seven Eight",
    "Jane " * 40,
]


@pytest.mark.parametrize(("line", "name", "credentials", "note"), NAMES)
def test_a_name_line_is_cut(line: str, name: str, credentials: tuple[str, ...], note: str | None) -> None:
    fields = name_fields(line, 10)
    assert fields is not None
    wanted = {"name": name, "credentials": credentials, "note": note}
    assert values_of(fields) == {field: value for field, value in wanted.items() if value}
    for field, places in places_of(fields):
        texts = tuple(line[start - 10 : end - 10] for start, end in places)
        assert texts == (credentials if field == "credentials" else (wanted[field],))


@pytest.mark.parametrize("line", NO_NAMES)
def test_what_is_no_name(line: str) -> None:
    assert name_fields(line, 0) is None


def test_parts_behind_a_name_are_left_over() -> None:
    fields, rest = split_name("Ada Rowe, MD, Dermatologist, Leeds", 5)
    assert [found.value for found in fields.credentials] == ["MD"]
    assert rest == [("Dermatologist", 19, 32), ("Leeds", 34, 39)]


def test_a_lone_name_is_taken_only_where_one_is_likely() -> None:
    lines = ("Ada Rowe", True, False), ("Ada", False, False), ("Dr. Ada", True, True), ("Tweet E-mail", False, False)
    for line, is_likely, is_sure in lines:
        fields = name_fields(line, 0)
        assert fields is not None
        assert is_name_line(fields, line, is_sure=False) is is_likely
        assert is_name_line(fields, line, is_sure=True) is is_sure


def test_moved_fields_are_a_copy() -> None:
    fields = name_fields("Ada Rowe, MD", 0)
    assert fields is not None
    assert fields.moved(7) == name_fields("Ada Rowe, MD", 7)
    assert fields == name_fields("Ada Rowe, MD", 0)


NAMEPARSER_ERRORS = {
    "Douglas R. Petty, Jr, MD": ("Douglas R. Petty", ("Jr", "MD")),
    "Leander Whitlock III, MD": ("Leander Whitlock", ("III", "MD")),
    "Anton Reyes-Whitfield III": ("Anton Reyes-Whitfield", ("III",)),
    "Garrison M. Tull Jr.": ("Garrison M. Tull", ("Jr.",)),
    "Jasper T. Colquitt Jr.": ("Jasper T. Colquitt", ("Jr.",)),
    "Hubert Van Allen, Jr., M.D., F.A.C.P.": ("Hubert Van Allen", ("Jr.", "M.D.", "F.A.C.P.")),
    "Marcus Bellamy Jr., MD": ("Marcus Bellamy", ("Jr.", "MD")),
    "Kavitha. S": ("S", ()),
}
"""Lines from the fixtures and what nameparser makes of them: it takes generations for credentials, and a given name with
a point for a title. More than that, it has a name for any words; telling names from other lines is our main concern.
"""


FORUMS = "engines"
BOARDS = ("board-", "html-head-rows", "html-thread-terms", "html-ticket-guests")
"""The fixtures of forum software, and of boards: whoever writes there picks a name, and the record keeps it as shown."""


def test_names_of_the_fixtures_here_and_in_nameparser() -> None:
    doctors = [
        answer.doctor
        for page in fixture_pages()
        if page.family != FORUMS and not page.path.name.startswith(BOARDS)
        for record in page.records
        for answer in record.answers
        if answer.doctor and answer.doctor.name and " " in answer.doctor.name
    ]
    lines = {", ".join([doctor.name or "", *doctor.credentials]): doctor for doctor in doctors}
    ours = {line: whole_name_fields(line, 0) or NO_FIELDS for line in lines}
    theirs = {line: _by_nameparser(line) for line in lines}
    wrong = {line: read for line, read in theirs.items() if read != (lines[line].name, lines[line].credentials)}
    assert len(lines) > 100
    for line, doctor in lines.items():
        read = values_of(ours[line])
        assert (read["name"], read.get("credentials", ())) == (doctor.name, doctor.credentials)
    assert NAMEPARSER_ERRORS.items() <= wrong.items()


@pytest.mark.parametrize("line", ["Thank you for sharing", "Best of luck,", "Plastic Surgeon", "i had a tummy tuck"])
def test_nameparser_takes_anything_for_a_name(line: str) -> None:
    assert name_fields(line, 0) is None
    assert HumanName(line).first != ""


def _by_nameparser(line: str) -> tuple[str, tuple[str, ...]]:
    parsed = HumanName(line)
    name = " ".join(part for part in (parsed.first, parsed.middle, parsed.last) if part)
    return name, tuple(suffix.strip() for suffix in parsed.suffix.split(",") if suffix.strip())
