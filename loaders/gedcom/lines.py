"""Lines of GEDCOM to records: whatever their encoding and line ends, and in spite of broken ones."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from loaders.gedcom import ansel
from loaders.problems import Problem, warning
from loaders.readers.encoding import best

_LINE = re.compile(r"\s*(\d{1,2})\s+(?:@([^@\s][^@]*)@\s+)?([A-Za-z0-9_]+)(?: (.*))?", re.DOTALL)
_POINTER = re.compile(r"@([^@#][^@]*)@")
_CHAR = re.compile(rb"\n\s*1\s+CHAR\s+([^\r\n]+)|\r\s*1\s+CHAR\s+([^\r\n]+)")
_VERSION_7 = re.compile(rb"[\r\n]\s*2\s+VERS\s+7")
_HEAD = 1 << 14
_SAMPLE = 1 << 18
_ANSEL = "ansel"
# What programs write after CHAR; anything else is found out by reading.
_NAMED = {
    "ANSEL": _ANSEL,
    "UTF-8": "utf-8",
    "UTF8": "utf-8",
    "UNICODE": "utf-16",
    "UTF-16": "utf-16",
    "ASCII": "cp1252",
    "ANSI": "",
    "WINDOWS-1251": "cp1251",
    "WINDOWS1251": "cp1251",
    "CP1251": "cp1251",
    "1251": "cp1251",
    "KOI8-R": "koi8-r",
    "IBMPC": "",
    "IBM DOS": "",
    "IBM WINDOWS": "",
    "LATIN1": "cp1252",
    "LATIN-1": "cp1252",
    "ISO-8859-1": "cp1252",
    "ISO8859-1": "cp1252",
    "MACINTOSH": "mac-roman",
}


@dataclass(slots=True)
class Node:
    """A line with those under it. ``used`` once something was made of it."""

    tag: str
    value: str
    line: int
    xref: str = ""
    parts: list[Node] = field(default_factory=list)
    used: bool = False

    @property
    def pointer(self) -> str:
        """The record that the value points to, or an empty text."""
        found = _POINTER.fullmatch(self.value.strip())
        return found[1].strip() if found else ""

    def all(self, *tags: str) -> Iterator[Node]:
        """The lines under this one with one of ``tags``; they count as used."""
        for part in self.parts:
            if part.tag in tags:
                part.used = True
                yield part

    def first(self, tag: str) -> Node | None:
        """The first of them."""
        return next(self.all(tag), None)

    def text(self, tag: str) -> str:
        """What the first of them says."""
        found = self.first(tag)
        return found.said if found else ""

    @property
    def said(self) -> str:
        """The whole text: the value with its continuations."""
        text = self.value
        for part in self.all("CONT", "CONC"):
            text += ("\n" if part.tag == "CONT" else "") + part.value
        return text.strip()

    def unused(self, path: str = "") -> Iterator[tuple[Node, str]]:
        """The topmost lines of which nothing was made, with the tags on the way to them."""
        for part in self.parts:
            here = f"{path}.{part.tag}" if path else part.tag
            if part.used:
                yield from part.unused(here)
            else:
                yield part, here


@dataclass(slots=True)
class Lines:
    """A file of GEDCOM as records; ``problems`` gathers what was wrong with its lines."""

    path: Path
    named: str
    encoding: str = ""
    seven: bool = False
    problems: list[Problem] = field(default_factory=list)

    def records(self) -> Iterator[Node]:
        """The records, one at a time."""
        self._find_out()
        path: list[Node] = []
        for number, line in enumerate(self._lines(), 1):
            found = _LINE.fullmatch(line)
            if found is None:
                self._broken(path, line, number)
                continue
            level = int(found[1])
            if level > len(path):
                self.problems.append(warning("gedcom_level", f"{self.named}:{number}", "", line.strip()))
                level = len(path)
            node = Node(found[3].upper(), self._value(found[4] or ""), number, found[2] or "")
            if level == 0 and path:
                yield path[0]
            del path[level:]
            if path:
                path[-1].parts.append(node)
            path.append(node)
        if path:
            yield path[0]

    def _broken(self, path: list[Node], line: str, number: int) -> None:
        """A line that is none goes on with the text above: programs forget to begin lines of a note anew."""
        if not line.strip("\x00\x1a \t"):
            return
        self.problems.append(warning("gedcom_line", f"{self.named}:{number}", "", line.strip()[:200]))
        if path:
            above = path[-1]
            above.parts.append(Node("CONT", self._value(line.strip()), number))

    def _value(self, value: str) -> str:
        if "@@" not in value:
            return value
        return (value[1:] if value.startswith("@@") else value) if self.seven else value.replace("@@", "@")

    def _find_out(self) -> None:
        with self.path.open("rb") as file:
            head = file.read(_SAMPLE)
        self.seven = _VERSION_7.search(head[:_HEAD]) is not None
        self.encoding = _encoding(head, _all_utf8(self.path))
        named = _CHAR.search(head[:_HEAD])
        said = (named[1] or named[2]).strip().decode("ascii", "replace").upper() if named else ""
        if said.startswith("UTF") and self.encoding not in ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"):
            self.problems.append(warning("gedcom_encoding", self.named, "CHAR", said, encoding=self.encoding))

    def _lines(self) -> Iterable[str]:
        reading = "latin-1" if self.encoding == _ANSEL else self.encoding
        with self.path.open(encoding=reading, errors="replace", newline=None) as file:
            for line in file:
                text = line.rstrip("\n").lstrip("\ufeff")
                yield ansel.decode(text) if self.encoding == _ANSEL else text


def _encoding(head: bytes, utf8: bool) -> str:
    """The mark of the file, else what it names, else what it reads best in."""
    for mark, name in (
        (codecs.BOM_UTF8, "utf-8-sig"),
        (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
    ):
        if head.startswith(mark):
            return name
    if head[:2] == b"0\x00":
        return "utf-16-le"
    if head[:2] == b"\x000":
        return "utf-16-be"
    found = _CHAR.search(head[:_HEAD])
    said = (found[1] or found[2]).strip().decode("ascii", "replace").upper() if found else ""
    named = _NAMED.get(said, "")
    if utf8 and named != _ANSEL:
        return "utf-8"
    return named if named not in ("", "utf-8", "utf-16") else best(_telling(head))


def _telling(head: bytes) -> bytes:
    return b"\n".join(line for line in re.split(rb"[\r\n]+", head) if not line.isascii())


def _all_utf8(path: Path) -> bool:
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        with path.open("rb") as file:
            for piece in iter(lambda: file.read(1 << 20), b""):
                decoder.decode(piece)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True
