"""Rows of the base as what the views show of entities, sources and evidence, in one language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from dashboard.data import Row, rows
from dashboard.links import address
from dashboard.links import entity as entity_address
from dashboard.views.models import EntityRef, Evidence, SourceRef
from dashboard.words import Words
from kb.dates import format_date, is_edtf
from kb.i18n import Lang
from kb.model import SCHEMA, Property

#: What the frame round a short word says, by the stance of a claim and then by its voice.
STATUS_OF_STANCE: Final = {"denies": "denied", "retracts": "retracted", "reports": "hearsay"}
STATUS_OF_VOICE: Final = {
    "investigator": "by_investigation",
    "deciding_body": "sentence",
    "reviewer": "review",
    "accused": "testimony",
    "co_accused": "testimony",
    "witness": "testimony",
    "family": "family",
    "base": "inference",
}


def term(vocabulary: str, code: str | None, lang: Lang) -> str:
    """The word of a vocabulary for ``code``; the code itself when the vocabulary does not have it."""
    found = SCHEMA.vocabularies[vocabulary].get(code or "")
    return found.label[lang] if found else code or ""


def label_of(properties: Row, lang: Lang) -> str:
    """What to print for an entity."""
    return str(properties.get(f"label_{lang}") or properties.get("label") or properties["id"])


def reference(kind: str, properties: Row, lang: Lang) -> EntityRef:
    """An entity as it stands in a line."""
    id_ = str(properties["id"])
    return EntityRef(id_, kind, label_of(properties, lang), entity_address(kind, id_, lang), properties.get("side"))


def dated(text: str, lang: Lang) -> str:
    """A date in words where it is written as EDTF; as written otherwise."""
    return format_date(text, lang) if is_edtf(text) else text


def described(properties: Row, lang: Lang) -> str:
    """A source in a few words: author · year · kind · language."""
    parts = [
        properties.get("author"),
        properties.get("date_text"),
        term("source_kind", properties.get("source_kind"), lang),
        term("language", properties.get("language"), lang),
    ]
    return " · ".join(str(part) for part in parts if part)


@dataclass(slots=True)
class Witnesses:
    """Evidence for claims, read at once and kept for one page."""

    say: Words
    _sources: dict[str, SourceRef] = field(default_factory=dict)
    _claims: dict[str, tuple[Evidence, ...]] = field(default_factory=dict)

    def read(self, claims: Iterable[str]) -> None:
        """Read what stands behind ``claims``, unless it is known."""
        wanted = [claim for claim in dict.fromkeys(claims) if claim not in self._claims]
        if not wanted:
            return
        found = rows("claims", claims=wanted, limit=20_000)
        self._read_sources({row["source"] for row in found if row["source"]})
        grouped: dict[str, list[Row]] = {claim: [] for claim in wanted}
        for row in found:
            grouped[row["claim"]].append(row)
        self._claims |= {claim: tuple(self._each(same)) for claim, same in grouped.items()}

    def of(self, claims: Iterable[str]) -> tuple[Evidence, ...]:
        """The evidence of ``claims``, the most certain first."""
        listed = list(claims)
        self.read(listed)
        found = [one for claim in listed for one in self._claims[claim]]
        rank = SCHEMA.vocabularies["certainty"]
        return tuple(sorted(found, key=lambda one: -int(rank.says(one.certainty, "rank", 1))))

    def source(self, id_: str) -> SourceRef:
        """A source."""
        self._read_sources({id_})
        return self._sources[id_]

    def _read_sources(self, ids: Iterable[str]) -> None:
        wanted = sorted(id_ for id_ in ids if id_ not in self._sources)
        if not wanted:
            return
        for row in rows("sources_by_id", ids=wanted, limit=20_000):
            self._sources[row["source"]["id"]] = source_of(row, self.say.lang)

    def _each(self, same: list[Row]) -> Iterator[Evidence]:
        """The evidence of one claim, once for each of its sources."""
        cited = [self._sources[row["source"]] if row["source"] else self._nobody() for row in same]
        for row, source in zip(same, cited, strict=True):
            yield self._evidence(row, source, tuple(other for other in cited if other is not source))

    def _nobody(self) -> SourceRef:
        """What stands in the place of a source where the base itself says something."""
        title = self.say("evidence.none_title")
        return SourceRef("", self.say("evidence.none"), title, "", address("about", self.say.lang))

    def _evidence(self, row: Row, source: SourceRef, together: tuple[SourceRef, ...]) -> Evidence:
        lang = self.say.lang
        stance, voice = row["stance"] or "asserts", row["voice"] or ""
        status = STATUS_OF_STANCE.get(stance) or STATUS_OF_VOICE.get(voice)
        return Evidence(
            claim=row["claim"],
            source=source,
            together=together,
            locator=row["locator"] or "",
            quote=row["quote"] or "",
            certainty=row["certainty"] or "not_rated",
            certainty_word=term("certainty", row["certainty"] or "not_rated", lang),
            status=self.say(f"marks.{status}") if status else "",
            voice=term("voice", voice, lang) if voice else "",
            access=term("access", row["access"], lang) if row["access"] else "",
            note=row["why"] or "",
        )


def source_of(row: Row, lang: Lang) -> SourceRef:
    """A source from a row of ``sources_by_id``."""
    properties = row["source"]
    return SourceRef(
        id=properties["id"],
        label=label_of(properties, lang),
        title=str(properties.get("title") or label_of(properties, lang)),
        described=described(properties, lang),
        href=entity_address("Source", properties["id"], lang),
        archival=tuple(row["archival"]),
        others=int(row["resting"]),
    )


@dataclass(slots=True)
class Mentions:
    """Entities as answers give them (``{id, kind, label}``), printed in the language of the page with their marks."""

    lang: Lang
    _known: dict[str, EntityRef] = field(default_factory=dict)

    def read(self, cells: Iterable[Mapping[str, Any]]) -> None:
        """Read how ``cells`` are printed, unless it is known."""
        by_kind: dict[str, set[str]] = {}
        for cell in cells:
            if cell["id"] not in self._known and cell["kind"] in SCHEMA.kinds:
                by_kind.setdefault(str(cell["kind"]), set()).add(str(cell["id"]))
        for kind, ids in by_kind.items():
            for row in rows("mentions", kind=kind, ids=sorted(ids), limit=20_000):
                self._known[row["id"]] = reference(kind, row, self.lang)

    def of(self, cell: Mapping[str, Any]) -> EntityRef:
        """An entity as it is printed; read first where it is not known."""
        self.read([cell])
        id_, kind = str(cell["id"]), str(cell["kind"])
        there = self._known.get(id_)
        return there or EntityRef(id_, kind, str(cell["label"] or id_), entity_address(kind, id_, self.lang))


def as_written(kind: str, name: str, text: str, lang: Lang) -> str:
    """A value of a property as a source writes it: terms by their labels, dates of EDTF in words."""
    prop = SCHEMA.kinds[kind].properties.get(name) if kind in SCHEMA.kinds else None
    return in_words(prop, text, lang) if prop else text


def in_words(prop: Property, text: str, lang: Lang) -> str:
    """The same for a property of the schema."""
    vocabulary = SCHEMA.vocabulary_of(prop)
    if vocabulary is not None:
        code = vocabulary.code_of(text)
        return vocabulary[code].label[lang] if code else text
    return dated(text, lang) if prop.type == "date" else text
