"""Records of GEDCOM 5.5.1 and 7 as a family tree. Of what line nothing was made, that line is told."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from loaders.gedcom.lines import Node
from loaders.gedcom.tree import Citation, Entry, Fact, Family, Individual, Link, Name, Said, Work

#: What says nothing of the past: how the record was kept, and repetitions of what other lines say.
KEPT_BY_PROGRAMS = ("CHAN", "CREA", "RIN", "UID", "_UID", "EXID", "REFN", "SUBM", "FAMS", "ANCI", "DESI", "AFN", "RFN")
_NAME_PARTS = ("NPFX", "GIVN", "NICK", "SPFX", "SURN", "NSFX")
_NO_FACTS = frozenset(
    {"NAME", "SEX", "NOTE", "SNOTE", "SOUR", "ASSO", "ALIA", "FAMC", "OBJE", "RESN", "HUSB", "WIFE", "CHIL", "CONT"}
    | {"CONC", "TRAN", *KEPT_BY_PROGRAMS}
)
_RATED = {"0": "doubtful", "1": "possible", "2": "probable", "3": "certain"}
_PEDIGREE = {
    "BIRTH": "child_of",
    "NATURAL": "child_of",
    "ADOPTED": "adopted_child_of",
    "FOSTER": "foster_child_of",
    "STEP": "step_child_of",
}
_STATUS = {
    "DISPROVEN": ("denies", "not_rated"),
    "CHALLENGED": ("asserts", "doubtful"),
    "PROVEN": ("asserts", "certain"),
}
#: Programs say under a child how it is related to the one and the other parent.
_RELATION_TO = {"HUSB": "_FREL", "WIFE": "_MREL"}


class Told:
    """What records tell in a second pass, when it is known which records there are and what the notes say."""

    def __init__(self) -> None:
        self.kinds: dict[str, str] = {}
        self.notes: dict[str, str] = {}
        self.repositories: dict[str, str] = {}
        self.pedigrees: dict[tuple[str, str], list[Node]] = {}
        self.adopted: set[tuple[str, str]] = set()
        self.inline: dict[str, str] = {}

    def first_pass(self, record: Node) -> None:
        """Note what other records refer to."""
        if not record.xref:
            return
        self.kinds[record.xref] = record.tag
        if record.tag in ("NOTE", "SNOTE"):
            self.notes[record.xref] = record.said
        elif record.tag == "REPO":
            self.repositories[record.xref] = record.text("NAME")
        elif record.tag == "INDI":
            for event in record.all("ADOP"):
                self.adopted.update((record.xref, each.pointer) for each in event.all("FAMC"))
            for link in record.all("FAMC"):
                if link.parts and link.pointer:
                    self.pedigrees.setdefault((record.xref, link.pointer), []).append(link)

    def entry(self, record: Node) -> Entry | None:
        """What a record is; None for kinds that are no part of the tree."""
        for part in record.all(*KEPT_BY_PROGRAMS):
            _use_all(part)
        if record.tag == "INDI":
            return self._individual(record)
        if record.tag == "FAM":
            return self._family(record)
        return self._work(record) if record.tag == "SOUR" else None

    def works(self) -> Iterator[Work]:
        """The sources that lines described in place, without a record of their own."""
        for key, title in self.inline.items():
            yield Work(key, title, "", "", (), 0)

    def _individual(self, record: Node) -> Individual:
        names = tuple(self._name(node) for node in record.all("NAME") if node.said)
        links = (self._association(node) for node in record.all("ASSO", "ALIA"))
        for link in record.all("FAMC"):  # said by the family, with what the link tells of it
            _use_all(link)
        record.first("RESN")
        return Individual(
            key=record.xref,
            names=names,
            sex=record.text("SEX").upper(),
            facts=tuple(self._facts(record)),
            associations=tuple(link for link in links if link is not None),
            said=self._said(record),
        )

    def _name(self, node: Node) -> Name:
        parts = {part: node.text(part) for part in _NAME_PARTS}
        before, slash, rest = node.said.partition("/")
        inside, _, after = rest.partition("/")
        text = " ".join(f"{before} {inside} {after}".split()) if slash else " ".join(node.said.split())
        surname = " ".join(inside.split()) or parts["SURN"]
        return Name(text, surname, self._type(node), self._said(node))

    def _type(self, node: Node) -> str:
        type_ = node.first("TYPE")
        if type_ is None:
            return ""
        phrase = type_.text("PHRASE")
        return ", ".join(filter(None, (type_.said, phrase)))

    def _facts(self, record: Node) -> Iterator[Fact]:
        for node in record.parts:
            if node.tag in _NO_FACTS:
                continue
            node.used = True
            date, place = node.first("DATE"), node.first("PLAC")
            detail = [self._type(node), node.text("AGE"), node.text("CAUS"), node.text("AGNC")]
            detail += [_with_parts(each) for each in node.all("ADDR", "RELI")]
            if node.tag == "ADOP":
                detail += [each.text("ADOP") for each in node.all("FAMC")]
            if date is not None:
                phrase = date.text("PHRASE")
                detail.append(phrase if date.said else "")
                said_date = date.said or phrase
            yield Fact(
                tag=_tag(node),
                value=node.said,
                date=said_date if date is not None else "",
                place=_place(place) if place is not None else "",
                detail=", ".join(filter(None, detail)),
                said=self._said(node),
            )

    def _association(self, node: Node) -> Link | None:
        if self.kinds.get(node.pointer) != "INDI":
            node.used = False  # nobody there: told as it stands
            return None
        role = node.first("ROLE") or node.first("RELA")
        parts = [role.said, role.text("PHRASE")] if role is not None else []
        parts.append(node.text("PHRASE"))
        term = ", ".join(filter(None, parts)) or node.tag
        return Link(node.pointer, term, self._said(node))

    def _family(self, record: Node) -> Family:
        partners: list[tuple[str, str]] = []
        for node in record.all("HUSB", "WIFE"):
            if self.kinds.get(node.pointer) == "INDI":
                partners.append((node.pointer, _RELATION_TO[node.tag]))
            else:
                node.used = node.value.strip() in ("", "@VOID@") and not node.parts
        children: list[tuple[str, str | None, Link]] = []
        for node in record.all("CHIL"):
            if self.kinds.get(node.pointer) != "INDI":
                node.used = node.value.strip() in ("", "@VOID@") and not node.parts
                continue
            children.extend(self._child(node, record.xref, partners))
        record.first("RESN")
        keys = tuple(key for key, _ in partners)
        return Family(record.xref, keys, tuple(children), tuple(self._facts(record)), self._said(record))

    def _child(
        self, node: Node, family: str, partners: list[tuple[str, str]]
    ) -> Iterator[tuple[str, str | None, Link]]:
        """The ties of a child: one for each link that its own record has, for each parent where those differ."""
        said = self._said(node)
        each_parent = {
            parent: _PEDIGREE.get(text.upper(), text) for parent, tag in partners if (text := node.text(tag))
        }
        links: list[Node | None] = [*self.pedigrees.get((node.pointer, family), ())]
        for link in links or [None]:
            usual = "adopted_child_of" if (node.pointer, family) in self.adopted else "child_of"
            term, stance, certainty = usual, "asserts", "not_rated"
            if link is not None:
                pedigree, status = link.text("PEDI").upper(), link.text("STAT").upper()
                term = _PEDIGREE.get(pedigree, pedigree.lower() or usual)
                stance, certainty = _STATUS.get(status, (stance, certainty))
                more = self._said(link)
                said = Said(said.line, (*said.citations, *more.citations), (*said.notes, *more.notes))
            for parent, _ in partners:
                own = each_parent.get(parent, term)
                yield node.pointer, parent, Link(parent, own, said, stance, certainty)

    def _work(self, record: Node) -> Work:
        reference = []
        for node in record.all("REPO"):
            name = self.repositories.get(node.pointer, "" if node.pointer else node.said)
            reference.append(", ".join(filter(None, (name, *(each.said for each in node.all("CALN"))))))
        notes = [record.text(tag) for tag in ("PUBL", "ABBR", "TEXT")]
        return Work(
            key=record.xref,
            title=record.text("TITL") or record.said,
            author=record.text("AUTH"),
            reference="; ".join(filter(None, reference)),
            notes=tuple(filter(None, (*notes, *self._notes(record)))),
            line=record.line,
        )

    def _said(self, node: Node) -> Said:
        return Said(node.line, tuple(self._citations(node)), tuple(self._notes(node)))

    def _notes(self, node: Node) -> Iterator[str]:
        for note in node.all("NOTE", "SNOTE"):
            text = self.notes.get(note.pointer, "") if note.pointer else note.said
            if text:
                yield text
            else:
                note.used = not note.value.strip() or note.pointer == "VOID"

    def _citations(self, node: Node) -> Iterator[Citation]:
        for cited in node.all("SOUR"):
            key = cited.pointer
            if key and self.kinds.get(key) != "SOUR":
                cited.used = key == "VOID" and not cited.parts
                continue
            if not key:
                if not cited.said:
                    continue
                key = "inline." + hashlib.blake2b(cited.said.encode(), digest_size=5).hexdigest()
                self.inline[key] = cited.said
            data = cited.first("DATA")
            texts = [each.said for each in data.all("TEXT")] if data is not None else []
            texts += [each.said for each in cited.all("TEXT")]
            rated = _RATED.get(cited.text("QUAY"), "not_rated")
            yield Citation(key, cited.text("PAGE"), "\n".join(filter(None, texts)), rated)


def _tag(node: Node) -> str:
    if node.tag == "NO":  # said not to have happened
        return f"NO {node.value.strip()}"
    return node.tag


def _place(node: Node) -> str:
    node.first("FORM")
    return node.said


def _with_parts(node: Node) -> str:
    said = [node.said]
    said += [part.said for part in node.parts if not part.used]
    _use_all(node)
    return ", ".join(" ".join(each.split()) for each in dict.fromkeys(said) if each)


def _use_all(node: Node) -> None:
    node.used = True
    for part in node.parts:
        _use_all(part)
