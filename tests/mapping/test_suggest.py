"""A proposed mapping reads the file that it was proposed for, and says why it took each column for what."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from kb.i18n import LANGS, Lang
from loaders.mapping import parse_mapping
from loaders.mapping.draft import Choices, draft, slug
from loaders.mapping.examples import examples
from loaders.mapping.suggest import Proposal, chosen, look_at, sheets_of
from loaders.pipeline import read
from loaders.readers import Wanted

RU = "№ п/п;Фамилия;Имя;Отчество;Год рожд.;Место рождения;Дата ареста;Осужден;Приговор;Дата реабилитации;Архив;Род"
KK = "Р/с;Тегі;Аты;Әкесінің аты;Туған жылы;Туған жері;Тұтқындалған күні;Сотталған күні;Үкім;Ақталған күні;Мұрағат;Руы"
EN = "No;Surname;Given name;Patronymic;Born;Place of birth;Arrested;Sentenced;Punishment;Rehabilitated;Archive;Clan"
ROWS = [
    "1;Абаев;Абай;Абаевич;1893;аул № 7;10.03.1930;5 мая 1930;ВМН;16.01.1989;АП РК, ф. 141, оп. 1, д. 5;аргын",
    "2;Досов;Дос;;ок. 1890;;;;10 лет;;;",
    "3;Есов;Ес;;1880;;;;;;;",
]


def proposal(folder: Path, header: str, *rows: str) -> Proposal:
    file = folder / "список.csv"
    file.write_bytes("\n".join([header, *rows]).encode("utf-8"))
    return look_at(file)


@pytest.mark.parametrize("header", [RU, KK, EN])
def test_headings_in_three_languages_are_known(tmp_path: Path, header: str) -> None:
    found = proposal(tmp_path, header, *ROWS)
    assert [guess.holds for guess in found.guesses] == [
        "number",
        "surname",
        "given",
        "patronymic",
        "birth",
        "birthplace",
        "arrest.carried_out",
        "sentence.decided",
        "sentence.sentence",
        "rehabilitation.date",
        "file_reference",
        "lineage",
    ]


@pytest.mark.parametrize("lang", LANGS)
def test_what_is_proposed_loads_the_file(tmp_path: Path, lang: Lang) -> None:
    found = proposal(tmp_path, RU, *ROWS)
    mapping = tmp_path / "m.yml"
    mapping.write_text(draft(found, "d", lang), "utf-8")
    loaded = read(tmp_path / "список.csv", mapping=mapping)
    assert not loaded.rejected
    kinds = [claim.kind for claim, _ in loaded.release.claims]
    assert (kinds.count("person"), kinds.count("measure"), kinds.count("review"), kinds.count("subject")) == (
        3,
        3,
        1,
        4,
    )
    names = [claim.values["name_ru"] for claim, _ in loaded.release.claims if claim.kind == "person"]
    assert names == ["Абаев Абай Абаевич", "Досов Дос", "Есов Ес"]
    sentences = [claim.values.get("sentence") for claim, _ in loaded.release.claims if claim.kind == "measure"]
    assert "10 лет" in sentences, "a sentence without a date is not lost"


def test_contents_tell_what_headings_do_not(tmp_path: Path) -> None:
    line = "Родился в 1893 г., Уральская губ., казах, крестьянин. Арестован 10 марта 1930 г. Расстрелян 12 мая 1930 г."
    found = proposal(
        tmp_path,
        "a;b;c;d;e",
        *[f"Абаев Абай Абаевич;{line};12.05.1930;ЦГА РК, ф. 30, оп. 4, д. {n};" for n in range(9)],
    )
    assert [guess.holds for guess in found.guesses] == ["name", "entry", "", "file_reference", ""]
    assert [reason.key for reason in found.guesses[2].reasons] == ["content_date", "which_date"]
    assert [reason.key for reason in found.guesses[4].reasons] == ["empty"]


def test_a_column_of_their_own_numbers_is_the_key_and_numbers_of_rows_are_not(tmp_path: Path) -> None:
    found = proposal(tmp_path, "№;id;ФИО", "1;A-7;Абаев Абай", "2;A-9;Досов Дос", "3;B-1;Есов Ес")
    text = draft(found, "d", "en")
    assert 'key: ["id"]' in text
    assert '"№": "numbers of rows: they cannot be a key' in text


def test_two_columns_for_one_thing_are_told(tmp_path: Path) -> None:
    found = proposal(tmp_path, "ФИО;Год рождения;Дата рождения", "Абаев Абай;1893;1893")
    assert [guess.holds for guess in found.guesses] == ["name", "birth", ""]
    assert found.guesses[2].reasons[-1].key == "taken"


def test_the_id_of_a_set_is_made_of_the_name_of_its_file() -> None:
    assert slug("Список 1930 г.") == "spisok-1930-g"
    assert slug("№ ?") == "list"


def test_the_table_of_the_moscow_lists_is_understood(shared: Path) -> None:
    found = look_at(shared / "data/moscow/mos_persons.csv")
    holds = {guess.column: guess.holds for guess in found.guesses}
    assert holds["name"] == "name"
    assert holds["bio"] == "entry"
    assert holds["id"] == "number"
    assert holds["executed"] == "execution.carried_out"


def test_what_a_person_chooses_stands_in_the_mapping_and_every_column_is_accounted_for(tmp_path: Path) -> None:
    rows = ["1;Абаев;Абай;;1893;;;;;;;сарбаз", "2;Досов;Дос;;;;;;;;;"]
    found = proposal(tmp_path, RU, *rows)
    corrected = chosen(found, {"Род": "role", "Архив": "note", "Фамилия": "name", "Место рождения": ""})
    choices = Choices("Список 1930 г.", "seminar", "investigator", ("Фамилия", "Имя"), "uprisings_372:u003")
    mapping = tmp_path / "m.yml"
    mapping.write_text(draft(corrected, "d", "ru", choices), "utf-8")
    loaded = read(tmp_path / "список.csv", mapping=mapping)
    claims = [claim for claim, _ in loaded.release.claims]
    assert not loaded.rejected
    roles = [(c.to, c.voice, dict(c.values)) for c in claims if c.kind == "participation"]
    to = "uprisings_372:u003"
    assert sorted(roles, key=str) == sorted(
        [(to, "investigator", {}), (to, "investigator", {"role": "сарбаз"}), (to, "investigator", {})], key=str
    )
    assert [c.values["title"] for c in claims if c.kind == "source"] == ["Список 1930 г."]
    assert {c.level for c in claims} == {"seminar"}
    assert parse_mapping(mapping.read_bytes(), mapping).first.hash == ("Фамилия", "Имя")


def test_examples_show_what_a_row_becomes_and_why_another_is_kept_out(tmp_path: Path) -> None:
    found = proposal(tmp_path, RU, *ROWS, "4;;;;;;;;;;;род")
    made = list(examples(parse_mapping(draft(found, "d", "ru").encode(), tmp_path / "m.yml"), found.rows))
    assert [bool(one.claims) for one in made] == [True, True, True, False]
    assert made[0].claims[0].values["name_ru"] == "Абаев Абай Абаевич"
    assert made[3].problem is not None
    assert "Фамилия" in made[3].problem.say("ru")


def test_a_workbook_names_its_sheets(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.append(["ФИО", "год"])
    book.create_sheet("Второй").append(["ФИО", "год"])
    book.save(tmp_path / "b.xlsx")
    assert sheets_of(tmp_path / "b.xlsx") == ("Sheet", "Второй")
    assert look_at(tmp_path / "b.xlsx", Wanted(sheet="Второй")).detected == {"sheet": "Второй"}
