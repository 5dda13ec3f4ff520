"""Which encoding a text is in: its mark, else UTF-8 where all of it is that, else the Cyrillic one it reads best in."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from pathlib import Path

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
# Before others where texts read equally well in two: the more usual first.
CANDIDATES = ("cp1251", "koi8-r", "kz1048", "cp866", "iso8859-5", "mac-cyrillic", "cp1252")
_SAMPLE = 1 << 18
_PIECE = 1 << 20
_NUL_SHARE = 0.2  # of every second byte, in UTF-16 without a mark

# Letters by how often Russian uses them; those of Kazakh.
_OFTEN = re.compile("[оеаинтсрвл]", re.IGNORECASE)
_CYRILLIC = re.compile("[а-яё]", re.IGNORECASE)
_SELDOM = re.compile("[чйхжшюцщэфъё]", re.IGNORECASE)
_KAZAKH = re.compile("[әғқңөұүһі]", re.IGNORECASE)
_LATIN = re.compile("(?<=[a-z])[à-öø-ÿ]|[À-ÖØ-ß](?=[a-z])")
# A capital in a word, a letter of another alphabet inside a word, signs of other pages: this is not the text.
_WRONG = re.compile(
    r"(?<=[а-яё])[А-ЯЁ]|(?<=[a-zA-Z])[а-яёА-ЯЁ]|[а-яёА-ЯЁ](?=[a-zA-Z])|[ЂЃѓЉЊЌЏђљњќџ]|[\u2500-\u25ff]|[\x80-\x9f\ufffd¤¦§¬±µ¶]"
)


def detect(path: Path) -> str:
    """The encoding of the text in ``path``, by Python's name."""
    with path.open("rb") as file:
        head = file.read(_SAMPLE)
    for mark, name in _MARKS:
        if head.startswith(mark):
            return name
    wide = _without_mark(head)
    if wide:
        return wide
    return "utf-8" if _all_utf8(path) else best(_telling(path))


def best(sample: bytes) -> str:
    """The encoding that ``sample`` reads best in; it is not UTF-8."""
    return max(CANDIDATES, key=lambda name: (_worth(sample, name), -CANDIDATES.index(name)))


def _worth(sample: bytes, name: str) -> float:
    text = sample.decode(name, "replace")
    return (
        2 * len(_OFTEN.findall(text))
        + len(_CYRILLIC.findall(text))
        - 2 * len(_SELDOM.findall(text))
        + 3 * len(_KAZAKH.findall(text))
        + 3 * len(_LATIN.findall(text))
        - 6 * len(_WRONG.findall(text))
    )


def _without_mark(head: bytes) -> str:
    pairs = len(head) // 2
    if not pairs:
        return ""
    for offset, name in ((1, "utf-16-le"), (0, "utf-16-be")):
        zeros = head[offset : 2 * pairs : 2].count(0)
        high = sum(byte == 4 for byte in head[offset : min(2 * pairs, 4096) : 2])  # Cyrillic letters
        other = head[1 - offset : 2 * pairs : 2].count(0)
        if zeros + high > _NUL_SHARE * pairs and other == 0 and zeros:
            return name
    return ""


def _pieces(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while piece := file.read(_PIECE):
            yield piece


def _all_utf8(path: Path) -> bool:
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        for piece in _pieces(path):
            decoder.decode(piece)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _telling(path: Path) -> bytes:
    """Lines with letters beyond ASCII, enough of them to tell."""
    found = bytearray()
    with path.open("rb") as file:
        for line in file:
            if not line.isascii():
                found += line[:_SAMPLE]
            if len(found) >= _SAMPLE:
                break
    return bytes(found)
