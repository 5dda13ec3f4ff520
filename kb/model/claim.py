"""A claim: at this place, this source says this about that record. Claims are never changed; a correction is
another claim.
"""

from __future__ import annotations

import hashlib
import json
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from typing import Any

from kb.errors import DataError
from kb.model.schema import SCHEMA

FORMAT = 1
_CLOSED = ("access", "voice", "stance", "certainty", "level")


@dataclass(frozen=True, slots=True)
class Claim:
    """One claim. Make it with :func:`make_claim`, which gives it its id and checks its shape.

    ``about`` and ``to`` are record ids with their kinds; ``cites`` lists the source records that say it: one, or
    several where an
    input names several sources for one statement and does not tell which of them says it. ``values`` are as written.
    """

    id: str
    kind: str
    about: str
    about_kind: str
    to: str | None
    to_kind: str | None
    cites: tuple[str, ...]
    values: Mapping[str, str]
    locator: str | None
    quote: str | None
    access: str | None
    voice: str | None
    stance: str
    certainty: str
    level: str
    why: str | None

    @property
    def records(self) -> tuple[tuple[str, str], ...]:
        """The records that the claim names, each with its kind."""
        named = [(self.about, self.about_kind)]
        if self.to is not None and self.to_kind is not None:
            named.append((self.to, self.to_kind))
        named.extend((source, "Source") for source in self.cites)
        return tuple(named)

    def as_row(self) -> dict[str, Any]:
        """The claim as the properties of its node: fields and values side by side, nothing empty."""
        row: dict[str, Any] = {
            name: value for name in _FIELDS if (value := getattr(self, name)) not in (None, ()) and name != "values"
        }
        if self.cites:
            row["cites"] = list(self.cites)
        row.update(self.values)
        return row

    @classmethod
    def from_row(cls, row: Mapping[str, Any]) -> Claim:
        """The claim that :meth:`as_row` wrote."""
        taken: dict[str, Any] = {name: row.get(name) for name in _FIELDS if name not in ("values", "cites")}
        values = {name: value for name, value in row.items() if name not in _FIELDS and name != "past"}
        return cls(**taken, cites=tuple(row.get("cites") or ()), values=values)


_FIELDS = tuple(field.name for field in fields(Claim))


def _nfc(text: str | None) -> str | None:
    return unicodedata.normalize("NFC", text) if text is not None and text != "" else None


def make_claim(
    kind: str,
    about: tuple[str, str],
    values: Mapping[str, str] | None = None,
    *,
    to: tuple[str, str] | None = None,
    cites: Iterable[str] = (),
    locator: str | None = None,
    quote: str | None = None,
    access: str | None = None,
    voice: str | None = None,
    stance: str = "asserts",
    certainty: str = "not_rated",
    level: str = "team",
    why: str | None = None,
) -> Claim:
    """A claim with its id, the hash of all its content in canonical form (NFC, sorted keys, format version).

    ``about`` and ``to`` are (record id, kind). Raises DataError (``claim_shape``, ``claim_value``) where the
    schema has no such claim.
    """
    said = {name: unicodedata.normalize("NFC", value) for name, value in (values or {}).items() if value != ""}
    content: dict[str, Any] = {
        "kind": kind,
        "about": about[0],
        "about_kind": about[1],
        "to": to[0] if to else None,
        "to_kind": to[1] if to else None,
        "cites": tuple(sorted(set(cites))),
        "values": said,
        "locator": _nfc(locator),
        "quote": _nfc(quote),
        "access": _nfc(access),
        "voice": _nfc(voice),
        "stance": stance,
        "certainty": certainty,
        "level": level,
        "why": _nfc(why),
    }
    _check(content)
    return Claim(id=content_id("c", content), **content)


def content_id(letter: str, content: Mapping[str, Any]) -> str:
    """``letter`` and 32 hexadecimal digits: the hash of ``content``, in which what is empty does not count."""
    canonical = {name: value for name, value in content.items() if value not in (None, (), "") and value != {}}
    text = _canonical({"format": FORMAT, **canonical})
    return letter + hashlib.blake2b(text.encode("utf-8"), digest_size=16).hexdigest()


#: One encoder for all claims: ``json.dumps`` with these settings would make a new one each time.
_canonical = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode


def _check(content: Mapping[str, Any]) -> None:
    shape = SCHEMA.shapes.get(content["kind"])
    fits = (
        shape is not None
        and content["about_kind"] in shape.about
        and (content["to_kind"] in shape.to if shape.to else content["to"] is None)
    )
    if shape is None or not fits:
        raise DataError(
            "claim_shape",
            kind=content["kind"],
            about=content["about_kind"],
            to=content["to_kind"] or "–",
            record=content["about"],
        )
    if unknown := set(content["values"]) - shape.values:
        raise DataError("claim_value", kind=content["kind"], column=", ".join(sorted(unknown)), record=content["about"])
    for field in _CLOSED:
        if content[field] is not None and content[field] not in SCHEMA.vocabularies[field]:
            raise DataError("claim_term", column=field, value=content[field], record=content["about"])
