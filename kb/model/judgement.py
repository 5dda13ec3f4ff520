"""A judgement: somebody decides that two records are the same, are different, or that it is unsure; or which
claim is preferred.

Judgements are only ever added. One that replaces another names it; taking one back is a judgement ``withdrawn``
that names it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any, Literal, get_args

from kb.errors import DataError
from kb.model.claim import content_id

Verdict = Literal["same", "different", "unsure", "preferred", "withdrawn"]
VERDICTS: tuple[Verdict, ...] = get_args(Verdict)


@dataclass(frozen=True, slots=True)
class Judgement:
    """One judgement. Make it with :func:`make_judgement`.

    ``a`` and ``b`` are record ids, ``a`` the lesser; for ``preferred`` ``b`` is None and ``property`` and
    ``claim`` say what.
    ``at`` is when it was made (ISO 8601, as given); ``score`` is a machine's proposal, 0 to 1, or None.
    """

    id: str
    verdict: Verdict
    a: str | None
    b: str | None
    property: str | None
    claim: str | None
    why: str
    by: str
    at: str
    score: float | None
    replaces: str | None
    level: str

    def as_row(self) -> dict[str, Any]:
        """The judgement as the properties of its node."""
        return {field.name: value for field in fields(self) if (value := getattr(self, field.name)) is not None}

    @classmethod
    def from_row(cls, row: Mapping[str, Any]) -> Judgement:
        """The judgement that :meth:`as_row` wrote."""
        taken: dict[str, Any] = {field.name: row.get(field.name) for field in fields(cls)}
        return cls(**taken)


def make_judgement(
    verdict: Verdict,
    a: str | None = None,
    b: str | None = None,
    *,
    why: str,
    by: str,
    at: str,
    property: str | None = None,
    claim: str | None = None,
    score: float | None = None,
    replaces: str | None = None,
    level: str = "team",
) -> Judgement:
    """A judgement with its id, the hash of all its content. Raises DataError where it says nothing or too much."""
    if verdict in ("same", "different", "unsure"):
        if not a or not b or a == b:
            raise DataError("judgement_pair", a=a or "–", b=b or "–")
        a, b = min(a, b), max(a, b)
    elif verdict == "preferred":
        if not (a and property and claim):
            raise DataError("judgement_preferred", a=a or "–")
    elif not replaces:
        raise DataError("judgement_withdrawn")
    if not why.strip():
        raise DataError("judgement_why")
    content: dict[str, Any] = {
        "verdict": verdict,
        "a": a,
        "b": b,
        "property": property,
        "claim": claim,
        "why": why,
        "by": by,
        "at": at,
        "score": score,
        "replaces": replaces,
        "level": level,
    }
    return Judgement(id=content_id("j", content), **content)
