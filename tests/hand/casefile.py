"""A made-up case file of twelve documents. Nobody in it ever lived: every surname says so, every title is marked."""

from __future__ import annotations

from loaders.hand import Filled

RISING = "uprisings_372:u003"
CASE = ({"number": "выд-77/1930"},)
MADE_UP = "(выдумано)"


def document(sheet: str, title: str, leaf: str, **more: object) -> Filled:
    """A document of the case file; all of it is in one file of an archive that does not exist."""
    source = {"title": f"{title} {MADE_UP}", "reference": "Архив выдуманного, ф. 1, оп. 1, д. 77"}
    rows = {"case": CASE, **more.pop("rows")}  # type: ignore[dict-item]
    return Filled(sheet, source, rows, locator=leaf, **more)  # type: ignore[arg-type]


def named(*people: str, **same: str) -> tuple[dict[str, str], ...]:
    """People with the year of birth after a comma."""
    return tuple({"name": name, "birth": birth, **same} for name, _, birth in (one.partition(", ") for one in people))


ABAI, DOS, SERIK = "Выдуманов Абай, 1893", "Небылицын Дос, 1901", "Вымыслов Серик, ок. 1880"
FAMILY = (
    {"term": "жена", "name": "Выдуманова Айша", "age": "30", "residence": "аул № 7", "occupation": "дома"},
    {"term": "сын", "name": "Выдуманов Марат", "age": "9", "residence": "там же"},
    {"term": "дочь", "name": "Выдуманова Гульнар", "age": "6", "residence": "там же"},
    {"term": "отец", "name": "Выдуманов Дос", "age": "70", "residence": "там же"},
    {"term": "мать", "name": "Выдуманова Биби", "age": "65", "residence": "там же"},
    {"term": "брат", "name": "Выдуманов Кайрат", "age": "25", "residence": "Туркестан", "occupation": "грузчик"},
)

CASE_FILE = (
    document(
        "questionnaire", "Анкета арестованного Выдуманова", "л. 3", uprising=RISING,
        rows={
            "person": ({
                "name": "Выдуманов Абай", "name_variants": "Абайка; Абай-мырза", "birth": "1893",
                "birthplace": "аул № 7", "nationality": "казах", "social_position": "середняк",
                "service": "рядовой, 1916; писарь", "property_before": "20 баранов", "property_after": "нет",
                "role": "сарбаз",
            },),
            "family": FAMILY,
            "convictions": ({"decided": "1928", "body": "нарсуд", "sentence": "штраф 50 руб."},),
            "arrest": ({"carried_out": "12 мая 1930", "body": "райотдел ОГПУ"},),
        },
    ),
    document(
        "questionnaire", "Анкета арестованного Небылицына", "л. 5",
        rows={"person": ({"name": "Небылицын Дос", "birth": "1901", "party": "б/п"},), "family": FAMILY[:1]},
    ),
    document(
        "interrogation", "Протокол допроса Выдуманова", "л. 12-14 об.", uprising=RISING,
        rows={
            "person": (named(ABAI)[0] | {"case_role": "accused"},),
            "investigator": ({"name": "Следов", "occupation": "уполномоченный"},),
            "interpreter": ({"name": "Толмачёв"},),
            "named": (
                {"name": "Небылицын Дос", "role": "сарбаз", "quote": "был со мной", "stance": "admits"},
                {"name": "Вымыслов Серик", "residence": "аул № 9", "quote": "слышал, что был", "stance": "reports"},
            ),
        },
    ),
    document(
        "interrogation", "Второй протокол допроса Выдуманова", "л. 20",
        rows={
            "person": (named(ABAI)[0] | {"case_role": "accused"},),
            "named": ({"name": "Небылицын Дос", "quote": "от прежних слов отказываюсь", "stance": "retracts"},),
        },
    ),
    document(
        "interrogation", "Протокол допроса свидетеля Очевидцева", "л. 24", voice="witness",
        rows={
            "person": ({"name": "Очевидцев Иван", "case_role": "witness"},),
            "named": ({"name": "Выдуманов Абай", "quote": "видел его в ауле"},),
        },
    ),
    document(
        "interrogation", "Очная ставка Выдуманова и Небылицына", "л. 30",
        rows={"person": named(ABAI), "named": ({"name": "Небылицын Дос", "stance": "denies"},)},
    ),
    document(
        "indictment", "Обвинительное заключение", "л. 50-58", uprising=RISING,
        rows={
            "case": (CASE[0] | {"accused_stated": "3", "articles": "58-2"},),
            "accused": tuple(
                row | {"social_position": "бай", "role": "главарь", "articles": "58-2", "accusation": "руководил"}
                for row in named(ABAI, DOS, SERIK)
            ),
        },
    ),
    document(
        "troika", "Выписка из протокола тройки", "л. 61",
        rows={
            "decision": ({"decided": "5 сентября 1930", "body": "тройка при ПП ОГПУ"},),
            "people": (
                *named(ABAI, DOS, articles="58-2", sentence="ВМН"),
                *named(SERIK, articles="58-11", sentence="10 лет ИТЛ"),
            ),
        },
    ),
    document(
        "execution", "Акт о расстреле", "л. 63",
        rows={"execution": ({"carried_out": "20 сентября 1930", "place": "Туркестан"},), "people": named(ABAI, DOS)},
    ),
    document(
        "review", "Заключение о реабилитации", "л. 70", voice="reviewer",
        rows={
            "review": ({"step": "granted", "date": "16.01.1989", "ground": "Указ от 16.01.1989"},),
            "people": named(ABAI, DOS, SERIK),
        },
    ),
    document(
        "search", "Опись дел выдуманного архива", "",
        rows={"case": (), "search": ({"looked_for": "дело Вымыслова", "where": "ф. 1, оп. 1", "result": "нет"},)},
    ),
    document(
        "statement", "Донесение", "л. 2",
        rows={"case": (), "statement": (
            {"about": RISING, "kind": "Uprising", "property": "participants", "value": "до 70"},
        )},
    ),
)  # fmt: skip
