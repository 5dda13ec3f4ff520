"""Made-up names, put together from the parts that Kazakh names are made of; no list of people stands behind them."""

from __future__ import annotations

from dataclasses import dataclass

from loaders.generate.draws import Draws

# (Kazakh, Russian, Latin) spellings of a part.
Part = tuple[str, str, str]

_FIRST: tuple[Part, ...] = (
    ("Ай", "Ай", "Ai"),
    ("Бай", "Бай", "Bai"),
    ("Бек", "Бек", "Bek"),
    ("Дос", "Дос", "Dos"),
    ("Елем", "Елем", "Elem"),
    ("Есен", "Есен", "Esen"),
    ("Жан", "Жан", "Zhan"),
    ("Жар", "Жар", "Zhar"),
    ("Жол", "Жол", "Zhol"),
    ("Кен", "Кен", "Ken"),
    ("Күн", "Кун", "Kun"),
    ("Қой", "Кой", "Koi"),
    ("Қуан", "Куан", "Kuan"),
    ("Мың", "Мын", "Myn"),
    ("Нар", "Нар", "Nar"),
    ("Нұр", "Нур", "Nur"),
    ("Ораз", "Ораз", "Oraz"),
    ("Өте", "Уте", "Ute"),
    ("Сап", "Сап", "Sap"),
    ("Сәт", "Сат", "Sat"),
    ("Тас", "Тас", "Tas"),
    ("Тем", "Тем", "Tem"),
    ("Тоқ", "Ток", "Tok"),
    ("Шоң", "Шон", "Shon"),
)
_LAST: tuple[Part, ...] = (
    ("бай", "бай", "bai"),
    ("бек", "бек", "bek"),
    ("берген", "берген", "bergen"),
    ("болат", "булат", "bolat"),
    ("ғали", "гали", "gali"),
    ("ғара", "гара", "gara"),
    ("жан", "жан", "zhan"),
    ("жігіт", "жигит", "zhigit"),
    ("келді", "гельды", "geldi"),
    ("құл", "кул", "kul"),
    ("мағам", "магам", "magam"),
    ("мұрат", "мурат", "murat"),
    ("мырза", "мурза", "myrza"),
    ("сары", "сары", "sary"),
    ("тай", "тай", "tai"),
    ("шора", "шора", "shora"),
)
_PLACE_FIRST: tuple[Part, ...] = (
    ("Ақ", "Ак", "Ak"),
    ("Қара", "Кара", "Kara"),
    ("Сары", "Сары", "Sary"),
    ("Көк", "Кок", "Kok"),
    ("Қызыл", "Кызыл", "Kyzyl"),
    ("Тоғыз", "Тогуз", "Toguz"),
    ("Ұзын", "Узун", "Uzyn"),
    ("Бес", "Бес", "Bes"),
    ("Қос", "Кос", "Kos"),
    ("Жаңа", "Джана", "Zhana"),
)
_PLACE_LAST: tuple[Part, ...] = (
    ("бұлақ", "булак", "bulak"),
    ("құдық", "кудук", "kudyk"),
    ("сай", "сай", "sai"),
    ("тоғай", "тугай", "togai"),
    ("төбе", "тюбе", "tobe"),
    ("өзек", "узек", "ozek"),
    ("шоқы", "чоку", "shoky"),
    ("дала", "дала", "dala"),
    ("қияқ", "кияк", "kiyak"),
    ("сор", "сор", "sor"),
    ("жар", "джар", "zhar"),
    ("қамыс", "камыс", "kamys"),
)


@dataclass(frozen=True, slots=True)
class Name:
    """One name in the three spellings."""

    kk: str
    ru: str
    latin: str


def _joined(first: Part, last: Part) -> Name:
    return Name(first[0] + last[0], first[1] + last[1], first[2] + last[2])


def given(draws: Draws) -> Name:
    """A given name; of 384."""
    return _joined(draws.one_of(_FIRST), draws.one_of(_LAST))


def place(number: int) -> Name:
    """The name of place ``number``: of 120, then again with a number, as settlements share names."""
    first, last = divmod(number % (len(_PLACE_FIRST) * len(_PLACE_LAST)), len(_PLACE_LAST))
    return _joined(_PLACE_FIRST[first], _PLACE_LAST[last])


def of_father(father: Name) -> Name:
    """The surname that a father's name makes: -ұлы in Kazakh, -ов or -ев in Russian."""
    soft = father.ru[-1] in "йь"
    stem = father.ru[:-1] if soft else father.ru
    ending = "ев" if soft else ("в" if stem[-1] in "аеиоуы" else "ов")
    latin = father.latin + ("v" if father.latin[-1] in "aeiouy" else "ov")
    return Name(father.kk + "ұлы", stem + ending, latin)
