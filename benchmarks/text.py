"""Speed of reading plain text, from the bytes of a page to its record as JSON, on one core.

    python benchmarks/text.py

The floor is what no reader that gives such records can do without: decode the bytes, split them into lines, validate
the ready record, write it as JSON. A ratio of 5 means that reading takes five times as long as that.

Pages are made from those in `fixtures/` by a seeded generator, which exchanges names, towns and many of the words; no
page is met twice. "Seed-sized" pages are put together from the answers of the RealSelf fixtures that have all their
parts: six answers, about four thousand characters. Their doctors are those of a site of three thousand, who answer
again and again; in the row below it, and in the rows of fixture families, every doctor is new. Times are the least of
several rounds, in processor time; the ratio is that of pages of equal structure in the same round of work.

The quick look is what all texts of a corpus get and few pass. Its peer is `text.lower().split()`: the words of the same
texts in small letters, which any look at words begins with.
"""

# ruff: noqa: E402 - the search path must be mended first

import re
import sys
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from random import Random

ROOT = Path(__file__).resolve().parents[1]
sys.path[0] = str(ROOT)  # it runs without being installed; in this folder an html.py would hide the standard one

from extractor.document import Document
from extractor.evaluation.gold import GoldPage, gold_pages
from extractor.readers.text.acceptance.probe import may_be_qa_page
from extractor.readers.text.page import TextPage
from extractor.reading import read
from extractor.records import Answer, QAPage
from extractor.sites import all_layouts

SEED = 20_240_517
ROUNDS = 12
PAGES = 30
SEED_ANSWERS = 6
SEED_SIZES = range(3400, 4400)
DOCTORS = 3000
FEW, MANY = 20, 2000
TEXTS = 100

_WORD = re.compile(r"\b[a-z]{6,}\b")
_PARAGRAPH = re.compile(r"^(?!These answers).{80,}$", re.MULTILINE)
_SYLLABLES = "bar den fal gor hul jem kas lor mun nev pel rin sol tam vor wes yar zim brad clay dorn fenn harg".split()
_GIVEN = "Ada Bruno Clara Dario Edith Felix Greta Hugo Ines Jonas Karin Leon Mira Nils Olga Paul Rosa Sven Thea".split()
_TOWNS = ("Port {}", "{} Beach", "San {}", "{}", "New {}", "{} Hills", "{} City")
_SPECIALTIES = ("Plastic Surgeon", "Facial Plastic Surgeon", "Dermatologic Surgeon", "Dermatologist")
_CREDENTIALS = ("MD", "MD, FACS", "DO", "MD, PhD")
_DISCLAIMER = (
    "These answers are for educational purposes and should not be relied upon as a substitute for medical advice you "
    "may receive from your physician. If you have a medical emergency, please call 911."
)


class Generator:
    """Makes pages that have the structure of the fixtures and other words."""

    def __init__(self, pages: Sequence[GoldPage], random: Random) -> None:
        self._random = random
        self._words = sorted({word for page in pages for word in _WORD.findall(_text_of(page))})
        complete = [record for page in pages if page.family == "realself/a" for record in page.records]
        self._questions = [record.question for record in complete]
        self._answers = [answer for record in complete for answer in record.answers if _is_plain(answer)]
        self._doctors = [self.doctor() for _ in range(DOCTORS)]

    def variant(self, page: GoldPage) -> bytes:
        """The page with other doctors, towns and words."""
        text = _text_of(page)
        for doctor in [answer.doctor for record in page.records for answer in record.answers if answer.doctor]:
            text = text.replace(doctor.name, self._name()) if doctor.name else text
            text = text.replace(doctor.location, self._town()) if doctor.location else text
        return _PARAGRAPH.sub(lambda match: self._reworded(match[0]), text).encode()

    def seed_sized(self, doctor: Callable[[], str]) -> bytes:
        """A page of six answers and about four thousand characters."""
        while len(page := self.composed(SEED_ANSWERS, doctor)) not in SEED_SIZES:
            pass
        return page

    def composed(self, count: int, doctor: Callable[[], str]) -> bytes:
        """A page of `count` answers, each signed by a `doctor`."""
        question = self._random.choice(self._questions)
        blocks = [question.title or "", self._reworded(question.body or ""), f"Doctor Answers {count}"]
        for answer in self._random.choices(self._answers, k=count):
            blocks += [self._reworded(answer.headline or ""), self._reworded(answer.body or ""), doctor()]
        return "\n\n".join([*blocks, _DISCLAIMER]).encode()

    def known_doctor(self) -> str:
        """The byline of one of the site's doctors."""
        return self._random.choice(self._doctors)

    def doctor(self) -> str:
        """The byline of a doctor who is new."""
        draw = self._random
        name = f"{self._name()}, {draw.choice(_CREDENTIALS)}"
        rating = f"{draw.uniform(3.5, 5):.1f} out of 5 stars {draw.randint(1, 500)} reviews"
        return f"{name}\n{self._town()} {draw.choice(_SPECIALTIES)}\n{rating}"

    def prose(self, *, has_dates: bool) -> str:
        """A text of no medicine, in paragraphs; with a name, a month and a year above each, if it `has_dates`."""
        sizes = range(self._random.randint(5, 40))
        heads = [f"{self._name()}, March {self._random.randint(1990, 2020)}\n" if has_dates else "" for _ in sizes]
        return "\n\n".join([head + self._paragraph() for head in heads])

    def _paragraph(self) -> str:
        words = [self._proper(self._random.randint(1, 3)).lower() for _ in range(self._random.randint(20, 120))]
        return f"{' '.join(words)}{self._random.choice('..?')}".capitalize()

    def _name(self) -> str:
        return f"{self._random.choice(_GIVEN)} {self._random.choice('ABCDEFGHJKLMNPRSTW')}. {self._proper(3)}"

    def _town(self) -> str:
        return self._random.choice(_TOWNS).format(self._proper(2))

    def _proper(self, syllables: int) -> str:
        return "".join(self._random.choices(_SYLLABLES, k=syllables)).capitalize()

    def _reworded(self, text: str) -> str:
        """Every third long word exchanged."""
        return _WORD.sub(
            lambda match: self._random.choice(self._words) if self._random.random() < 1 / 3 else match[0], text
        )


def _text_of(page: GoldPage) -> str:
    return page.path.read_text(encoding="utf-8")


def _is_plain(answer: Answer) -> bool:
    """Whether the answer has a headline and a body of full paragraphs."""
    paragraphs = (answer.body or "").split("\n\n")
    return answer.headline is not None and all(map(_PARAGRAPH.match, paragraphs))


def main() -> None:
    """Print the tables."""
    pages = [page for page in gold_pages(ROOT / "fixtures") if page.records and page.path.suffix == ".txt"]
    make = Generator(pages, Random(SEED))  # noqa: S311 - pages, not secrets
    print(f"{'pages':20}{'bytes':>8}{'pages/s':>9}{'us/page':>9}{'floor us':>9}{'ratio':>7}")
    _print_row("seed-sized", lambda: [make.seed_sized(make.known_doctor) for _ in range(PAGES)])
    _print_row("  every doctor new", lambda: [make.seed_sized(make.doctor) for _ in range(PAGES)])
    families = [f"realself/{letter}" for letter in "abcde"]
    for name in (*families, "other sites"):
        members = [page for page in pages if (page.family if page.family in families else "other sites") == name]
        _print_row(name, partial(_variants, make, members))
    few, many = (_per_answer(make, count) for count in (FEW, MANY))
    print(f"\n{'answers on a page':20}{'us/answer':>12}\n{FEW:<20,}{few:>12.1f}\n{MANY:<20,}{many:>12.1f}")
    print(f"{'ratio':20}{many / few:>12.2f}")
    print(f"\n{'quick look':20}{'MB/s':>9}{'peer MB/s':>11}{'ratio':>7}")
    for name, has_dates in (("prose", False), ("prose with dates", True)):
        _print_look(name, [make.prose(has_dates=has_dates) for _ in range(TEXTS)])


def _variants(make: Generator, pages: Sequence[GoldPage]) -> list[bytes]:
    return [make.variant(page) for page in pages]


def _print_row(name: str, make_pages: Callable[[], list[bytes]]) -> None:
    size, reading, floor = map(min, zip(*[_measure(make_pages()) for _ in range(ROUNDS)], strict=True))
    print(f"{name:20}{size:8,.0f}{1e6 / reading:9,.0f}{reading:9,.0f}{floor:9,.0f}{reading / floor:7.1f}")


def _print_look(name: str, texts: Sequence[str]) -> None:
    look = min(_clock(lambda: [may_be_qa_page(TextPage(text), all_layouts()) for text in texts]) for _ in range(ROUNDS))
    peer = min(_clock(lambda: [text.lower().split() for text in texts]) for _ in range(ROUNDS))
    size = sum(map(len, texts))
    print(f"{name:20}{size / look:9.1f}{size / peer:11.1f}{look / peer:7.1f}")


def _measure(pages: Sequence[bytes]) -> tuple[float, float, float]:
    """Bytes, microseconds of reading and microseconds of the floor, per page."""
    reading = _clock(lambda: [_read(page) for page in pages])
    ready = [[record.model_dump() for record in read(Document(page))] for page in pages]
    floor = _clock(lambda: [_floor(page, records) for page, records in zip(pages, ready, strict=True)])
    return sum(map(len, pages)) / len(pages), reading / len(pages), floor / len(pages)


def _per_answer(make: Generator, count: int) -> float:
    """Microseconds per answer on pages of `count` answers; every round reads as many answers."""
    times = []
    for _ in range(ROUNDS // 3):
        pages = [make.composed(count, make.known_doctor) for _ in range(MANY // count)]
        times.append(_clock(partial(list, map(_read, pages))))
    return min(times) / MANY


def _read(page: bytes) -> list[str]:
    return [record.model_dump_json() for record in read(Document(page))]


def _floor(page: bytes, ready: Sequence[dict[str, object]]) -> list[str]:
    page.decode().splitlines()
    return [QAPage.model_validate(record).model_dump_json() for record in ready]


def _clock(work: Callable[[], object]) -> float:
    """Microseconds of processor time that `work` takes."""
    start = time.process_time()
    work()
    return (time.process_time() - start) * 1e6


if __name__ == "__main__":
    main()
