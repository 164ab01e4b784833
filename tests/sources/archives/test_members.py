"""What members hold comes out whole; a damaged one costs itself and is known."""

import gzip
import io
import re

import pytest

from extractor.sources.archives.members import BombError, MemberStream
from extractor.sources.codecs import GZIP
from extractor.sources.streams import BrokenStreamError, PlainStream

TEXTS = [f"Is {number} normal? ".encode() * 50 for number in range(4)]
MEMBERS = [gzip.compress(text) for text in TEXTS]


def opened(data: bytes, max_expansion: int = 200) -> MemberStream:
    return MemberStream(PlainStream(io.BytesIO(data)), GZIP, max_expansion)


def test_members_are_one_text_with_boundaries_between_them() -> None:
    stream = opened(b"".join(MEMBERS) + b"\0" * 40)
    begins = []
    for text in TEXTS:
        begins.append(stream.boundary())
        assert stream.read(len(text)) == text
    assert begins == [sum(map(len, MEMBERS[:number])) for number in range(4)]
    assert stream.read(9) == b""


def test_reading_goes_on_behind_a_damaged_member() -> None:
    broken = bytearray(b"".join(MEMBERS))
    place = len(MEMBERS[0]) + 20
    broken[place : place + 20] = bytes(20)
    stream = opened(bytes(broken))
    assert stream.read(len(TEXTS[0])) == TEXTS[0]
    with pytest.raises(BrokenStreamError) as caught:
        stream.read(len(TEXTS[1]))
    assert caught.value.offset == len(MEMBERS[0])
    assert stream.resynchronise(caught.value.offset + 1, re.compile(b"")) == len(MEMBERS[0]) + len(MEMBERS[1])
    begin = stream.position
    assert stream.read(len(TEXTS[2])) == TEXTS[2]
    assert stream.position == begin + len(TEXTS[2])


def test_what_comes_of_a_member_whose_checksum_is_wrong_is_not_sound() -> None:
    long = TEXTS[1] * 1000  # more than is made at a time, so that some of it comes out before the checksum
    wrong = bytearray(gzip.compress(long))
    wrong[-6] ^= 1
    stream = opened(MEMBERS[0] + bytes(wrong))
    stream.read(len(TEXTS[0]))
    begin = stream.position
    assert stream.read(100) == long[:100]
    assert stream.is_sound(0, begin)
    assert not stream.is_sound(begin, stream.position)


def test_a_member_that_breaks_off_is_said_to_be_cut() -> None:
    stream = opened(MEMBERS[0][:-9])
    with pytest.raises(BrokenStreamError) as caught:
        stream.read(1 << 20)
    assert caught.value.truncated


def test_a_bomb_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("extractor.sources.archives.members.BOMB_FLOOR", 1000)
    stream = opened(gzip.compress(bytes(5_000_000)), 10)
    with pytest.raises(BombError):
        stream.read(5_000_000)
