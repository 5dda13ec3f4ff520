"""A family tree as claims: every statement with the source it cites, or with the file where it cites none."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb.model import Claim, make_claim
from loaders.gedcom.tree import Citation, Entry, Fact, Family, Individual, Link, Name, Said, Work

Made = Iterator[tuple[Claim, int]]

FILE = "tree"
_KAZAKH = re.compile("[әғқңөұүһі]", re.IGNORECASE)
_CYRILLIC = re.compile("[а-яё]", re.IGNORECASE)
_LATIN = re.compile("[a-z]", re.IGNORECASE)
_SEXES = {"M": "male", "F": "female"}
#: Facts whose value is a property of the person, and those that are a date and a place of it.
_VALUES = {
    "OCCU": "occupation",
    "EDUC": "education",
    "NATI": "nationality",
    "TITL": "title",
    "CAST": "lineage",
}
_WHEN = {"BIRT": ("birth", "birthplace"), "DEAT": ("death", "")}


class Maker:
    """Makes claims in one data set."""

    def __init__(self, dataset: str) -> None:
        self._dataset = dataset

    def file(self, title: str) -> Made:
        """The tree itself, the source of all that it does not cite another for."""
        values = {"title": title, "source_kind": "compilation"}
        yield make_claim("source", (self._record(FILE), "Source"), values), 1

    def claims(self, entry: Entry) -> Made:
        """The claims of one entry, with the line that says each."""
        if isinstance(entry, Individual):
            yield from self._individual(entry)
        elif isinstance(entry, Family):
            yield from self._family(entry)
        else:
            yield from self._work(entry)

    def _record(self, key: str) -> str:
        return f"{self._dataset}:{key}"

    def _person(self, key: str) -> tuple[str, str]:
        return self._record(key), "Person"

    def _say(
        self,
        kind: str,
        about: tuple[str, str],
        values: dict[str, str],
        said: Said,
        line: int,
        *,
        to: tuple[str, str] | None = None,
        stance: str = "asserts",
        certainty: str = "not_rated",
    ) -> Made:
        """One claim for each source that says it."""
        for each in said.citations or (None,):
            yield (
                make_claim(
                    kind,
                    about,
                    values,
                    to=to,
                    cites=[self._source(each)],
                    locator=each.page if each else None,
                    quote=each.text if each else None,
                    voice=None if each else "family",
                    stance=stance,
                    certainty=each.certainty if each and certainty == "not_rated" else certainty,
                ),
                said.line or line,
            )

    def _source(self, citation: Citation | None) -> str:
        return self._record(f"source.{citation.source}" if citation else FILE)

    def _individual(self, entry: Individual) -> Made:
        about = self._person(entry.key)
        line = entry.said.line
        yield from self._say(
            "person", about, {"sex": _SEXES[entry.sex]} if entry.sex in _SEXES else {}, entry.said, line
        )
        taken: set[str] = set()
        for name in entry.names:
            yield from self._say("person", about, _name_values(name, taken), name.said, line)
            yield from self._notes(about, name.said, line)
        for fact in entry.facts:
            yield from self._fact(about, fact, line)
        yield from self._notes(about, entry.said, line)
        for link in entry.associations:
            yield from self._tie("association", about, link, line)

    def _fact(self, about: tuple[str, str], fact: Fact, line: int) -> Made:
        values: dict[str, str] = {}
        left: list[str] = []
        if fact.tag in _WHEN:
            date, place = _WHEN[fact.tag]
            values = {date: fact.date, place: fact.place} if place else {date: fact.date}
            left = [fact.value if fact.value != "Y" else "", "" if place else fact.place, fact.detail]
        elif fact.tag in _VALUES and (fact.value or fact.place):
            # some programs write an occupation where its place belongs
            values = {_VALUES[fact.tag]: fact.value or fact.place}
            left = [fact.date, fact.place if fact.value else "", fact.detail]
        elif fact.tag == "BURI" and fact.place:
            values = {"burial": fact.place}
            left = [fact.date, fact.value, fact.detail]
        elif fact.tag == "RESI" and (fact.place or fact.value):
            values = {"residence": fact.place or fact.value}
            left = [fact.date, fact.value if fact.place else "", fact.detail]
        else:
            left = [fact.value, fact.date, fact.place, fact.detail]
        told = ", ".join(" ".join(each.split()) for each in left if each.strip())
        if told or not any(values.values()):
            values["note"] = f"{fact.tag}: {told}" if told else fact.tag
        yield from self._say("person", about, {name: text for name, text in values.items() if text}, fact.said, line)
        yield from self._notes(about, fact.said, line, f"{fact.tag}: ")

    def _notes(self, about: tuple[str, str], said: Said, line: int, lead: str = "") -> Made:
        for text in said.notes:
            yield from self._say("person", about, {"note": lead + text}, Said(said.line), line)

    def _tie(self, kind: str, about: tuple[str, str], link: Link, line: int) -> Made:
        to = self._person(link.to)
        stance, certainty = link.stance, link.certainty
        values = {"term": link.term}
        yield from self._say(kind, about, values, link.said, line, to=to, stance=stance, certainty=certainty)
        yield from self._notes(about, link.said, line, f"{link.term}: ")

    def _family(self, entry: Family) -> Made:
        line = entry.said.line
        partners = [self._person(key) for key in entry.partners]
        if len(partners) == 2:
            link = Link(entry.partners[1], "spouse_of", entry.said)
            yield from self._tie("kinship", partners[0], link, line)
        for partner in partners:
            for fact in entry.facts:
                yield from self._fact(partner, fact, line)
        for child, parent, link in entry.children:
            for key in entry.partners:
                if parent in (None, key):
                    told = Link(key, link.term, link.said, link.stance, link.certainty)
                    yield from self._tie("kinship", self._person(child), told, line)

    def _work(self, entry: Work) -> Made:
        about = (self._record(f"source.{entry.key}"), "Source")
        values = {"title": entry.title, "author": entry.author, "reference": entry.reference}
        yield make_claim("source", about, {name: text for name, text in values.items() if text}), entry.line
        for text in entry.notes:
            yield make_claim("source", about, {"note": text}), entry.line


def _name_values(name: Name, taken: set[str]) -> dict[str, str]:
    """The first name of each script is the person's; others are other names."""
    property_ = _property(name.text)
    if property_ in taken:
        property_ = "name_variants"
    taken.add(property_)
    values = {property_: name.text}
    if name.surname and property_ != "name_variants":
        values["surname"] = name.surname
    if name.type:
        values["note"] = f"{name.text}: {name.type}"
    return values


def _property(name: str) -> str:
    if _KAZAKH.search(name):
        return "name_kk"
    if _CYRILLIC.search(name):
        return "name_ru"
    return "name_latin" if _LATIN.search(name) else "name"
