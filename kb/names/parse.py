"""The words of a name, told from titles, remarks and suffixes that stand apart; and the role of each word."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from kb.names import tables
from kb.names.alphabets import Alphabets, alphabets
from kb.names.cases import nominative
from kb.names.clean import script_of
from kb.names.elements import known_name, muslim
from kb.names.sounds import fold
from kb.names.words import Word, givens, word

Role = Literal["surname", "given", "patronymic"]

_TOKEN = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*'?\.?|,")
_SUFFIXES = frozenset(
    {"uly", "uli", "ogly", "oglu", "ogli", "ugly", "ugli", "oguly", "oguli", "kyzy", "kizi", "kyzi", "gyzy", "balasy"}
)
_SON_OF = frozenset({"syn", "ibn", "bin", "ben", "doc"})


@dataclass(frozen=True, slots=True)
class Parts:
    """The words of a name in their order, the titles beside them, and what is neither.

    ``declined``: (as written, nominative) of the words that stood in another case; ``whole``: the words again, with
    each title that may be the end of a compound name (Али хан) joined to the word before it.
    """

    words: tuple[Word, ...]
    titles: tuple[str, ...]
    remarks: tuple[str, ...]
    declined: tuple[tuple[str, str], ...]
    whole: tuple[Word, ...]


@cache
def titles() -> Mapping[str, tuple[str, bool]]:
    """Spellings of titles → the title, and whether it is a given name as well."""
    return {
        form: (row["title"], row["also_name"] == "yes")
        for row in tables.rows("titles")
        for form in row["forms"].split()
    }


def _title(piece: str) -> str | None:
    found = titles().get(piece.rstrip(".").lower())
    return found[0] if found else None


def all_titles(text: str) -> tuple[str, ...]:
    """The titles of a text that holds nothing else; empty where it holds more."""
    found = [_title(piece) for piece in _TOKEN.findall(text) if piece != ","]
    return tuple(title for title in found if title) if all(found) else ()


def _cased(text: str) -> bool:
    return text.lower() != text


Sort = Literal["name", "suffix", "son of", "title", "titled"]


def parse(text: str, decline: bool = True) -> Parts:
    """Parse a cleaned text without brackets; ``decline``: bring words to the nominative."""
    tokens = _TOKEN.findall(text)
    capitals = _cased(text)
    context = alphabets(text)
    said, remarks = _without_remarks(tokens, capitals)
    sorts = [_sort(piece, said, capitals) for piece in said]
    names = [piece for piece, sort in zip(said, sorts, strict=True) if sort == "name"]
    plain = iter(nominative(names) if decline else names)
    words: list[Word] = []
    whole: list[Word] = []
    found: list[str] = []
    declined: list[tuple[str, str]] = []
    father = False
    for piece, sort in zip(said, sorts, strict=True):
        if sort == "name":
            read = word(next(plain), context)
            if read.text != piece:
                declined.append((piece, read.text))
            words.append(_father(read) if father else read)
            whole.append(words[-1])
        elif sort == "suffix" and words:
            words[-1] = whole[-1] = _with_suffix(words[-1], piece, context)
        elif sort == "titled":
            words.append(word(piece.rpartition("-")[0], context))
            whole.append(word(piece, context))
            found.append(str(_title(piece.rpartition("-")[2])))
        elif sort == "title":
            found.append(str(_title(piece)))
            if whole and whole[-1].kind == "given" and titles()[piece.rstrip(".").lower()][1]:
                whole[-1] = word(whole[-1].text + piece, context)
        father = sort == "son of"
    return Parts(tuple(words), tuple(dict.fromkeys(found)), tuple(remarks), tuple(declined), tuple(whole))


def _sort(piece: str, tokens: Sequence[str], capitals: bool) -> Sort:
    """What a piece is for its name."""
    skeleton = fold(piece)
    base, _, tail = piece.rpartition("-")
    first = piece is tokens[0]
    apart = piece.islower() or not capitals or piece.isupper() or script_of(piece) == "Arabic"
    if skeleton in _SUFFIXES and not first and apart:
        return "suffix"
    if skeleton in _SON_OF and not first and (skeleton != "syn" or (piece.islower() and capitals)):
        return "son of"
    if _is_title(piece, tokens, capitals):
        return "title"
    return "titled" if base and tail.islower() and capitals and _title(tail) else "name"


def _with_suffix(before: Word, suffix: str, context: Alphabets) -> Word:
    joined = word(before.text + suffix, context)
    kind: Literal["patronymic"] = "patronymic"
    return Word(f"{before.text} {suffix}", kind, joined.said, joined.skeleton, joined.stem, joined.ending, joined.sex)


def _father(read: Word) -> Word:
    return Word(read.text, "patronymic", read.said, read.skeleton, read.stem, read.ending, "m")


def _without_remarks(tokens: Sequence[str], capitals: bool) -> tuple[list[str], list[str]]:
    """Words that may be names or titles; and remarks: words in small letters where names have capitals."""
    said: list[str] = []
    remarks: list[str] = []
    for piece in tokens:
        if piece == ",":
            continue
        small = capitals and piece.islower() and script_of(piece) != "Arabic"
        if (
            not small
            or _title(piece)
            or fold(piece) in _SUFFIXES | _SON_OF
            or ("-" in piece and not piece.rpartition("-")[2].islower())
        ):
            said.append(piece)
        else:
            remarks.append(piece)
    return said, remarks


def _is_title(piece: str, tokens: Sequence[str], capitals: bool) -> bool:
    found = titles().get(piece.rstrip(".").lower())
    if found is None or (len(piece.rstrip(".")) == 1 and not piece.islower()):
        return False
    others = [other for other in tokens if other is not piece and not _title(other)]
    if not others:
        return False
    if capitals and piece.islower():
        return True
    givenlike = [other for other in others if word(other).kind == "given"]
    return bool(givenlike) and (not found[1] or piece is not tokens[0])


def roles(words: Sequence[Word]) -> Mapping[Role, tuple[Word, ...]]:
    """Which words are surname, given name, patronymic; each word has one role."""
    found: dict[Role, list[Word]] = {"surname": [], "given": [], "patronymic": []}
    surnames = [read for read in words if read.kind == "surname"]
    patronymics = [read for read in words if read.kind == "patronymic"]
    given = [read for read in words if read.kind == "given"]
    initials = [read for read in words if read.kind == "initial"]
    if len(surnames) > 1:
        surnames, spare = _one_surname(words, surnames)
        patronymics = patronymics or spare
        given += [read for read in spare if read not in patronymics]
    if not surnames and len(patronymics) > 1:  # Савич Вера Семеновна
        surnames = [read for read in patronymics if read.ending == "ic"][:1]
        patronymics = [read for read in patronymics if read not in surnames]
    if not surnames and given and (len(given) > 1 or initials):
        bare = _bare_surname(words, given, bool(patronymics), bool(initials))
        if bare:
            surnames = [bare]
            given = [read for read in given if read is not bare]
    elif not given and not initials and not surnames and len(patronymics) > 1:
        surnames, patronymics = patronymics[-1:], patronymics[:-1]
    if len(given) > 1 and surnames and not patronymics and givens().get(given[0].skeleton) is None:
        given, patronymics = given[:1], given[1:]
    found["surname"], found["given"], found["patronymic"] = surnames, given, patronymics
    for read in initials:
        role: Role = "patronymic" if found["given"] and not found["patronymic"] else "given"
        found[role].append(read)
    return {role: tuple(those) for role, those in found.items()}


def _one_surname(words: Sequence[Word], surnames: list[Word]) -> tuple[list[Word], list[Word]]:
    """Of several words with endings of surnames, the one at the edge of the name."""
    if words[0] is surnames[0] and len(words) > len(surnames):
        return surnames[:1], surnames[1:]
    return surnames[-1:], surnames[:-1]


def _is_known(read: Word) -> bool:
    """Whether the lists have it as a given name."""
    return read.skeleton in givens() or known_name(muslim(read.skeleton)) != ""


def _bare_surname(words: Sequence[Word], given: Sequence[Word], father: bool, initials: bool) -> Word | None:
    """A surname without an ending: the word beside known given names, or the last one."""
    if initials and len(given) == 1:
        return given[0]
    known = [read for read in given if _is_known(read)]
    unknown = [read for read in given if not _is_known(read)]
    if known and unknown:
        return unknown[0] if words[0] is unknown[0] else unknown[-1]
    if father:
        return given[0] if words[-1].kind == "patronymic" else given[-1]
    return given[-1]
