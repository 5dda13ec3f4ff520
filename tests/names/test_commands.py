"""`kb compare`, `kb read` and `kb match` as a process sees them."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

KB = Path(sys.executable).with_name("kb")


def kb(*arguments: str, given: str = "", lang: str = "en") -> subprocess.CompletedProcess[str]:
    env = {**os.environ, "KB_LANG": lang}
    return subprocess.run([str(KB), *arguments], env=env, input=given, capture_output=True, text=True, check=False)


def document(*arguments: str) -> Any:
    done = kb(*arguments)
    assert (done.returncode, done.stderr) == (0, "")
    return json.loads(done.stdout)


def test_compare_says_score_verdict_and_reasons() -> None:
    said = document("compare", "Жүсіпбек Аймауытов", "Юсупбек Аймаутов", "--json")
    assert list(said) == ["a", "b", "score", "same", "why"]
    assert said["same"] and 0 < said["score"] <= 1
    assert {reason["rule"] for reason in said["why"]} >= {"zh", "kazakh_letters"}


def test_compare_reads_pairs_from_standard_input_and_names_the_line_that_is_none() -> None:
    done = kb("compare", "-", given="А. Смагулов\tАхмедия Смагулов\n\nА. Смагулов\tБ. Смагулов\nодно имя\n")
    assert [json.loads(line)["same"] for line in done.stdout.splitlines()] == [True, False]
    assert (done.returncode, len(done.stderr.splitlines())) == (1, 1)
    assert "Line 4" in done.stderr


def test_compare_needs_two_names() -> None:
    assert kb("compare", "Смагулов").returncode == 2


def test_a_rule_can_be_left_out() -> None:
    full = document("compare", "Жүсіпбек", "Юсупбек", "--json")["score"]
    assert document("compare", "Жүсіпбек", "Юсупбек", "--without", "zh", "--json")["score"] < full


def test_read_name_date_and_reference() -> None:
    name = document("read", "name", "Букейханова Алихана", "--json")
    assert (name["surname"], name["given"], name["patronymic"]) == ("Букейханов", "Алихан", None)
    assert document("read", "date", "28 мая т. г.", "--year", "1930", "--json")["edtf"] == "1930-05-28"
    reference = document("read", "reference", "ЦГА РК, ф. 30, оп. 4, д. 49, л. 12 об.", "--json")
    assert (reference["fond"], reference["leaf"], reference["verso"]) == ("30", "12", True)
    place = document("read", "place", "Аул № 7 Батпаккаринского района", "--year", "1930", "--json")
    assert [part["number"] or part["places"][0]["id"] for part in place["parts"]] == ["7", "ray_batpakkara"]
    assert place["parts"][1]["places"][0]["parents"][0]["id"] == "okr_kustanai"
    entry = document("read", "entry", "Родился в 1893 г., казах. Расстрелян 12 мая 1930 г.", "--json")
    assert set(entry) >= {"fields", "spans", "left_over", "warnings"}


def test_read_takes_lines_of_standard_input() -> None:
    done = kb("read", "name", "-", given="Сыдык батыр\nОспанов\n")
    assert [json.loads(line)["surname"] for line in done.stdout.splitlines()] == [None, "Оспанов"]


@pytest.mark.parametrize(
    ("what", "text", "names"),
    [
        ("name", "Букейханова Алихана", {"surname", "given", "patronymic", "variants", "keys"}),
        ("date", "10–12.1929", {"text", "edtf", "earliest", "latest"}),
        (
            "reference",
            "ЦГА РК, ф. 30, оп. 4, д. 49, л. 12 об.",
            {"archive", "fond", "opis", "delo", "leaf", "verso", "text"},
        ),
        ("entry", "Абенов Муса, 1880 г.р., казах.", {"fields", "spans", "left_over", "warnings"}),
        ("place", "Сузакского р-на", {"text", "parts"}),
    ],
)
def test_read_gives_one_document_a_line_for_any_line(what: str, text: str, names: set[str]) -> None:
    done = kb("read", what, "-", given=f"{text}\n\n🐎 '; DROP TABLE x;-- \u202e\n")
    documents = [json.loads(line) for line in done.stdout.splitlines()]
    assert (done.returncode, done.stderr, len(documents)) == (0, "", 3)
    assert all(set(each) >= names for each in documents)


def test_several_references_are_a_list() -> None:
    read = document("read", "reference", "ЦГА РК, ф. 30, оп. 4, д. 49, л. 12; д. 50, л. 3 об.", "--json")
    assert [(one["delo"], one["leaf"], one["verso"]) for one in read["references"]] == [
        ("49", "12", False),
        ("50", "3", True),
    ]


def test_read_says_in_words_why_a_date_is_not_read() -> None:
    said = kb("read", "date", "через три дня").stdout
    assert "note" in said
    assert "relative" not in said


def test_match_gives_candidates_from_another_list(tmp_path: Path) -> None:
    asked, known, out = tmp_path / "asked.csv", tmp_path / "known.csv", tmp_path / "out.csv"
    asked.write_text("no,name\n1,Алихан Букейханов\n2,\n3,Магжан Жумабаев\n", "utf-8")
    known.write_text("id,name\na,Бөкейханов Әлихан\nb,Жұмабаев Мағжан\nc,Сәкен Сейфуллин\n", "utf-8")
    done = kb("match", str(asked), "--against", str(known), "-o", str(out))
    assert done.returncode == 0
    rows = list(csv.DictReader(io.StringIO(out.read_text("utf-8"))))
    assert list(rows[0]) == ["row", "text", "rank", "id", "label", "score", "why"]
    assert [(row["row"], row["id"]) for row in rows if row["rank"] == "1"] == [("2", "a"), ("4", "b")]


def test_match_names_the_column_that_is_missing(tmp_path: Path) -> None:
    (tmp_path / "asked.csv").write_text("name\nОспанов\n", "utf-8")
    done = kb("match", str(tmp_path / "asked.csv"), "--column", "фамилия", "--against", str(tmp_path / "asked.csv"))
    assert (done.returncode, len(done.stderr.splitlines())) == (1, 1)
    assert "фамилия" in done.stderr
