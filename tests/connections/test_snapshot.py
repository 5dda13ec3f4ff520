from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings

from kb.connections import layout
from kb.connections.build import assembled
from kb.connections.layout import Mapped
from kb.connections.snapshot import Snapshot
from kb.errors import UnknownId
from tests.connections.graphs import Made, graphs

TIE = {"claims": ["c1", "c2"], "certainty": "probable", "witnesses": 2, "prosecution_only": True, "roles": ["leader"]}


def small() -> Mapped:
    entities = [("d:ы", "Person", True, "Аты"), ("d:b", "Uprising", False, "Б")]
    return assembled("v", entities, [("d:ы", "TOOK_PART_IN", "d:b", TIE)], set())


@given(graphs())
@settings(max_examples=60, deadline=None)
def test_what_goes_in_comes_out(made: Made) -> None:
    snapshot = made.snapshot()
    assert [snapshot.entity(place).id for place in range(len(snapshot))] == sorted(row[0] for row in made.entities)
    assert all(snapshot.entity(snapshot.find(row[0])).kind == row[1] for row in made.entities)
    came = {}
    for place in range(len(snapshot)):
        for tie, other in snapshot.ties_at(place, ["TOOK_PART_IN", "SIBLING_OF", "ACCUSED_OVER", "WITHIN"]):
            ends = {int(snapshot.start[tie]), int(snapshot.end[tie])}
            assert ends == {place, other}
    for start, type_, end, said in made.ties:
        for tie, _ in snapshot.ties_at(snapshot.find(start), [type_]):
            if snapshot.id(snapshot.end[tie]) == end:
                came[(start, type_, end)] = {**snapshot.properties(tie), "claims": snapshot.claims(tie)}
        wanted = {name: value for name, value in said.items() if value != []}
        if "voices" in wanted:
            wanted["voices"] = sorted(wanted["voices"], key=["accused", "witness", "investigator"].index)  # type: ignore[call-overload]
        assert came[(start, type_, end)] == wanted


@given(graphs())
@settings(max_examples=40, deadline=None)
def test_the_order_of_reading_does_not_matter(made: Made) -> None:
    there = made.snapshot()
    back = Made(made.entities[::-1], made.ties[::-1]).snapshot()
    for name in ("kind", "type", "start", "end", "first", "at_tie", "at_other", "certainty"):
        assert np.array_equal(getattr(there, name), getattr(back, name)), name
    assert [there.claims(tie) for tie in range(there.ties)] == [back.claims(tie) for tie in range(back.ties)]


def test_an_unknown_id_is_said_to_be_unknown() -> None:
    snapshot = Snapshot(small())
    for ident in ("d:a", "d:z", "", "d:яя"):
        with pytest.raises(UnknownId):
            snapshot.find(ident)


def test_a_snapshot_is_written_and_mapped_again(tmp_path: Path) -> None:
    file = tmp_path / "папка" / "one.snapshot"
    layout.write(file, small())
    mapped = layout.read(file)
    assert mapped is not None
    snapshot = Snapshot(mapped)
    tie, other = next(snapshot.ties_at(snapshot.find("d:ы"), ["TOOK_PART_IN"]))
    assert (snapshot.version, snapshot.entity(other).label, snapshot.claims(tie)) == ("v", "Б", ["c1", "c2"])
    assert snapshot.properties(tie)["roles"] == ["leader"]
    with pytest.raises(ValueError, match="read-only"):
        snapshot.start[0] = 1


def test_a_file_that_is_not_whole_is_none(tmp_path: Path) -> None:
    file = tmp_path / "one.snapshot"
    layout.write(file, small())
    whole = file.read_bytes()
    assert not list(tmp_path.glob("*.part"))
    for size in (0, 5, len(layout.MAGIC) + 8, 200, len(whole) // 2, len(whole) - 64):
        file.write_bytes(whole[:size])
        assert layout.read(file) is None, size
    assert layout.read(tmp_path / "absent") is None


def test_who_has_mapped_the_old_file_keeps_it_when_a_new_one_comes(tmp_path: Path) -> None:
    file = tmp_path / "one.snapshot"
    layout.write(file, small())
    old = layout.read(file)
    assert old is not None
    layout.write(file, assembled("w", [("d:x", "Person", True, "X")], [], set()))
    file.unlink()
    snapshot = Snapshot(old)
    assert (snapshot.version, len(snapshot), snapshot.entity(snapshot.find("d:b")).label) == ("v", 2, "Б")


def test_a_writer_that_fails_leaves_what_was_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "one.snapshot"
    layout.write(file, small())

    def full(_: int) -> None:
        raise OSError("disk full")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OSError, match="disk full"):
        layout.write(file, assembled("w", [], [], set()))
    mapped = layout.read(file)
    assert mapped is not None
    assert mapped.about["version"] == "v"
    assert [path.name for path in tmp_path.iterdir()] == ["one.snapshot"]


def test_a_base_without_ties_has_a_snapshot_too() -> None:
    snapshot = Snapshot(assembled("v", [("d:x", "Person", True, "X")], [], set()))
    assert (len(snapshot), snapshot.ties, list(pairwise(snapshot.first.tolist()))) == (1, 0, [(0, 0)])
