"""Family trees of Gramps (its XML, packed or not), read in two passes."""

from __future__ import annotations

import gzip
import io
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO, Any, cast

from kb.errors import DataError
from loaders.gedcom.tree import Citation, Entry, Fact, Family, Individual, Link, Name, Said, Work
from loaders.readers.packed import no_entities
from loaders.readers.xml import elements

_FACTS = {
    "Birth": "BIRT",
    "Death": "DEAT",
    "Burial": "BURI",
    "Occupation": "OCCU",
    "Education": "EDUC",
    "Residence": "RESI",
    "Nobility Title": "TITL",
    "Caste": "CAST",
    "National Origin": "NATI",
    "Nationality": "NATI",
    "Marriage": "MARR",
    "Divorce": "DIV",
}
_RATED = {"0": "doubtful", "1": "possible", "3": "probable", "4": "certain"}
_TIES = {
    "Birth": "child_of",
    "": "child_of",
    "Adopted": "adopted_child_of",
    "Stepchild": "step_child_of",
    "Foster": "foster_child_of",
}
_SEXES = {"M": "M", "F": "F"}
_MOST_BYTES = 1 << 30
_SEEN_BEFORE = ("event", "citation", "source", "placeobj", "note", "repository", "person")


class Gramps:
    """One file; ``entries`` after ``look_over``."""

    def __init__(self, path: Path, named: str) -> None:
        self._path = path
        self._named = named
        self._found: dict[str, dict[str, Any]] = {kind: {} for kind in _SEEN_BEFORE}
        self.left: list[tuple[str, int, str, str]] = []

    def _open(self) -> IO[bytes]:
        with self._path.open("rb") as file:
            packed = file.read(2) == b"\x1f\x8b"
        raw = gzip.open(self._path) if packed else self._path.open("rb")  # noqa: SIM115 - closed with what reads it
        return cast("IO[bytes]", _Limited(cast("IO[bytes]", raw), self._named))

    def _elements(self, *tags: str) -> Iterator[Any]:
        with self._open() as stream:
            yield from elements(stream, self._named, *(f"{{*}}{tag}" for tag in tags))

    def look_over(self) -> None:
        """First pass: all that persons and families refer to. DataError ``xml_entities``, ``broken_xml``."""
        with self._open() as stream:
            try:
                no_entities(stream, self._named, declared=True)
            except (OSError, EOFError) as error:
                raise DataError("not_this_format", file=self._named, value=str(error)) from None
        for element in self._elements(*_SEEN_BEFORE):
            kind, handle = _name(element), element.get("handle", "")
            self._found[kind][handle] = _READ[kind](element)

    def entries(self) -> Iterator[Entry]:
        """Sources, persons, families."""
        for handle, said in self._found["source"].items():
            yield self._work(handle, said)
        for element in self._elements("person", "family"):
            yield self._person(element) if _name(element) == "person" else self._family(element)

    def counts(self) -> dict[str, int]:
        """How many persons there are."""
        return {"INDI": len(self._found["person"])}

    def _key(self, handle: str) -> str:
        return str(self._found["person"].get(handle, ""))

    def _work(self, handle: str, said: dict[str, Any]) -> Work:
        stored = [self._found["repository"].get(each, "") for each in said["repositories"]]
        notes = (*said["notes"], *(self._found["note"].get(each, "") for each in said["noteref"]))
        return Work(
            handle, said["title"], said["author"], "; ".join(filter(None, stored)), tuple(filter(None, notes)),
            said["line"],
        )  # fmt: skip

    def _person(self, element: Any) -> Individual:
        facts = [self._event(ref) for ref in _children(element, "eventref")]
        facts += [self._attribute(each) for each in _children(element, "attribute")]
        facts += [self._address(each) for each in _children(element, "address")]
        links = [
            Link(key, each.get("rel", "") or "ASSO", self._said(each))
            for each in _children(element, "personref")
            if (key := self._key(each.get("hlink", "")))
        ]
        return Individual(
            key=element.get("id", ""),
            names=tuple(name for each in _children(element, "name") if (name := self._name(each)).text),
            sex=_SEXES.get(_text(element, "gender"), ""),
            facts=tuple(fact for fact in facts if fact is not None),
            associations=tuple(links),
            said=self._said(element),
        )

    def _name(self, element: Any) -> Name:
        surnames = [
            " ".join(filter(None, (each.get("prefix", ""), (each.text or "").strip())))
            for each in (*_children(element, "surname"), *_children(element, "last"))
        ]
        surname = " ".join(filter(None, surnames))
        parts = (_text(element, "title"), _text(element, "first"), surname, _text(element, "suffix"))
        type_ = element.get("type", "")
        kept = "" if type_ in ("", "Birth Name", "Unknown") else type_
        return Name(" ".join(filter(None, parts)), surname, kept, self._said(element))

    def _event(self, ref: Any) -> Fact | None:
        said = self._found["event"].get(ref.get("hlink", ""))
        if said is None:
            return None
        type_ = said["type"]
        role = ref.get("role", "")
        tag = _FACTS.get(type_, type_)
        if role not in ("", "Primary", "Family"):  # somebody else's event: never a birth or death of this person
            tag = f"{type_} ({role})"
        place = self._place(said["place"])
        return Fact(tag, said["description"], said["date"], place, said["cause"], self._told(said))

    def _attribute(self, element: Any) -> Fact:
        type_ = element.get("type", "")
        return Fact(_FACTS.get(type_, type_), element.get("value", ""), "", "", "", self._said(element))

    def _address(self, element: Any) -> Fact:
        parts = [(each.text or "").strip() for each in element if not each.get("hlink") and _name(each) != "dateval"]
        return Fact("RESI", ", ".join(filter(None, parts)), _date(element), "", "", self._said(element))

    def _place(self, handle: str) -> str:
        """A place with those that it lies in."""
        names: list[str] = []
        while handle in self._found["placeobj"] and len(names) < 10:
            place = self._found["placeobj"][handle]
            if place["title"]:
                return ", ".join([*names, place["title"]])
            names.append(place["name"])
            handle = place["inside"]
        return ", ".join(filter(None, names))

    def _family(self, element: Any) -> Family:
        partners = [
            (key, "frel" if tag == "father" else "mrel")
            for tag in ("father", "mother")
            for each in _children(element, tag)
            if (key := self._key(each.get("hlink", "")))
        ]
        children = [
            (child, parent, Link(parent, _TIES.get(ref.get(role, ""), ref.get(role, "")), self._said(ref)))
            for ref in _children(element, "childref")
            if (child := self._key(ref.get("hlink", "")))
            for parent, role in partners
        ]
        facts = [fact for each in _children(element, "eventref") if (fact := self._event(each)) is not None]
        keys = tuple(key for key, _ in partners)
        return Family(element.get("id", ""), keys, tuple(children), tuple(facts), self._said(element))

    def _said(self, element: Any) -> Said:
        return self._told({"line": element.sourceline or 0, "citations": _links(element, "citationref"),
                           "noteref": _links(element, "noteref")})  # fmt: skip

    def _told(self, said: dict[str, Any]) -> Said:
        cited = (self._found["citation"].get(each) for each in said["citations"])
        notes = (self._found["note"].get(each, "") for each in said["noteref"])
        return Said(
            said["line"],
            tuple(
                Citation(each["source"], each["page"], "", each["certainty"])
                for each in cited
                if each is not None and each["source"] in self._found["source"]
            ),
            tuple(filter(None, notes)),
        )


class _Limited(io.RawIOBase):
    """A stream that ends with an error before it swells beyond measure."""

    def __init__(self, stream: IO[bytes], named: str) -> None:
        self._stream = stream
        self._named = named
        self._left = _MOST_BYTES

    def readable(self) -> bool:
        """Yes."""
        return True

    def read(self, size: int = -1) -> bytes:
        """The next bytes. DataError ``zip_bomb``."""
        piece = self._stream.read(min(size, 1 << 20) if size >= 0 else 1 << 20)
        self._left -= len(piece)
        if self._left < 0:
            raise DataError("zip_bomb", file=self._named, value=str(_MOST_BYTES))
        return piece

    def close(self) -> None:
        """Close the file."""
        self._stream.close()
        super().close()


def _name(element: Any) -> str:
    return str(element.tag).rpartition("}")[2]


def _children(element: Any, tag: str) -> Iterator[Any]:
    yield from element.iterchildren(f"{{*}}{tag}")


def _text(element: Any, tag: str) -> str:
    return " ".join(" ".join((each.text or "").split()) for each in _children(element, tag)).strip()


def _links(element: Any, tag: str) -> list[str]:
    return [each.get("hlink", "") for each in _children(element, tag)]


def _date(element: Any) -> str:
    """A date as EDTF, or as its text where it is only that."""
    for each in element:
        name = _name(each)
        about = "~" if each.get("quality") in ("estimated", "calculated") else ""
        if name == "datestr":
            return str(each.get("val", ""))
        if name in ("daterange", "datespan"):
            return f"{each.get('start')}{about}/{each.get('stop')}{about}"
        if name == "dateval":
            value = str(each.get("val", ""))
            if each.get("cformat") == "Julian":
                value = ".".join(reversed(value.split("-"))) + " O.S."
            shapes = {"before": "../{}", "to": "../{}", "after": "{}/..", "from": "{}/..", "about": "{}~"}
            return shapes.get(each.get("type", ""), "{}").format(value + about)
    return ""


def _event(element: Any) -> dict[str, Any]:
    place = next(iter(_links(element, "place")), "")
    causes = (each.get("value", "") for each in _children(element, "attribute") if each.get("type") == "Cause")
    return {
        "type": _text(element, "type"),
        "date": _date(element),
        "place": place,
        "description": _text(element, "description"),
        "cause": ", ".join(causes),
        "citations": _links(element, "citationref"),
        "noteref": _links(element, "noteref"),
        "line": element.sourceline or 0,
    }


def _citation(element: Any) -> dict[str, Any]:
    return {
        "source": next(iter(_links(element, "sourceref")), ""),
        "page": _text(element, "page"),
        "certainty": _RATED.get(_text(element, "confidence"), "not_rated"),
    }


def _source(element: Any) -> dict[str, Any]:
    return {
        "title": _text(element, "stitle"),
        "author": _text(element, "sauthor"),
        "notes": [_text(element, "spubinfo"), _text(element, "sabbrev")],
        "noteref": _links(element, "noteref"),
        "repositories": _links(element, "reporef"),
        "line": element.sourceline or 0,
    }


def _placeobj(element: Any) -> dict[str, Any]:
    names = [each.get("value", "") for each in _children(element, "pname")]
    return {
        "title": _text(element, "ptitle"),
        "name": names[0] if names else "",
        "inside": next(iter(_links(element, "placeref")), ""),
    }


def _note(element: Any) -> str:
    return "\n".join(each.text or "" for each in _children(element, "text")).strip()


_READ: dict[str, Callable[[Any], Any]] = {
    "event": _event,
    "citation": _citation,
    "source": _source,
    "placeobj": _placeobj,
    "note": _note,
    "repository": lambda element: _text(element, "rname"),
    "person": lambda element: element.get("id", ""),
}
