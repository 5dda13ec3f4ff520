"""Russian cases of names as they stand in documents: «Букейханова Алихана», «Тураром Рыскуловым» → the nominative.

A name is taken out of a case only as a whole: every word must be able to stand in that case, and something must say
that it does. «Букейханова» alone may be a woman in the nominative, and stays.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache

from kb.names import tables
from kb.names.sounds import fold
from kb.names.words import givens, is_initial

_CYRILLIC = re.compile(r"[А-Яа-яЁё-]+")
_INDECLINABLE = re.compile(r"(?:улы|оглы|кызы|енко|ко|их|ых)$", re.IGNORECASE)
_NEVER_DECLINED = re.compile("и$")  # Кыдырали, Али: given names that stand in every case alike
_MARKED = re.compile(
    r"(?:ичу|ичем|иче|ича|вны|вне|вну|вной|(?:ов|ев|ёв|ин)(?:у|ым|ой|а|е)|ск(?:ого|ому|им|ом|ой|ую)|цк(?:ого|ому|им|ом|ой|ую))$"
)
_MANS = re.compile("(?:ы[бвгджзклмнпрстхшщ]+|[уео]к|[рлнс]т|[рл]к)а$")
_WOMANS = re.compile("^(?:гуль|гул|күл|кульп|биби|кызы?|рай?хан|раушан)")


@cache
def _sexes() -> tuple[Mapping[str, str], Mapping[str, str]]:
    """Whole names → sex, ends of names → sex, by skeleton."""
    whole = {skeleton: given.sex for skeleton, given in givens().items()}
    ends: dict[str, str] = {}
    for row in tables.rows("kazakh_names"):
        whole[fold(row["name"])] = row["sex"]
        if row["end"]:
            ends[fold(row["name"])] = row["sex"]
    return whole, ends


def sex_of(given: str) -> str:
    """``m``, ``f``, or empty where the lists do not know the name."""
    skeleton = fold(given)
    whole, ends = _sexes()
    if skeleton in whole:
        return whole[skeleton]
    found = [end for end in ends if skeleton.endswith(end)]
    return ends[max(found, key=len)] if found else ""


def nominative(words: Sequence[str]) -> tuple[str, ...]:
    """The words of a name in the nominative; as they are where they are in it, or where nothing tells."""
    declined = [word for word in words if not is_initial(word) and not _INDECLINABLE.search(word)]
    marked = any(_MARKED.search(word.lower()) or (len(words) > 1 and _oblique(word.lower())) for word in declined)
    if not marked or not all(_CYRILLIC.fullmatch(word) for word in declined):
        return tuple(words)
    for sex, cases in tables.toml("cases").items():
        for case, endings in cases.items():
            read = [_undeclined(word, endings, sex) if word in declined else word for word in words]
            if all(read) and _told(words, read, sex, case, declined):
                return tuple(_like(word, found or word) for word, found in zip(words, read, strict=True))
    return tuple(words)


def _undeclined(word: str, endings: Mapping[str, Mapping[str, str]], sex: str) -> str | None:
    """The nominative of one word by the endings of one case, None where it cannot be in it."""
    lower = word.lower()
    for role in ("surname", "patronymic", "given"):
        for ending, plain in sorted(endings[role].items(), key=lambda pair: -len(pair[0])):
            if not lower.endswith(ending) or len(lower) - len(ending) < 2:
                continue
            found = lower[: -len(ending)] + plain.removeprefix("-")
            if role != "given":
                return found
            if _possible(found, sex):
                return found
    return lower if _NEVER_DECLINED.search(lower) and sex_of(lower) != ("f" if sex == "m" else "m") else None


def _possible(given: str, sex: str) -> bool:
    known = sex_of(given)
    if known:
        return known == sex
    return given[-1] not in "аяыиуюеоэ" if sex == "m" else given[-1] in "ая"


def _told(words: Sequence[str], read: Sequence[str | None], sex: str, case: str, declined: Sequence[str]) -> bool:
    """Whether the case is certain: by a patronymic, by an ending no nominative has, or by a given name of that sex."""
    if (sex, case) not in {("m", "genitive"), ("m", "dative"), ("f", "accusative")}:
        return True
    if any(re.search("(?:ич[ау]|вну|чну)$", word.lower()) for word in declined):
        return True
    changed = [(word, str(found)) for word, found in zip(words, read, strict=True) if word in declined]
    bare = [(word.lower(), found) for word, found in changed if not _MARKED.search(word.lower())]
    if case == "dative":
        return not any(sex_of(found.removesuffix("у") + "а") == "f" for _, found in bare) or not bare
    if case == "accusative":
        return any(sex_of(found) == "f" for _, found in bare)
    return any(_oblique(word) or _MANS.search(word) or _russian(word, found) for word, found in bare) and not any(
        _WOMANS.search(word) or sex_of(word) == "f" for word, _ in bare
    )


def _russian(word: str, found: str) -> bool:
    return fold(found) in givens() and fold(word) not in givens()


def _oblique(word: str) -> bool:
    """Whether a word is a man's name of the lists with an ending of another case."""
    stem = re.sub("(?:ом|ем|а|у)$", "", re.sub("([аеоу])(?:я|ю|ем)$", r"\1й", word))
    return stem != word and not sex_of(word) and not _WOMANS.search(word) and sex_of(stem) == "m"


def _like(word: str, found: str) -> str:
    """``found`` in the capitals of ``word``."""
    if word == word.lower():
        return found
    if word == word.upper():
        return found.upper()
    return "".join(new.upper() if at < len(word) and word[at].isupper() else new for at, new in enumerate(found))
