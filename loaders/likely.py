"""People of an input who are likely in the base already: shown before a load, never merged by it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kb.entries import read_entry
from kb.i18n import Lang
from kb.model import Claim
from kb.search import Hit, find
from kb.store import Store

_NAMES = ("name_kk", "name_ru", "name_latin", "name", "name_variants")
_MOST = 5  # people of the base for one of the input


@dataclass(frozen=True, slots=True)
class Someone:
    """A person of an input: the record, the name and the birth as written."""

    record: str
    name: str
    birth: str


@dataclass(frozen=True, slots=True)
class Likely:
    """Somebody of an input and the person of the base who bears a name like theirs: how good, and why."""

    someone: Someone
    hit: Hit

    def why(self, lang: Lang) -> str:
        """Which rules say so."""
        return "; ".join(self.hit.reasons(self.someone.name, lang))


def like(store: Store, someone: Someone, *, but: str = "") -> Iterator[Likely]:
    """Who may be the same, best first; persons of the data set ``but`` are left out."""
    for hit in find(store, someone.name, kinds=("Person",), most=_MOST).hits:
        if hit.same and hit.by == "name" and not (but and hit.id.startswith(f"{but}:")):
            yield Likely(someone, hit)


def people_of(claims: Iterable[Claim]) -> Sequence[Someone]:
    """The persons that claims describe, each by the first name that is said."""
    found: dict[str, Someone] = {}
    for claim in claims:
        if claim.about_kind == "Person" and claim.about not in found and (values := _values(claim)):
            name = next((values[name] for name in _NAMES if values.get(name)), "")
            if name:
                found[claim.about] = Someone(claim.about, name, values.get("birth", ""))
    return list(found.values())


def _values(claim: Claim) -> Mapping[str, str]:
    if claim.kind == "entry":
        fields = read_entry(claim.values.get("text", "")).fields
        return {name: str(fields.get(name, "")) for name in ("name", "birth")}
    return claim.values if claim.kind == "person" else {}


def likely(store: Store, claims: Iterable[Claim], dataset: str, most: int) -> tuple[Sequence[Likely], int]:
    """The likely same of the first ``most`` persons of ``claims``, best first, and how many persons there are."""
    everyone = people_of(claims)
    found = [each for someone in everyone[:most] for each in like(store, someone, but=dataset)]
    return sorted(found, key=lambda each: (-each.hit.score, each.someone.record)), len(everyone)
