"""Sources by numbers: every statement of a dossier has the numbers of the sources that say it, and the places there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from kb.i18n import Lang, texts_of
from kb.kinship.facts import Said as KinSaid
from kb.kinship.facts import said_by
from kb.model import SCHEMA
from kb.store import Store
from queries.evidence import Evidence, evidence

_SOURCES = """
UNWIND $ids AS id
MATCH (source:Source {id: id})
OPTIONAL MATCH (source)-[:HELD_IN]->(unit:ArchivalUnit)
OPTIONAL MATCH (source)-[:DERIVED_FROM]->(origin:Source)
WITH id, source, unit, origin ORDER BY unit.id, origin.id
RETURN id, properties(source) AS source, collect(DISTINCT unit.label) AS units,
       collect(DISTINCT origin.label) AS origins
"""
_SAID = {"denies", "retracts", "reports", "admits"}


class Notes:
    """Numbers sources in the order in which they are first cited."""

    def __init__(self, store: Store, lang: Lang) -> None:
        self._store, self.lang = store, lang
        self._known: dict[str, list[Evidence]] = {}
        self._numbers: dict[str, int] = {}
        self.claims: dict[str, None] = {}

    def read(self, claims: Iterable[str]) -> None:
        """Read what ``claims`` rest on, unless it is known."""
        wanted = [claim for claim in dict.fromkeys(claims) if claim not in self._known]
        self._known |= {claim: [] for claim in wanted}
        for item in evidence(self._store, wanted, self.lang):
            self._known[item.claim].append(item)

    def of(self, claims: Sequence[str]) -> list[Evidence]:
        """The evidence of ``claims``, once for each source."""
        self.read(claims)
        self.claims |= dict.fromkeys(claims)
        return [one for claim in claims for one in self._known[claim]]

    def cite(self, claims: Sequence[str]) -> str:
        """``[1, л. 12; 3]``; a dash where nothing is cited."""
        marks = []
        for one in self.of(claims):
            if one.source is not None:
                number = self._numbers.setdefault(one.source, len(self._numbers) + 1)
                marks.append(f"{number}{', ' + one.locator if one.locator else ''}")
        return f"[{'; '.join(dict.fromkeys(marks))}]" if marks else "–"

    def whose(self, claims: Sequence[str]) -> str:
        """By whose word: voices and manners of speaking; the prosecution as «по версии следствия»."""
        said: dict[str, None] = {}
        for one in self.of(claims):
            manner = [SCHEMA.vocabularies["stance"][one.stance].label[self.lang]] if one.stance in _SAID else []
            said[", ".join([self._voice(one.voice), *manner])] = None
        return "; ".join(text for text in said if text) or "–"

    def _voice(self, voice: str | None) -> str:
        if voice is None:
            return self.say("source_states")
        term = SCHEMA.vocabularies["voice"].get(voice)
        if term is not None and term.says.get("prosecution"):
            return self.say(f"by_{voice}")
        return term.label[self.lang] if term else voice

    def say(self, key: str, **values: object) -> str:
        """A text of the dossier."""
        return texts_of("queries").say(f"dossier.{key}", self.lang, **values)

    def kinship(self, claims: Iterable[str]) -> list[KinSaid]:
        """What claims of kinship say: who is what of whom."""
        return said_by(self._store, sorted(claims))

    def not_public(self) -> int:
        """How many of the claims used are not for the public."""
        text = "UNWIND $ids AS id MATCH (claim:Claim {id: id}) WHERE claim.level <> 'public' RETURN count(claim) AS n"
        return int(self._store.read(text, {"ids": list(self.claims)}).scalar())

    def labels(self, refs: Iterable[Mapping[str, str]]) -> dict[str, str]:
        """What to print in this language for entities given as ``{id, kind, label}``."""
        kinds: dict[str, set[str]] = {}
        found = {}
        for ref in refs:
            found[ref["id"]] = ref["label"]
            kinds.setdefault(ref["kind"], set()).add(ref["id"])
        for kind, ids in kinds.items():
            text = f"UNWIND $ids AS id MATCH (e:{kind} {{id: id}}) RETURN id, e.label_{self.lang} AS label"
            rows = self._store.read(text, {"ids": sorted(ids)}, limit=None).rows
            found |= {ident: label for ident, label in rows if label}
        return found

    def rows(self) -> list[tuple[str, ...]]:
        """The numbered sources: number, description, where it is kept, what it is derived from."""
        rows = self._store.read(_SOURCES, {"ids": list(self._numbers)}, limit=None, seconds=10.0).rows
        known = {ident: (source, units, origins) for ident, source, units, origins in rows}
        found: list[tuple[str, ...]] = []
        for ident, number in self._numbers.items():
            source, units, origins = known[ident]
            kept = "; ".join(filter(None, units)) or source.get("reference") or self.say("no_reference")
            through = "; ".join(filter(None, origins))
            kept += f" ({self.say('through', what=through)})" if through else ""
            found.append((str(number), self._described(source), kept))
        return found

    def _described(self, source: dict[str, object]) -> str:
        title = source.get("title") or source.get(f"label_{self.lang}") or source["label"]
        kind = SCHEMA.vocabularies["source_kind"].get(str(source.get("source_kind")))
        parts = [source.get("author"), title, source.get("date_text"), kind.label[self.lang] if kind else None]
        return ". ".join(str(part).rstrip(".") for part in parts if part) + "."
