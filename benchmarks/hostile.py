"""Time per byte of pages that are made of one odd thing over and over: `python -m benchmarks.hostile [BYTES]`.

Runs of white space, of signs, of line ends and of short lines are where a reader may come to take a time that grows
with the square of their size. Each kind is put in each of several places of two texts, and of an HTML page with data
for machines, in half the size and in the full one (600,000 bytes unless said otherwise). Printed are, for the place
that takes longest, the microseconds a byte, how many times that is what a byte of the fixtures of text takes, and how
the time a byte grows from half to full size: 1 is linear. Times are the least of three, in processor time.

What lines cost, they cost whatever stands on them: a page of lines of one letter is the dearest by far.
"""

import sys
import time
from collections.abc import Iterator

from extractor.document import Document
from extractor.reading import read
from tests.paths import FIXTURES

_SIZE = 600_000
_TRIES = 3
_KINDS = {
    "spaces": " ",
    "tabs": "\t",
    "no-break spaces": "\xa0",
    "spaces on lines": "\n ",
    "carriage returns": "\r",
    "blank lines": "\n",
    "quotes": '"',
    "brackets": "(",
    "stars": "*",
    "commas": ", ",
    "capitals": "A",
    "digits": "1",
    "CDATA": "/* ]]> */ ",
    "comments": "<!-- ",
    "quotes on lines": '"a" \n',
    "labels on lines": " A:x\n x\n",
    "letters on lines": "a\n",
    "words on lines": "Rest\nthe heel\nnow.\n",
    "lines all apart": "Rest it.\n\n",
    "dates on lines": "May 3, 2019\n",
    "heads on lines": "ann\n6 years ago\nRest it now, please.\n",
    "quoted lines": "> a\n",
    "replies on lines": "Re: heel\n",
}
"""What is repeated, by what it is called."""
_TEXT = (
    "Is it {} broken?\n\nMy heel {} hurts.\n\nDoctor Answers 2\n\nIt is {} not\n\nRest {} it.\n\nAnn Lee {}, MD\n"
    "Leeds {} Orthopedic Surgeon\n\nWait a week\n\nIt will pass.\n\nEva Roe, MD\nYork Orthopedic Surgeon\n"
)
_THREAD = (
    "Heel pain {}\nrosa_v\n6 years ago\nMy heel hurts. {} What can I do?\nNora Vale, March 4, 2019\n{}Rest it for {} "
    "two weeks.\nOmar Reed, March 5, 2019\nPut ice on it.\n{}"
)
_HTML = (
    "<html><head><title>Is it {} broken?</title></head><body><h1>Is it {} broken?</h1><p>My heel {} hurts.</p>"
    '<script type="application/ld+json">{}{{"@context": "https://schema.org", "@type": "QAPage", "mainEntity": '
    '{{"@type": "Question", "name": "Is it broken?", "text": "My heel hurts.", "answerCount": 1, "acceptedAnswer": '
    '{{"@type": "Answer", "text": "Rest it.", "author": {{"@type": "Person", "name": "Ann Lee"}}}}}}}}</script>'
    "<p>Rest {} it.</p><p>Ann Lee {}</p><p>{}</p></body></html>"
)
_PARAGRAPH = (
    "Rest the heel for a week, and put ice on it in the evening. If it is no better then, see a surgeon near you.\n\n"
)


def pages(form: str, repeated: str, size: int) -> Iterator[bytes]:
    """The page of this form, with so many bytes of what is repeated in each of its places."""
    places = form.count("{}")
    many = repeated * (size // len(repeated.encode()))
    for place in range(places):
        yield form.format(*[many if place == other else "" for other in range(places)]).encode()


def per_byte(page: bytes) -> float:
    """Microseconds of the processor that reading takes for a byte of the page."""
    tries = []
    for _ in range(_TRIES):
        begin = time.process_time()
        read(Document(page))
        tries.append(time.process_time() - begin)
    return min(tries) * 1e6 / len(page)


def _fixtures() -> float:
    found = [path.read_bytes() for path in sorted(FIXTURES.rglob("*.txt"))]
    tries = []
    for _ in range(_TRIES):
        begin = time.process_time()
        for page in found:
            read(Document(page))
        tries.append(time.process_time() - begin)
    return min(tries) * 1e6 / sum(map(len, found))


def main() -> None:
    """Print a row for each kind, in text and in HTML."""
    size = int(sys.argv[1]) if len(sys.argv) > 1 else _SIZE
    fixtures, paragraphs = _fixtures(), per_byte(next(pages(_TEXT.replace("Rest {}", "{}"), _PARAGRAPH, size)))
    print(f"ordinary text: {fixtures:.2f} us/byte of all fixtures, {paragraphs:.2f} of one page of paragraphs\n")
    print(f"{'':20}{'text of a site':>24}{'text of a board':>24}{'HTML':>24}")
    print(f"{'':20}{'us/byte  times grows':>24}{'us/byte  times grows':>24}{'us/byte  times grows':>24}")
    for name, repeated in _KINDS.items():
        print(f"{name:20}", end="")
        for form in (_TEXT, _THREAD, _HTML):
            half, full = (max(map(per_byte, pages(form, repeated, of))) for of in (size // 2, size))
            print(f"{full:11.2f}{full / fixtures:7.1f}{full / half:6.1f}", end="", flush=True)
        print()


if __name__ == "__main__":
    main()
