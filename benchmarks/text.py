"""Speed of reading plain text, from the bytes of a page to its record as JSON, on one core.

    python benchmarks/text.py

The floor is what no reader that gives such records can do without: decode the bytes, split them into lines, validate
the ready record, write it as JSON. A ratio of 5 means that reading takes five times as long as that.

Pages are made from those in `fixtures/` by a seeded generator: every doctor is new on every page and in every round, so
that no memory of names helps, and many words are exchanged. "Seed-sized" pages are put together from the answers of all
complete RealSelf pages: six answers, about four thousand characters. The other rows are the pages of one family each.
Times are the least of several rounds of processor time.
"""

import gc
import re
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from random import Random

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from extractor.document import Document  # noqa: E402 - runs without being installed
from extractor.gold import GoldPage, gold_pages  # noqa: E402
from extractor.layouts import read  # noqa: E402
from extractor.records import Answer, Doctor, QAPage, Question  # noqa: E402

SEED = 20_240_517
ROUNDS = 12
PAGES = 40
SEED_ANSWERS = 6
SEED_SIZE = range(3400, 4400)
FEW, MANY = 20, 2000

_WORD = re.compile(r"\b[a-z]{6,}\b")
_SYLLABLES = "bar den fal gor hul jem kas lor mun nev pel rin sol tam vor wes yar zim brad clay dorn fenn harg".split()
_GIVEN = (
    "Ada Bruno Clara Dario Edith Felix Greta Hugo Ines Jonas Karin Leon Mira Nils Olga Paul Rosa Sven Thea Ugo".split()
)
_TOWNS = "Port {} | {} Beach | San {} | {} | New {} | {} Hills | {} City | {}".split(" | ")
_SPECIALTIES = "Plastic Surgeon | Facial Plastic Surgeon | Dermatologic Surgeon | Dermatologist | Oculoplastic Surgeon"
_DISCLAIMER = (
    "These answers are for educational purposes and should not be relied upon as a substitute for medical advice you may "
    "receive from your physician. If you have a medical emergency, please call 911."
)


class Generator:
    """Makes pages that have the structure of the fixtures and other words."""

    def __init__(self, pages: Sequence[GoldPage], random: Random) -> None:
        self._random = random
        self._words = sorted({word for page in pages for word in _WORD.findall(page.path.read_text(encoding="utf-8"))})
        complete = [page.records[0] for page in pages if page.family == "realself-a"]
        self._questions = [record.question for record in complete]
        self._answers = [answer for record in complete for answer in record.answers if answer.headline and answer.body]

    def variant(self, page: GoldPage) -> bytes:
        """The page with other doctors, towns and words."""
        text = page.path.read_text(encoding="utf-8")
        doctors = [answer.doctor for record in page.records for answer in record.answers if answer.doctor]
        for doctor in doctors:
            text = text.replace(doctor.name, self._name()) if doctor.name else text
            text = text.replace(doctor.location, self._town()) if doctor.location else text
        return self._reworded(text).encode()

    def seed_sized(self) -> bytes:
        """A page of six answers and about four thousand characters."""
        while len(page := self.composed(SEED_ANSWERS)) not in SEED_SIZE:
            pass
        return page

    def composed(self, count: int) -> bytes:
        """A page of `count` answers."""
        question = self._random.choice(self._questions)
        answers = self._random.choices(self._answers, k=count)
        blocks = [
            *_asked(question),
            f"Doctor Answers {count}",
            *(self._block(answer) for answer in answers),
            _DISCLAIMER,
        ]
        return self._reworded("\n\n".join(blocks)).encode()

    def _block(self, answer: Answer) -> str:
        lines = [f"{self._name()}, {self._random.choice(['MD', 'MD, FACS', 'DO', 'MD, PhD'])}"]
        lines.append(f"{self._town()} {self._random.choice(_SPECIALTIES.split(' | '))}")
        lines.append(f"{self._random.uniform(3.5, 5):.1f} out of 5 stars {self._random.randint(1, 500)} reviews")
        return "\n\n".join([answer.headline or "", answer.body or "", "\n".join(lines)])

    def _name(self) -> str:
        return f"{self._random.choice(_GIVEN)} {self._random.choice('ABCDEFGHJKLMNPRSTW')}. {self._surname()}"

    def _surname(self) -> str:
        return "".join(self._random.choices(_SYLLABLES, k=3)).capitalize()

    def _town(self) -> str:
        return self._random.choice(_TOWNS).format("".join(self._random.choices(_SYLLABLES, k=2)).capitalize())

    def _reworded(self, text: str) -> str:
        """Every third long word exchanged."""
        return _WORD.sub(
            lambda match: match[0] if self._random.random() > 1 / 3 else self._random.choice(self._words), text
        )


def _asked(question: Question) -> list[str]:
    return [part for part in (question.title, question.body) if part]


def to_json(page: bytes) -> list[str]:
    """What is measured."""
    return [record.model_dump_json() for record in read(Document(page))]


def floor(page: bytes, ready: Sequence[dict[str, object]]) -> list[str]:
    """What it is compared to."""
    page.decode().splitlines()
    return [QAPage.model_validate(record).model_dump_json() for record in ready]


def main() -> None:
    """Print the table."""
    generator = Generator(gold := [page for page in gold_pages(ROOT / "fixtures") if page.records], Random(SEED))
    print(f"{'pages':22}{'bytes':>8}{'pages/s':>10}{'us/page':>10}{'floor us':>10}{'ratio':>8}")
    _print_row("seed-sized", lambda: [generator.seed_sized() for _ in range(PAGES)])
    families = [f"realself-{letter}" for letter in "abcde"]
    for family in families:
        _print_row(family, lambda: [generator.variant(page) for page in gold if page.family == family])  # noqa: B023 - called at once
    _print_row("other sites", lambda: [generator.variant(page) for page in gold if page.family not in families])
    print()
    few, many = _per_answer(generator, FEW), _per_answer(generator, MANY)
    print(
        f"{'answers on a page':22}{'us/answer':>10}\n{FEW:<22,}{few:>10.1f}\n{MANY:<22,}{many:>10.1f}\nratio {many / few:26.2f}"
    )


def _print_row(name: str, make: Callable[[], list[bytes]]) -> None:
    rounds = [_measure(make()) for _ in range(ROUNDS)]
    size, reading, least = (min(column) for column in zip(*rounds, strict=True))
    print(f"{name:22}{size:8,.0f}{1e6 / reading:10,.0f}{reading:10,.0f}{least:10,.0f}{reading / least:8.1f}")


def _measure(pages: Sequence[bytes]) -> tuple[float, float, float]:
    """Bytes, microseconds of reading and microseconds of the floor, per page."""
    records = [read(Document(page)) for page in pages[:0]]
    reading = _clock(lambda: [to_json(page) for page in pages])
    records = [read(Document(page)) for page in pages]
    ready = [[record.model_dump() for record in some] for some in records]
    least = _clock(lambda: [floor(page, some) for page, some in zip(pages, ready, strict=True)])
    return sum(map(len, pages)) / len(pages), reading / len(pages), least / len(pages)


def _per_answer(generator: Generator, count: int) -> float:
    """Microseconds per answer of pages of `count` answers, the same number of answers in all."""
    return (
        min(
            _clock(
                lambda pages=[generator.composed(count) for _ in range(MANY // count)]: [
                    to_json(page) for page in pages
                ]
            )
            for _ in range(ROUNDS // 3)
        )
        / MANY
    )


def _clock(work: Callable[[], object]) -> float:
    """Microseconds of processor time, without the garbage collector."""
    gc.collect()
    gc.disable()
    start = time.process_time()
    work()
    spent = time.process_time() - start
    gc.enable()
    return spent * 1e6


if __name__ == "__main__":
    main()
