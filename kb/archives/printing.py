"""A reference printed as GOST R 7.0.5 does, or in Kazakh; what is printed reads back as the same reference."""

from __future__ import annotations

from typing import Literal

from kb.archives.reference import IBID, Reference
from kb.archives.vocabulary import Archives, archives

Style = Literal["gost", "kk"]

_GOST = {"fond": "Ф.", "opis": "Оп.", "delo": "Д.", "edition": "Изд.", "bundle": "Св.", "volume": "Т.", "part": "Ч."}
_KAZAKH = {
    "fond": "қор",
    "opis": "тізімдеме",
    "delo": "іс",
    "edition": "басылым",
    "bundle": "бума",
    "volume": "том",
    "part": "бөлім",
}


def print_reference(reference: Reference, style: Style = "gost", known: Archives | None = None) -> str:
    """``ЦГА РК. Ф. 30. Оп. 4. Д. 49. Л. 12 об.`` or ``ҚР ОММ, 30-қор, 4-тізімдеме, 49-іс, 12-парақтың сырты``."""
    parts = [(name, value) for name, value in reference.parts().items() if name not in {"archive", "leaf"}]
    parts += reference.extra
    return _gost(reference, parts) if style == "gost" else _kazakh(reference, parts, known or archives())


def _gost(reference: Reference, parts: list[tuple[str, str]]) -> str:
    said = [f"{_GOST[name]} {value}." for name, value in parts]
    if reference.archive:
        said.insert(0, ("Там же" if reference.archive == IBID else reference.archive) + ".")
    if reference.leaf:
        said.append(f"Л. {reference.leaf.replace('-', '–')}" + (" об." if reference.verso else "."))
    return " ".join(said)


def _kazakh(reference: Reference, parts: list[tuple[str, str]], known: Archives) -> str:
    said = [f"{value}-{_KAZAKH[name]}" for name, value in parts]
    if reference.archive:
        archive = known.find(reference.archive)
        named = (known.abbreviation(archive, kazakh=True) if archive else None) or reference.archive
        said.insert(0, "Сонда" if reference.archive == IBID else named)
    if reference.leaf:
        several = "," in reference.leaf or "-" in reference.leaf
        word = "парақтың сырты" if reference.verso else "парақтар" if several else "парақ"
        said.append(f"{reference.leaf.replace('-', '–')}-{word}")
    return ", ".join(said)
