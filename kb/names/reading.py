"""A name as a source writes it → its parts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from kb.names.clean import Script, clean, script_of
from kb.names.keys import keys_of
from kb.names.parse import Parts, all_titles, parse, roles
from kb.names.words import Word, alike, givens

_BRACKETS = re.compile(r"\(([^()]*)\)?")
_QUOTED = re.compile('[«"“„]([^«»"“”„]+)[»"”“]')
_TOKEN = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*'?\.?|-(?=[^\W\d_])")
_ALSO = re.compile(
    r"(?<!\w)(?:он же|она же|он-же|или|либо|он ж|также|иначе|правильно|настоящее имя|наст\. имя|в другом написании|"
    r"ол да|немесе|яғни|also known as|also|aka|a\.k\.a\.|or|alias|/|=)(?!\w)[:\s]*|\s/\s*|/",
    re.IGNORECASE,
)
_NICKNAME = re.compile(
    r"(?<!\w)(?:по прозвищу|прозвище|по кличке|кличка|прозванный|прозв\.|лақап аты|лақабы|nicknamed|nickname)"
    r"(?!\w)[:\s]*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class NameReading:
    """What a written name says.

    ``surname``, ``given``, ``patronymic`` as written (in the nominative where the text has another case), None where
    not in the text; initials stand in ``given`` and ``patronymic`` with their dots and are listed in ``initials``.
    ``variants``: other spellings that the text gives. ``remarks``: what stands in brackets or after a comma and is no
    name. ``keys``: see :func:`kb.names.keys`.
    """

    text: str
    surname: str | None = None
    given: str | None = None
    patronymic: str | None = None
    titles: tuple[str, ...] = ()
    nickname: str | None = None
    variants: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    initials: tuple[str, ...] = ()
    script: Script = ""
    keys: tuple[str, ...] = ()

    def as_json(self) -> dict[str, object]:
        """The contract of ``kb read name``."""
        return {
            "surname": self.surname,
            "given": self.given,
            "patronymic": self.patronymic,
            "variants": list(self.variants),
            "keys": list(self.keys),
            "titles": list(self.titles),
            "nickname": self.nickname,
            "initials": list(self.initials),
            "remarks": list(self.remarks),
            "script": self.script,
        }


@dataclass(frozen=True, slots=True)
class Understood:
    """A written name taken apart: ``seen`` is the cleaned text; variants and nickname are still text."""

    seen: str
    words: tuple[Word, ...]
    titles: tuple[str, ...]
    remarks: tuple[str, ...]
    variants: tuple[str, ...]
    nickname: str | None
    declined: tuple[tuple[str, str], ...]
    whole: tuple[Word, ...]


def understand(text: str, decline: bool = True) -> Understood:
    """Take a written name apart; ``decline``: bring its words to the nominative."""
    seen = clean(text)
    nickname, rest = _nickname(seen)
    main, others = _alternatives(rest)
    parts = parse(_BRACKETS.sub(" ", main), decline)
    variants = [_BRACKETS.sub(" ", other).strip(" ,;") for other in others]
    titles, remarks = list(parts.titles), list(parts.remarks)
    for group in filter(None, (found.strip() for found in _BRACKETS.findall(main))):
        inside = parse(group)
        if _NICKNAME.fullmatch(group):
            nickname = " ".join(found.text for found in parts.words)
        elif _NICKNAME.match(group):
            nickname = _NICKNAME.sub("", group).strip()
        elif _ALSO.match(group):
            variants.append(_ALSO.sub("", group, count=1).strip())
        elif all_titles(group):
            titles.extend(all_titles(group))
        elif _is_variant(inside, parts):
            variants.append(group)
        else:
            remarks.append(group)
    return Understood(
        seen=seen,
        words=parts.words,
        titles=tuple(dict.fromkeys(titles)),
        remarks=tuple(remarks),
        variants=tuple(filter(None, variants)),
        nickname=nickname,
        declined=parts.declined,
        whole=parts.whole,
    )


@lru_cache(maxsize=100_000)
def read_name(text: str) -> NameReading:
    """Read one name. Any string is read; one without letters gives a reading without parts."""
    found = understand(text)
    named = roles(found.words)
    said = {role: " ".join(read.text for read in words) or None for role, words in named.items()}
    spelt = [*found.words, *(read for variant in found.variants for read in parse(variant).words)]
    if found.nickname:
        spelt.extend(parse(found.nickname).words)
    return NameReading(
        text=text,
        surname=said["surname"],
        given=said["given"],
        patronymic=said["patronymic"],
        titles=found.titles,
        nickname=found.nickname,
        variants=found.variants,
        remarks=found.remarks,
        initials=tuple(read.text for read in found.words if read.kind == "initial"),
        script=script_of(found.seen),
        keys=keys_of(spelt),
    )


def _nickname(seen: str) -> tuple[str | None, str]:
    """A nickname in quotation marks or after «по прозвищу», and the text without it."""
    quoted = _QUOTED.search(seen)
    if quoted:
        rest = (seen[: quoted.start()] + " " + seen[quoted.end() :]).strip()
        if _TOKEN.search(rest):
            return quoted.group(1).strip(), rest
        return None, quoted.group(1)
    marked = _NICKNAME.search(seen)
    if marked and "(" not in seen[marked.start() - 1 : marked.end()] and seen[marked.end() :].strip():
        after = re.split("[,;)]", seen[marked.end() :], maxsplit=1)
        return after[0].strip(), seen[: marked.start()] + " ".join(after[1:])
    return None, seen


def _alternatives(seen: str) -> tuple[str, list[str]]:
    """The name, and what stands after «он же», «или», a stroke, outside brackets."""
    outside = _BRACKETS.sub(lambda found: "\x00" * len(found[0]), seen)
    cuts = [(found.start(), found.end()) for found in _ALSO.finditer(outside) if found.start() > 0]
    if not cuts:
        return seen, []
    ends = [start for start, _ in cuts[1:]] + [len(seen)]
    return seen[: cuts[0][0]].rstrip(" ,;"), [
        seen[start:end].strip(" ,;") for (_, start), end in zip(cuts, ends, strict=True)
    ]


def _is_variant(inside: Parts, outside: Parts) -> bool:
    """Whether a bracket holds another spelling: words that sound like one outside, and nothing else."""
    if not inside.words or inside.remarks:
        return False
    return all(
        found.kind == "initial" or any(alike(found, other) for other in outside.words) for found in inside.words
    ) or (any(found.skeleton in givens() for found in inside.words) and bool(outside.words))
