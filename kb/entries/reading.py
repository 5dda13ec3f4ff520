"""``read_entry``: an entry of a book of memory, in Russian or Kazakh, read into its parts.

Every part keeps the piece of text it came from; what no rule explains is returned as left over, never dropped.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from kb.dates import read_date
from kb.entries.fields import Fields, folded
from kb.entries.handlers import HANDLERS
from kb.entries.leftover import left_over
from kb.entries.patterns import executed
from kb.entries.sections import Section, sections

Value = str | tuple[str, ...]
LONGEST = 20_000
"""Letters; a longer text is left over whole."""

_AFTER = 40  # letters: a verb of death after its date

_ORDER = (
    ("birth", "arrest_date", "arrest_before_birth"),
    ("arrest_date", "decision_date", "decision_before_arrest"),
    ("decision_date", "death_date", "death_before_decision"),
    ("decision_date", "rehabilitation_date", "rehabilitation_before_decision"),
)


@dataclass(frozen=True, slots=True)
class EntryReading:
    """What was read.

    ``fields``: values as printed, dates as EDTF, ``articles`` and ``name_variants`` as tuples; ``spans``: for each
    field the first letter and the one after the last in ``text``; ``left_over``: pieces no rule explains; ``warnings``:
    keys of texts (``entries.warnings.*``); ``more``: the fields of a second arrest or decision; ``executed``: whether
    the date of death is that of an execution.
    """

    text: str
    fields: Mapping[str, Value] = field(default_factory=dict)
    spans: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    left_over: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    more: tuple[Mapping[str, Value], ...] = ()
    executed: bool = False


def read_entry(text: str) -> EntryReading:
    """Read one entry; never raises."""
    if not text.strip() or len(text) > LONGEST:
        return EntryReading(text, left_over=(text.strip(),) if text.strip() else ())
    gathered = Fields(text)
    found = sections(folded(text))
    covered: list[tuple[int, int]] = []
    last = 0
    for section in found:
        covered.append((last, section.start))  # the word that began the section
        HANDLERS[section.kind](gathered, section)
        last = section.end
    first, *more = gathered.records
    death = gathered.spans.get("death_date")
    return EntryReading(
        text,
        fields=first,
        spans=gathered.spans,
        left_over=left_over(text, [*covered, *gathered.explained]),
        warnings=_warnings([first, *more], gathered.unread),
        more=tuple(record for record in more if record),
        executed=death is not None and _executed(folded(text), found, death),
    )


def _executed(text: str, found: Sequence[Section], death: tuple[int, int]) -> bool:
    """Whether a word of execution stands with the date: in its own section, or in the word that began it."""
    for before, section in pairwise(found):
        begin = section.before[0] if section.before else before.end
        if section.kind == "death" and min(begin, section.start) <= death[0] < section.end:
            after = section.end + _AFTER if section.back else section.end  # the verb may end the clause
            return executed().search(text, min(begin, section.start), after) is not None
    return False


def _warnings(records: list[dict[str, Value]], unread: bool) -> tuple[str, ...]:
    said = ["unread_date"] if unread else []
    for record in records:
        for earlier, later, warning in _ORDER:
            before, after = (read_date(str(record.get(name, ""))) for name in (earlier, later))
            if before.earliest is not None and after.latest is not None and before.earliest > after.latest:
                said.append(warning)
    return tuple(dict.fromkeys(said))
