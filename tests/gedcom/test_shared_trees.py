"""Family trees that others made: the test files of GEDCOM 7, and pairs of Gramps compared person by person."""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path

import pytest

from kb.projection import Graph, project
from loaders.pipeline import read
from loaders.read import Read

Person = tuple[object, ...]

#: Pairs in which Gramps says more or other than the file, and why.
OTHERWISE = {
    "imp_notetest_dfs": "Gramps takes the address of a birth for its place",
    "imp_sample": "Gramps reads Hebrew dates, and several surnames that the one name does not have",
}


def graph_of(found: Read) -> Graph:
    return project({}, [claim for claim, _ in found.release.claims], [])


def people(graph: Graph) -> list[Person]:
    kin: dict[object, list[str]] = defaultdict(list)
    for tie in graph.ties:
        if tie.type == "SPOUSE_OF":
            kin[tie.source].append("spouse")
            kin[tie.target].append("spouse")
        elif tie.type in ("CHILD_OF", "KIN_OF"):
            kin[tie.source].append(f"{tie.type} up")
            kin[tie.target].append(f"{tie.type} down")
    found: list[Person] = []
    for key, props in graph.entities.items():
        if key.kind == "Person":
            name = " ".join(sorted(re.findall(r"\w+", str(props["label"]))))
            said = [props.get(each) for each in ("sex", "birth", "birthplace", "death", "burial")]
            found.append((name, *said, tuple(sorted(props.get("occupation", []))), tuple(sorted(kin[key]))))
    return sorted(found, key=str)


@pytest.mark.parametrize(
    ("file", "persons", "families"),
    [
        ("maximal70.ged", 4, 2),
        ("maximal70.gdz", 4, 2),
        ("xref.ged", 6, 0),
        ("voidptr.ged", 2, 1),
        ("remarriage1.ged", 3, 2),
    ],
)
def test_the_test_files_of_gedcom_7_have_their_counts(shared: Path, file: str, persons: int, families: int) -> None:
    found = read(shared / "data/gedcom/gedcom7/gedcom70" / file)
    assert (found.release.counts.get("INDI", 0), found.release.counts.get("FAM", 0)) == (persons, families)


def test_nothing_of_the_largest_test_file_is_dropped_without_a_line(shared: Path) -> None:
    found = read(shared / "data/gedcom/gedcom7/gedcom70/maximal70.ged")
    told = {each.column for each in found.warnings}
    assert {"OBJE", "ASSO"} <= {path.split(".")[-1] for path in told}
    notes = {note for props in graph_of(found).entities.values() for note in props.get("note", [])}
    assert "EDUC: Education type" in notes
    assert "me@example.com is an example email address.\n@me and @I are example social media handles." in str(
        next(note for note in notes if note.startswith("me@"))
    )


def test_all_dates_of_the_test_file_are_lines_of_their_own(shared: Path) -> None:
    found = read(shared / "data/gedcom/gedcom7/gedcom70/date.ged")
    dated = [claim for claim, _ in found.release.claims if claim.values.get("birth") or claim.values.get("death")]
    noted = [claim for claim, _ in found.release.claims if claim.values.get("note")]
    assert len(dated) + len(noted) >= 1062


@pytest.mark.parametrize("kind", ["UTF_8_BOM", "UTF_8_NOBOM", "UTF_16_LE_BOM", "UTF_16_BE_BOM"])
@pytest.mark.parametrize("end", ["CR", "LF", "CRLF"])
def test_all_the_unicode_files_hold_the_same_35_persons(shared: Path, kind: str, end: str) -> None:
    folder = shared / "data/gedcom/gramps"
    found = people(graph_of(read(folder / f"imp_{kind}_{end}.ged", "d")))
    assert len(found) == 35
    assert found == people(graph_of(read(folder / "imp_UTF_8_NOBOM_LF.ged", "d")))
    assert any(person[2:4] == (None, "АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ") for person in found)


def test_every_pair_of_gramps_is_the_same_person_by_person(shared: Path) -> None:
    compared = 0
    for file in sorted((shared / "data/gedcom/gramps").glob("*.ged")):
        expected = people(graph_of(read(file.with_suffix(".gramps"))))
        found = people(graph_of(read(file)))
        assert len(found) == len(expected), file.name
        if file.stem not in OTHERWISE:
            assert found == expected, file.name
            compared += 1
    assert compared >= 32


def test_gramps_of_several_years_is_read(shared: Path) -> None:
    for file in sorted((shared / "data/gedcom/gramps").glob("imp_[345]*.gramps")):
        found = read(file)
        assert (found.release.counts["INDI"], found.release.counts["FAM"]) == (3, 1), file.name
        assert not found.rejected
