"""GEDCOM read by our own reader: encodings, broken lines, citations, adopted children; what has no place is told."""

from __future__ import annotations

import time
import zipfile
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kb.dates import read_date
from kb.errors import DataError
from kb.model import Claim
from kb.projection import EntityKey, Graph, project
from loaders.gedcom import ansel
from loaders.pipeline import read
from loaders.read import Read

HEAD = "0 HEAD\n1 GEDC\n2 VERS 5.5.1\n1 CHAR UTF-8\n"
FAMILY = """0 @I1@ INDI
1 NAME Жүсіпбек /Абаев/
2 SOUR @S1@
3 PAGE л. 5
3 QUAY 3
3 DATA
4 TEXT сын бая
1 NAME Юсуп /Абаев/
2 TYPE AKA
1 SEX M
1 BIRT
2 DATE ABT 1893
2 PLAC аул № 7
2 SOUR @S1@
2 SOUR Рассказ внука
1 DEAT
2 DATE 12 MAY 1930
2 PLAC Кустанай
2 CAUS расстрел
1 OCCU бай
2 DATE 1928
1 RESI
2 PLAC Батпаккара
1 NOTE @N1@
1 FAMS @F1@
1 ASSO @I4@
2 RELA сосед
2 NOTE жили рядом
1 _FAV yes
0 @I2@ INDI
1 NAME Әйелі /?/
1 SEX F
1 FAMS @F1@
0 @I3@ INDI
1 NAME Сын
1 FAMC @F1@
2 PEDI adopted
0 @I4@ INDI
1 NAME Сосед
0 @F1@ FAM
1 HUSB @I1@
1 WIFE @I2@
1 MARR
2 DATE 1915
1 CHIL @I3@
2 SOUR @S1@
0 @N1@ NOTE Первая строка
1 CONT вторая
1 CONC  и конец
0 @S1@ SOUR
1 TITL Следственное дело
1 AUTH ОГПУ
1 REPO @R1@
2 CALN ф. 141, оп. 1, д. 5
0 @R1@ REPO
1 NAME АП РК
0 TRLR
"""


def tree(folder: Path, text: str, encoding: str = "utf-8", name: str = "семья.ged") -> Read:
    file = folder / name
    file.write_bytes(text.encode(encoding))
    return read(file, "d")


def said(found: Read, kind: str, about: str = "") -> list[Claim]:
    return [claim for claim, _ in found.release.claims if claim.kind == kind and about in ("", claim.about)]


def graph_of(found: Read) -> Graph:
    return project({}, [claim for claim, _ in found.release.claims], [])


def test_persons_sources_notes_and_ties_of_a_family(tmp_path: Path) -> None:
    found = tree(tmp_path, HEAD + FAMILY)
    graph = graph_of(found)
    assert found.release.counts == {"INDI": 4, "FAM": 1, "SOUR": 2}, "the story of the grandson is a source too"
    person = graph.entities[EntityKey("Person", "d:I1")]
    assert (person["name_kk"], person["name_ru"], person["surname"]) == ("Жүсіпбек Абаев", "Юсуп Абаев", "Абаев")
    assert (person["birth"], person["birth_text"], person["birthplace"]) == ("1893~", "ABT 1893", "аул № 7")
    assert (person["death"], person["sex"], person["occupation"]) == ("1930-05-12", "male", ["бай"])
    assert person["residence"] == ["Батпаккара"]
    notes = set(person["note"])
    assert {"Первая строка\nвторая и конец", "DEAT: Кустанай, расстрел", "OCCU: 1928", "MARR: 1915"} <= notes
    source = graph.entities[EntityKey("Source", "d:source.S1")]
    assert (source["title"], source["reference_text"]) == ("Следственное дело", "АП РК, ф. 141, оп. 1, д. 5")
    ties = {(tie.type, tie.source.id, tie.target.id): props for tie, props in graph.ties.items()}
    assert ("SPOUSE_OF", "d:I1", "d:I2") in ties
    assert ties["CHILD_OF", "d:I3", "d:I1"]["terms"] == ["adopted_child_of"]
    assert ties["ASSOCIATED_WITH", "d:I1", "d:I4"]["terms"] == ["сосед"]


def test_every_statement_cites_its_source_and_the_file_where_it_has_none(tmp_path: Path) -> None:
    found = tree(tmp_path, HEAD + FAMILY)
    (named,) = [claim for claim in said(found, "person", "d:I1") if "name_kk" in claim.values]
    assert (named.cites, named.locator, named.quote, named.certainty) == (
        ("d:source.S1",),
        "л. 5",
        "сын бая",
        "certain",
    )
    births = [claim for claim in said(found, "person", "d:I1") if "birth" in claim.values]
    assert len(births) == 2, "two sources say it: two claims"
    inline = next(claim.cites[0] for claim in births if claim.cites != ("d:source.S1",))
    assert [claim.values["title"] for claim in said(found, "source", inline)] == ["Рассказ внука"]
    (other,) = [claim for claim in said(found, "person", "d:I1") if "name_ru" in claim.values]
    assert (other.cites, other.voice) == (("d:tree",), "family")
    for child in said(found, "kinship", "d:I3"):
        assert child.cites == ("d:source.S1",)
    assert all(claim.cites for claim, _ in found.release.claims if claim.about_kind == "Person")


def test_a_line_without_a_place_is_told_with_its_number(tmp_path: Path) -> None:
    found = tree(tmp_path, HEAD + FAMILY)
    number = (HEAD + FAMILY).splitlines().index("1 _FAV yes") + 1
    # a tag of the program itself is kept as a fact of the person, and nothing else is left
    assert "_FAV: yes" in graph_of(found).entities[EntityKey("Person", "d:I1")]["note"]
    photo = tree(tmp_path, HEAD + FAMILY.replace("1 _FAV yes", "1 OBJE\n2 FILE a.jpg"))
    assert [(each.row, each.column) for each in photo.warnings] == [(f"семья.ged:{number}", "OBJE")]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1251", "koi8-r", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_torture_file_in_every_encoding_gives_the_same_people(tmp_path: Path, encoding: str, end: str) -> None:
    text = (HEAD.replace("1 CHAR UTF-8\n", "1 CHAR ANSI\n") + FAMILY).replace("ү", "у").replace("і", "и")
    text = text.replace("Әйелі", "Айели").replace("Әйели", "Айели").replace("№", "N")
    plain = graph_of(tree(tmp_path, text))
    assert graph_of(tree(tmp_path, text.replace("\n", end), encoding)) == plain


def test_broken_lines_are_told_and_never_a_stop(tmp_path: Path) -> None:
    text = HEAD + "0 @I1@ INDI\n1 NAME Али\n1 NOTE Начало\nпродолжение без номера\n3 PAGE ?\n\n1 SEX M\n0 TRLR\n"
    found = tree(tmp_path, text)
    assert [(each.key, each.row) for each in found.warnings][:2] == [
        ("load.gedcom_line", "семья.ged:8"),
        ("load.gedcom_level", "семья.ged:9"),
    ]
    person = graph_of(found).entities[EntityKey("Person", "d:I1")]
    assert (person["note"], person["sex"]) == (["Начало\nпродолжение без номера"], "male")


def test_another_encoding_than_the_file_names_is_found_out_and_told(tmp_path: Path) -> None:
    found = tree(tmp_path, HEAD + "0 @I1@ INDI\n1 NAME Иван /Петров/\n0 TRLR\n", "cp1251")
    assert graph_of(found).entities[EntityKey("Person", "d:I1")]["name_ru"] == "Иван Петров"
    assert [each.key for each in found.warnings] == ["load.gedcom_encoding"]


def test_a_disproven_child_is_denied_and_a_challenged_one_doubtful(tmp_path: Path) -> None:
    text = (
        "0 HEAD\n1 GEDC\n2 VERS 7.0\n0 @I1@ INDI\n1 NAME A\n0 @I2@ INDI\n1 NAME B\n1 FAMC @F1@\n2 STAT DISPROVEN\n"
        "0 @I3@ INDI\n1 NAME C\n1 FAMC @F1@\n2 STAT CHALLENGED\n0 @F1@ FAM\n1 HUSB @I1@\n1 CHIL @I2@\n"
        "1 CHIL @I3@\n0 TRLR\n"
    )
    graph = graph_of(tree(tmp_path, text))
    ties = {tie.source.id: props["certainty"] for tie, props in graph.ties.items() if tie.type == "CHILD_OF"}
    assert ties == {"d:I3": "doubtful"}


def test_a_packed_tree_is_the_same(tmp_path: Path) -> None:
    plain = tree(tmp_path, HEAD + FAMILY)
    with zipfile.ZipFile(tmp_path / "семья.gdz", "w") as packed:
        packed.writestr("gedcom.ged", HEAD + FAMILY)
        packed.writestr("photo.jpg", b"...")
    again = read(tmp_path / "семья.gdz", "d")
    assert graph_of(again).ties.keys() == graph_of(plain).ties.keys()


def test_what_is_no_tree_is_told(tmp_path: Path) -> None:
    for text in ("", "just a letter\n", "id,name\n1,A\n"):
        with pytest.raises(DataError) as told:
            tree(tmp_path, text)
        assert told.value.key == "no_tree"
    empty = tree(tmp_path, "0 HEAD\n1 GEDC\n2 VERS 7.0\n0 TRLR\n")
    assert [each.key for each in empty.warnings] == ["load.no_rows"]


@given(
    st.lists(st.sampled_from([*(HEAD + FAMILY).splitlines(), "x", "9 DEEP", "0 @I1@ INDI", "1 FAMC @F1@"]), max_size=40)
)
@settings(max_examples=100, deadline=None)
def test_lines_in_any_order_are_read(tmp_path_factory: pytest.TempPathFactory, lines: list[str]) -> None:
    folder = tmp_path_factory.mktemp("any")
    graph_of(tree(folder, "\n".join(["0 HEAD", *lines])))


@pytest.mark.parametrize(
    ("written", "edtf"),
    [
        ("12 MAY 1930", "1930-05-12"),
        ("ABT 1893", "1893~"),
        ("BET 1890 AND 1895", "1890/1895"),
        ("AFT 1 MAR 1914", "1914-03-01/.."),
        ("BEF 1900", "../1900"),
        ("FROM 1890 TO 5 MAY 1895", "1890/1895-05-05"),
        ("INT 1893 (at the age of 37)", "1893?"),
        ("@#DJULIAN@ 1 MAR 1900", "1900-03-14"),
        ("11 FEB 1731/32", "1732-02-11"),
        ("FRENCH_R 1 VEND 3", None),
        ("40 B.C.", None),
    ],
)
def test_dates_of_gedcom_are_never_made_more_exact(written: str, edtf: str | None) -> None:
    assert read_date(written).edtf == edtf


def test_marks_of_ansel_stand_before_their_letter() -> None:
    assert ansel.decode(b"Sm\xe8orgas \xa2 \xe2e".decode("latin-1")) == "Smörgas Ø é"


def test_twelve_thousand_persons_are_read_in_seconds(tmp_path: Path) -> None:
    people = "".join(
        f"0 @I{n}@ INDI\n1 NAME Имя{n} /Тегі/\n1 SEX M\n1 BIRT\n2 DATE {n % 28 + 1} MAY 1893\n1 FAMC @F{n // 4}@\n"
        for n in range(12_000)
    )
    families = "".join(
        f"0 @F{n}@ FAM\n1 HUSB @I{n}@\n" + "".join(f"1 CHIL @I{4 * n + k}@\n" for k in range(4)) for n in range(3000)
    )
    began = time.perf_counter()
    found = tree(tmp_path, HEAD + people + families + "0 TRLR\n")
    assert Counter(found.release.counts) == {"INDI": 12_000, "FAM": 3000}
    assert time.perf_counter() - began < 20
