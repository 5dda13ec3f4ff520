"""The fields of an entry while it is being read."""

from __future__ import annotations

from kb.dates import read_date
from kb.entries.patterns import date

_ARREST = frozenset({"arrest_date", "arrest_organ"})
_DECISION = frozenset({"deciding_organ", "decision_date", "accusation", "articles", "sentence"})
_DECIDED = frozenset({"deciding_organ", "decision_date", "sentence"})
_EDGES = " \t\r\n,;:-–—"


def folded(text: str) -> str:
    """The text for matching: ё as е, letter by letter, so that places stay the same."""
    return text.replace("ё", "е").replace("Ё", "Е")


class Fields:
    """``text`` is for matching, values are cut from ``original``.

    ``records`` are the first and any second arrest or decision; ``explained`` are the parts of the text used."""

    def __init__(self, original: str) -> None:
        self.original = original
        self.text = folded(original)
        self.records: list[dict[str, str | tuple[str, ...]]] = [{}]
        self.spans: dict[str, tuple[int, int]] = {}
        self.explained: list[tuple[int, int]] = []
        self.unread = False

    @property
    def open(self) -> dict[str, str | tuple[str, ...]]:
        """The record that arrests and decisions are now said of."""
        return self.records[-1]

    def begin_arrest(self) -> None:
        """Another arrest begins another record."""
        if _ARREST & set(self.open):
            self.records.append({})

    def begin_decision(self) -> None:
        """Another decision begins another record; an accusation alone belongs to the decision that follows."""
        if _DECIDED & set(self.open):
            self.records.append({})

    def put(self, name: str, start: int, end: int, value: str | tuple[str, ...] | None = None) -> bool:
        """Set a field to a piece of the text, or to a value made of it; False if it is empty or was set before."""
        start, end = self.trimmed(start, end)
        if start >= end:
            return False
        record = self.open if name in _ARREST | _DECISION else self.records[0]
        if name in record and record is self.records[0] and len(self.records) > 1:
            record = self.open
        if name in record:
            return False
        record[name] = self.original[start:end] if value is None else value
        if record is self.records[0]:
            self.spans[name] = (start, end)
        self.explained.append((start, end))
        return True

    def put_date(self, name: str, start: int, end: int) -> tuple[int, int] | None:
        """Set a field to the first date between two places; where it stands, or None if there is none."""
        found = date().search(self.text, start, end)
        if found is None:
            return None
        read = read_date(found[0], notation="prose")
        if read.edtf is None:
            self.unread = True
            return None
        first = found.start() + len(found[0]) - len(found[0].lstrip())
        self.put(name, first, found.end(), read.edtf)
        return found.start(), found.end()

    def trimmed(self, start: int, end: int) -> tuple[int, int]:
        """Without signs at the edges; a closing full stop goes unless it is an abbreviation's."""
        while start < end and self.text[start] in _EDGES:
            start += 1
        while end > start and self.text[end - 1] in _EDGES + "(":
            end -= 1
        if end > start and self.text[end - 1] == "." and not self._keeps_full_stop(end):
            end -= 1
        return start, end

    def _keeps_full_stop(self, end: int) -> bool:
        """«Московская обл.» keeps it where the sentence goes on; at its end it goes."""
        if self.text[end - 2 : end - 1].isdigit():
            return False
        rest = self.text[end:].lstrip()
        return bool(rest) and (rest[0] in ",;)" or rest[0].islower())
