"""Pages of which some are flagged, since they declare an answer more than they have."""

from pathlib import Path

from tests.test_api import PAGE


def write_pages(folder: Path, flagged: int, others: int) -> Path:
    """Write so many, each with names of its own, into `folder`; the flagged ones come first."""
    folder.mkdir()
    for number in range(flagged + others):
        text = PAGE.replace("Anna Berg", f"Anna Berg{chr(97 + number)}")
        text = text.replace("Doctor Answers 2", "Doctor Answers 3") if number < flagged else text
        (folder / f"{number:02}.txt").write_text(text, encoding="utf-8")
    return folder
