"""A small made-up base of case files: what the research set lacks, so that every question has something to find.

Everybody and everything in it is invented; ids are ``dela:…``.
"""

from __future__ import annotations

from functools import partial

from kb import base
from kb.model import Claim, make_claim, make_judgement
from kb.settings import Settings
from kb.store import Store

DATASET = "dela"
KINDS = {"p": "Person", "u": "Uprising", "m": "Measure", "r": "Review", "k": "Case", "o": "Organisation", "s": "Source"}
KINDS |= {"a": "Place"}


def ref(name: str) -> tuple[str, str]:
    """A record: its id and the kind that the first letter of ``name`` says."""
    return f"{DATASET}:{name}", KINDS[name[0]]


def said(kind: str, about: str, to: str = "", by: str = "s1", **more: str) -> Claim:
    """A claim of ``kind``; ``voice``, ``stance``, ``locator``, ``access`` are the claim's own, all else its values."""
    own = {name: more.pop(name) for name in ("voice", "stance", "locator", "access") if name in more}
    cites = [f"{DATASET}:{by}"] if by else []
    return make_claim(kind, ref(about), more, to=ref(to) if to else None, cites=cites, **own)


person, rising, took = partial(said, "person"), partial(said, "uprising"), partial(said, "participation")
source = partial(said, "source", by="")


def measure(name: str, whom: str, kind: str, under: str = "", decided_by: str = "", **more: str) -> list[Claim]:
    """A measure with the tie to the person, to the case and to the body that decided."""
    found = [said("measure", name, measure_kind=kind, **more), said("subject", whom, name)]
    found += [said("proceeding", name, under)] if under else []
    return [*found, *([said("decision", name, decided_by)] if decided_by else [])]


def review(name: str, whom: str, step: str, **more: str) -> list[Claim]:
    """A step of review."""
    return [said("review", name, step=step, **more), said("subject", whom, name)]


SOURCES = [
    source("s1", title="Монография", source_kind="monograph"),
    source("s2", title="Протокол допроса", source_kind="case_document", reference="ЦГА РК, ф. 5, оп. 1, д. 7",
           read_extent="лл. 1-80"),
    source("s3", title="Обвинительное заключение", source_kind="case_document", reference="ЦГА РК, ф. 5, оп. 1, д. 8"),
    source("s4", title="Список", source_kind="list"),
    source("s5", title="Сводка по чужой ссылке", access="cited", reference="АП РК, ф. 141, оп. 1, д. 9"),
    source("s6", title="Закрытое дело", source_kind="document", reference="АП РК, ф. 142, оп. 1, д. 3"),
    said("derivation", "s4", "s5", by=""),
    said("part", "s2", "k1", by=""),
    said("search", "s6", by="", looked_for="дело", where="АП РК", when="2025-03", result="выдача закрыта"),
]  # fmt: skip
RISINGS = [
    rising("u1", name_ru="Первое", start="1929-11-01", end="1929-11-09"),
    rising("u2", name_ru="Второе", start="1930-02-07", end="1930-02-16"),
    rising("u0", name_ru="Шестнадцатый год", start="1916-07", end="1916-12"),
    said("case", "k1", title="Дело № 1", articles="59-3, 58-2", accused_stated="4"),
    said("case", "k2", title="Дело № 2", articles="58-10"),
    said("concern", "k1", "u1"),
    said("concern", "k2", "u2"),
    said("organisation", "o1", name_ru="Тройка ПП ОГПУ"),
    said("organisation", "o2", name_ru="Алаш милициясы"),
    said("place", "a1", name_ru="аул № 5", place_kind="aul"),
    said("place", "a2", name_ru="Таласский район", place_kind="district"),
    said("place", "a3", name_ru="Сузакский район", place_kind="district"),
    said("place", "a4", by="", name_ru="Безымянное", place_kind="locality"),
    said("within", "a1", "a2", date="1928-1930"),
    said("within", "a1", "a3", date="1930-1932"),
]
AHMET = [
    person("p1", name_ru="Ахмет Серикулы", sex="male", birth="1890", occupation="мулла"),
    took("p1", "u1", role="leader"),
    took("p1", "u2", role="participant"),
    *measure("m1", "p1", "arrest", carried_out="1930-03-01"),
    *measure("m2", "p1", "release", carried_out="1930-06-01"),
    *measure("m3", "p1", "arrest", carried_out="1937-08-10", body="НКВД"),
    *measure("m4", "p1", "sentence", decided="1937-10-05", sentence="ВМН", body="тройка НКВД"),
]
BEKEN = [
    person("p2", name_ru="Бекен Серикулы"),
    took("p2", "u1", role="detachment_cmd"),
    took("p2", "u2", role="detachment_cmd"),
    said("kinship", "p1", "p2", term="brother_of"),
]
SEIT = [
    person("p3", name_ru="Сейт Омаров", birth="1895"),
    took("p3", "u1", by="s3", role="accused", voice="investigator"),
    took("p3", "u1", by="s2", role="participant", voice="accused", stance="denies", locator="л. 11"),
    took("p3", "u1", by="s2", role="insurgent", voice="accused", stance="denies", locator="л. 31"),
    said("involvement", "p3", "k1", by="s3", case_role="accused", outcome="расстрел"),
    *measure("m5", "p3", "arrest", "k1", carried_out="1930-02-20"),
    *measure("m6", "p3", "sentence", "k1", "o1", decided="1930-04-10", sentence="ВМН", articles="59-3"),
    *measure("m7", "p3", "execution", "k1", carried_out="1930-04-20"),
    *review("r1", "p3", "granted", date="1989-06-01", ground="отсутствие состава преступления"),
    said("birth_place", "p3", "a1"),
]
OMAR = [
    person("p4", name_ru="Омар Касымов"),
    person("p4", by="s2", occupation="середняк", voice="accused", locator="л. 12"),
    person("p4", by="s3", occupation="бай", voice="investigator", locator="л. 60"),
    said("statement", "p4", property="residence", value="аул №5 Таласского района"),
    took("p4", "u1", by="s2", role="participant", voice="accused", stance="admits", locator="л. 12"),
    said("testimony", "p4", "p3", by="s2", voice="accused", locator="л. 12", date="1930-03-02"),
    said("testimony", "p4", "p3", by="s2", voice="accused", stance="retracts", locator="л. 45"),
    said("involvement", "p4", "k1", by="s3", case_role="accused", outcome="10 лет"),
    *measure("m8", "p4", "sentence", "k1", "o1", decided="1930-04-10", sentence="10 лет", articles="59-3"),
    *review("r2", "p4", "refused", date="1961-02-03", ground="обвинён обоснованно", body="прокуратура"),
    said("search", "p4", by="", looked_for="дело", where="СГА", when="2024-05", result="не найдено"),
]
CASES = [
    person("p5", name_ru="Касым Свидетель"),
    person("p6", name_ru="Иванов"),
    *(said("involvement", "p5", case, by="s2", case_role="witness") for case in ("k1", "k2")),
    *(said("involvement", "p6", case, by="s2", case_role="investigator") for case in ("k1", "k2")),
    said("involvement", "p7", "k2", by="s3", case_role="accused"),
]
OTHERS = [
    person("p7", name_ru="Даулет Бай"),
    took("p7", "u2", role="participant"),
    *measure("m9", "p7", "confiscation", carried_out="1928-10"),
    *measure("m10", "p7", "exile", decided="1928-11-20", place="Уральск"),
    person("p8", name_ru="Ержан Шестнадцатый"),
    took("p8", "u0", role="leader"),
    took("p8", "u1", role="participant"),
    said("membership", "p8", "o2"),
    person("p9", name_ru="Жанибек Беглец"),
    took("p9", "u2", role="participant"),
    *measure("m11", "p9", "flight", carried_out="1930-05", place="Китай"),
    *measure("m12", "p9", "arrest", carried_out="1932-09-03"),
    person("p10", name_ru="Омар Старший"),
    *measure("m13", "p10", "exile", decided="1931"),
    said("kinship", "p3", "p10", by="s2", voice="accused", term="son_of", locator="л. 3"),
    person("p11", name_ru="Нурлан Тот"),
    person("p12", by="s4", name_ru="Нурлан Т."),
]
TWICE = [
    make_claim("person", ("spisok:x1", "Person"), {"name_ru": "Сейт Омаров", "birth": "1895"}, cites=[f"{DATASET}:s4"])
]
UNSURE = make_judgement(
    "unsure", "dela:p11", "dela:p12", why="то же отчество", by="tests", at="2026-01-01T00:00:00+00:00"
)


def load(store: Store, settings: Settings) -> None:
    """Put all of it into an empty base."""
    claims = [*SOURCES, *RISINGS, *AHMET, *BEKEN, *SEIT, *OMAR, *CASES, *OTHERS]
    for dataset, part in ((DATASET, claims), ("spisok", TWICE)):
        rows = [(claim, f"made.up:{at}") for at, claim in enumerate(part, 1)]
        base.load(store, settings, base.Release(dataset, rows, "made.up", "", len(part)))
    base.judge(store, settings, UNSURE)


def corrected(store: Store, settings: Settings) -> None:
    """Two versions of one list in an empty base, and a withdrawal: what is no longer said, and what was taken back."""
    source_of_list = source("s1", title="Список", source_kind="list")
    before = person("p1", name_ru="Ахмет", birth="1890", fate="старое")
    kept = person("p2", name_ru="Бекен", birth="1900")
    mistaken = said("statement", "p2", property="fate", value="ошибка")
    after = person("p1", name_ru="Ахмет", birth="1891")
    back = said("withdrawal", "p2", by="", withdraws=mistaken.id)
    for part in ([source_of_list, before, kept, mistaken], [source_of_list, after, kept, mistaken, back]):
        rows = [(claim, f"made.up:{at}") for at, claim in enumerate(part, 1)]
        base.load(store, settings, base.Release(DATASET, rows, "made.up", "", len(part)))
