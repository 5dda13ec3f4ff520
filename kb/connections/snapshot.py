"""The projected graph as compressed arrays: entities sorted by id, ties, and for each entity the ties at it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np

from kb.connections.codes import CERTAINTIES, CERTAINTY, KINDS, OPEN, PROSECUTION_ONLY, TIES, VOICES
from kb.connections.layout import Array, Mapped
from kb.connections.weights import costs, weights
from kb.errors import UnknownId

#: Changes whenever the arrays or the words behind their numbers do: a file of another format is built anew.
FORMAT = hashlib.sha256(repr((2, KINDS, TIES, VOICES, CERTAINTIES)).encode()).hexdigest()[:8]
#: What stands in columns of its own; every other property of a tie is kept as it is.
COLUMNS = frozenset({"claims", "certainty", "witnesses", "earliest", "latest", "prosecution_only", "voices"})


@dataclass(frozen=True, slots=True)
class EntityRef:
    """An entity: its ``id``, its ``kind`` and what to print for it."""

    id: str
    kind: str
    label: str

    def document(self) -> dict[str, str]:
        """``{id, kind, label}``."""
        return {"id": self.id, "kind": self.kind, "label": self.label}


class Snapshot:
    """One version of the graph, never changed. Entities and ties are called by their place in the arrays.

    ``kind`` of the entities (index in KINDS), ``connects``, ``day`` on which a measure was decided (YYYYMMDD, OPEN
    where it is not known to the day); of the ties ``type`` (in TIES), ``start``, ``end``,
    ``certainty`` (rank), ``witnesses``, ``earliest`` and ``latest`` (YYYYMMDD, OPEN where open), ``voices`` (a bit for
    each of VOICES), ``flags``. The ties at entity ``e`` are ``at_tie[first[e]:first[e + 1]]`` and lead to ``at_other``.
    """

    def __init__(self, mapped: Mapped) -> None:
        self._arrays = arrays = mapped.arrays
        self.version: str = mapped.about["version"]
        self.kind, self.connects = arrays["kind"], arrays["connects"].view(np.bool_)
        self.day = arrays["day"]
        self.type, self.start, self.end = arrays["type"], arrays["start"], arrays["end"]
        self.certainty, self.witnesses = arrays["certainty"], arrays["witnesses"]
        self.earliest, self.latest = arrays["earliest"], arrays["latest"]
        self.voices, self.flags = arrays["voices"], arrays["flags"]
        self.first, self.at_tie, self.at_other = arrays["first"], arrays["at_tie"], arrays["at_other"]

    def __len__(self) -> int:
        return len(self.kind)

    @property
    def ties(self) -> int:
        """The number of ties."""
        return len(self.type)

    @cached_property
    def degree(self) -> Array:
        """How many ties each entity has."""
        return np.diff(self.first)

    @cached_property
    def cost(self) -> Array:
        """What each tie costs by its evidence, as :mod:`kb.connections.weights` says."""
        degrees = self.degree[self.start], self.degree[self.end]
        return costs(weights(), self.type, self.certainty, self.witnesses, self.flags, degrees)

    def find(self, ident: str) -> int:
        """The place of the entity ``ident``. Raises UnknownId."""
        wanted = ident.encode()
        low, high = 0, len(self)
        while low < high:
            middle = (low + high) // 2
            if self._text("id", middle) < wanted:
                low = middle + 1
            else:
                high = middle
        if low == len(self) or self._text("id", low) != wanted:
            raise UnknownId("unknown_id", id=ident)
        return low

    def entity(self, place: int) -> EntityRef:
        """The entity at ``place``."""
        return EntityRef(self.id(place), KINDS[self.kind[place]], self._text("label", place).decode())

    def id(self, place: int) -> str:
        """The id of the entity at ``place``."""
        return self._text("id", place).decode()

    def ties_at(self, place: int, types: Collection[str]) -> Iterator[tuple[int, int]]:
        """The ties of ``types`` at an entity, each with the entity at its other end."""
        wanted = {TIES.index(type_) for type_ in types}
        part = slice(self.first[place], self.first[place + 1])
        for tie, other in zip(self.at_tie[part].tolist(), self.at_other[part].tolist(), strict=True):
            if self.type[tie] in wanted:
                yield tie, other

    def claims(self, tie: int) -> list[str]:
        """The ids of the claims that carry a tie."""
        first, last = self._arrays["claims_first"][tie : tie + 2]
        return [claim.decode() for claim in self._arrays["claim"][first:last].tolist()]

    def claims_of(self, ties: Array) -> tuple[Array, Array]:
        """The claims (bytes) of many ties, one tie after the other, and where those of each begin, and the end."""
        begins = self._arrays["claims_first"][ties]
        counts = self._arrays["claims_first"][ties + 1] - begins
        first = offsets(counts)
        place = np.arange(first[-1]) + np.repeat(begins - first[:-1], counts)
        return self._arrays["claim"][place], first

    def properties(self, tie: int) -> dict[str, Any]:
        """The properties of a tie as the base has them, without its claims."""
        found: dict[str, Any] = json.loads(self._text("rest", int(self._arrays["rest"][tie])))
        found["certainty"] = CERTAINTIES[self.certainty[tie]]
        found["witnesses"] = int(self.witnesses[tie])
        found["prosecution_only"] = bool(self.flags[tie] & PROSECUTION_ONLY)
        for name, column in (("earliest", self.earliest), ("latest", self.latest)):
            if column[tie] != OPEN:
                found[name] = int(column[tie])
        voices = [voice for place, voice in enumerate(VOICES) if self.voices[tie] >> place & 1]
        if voices:
            found["voices"] = voices
        return found

    def saying(self, name: str, values: Collection[str]) -> Array:
        """For each tie: whether its property ``name`` is one of ``values``, or a list with one of them."""
        wanted = set(values)
        said = (rest.get(name, ()) for rest in self._rests)
        told = [not wanted.isdisjoint((each,) if isinstance(each, str) else each) for each in said]
        found: Array = np.array(told, dtype=np.bool_)[self._arrays["rest"]]
        return found

    @cached_property
    def _rests(self) -> list[dict[str, Any]]:
        """What ties say beside their columns: many say the same, which is kept once."""
        return [json.loads(self._text("rest", place)) for place in range(len(self._arrays["rest_first"]) - 1)]

    def of_kind(self, kind: str) -> Array:
        """The places of all entities of ``kind``."""
        return np.flatnonzero(self.kind == KINDS.index(kind))

    def _text(self, name: str, place: int) -> bytes:
        first, last = self._arrays[f"{name}_first"][place : place + 2]
        return self._arrays[f"{name}_text"][first:last].tobytes()


def packed(texts: Iterable[str], name: str) -> Iterator[tuple[str, Array]]:
    """Texts as two arrays: the bytes of all, and where each begins (one more at the end)."""
    coded = [text.encode() for text in texts]
    yield f"{name}_text", np.frombuffer(b"".join(coded), dtype=np.uint8)
    yield f"{name}_first", offsets([len(each) for each in coded])


def offsets(lengths: Sequence[int] | Array) -> Array:
    """Where parts of these ``lengths`` begin, and the end."""
    found = np.zeros(len(lengths) + 1, dtype=np.int64)
    np.cumsum(lengths, out=found[1:])
    return found


def at_entities(entities: int, start: Array, end: Array) -> dict[str, Array]:
    """The ties at each entity, in both directions: ``first``, ``at_tie``, ``at_other``."""
    near = np.concatenate((start, end))
    order = np.argsort(near, kind="stable")
    ties = np.tile(np.arange(len(start), dtype=np.int32), 2)
    return {
        "first": offsets(np.bincount(near, minlength=entities)),
        "at_tie": ties[order],
        "at_other": np.concatenate((end, start))[order].astype(np.int32),
    }


def ranks(properties: Mapping[str, Any]) -> tuple[int, int, int, int, int, int]:
    """The columns of a tie: certainty, witnesses, earliest, latest, voices, flags (DOCUMENTED is not known here)."""
    voices = sum(1 << VOICES.index(voice) for voice in properties.get("voices") or () if voice in VOICES)
    return (
        CERTAINTY.get(str(properties.get("certainty")), CERTAINTY["not_rated"]),
        int(properties.get("witnesses") or 0),
        _day(properties.get("earliest")),
        _day(properties.get("latest")),
        voices,
        PROSECUTION_ONLY if properties.get("prosecution_only") else 0,
    )


def _day(value: int | None) -> int:
    return OPEN if value is None else int(value)
