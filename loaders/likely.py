"""People of an input who are likely in the base already: shown before a load, never merged by it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kb.entries import read_entry
from kb.model import Claim
from kb.names import SAME, Matcher, Reason
from kb.store import Store

_NAMES = ("name_kk", "name_ru", "name_latin", "name", "name_variants")
_MOST_PERSONS = 1_000_000
_SECONDS = 300
_LOOKED_AT = 20  # names that the base has for one that is asked for
_PERSONS = (
    "MATCH (p:Person) RETURN p.id AS id, p.label AS label, p.birth_text AS birth, "
    "[p.label_ru, p.label_kk, p.label_en, p.name_ru, p.name_kk] AS names ORDER BY id"
)


@dataclass(frozen=True, slots=True)
class Someone:
    """A person of an input: the record, the name and the birth as written."""

    record: str
    name: str
    birth: str


@dataclass(frozen=True, slots=True)
class Likely:
    """Somebody of an input and the person of the base who bears a name like theirs: score 0 to 1, and why."""

    someone: Someone
    person: str
    label: str
    birth: str
    score: float
    why: tuple[Reason, ...]


class People:
    """The persons of a base by their names, made ready once: some 15 s for 100,000."""

    def __init__(self, store: Store) -> None:
        rows = store.read(_PERSONS, limit=_MOST_PERSONS, seconds=_SECONDS).rows
        self._known = [
            (str(id_), str(label), str(birth or ""), name)
            for id_, label, birth, names in rows
            for name in dict.fromkeys(str(each) for each in (label, *names) if each)
        ]
        self._matcher = Matcher(name for *_, name in self._known)

    def like(self, someone: Someone, *, but: str = "") -> Iterator[Likely]:
        """Who may be the same, best first; persons of the data set ``but`` are left out."""
        told: set[str] = set()
        for found in self._matcher.find(someone.name, _LOOKED_AT):
            person, label, birth, _ = self._known[found.place]
            if found.score < SAME:
                return
            if person not in told and not (but and person.startswith(f"{but}:")):
                told.add(person)
                why = self._matcher.explain(someone.name, found).why
                yield Likely(someone, person, label, birth, found.score, why)


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


def likely(people: People, claims: Iterable[Claim], dataset: str, most: int) -> tuple[Sequence[Likely], int]:
    """The likely same of the first ``most`` persons of ``claims``, best first, and how many persons there are."""
    everyone = people_of(claims)
    found = [each for someone in everyone[:most] for each in people.like(someone, but=dataset)]
    return sorted(found, key=lambda each: (-each.score, each.someone.record)), len(everyone)
