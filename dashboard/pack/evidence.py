"""What a pack says of the claims behind its pictures: sources once, claims by number, in three languages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from dashboard.entities import STATUS_OF_STANCE, STATUS_OF_VOICE, described, in_words, term
from dashboard.pack.seen import Seen
from dashboard.totals import statement_word
from dashboard.words import Words
from kb.i18n import LANGS, Lang
from kb.model import SCHEMA, Claim
from kb.projection import EntityKey


def status_of(claim: Claim, lang: Lang) -> str:
    """The short word in a frame: in what quality it was said; empty where a source simply states."""
    word = STATUS_OF_STANCE.get(claim.stance) or STATUS_OF_VOICE.get(claim.voice or "")
    return Words(lang)(f"marks.{word}") if word else ""


class Ledger:
    """Claims as they are met, each with its number, and the sources that they cite."""

    def __init__(self, seen: Seen) -> None:
        self._seen = seen
        self.numbers: dict[str, int] = {}
        self._sources: dict[EntityKey, int] = {}

    def number(self, claim: str) -> int:
        """The number of a claim."""
        return self.numbers.setdefault(claim, len(self.numbers))

    def document(self, lang: Lang) -> Mapping[str, list[dict[str, Any]]]:
        """``{claims: […], sources: […]}`` by number, in ``lang``."""
        claims = [self._claim(self._seen.claims[claim], lang) for claim in self.numbers]
        return {"claims": claims, "sources": [self._source(key, lang) for key in self._sources]}

    def _claim(self, claim: Claim, lang: Lang) -> dict[str, Any]:
        manner = [term("voice", claim.voice, lang), term("access", claim.access, lang)]
        cited = [self._sources.setdefault(key, len(self._sources)) for key in self._seen.sources([claim.id])]
        return _given(
            id=claim.id,
            cites=cited,
            of=" – ".join(self._label(record, lang) for record in (claim.about, claim.to) if record),
            said=[[name, text] for name, text in _said(claim, lang)],
            locator=claim.locator,
            quote=claim.quote,
            status=status_of(claim, lang),
            manner=" · ".join(one for one in manner if one),
            certainty=claim.certainty,
            sure=term("certainty", claim.certainty, lang),
            why=claim.why,
        )

    def _label(self, record: str, lang: Lang) -> str:
        return self._seen.label(self._seen.graph.identity[record], lang)

    def _source(self, key: EntityKey, lang: Lang) -> dict[str, Any]:
        props = self._seen.of(key)
        held = [self._seen.label(tied.other, lang) for tied in self._seen.ties(key, "HELD_IN") if tied.forward]
        return _given(
            label=self._seen.label(key, lang),
            title=str(props.get("title") or ""),
            said=described(dict(props), lang),
            held=" · ".join(held),
        )


def _said(claim: Claim, lang: Lang) -> Iterator[tuple[str, str]]:
    """What the claim says, as written, each under its word."""
    if claim.kind == "statement":
        word = claim.values["property"]
        known = SCHEMA.kinds[claim.about_kind].properties.get(word)
        yield known.label[lang] if known else statement_word(word, Words(lang)), claim.values["value"]
        return
    of_ties = [tie.properties for tie in SCHEMA.ties.values() if tie.claim == claim.kind]
    for name, text in claim.values.items():
        known_as = (props[name] for props in (SCHEMA.kinds[claim.about_kind].properties, *of_ties) if name in props)
        prop = next(known_as, None)
        if prop is not None:
            yield prop.label[lang], in_words(prop, text, lang)


def _given(**values: Any) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value not in ("", None, [])}


def merged(said: Iterable[Any]) -> Any:
    """The same document in three languages as one: a value that differs stands as ``{"ru": …, "kk": …, "en": …}``."""
    ru, kk, en = said
    if ru == kk == en:
        return ru
    if isinstance(ru, dict) and isinstance(kk, dict) and isinstance(en, dict) and set(ru) == set(kk) == set(en):
        return {name: merged((ru[name], kk[name], en[name])) for name in ru}
    if isinstance(ru, list) and isinstance(kk, list) and isinstance(en, list) and len(ru) == len(kk) == len(en):
        return [merged(each) for each in zip(ru, kk, en, strict=True)]
    return {"=": dict(zip(LANGS, (ru, kk, en), strict=True))}
