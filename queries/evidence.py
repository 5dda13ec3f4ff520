"""What claims rest on: for ids of claims the sources, the places in them, and who speaks how."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kb.i18n import DEFAULT_LANG, Lang
from queries.runner import SECONDS, Reader

_AT_ONCE = 2000

EVIDENCE = """
UNWIND $claims AS wanted
MATCH (claim:Claim {id: wanted})
OPTIONAL MATCH (claim)-[:CITES]->(source:Source)
RETURN claim.id AS claim, claim.kind AS kind, source.id AS source, source.label AS label,
       source.label_ru AS label_ru, source.label_kk AS label_kk, source.label_en AS label_en,
       claim.locator AS locator, claim.quote AS quote, claim.access AS access, claim.voice AS voice,
       claim.stance AS stance, claim.certainty AS certainty, claim.why AS note
ORDER BY claim, source
"""


@dataclass(frozen=True, slots=True)
class Evidence:
    """One claim and one source that says it; ``source`` is None where the claim cites none.

    ``voice``, ``stance``, ``certainty`` and ``access`` are words of their vocabularies; ``locator`` and ``quote``
    are as written; ``note`` is the reason that whoever entered the claim gave.
    """

    claim: str
    kind: str
    source: str | None
    source_label: str | None
    locator: str | None
    quote: str | None
    access: str | None
    voice: str | None
    stance: str
    certainty: str
    note: str | None


def evidence(store: Reader, claims: Iterable[str], lang: Lang = DEFAULT_LANG) -> list[Evidence]:
    """The evidence of ``claims``, in their order; a claim with several sources is there once for each.

    Ids that the base does not have are left out. Labels of sources are in ``lang``.
    """
    wanted = list(dict.fromkeys(claims))
    found: dict[str, list[Evidence]] = {}
    for start in range(0, len(wanted), _AT_ONCE):
        for one in _read(store, wanted[start : start + _AT_ONCE], lang):
            found.setdefault(one.claim, []).append(one)
    return [one for claim in wanted for one in found.get(claim, ())]


def _read(store: Reader, claims: Sequence[str], lang: Lang) -> Iterable[Evidence]:
    table = store.read(EVIDENCE, {"claims": list(claims)}, limit=100_000, seconds=SECONDS)
    for row in table.rows:
        cell = dict(zip(table.columns, row, strict=True))
        yield Evidence(
            claim=cell["claim"],
            kind=cell["kind"],
            source=cell["source"],
            source_label=cell[f"label_{lang}"] or cell["label"],
            locator=cell["locator"],
            quote=cell["quote"],
            access=cell["access"],
            voice=cell["voice"],
            stance=cell["stance"] or "asserts",
            certainty=cell["certainty"] or "not_rated",
            note=cell["note"],
        )
