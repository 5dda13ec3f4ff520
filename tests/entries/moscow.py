"""The reader against biographies of the Moscow lists that were labelled by reading them.

``answers/moscow.json`` holds places in the text by id, never the text: ``{id: {field: [first letter, after last]}}``.
A sample of 300 ids was drawn (``random.Random(20261125).sample`` of the sorted ids) and set aside before any reader
existed; all were read and labelled before the reader had run on them, the last 68 when the rest of it was made.
"""

from __future__ import annotations

import csv
import json
from dataclasses import dataclass
from pathlib import Path

from kb.dates import read_date
from kb.entries import read_entry

ANSWERS = Path(__file__).parent / "answers" / "moscow.json"


@dataclass(frozen=True, slots=True)
class Score:
    """How often a field was right, wrong, and missing or wrong where there is one."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    @property
    def precision(self) -> float:
        """Of what was read, the part that is right."""
        return self.right / max(self.right + self.wrong, 1)

    @property
    def recall(self) -> float:
        """Of what there is, the part that was read right."""
        return self.right / max(self.right + self.missed, 1)


def score(persons: Path) -> tuple[dict[str, Score], float]:
    """The score of each field, and the share of letters left over."""
    answers: dict[str, dict[str, tuple[int, int]]] = json.loads(ANSWERS.read_text("utf-8"))
    with persons.open(encoding="utf-8", newline="") as lines:
        texts = {row["id"]: row["bio"] for row in csv.DictReader(lines) if row["id"] in answers}
    scores: dict[str, Score] = {}
    left = 0
    for key, fields in answers.items():
        read = read_entry(texts[key])
        left += sum(map(len, read.left_over))
        for name in set(fields) | set(read.fields):
            wanted = _wanted(name, texts[key], fields.get(name))
            got = read.fields.get(name)
            got = got.rstrip(".") if isinstance(got, str) else got
            known = scores.get(name, Score())
            right = got == wanted
            wrong, missed = not right and got is not None, not right and wanted is not None
            scores[name] = Score(known.right + right, known.wrong + wrong, known.missed + missed)
    return scores, left / max(sum(len(texts[key]) for key in answers), 1)


def _wanted(name: str, text: str, span: tuple[int, int] | None) -> str | None:
    if span is None:
        return None
    printed = text[slice(*span)].rstrip(".")
    return read_date(printed, notation="prose").edtf if name == "birth" or name.endswith("_date") else printed
