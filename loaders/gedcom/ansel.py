"""ANSEL (ANSI Z39.47), the character set of older family files: marks stand before the letter that bears them."""

from __future__ import annotations

import unicodedata

_LETTERS = {
    **dict(zip(range(0xA1, 0xAF), "ŁØĐÞÆŒʹ·♭®±ƠƯʾ", strict=True)),
    **dict(zip(range(0xB0, 0xBB), "ʿłøđþæœʺı£ð", strict=True)),
    **dict(zip(range(0xBC, 0xC0), "ơư□■", strict=True)),
    **dict(zip(range(0xC0, 0xC9), "°ℓ℗©♯¿¡ß€", strict=True)),
    0xCD: "e",
    0xCE: "o",
    0xCF: "ß",
}
_MARKS = {
    0xE0: "\u0309",
    0xE1: "\u0300",
    0xE2: "\u0301",
    0xE3: "\u0302",
    0xE4: "\u0303",
    0xE5: "\u0304",
    0xE6: "\u0306",
    0xE7: "\u0307",
    0xE8: "\u0308",
    0xE9: "\u030c",
    0xEA: "\u030a",
    0xEB: "\ufe20",
    0xEC: "\ufe21",
    0xED: "\u0315",
    0xEE: "\u030b",
    0xEF: "\u0310",
    0xF0: "\u0327",
    0xF1: "\u0328",
    0xF2: "\u0323",
    0xF3: "\u0324",
    0xF4: "\u0325",
    0xF5: "\u0333",
    0xF6: "\u0332",
    0xF7: "\u0326",
    0xF8: "\u031c",
    0xF9: "\u032e",
    0xFA: "\ufe22",
    0xFB: "\ufe23",
    0xFC: "\u0338",
    0xFE: "\u0313",
}


def decode(line: str) -> str:
    """A line of ANSEL whose bytes were read as Latin-1, letter by letter."""
    if line.isascii():
        return line
    found: list[str] = []
    marks: list[str] = []
    for letter in line:
        code = ord(letter)
        if code in _MARKS:
            marks.append(_MARKS[code])
            continue
        found.append(letter if code < 0x80 else _LETTERS.get(code, "\ufffd"))
        found.extend(marks)
        marks.clear()
    return unicodedata.normalize("NFC", "".join((*found, *marks)))
