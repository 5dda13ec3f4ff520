"""How two people are kin: every way that the base has, with its word in each language and what it rests on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final, Literal

from kb.connections import EntityRef, Path, PathOptions, Snapshot, search
from kb.i18n import LANGS, Lang
from kb.kinship.facts import Said, claims_between, family, parents_of, said_by
from kb.kinship.family import Family, Step, Way, shortened
from kb.kinship.relation import Case, Link, cases, links, opposite
from kb.kinship.words import in_words
from kb.model import SCHEMA
from kb.store import Store

FURTHEST: Final = 8
"""Steps of kinship that are still given a word; a brother is one step, an uncle two."""
#: A brother found through a parent is two ties and one step, and a chain turns round twice at most.
_TIES = FURTHEST + 2
_WAYS = 12
WALKED: Final = frozenset({"CHILD_OF", "SPOUSE_OF", "SIBLING_OF"})
_TERMS = SCHEMA.vocabularies["kin_term"]
Doubt = Literal["adoptive", "inferred", "maybe_half", "maybe_own"]
#: What the one is to the other where a source says that the other is this to the one; step kin first, then all else.
_AHEAD: Final = {"S": "OS", "D": "OD"}
_BACK: Final = {
    "MH": ("WC", ""),
    "FW": ("HC", ""),
    "FWS": ("FWC", ""),
    "FWD": ("FWC", ""),
    "S": ("PO", "P"),
    "D": ("PO", "P"),
    "F": ("", "C"),
    "M": ("", "C"),
    "B": ("", "K"),
    "Z": ("", "K"),
}


@dataclass(frozen=True, slots=True)
class Rivals:
    """The base names several as the father, or the mother, of ``child``: ``parents``."""

    child: str
    parents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Relation:
    """What the second person is to the first.

    ``relation`` in the letters of the table (empty for kinship that a source merely asserts); ``cases`` the terms, each
    under what it assumes; ``words`` the chain said in full; ``path`` the ties it rests on; ``rivals`` the other parents
    named on the way; ``doubts``: by adoption somewhere on it, a step on it is ours (a brother's father is a father), a
    brother who may be a half-brother, a parent's spouse who may be the other parent; ``written``: the word of a source
    that merely asserts it.
    """

    relation: str
    chain: tuple[Link, ...]
    cases: tuple[Case, ...]
    words: Mapping[Lang, str]
    path: Path
    rivals: tuple[Rivals, ...]
    doubts: tuple[Doubt, ...]
    written: str = ""

    @property
    def degree(self) -> int:
        """How many steps it is."""
        return len(self.chain)


@dataclass(frozen=True, slots=True)
class Kin:
    """The relations of ``other`` to ``one``, the nearest first; none: the base has no kinship within the steps."""

    one: EntityRef
    other: EntityRef
    relations: tuple[Relation, ...]


def kin(store: Store, snapshot: Snapshot, one: int, other: int) -> Kin:
    """How the person at ``other`` is kin to the one at ``one``, within eight steps of blood and marriage."""
    found = _paths(snapshot, one, other)
    people = {ref.id for path in found for ref in (path.start, *(hop.end for hop in path.hops))}
    parents = parents_of(snapshot, people)
    everyone = people.union(*parents.values())
    said = said_by(store, set(claims_between(snapshot, everyone)))
    known = family(store, everyone, parents, said)
    relations: dict[str, Relation] = {}
    for relation in sorted(_relations(found, known, said), key=lambda each: (each.degree, each.path.cost)):
        key = relation.relation or str(relation.words)
        if relation.degree <= FURTHEST and key not in relations:
            relations[key] = relation
    return Kin(snapshot.entity(one), snapshot.entity(other), tuple(relations.values()))


def _paths(snapshot: Snapshot, one: int, other: int) -> list[Path]:
    if one == other:
        return []
    wanted = PathOptions(k=_WAYS, max_hops=_TIES, only=WALKED)
    direct = replace(wanted, max_hops=1, only=frozenset({"KIN_OF"}))
    return [path for options in (wanted, direct) for path in search(snapshot, [one], [other], options).paths]


def _relations(found: Sequence[Path], known: Family, said: Sequence[Said]) -> Iterator[Relation]:
    for path in found:
        if path.hops[0].tie == "KIN_OF":
            yield from (_asserted(each, path, known) for each in said if _between(each, path) and _kin_of(each))
        else:
            yield _walked(path, known)


def _between(said: Said, path: Path) -> bool:
    return {said.about, said.to} == {path.start.id, path.hops[-1].end.id}


def _kin_of(said: Said) -> bool:
    return str(_TERMS.says(said.term, "tie", "KIN_OF")) == "KIN_OF"


def _walked(path: Path, known: Family) -> Relation:
    taken = [_step(hop.tie, hop.forward, hop.start.id, hop.end.id) for hop in path.hops]
    steps = shortened(taken, known)
    chain = links(steps, known)
    adopted = any(_pair(step) in known.adopted for step in taken)
    fits = cases(chain, known.sex.get(path.start.id), "adoptive" if adopted and len(chain) == 1 else "")
    on_it = sorted({ref.id for ref in (path.start, *(hop.end for hop in path.hops))})
    rivals = tuple(Rivals(child, tuple(sorted(known.rivals(child)))) for child in on_it if known.rivals(child))
    doubts = tuple(dict.fromkeys(_doubts(taken, steps, known, adopted)))
    return Relation("".join(link.text for link in chain), chain, tuple(fits), in_words(chain), path, rivals, doubts)


def _doubts(taken: Sequence[Step], steps: Sequence[Step], known: Family, adopted: bool) -> Iterator[Doubt]:
    if adopted:
        yield "adoptive"
    for step in steps:
        if step.way == "sibling" and not known.are_half(step.start, step.end):
            shared = known.parents.get(step.start, frozenset()) & known.parents.get(step.end, frozenset())
            if len(shared) < 2:
                yield "maybe_half"
        elif step.way != "sibling" and step not in taken:
            yield "inferred"
    for first, second in pairwise(steps):
        child = first.start if (first.way, second.way) == ("up", "spouse") else second.end
        if (first.way, second.way) in (("up", "spouse"), ("spouse", "down")) and len(known.parents.get(child, ())) < 2:
            yield "maybe_own"


def _step(tie: str, forward: bool, start: str, end: str) -> Step:
    ways: dict[str, Way] = {"SPOUSE_OF": "spouse", "SIBLING_OF": "sibling"}
    return Step(ways.get(tie) or ("up" if forward else "down"), start, end)


def _pair(step: Step) -> tuple[str, str]:
    return (step.start, step.end) if step.way == "up" else (step.end, step.start)


def _asserted(said: Said, path: Path, known: Family) -> Relation:
    """What a source says in one word: a stepfather, a milk brother, or just kin."""
    ego, alter = path.start.id, path.hops[-1].end.id
    forward, bond = said.about == alter, str(_TERMS.says(said.term, "bond", ""))
    letters = str(_TERMS.says(said.term, "line", ""))
    if letters:
        ahead = _AHEAD.get(letters, letters) if bond == "step" else letters
        letters = ahead if forward else _BACK[letters][bond != "step"]
    chain = [Link(letter) for letter in letters]
    if chain:
        chain[-1] = chain[-1].of(known.sex.get(alter))
        if letters.startswith("O"):
            chain[0] = chain[0].of(opposite(known.sex.get(ego)))
    fits = cases(chain, known.sex.get(ego), "" if bond == "step" else bond) if chain else []
    label = _TERMS[said.term].label if said.term and (forward or not chain) else None
    words = {lang: label[lang] for lang in LANGS} if label else in_words(chain)
    relation = "".join(link.text for link in chain)
    return Relation(relation, tuple(chain), tuple(fits), words, path, (), (), said.written)
