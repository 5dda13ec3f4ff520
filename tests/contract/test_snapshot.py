"""The snapshot of a base on each engine: what the base holds, made when it is missing, kept while the base changes."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from filelock import FileLock

from kb import base as changing
from kb.base import following
from kb.base.graphs import whole
from kb.connections import Snapshot, open_snapshot, options_of, search
from kb.connections.build import Progress, build
from kb.connections.codes import TIES
from kb.connections.ground import Ground, Steps
from kb.connections.keep import _open, keep_up
from kb.connections.layout import Array, Mapped
from kb.errors import ConflictError, QuestionError
from kb.model import Claim, make_claim, make_judgement
from kb.settings import Settings
from kb.store import Store, connect

S1, P1, P2, U1 = ("d:s1", "Source"), ("d:p1", "Person"), ("d:p2", "Person"), ("d:u1", "Uprising")
CLAIMS = [
    make_claim("source", S1, {"title": "Дело", "source_kind": "document"}),
    make_claim("source", ("d:s2", "Source"), {"title": "Книга", "source_kind": "monograph"}),
    make_claim("person", P1, {"name_ru": "А. Б."}, cites=["d:s1"]),
    make_claim("person", P2, {"name_ru": "В. Г."}, cites=["d:s2"]),
    make_claim("uprising", U1, {"name_ru": "Восстание"}, cites=["d:s2"]),
    make_claim("participation", P1, {"role": "leader", "date": "1930"}, to=U1, cites=["d:s1"]),
    make_claim("participation", P1, {"role": "leader"}, to=U1, cites=["d:s2"]),
    make_claim("participation", P2, {"role": "leader"}, to=U1, cites=["d:s1"], access="cited"),
]
MORE = [make_claim("kinship", P1, {"term": "brother_of"}, to=P2, cites=["d:s2"])]


def load(store: Store, settings: Settings, part: str, claims: Sequence[Claim]) -> None:
    rows = [(claim, f"f.csv:{at + 2}") for at, claim in enumerate(claims)]
    changing.load(store, settings, changing.Release("d", rows, f"{part}.csv", "", len(rows), part))


@pytest.fixture(autouse=True)
def no_snapshot(base: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    """The bases are shared by all tests: what others have left is taken away. Nothing follows unless a test says so."""
    monkeypatch.setattr(following, "_followers", [])
    _open.clear()
    for file in (base.home / "snapshots").glob("*.snapshot"):
        file.unlink()


def ties(snapshot: Snapshot) -> dict[tuple[str, int, str], dict[str, object]]:
    return {
        (snapshot.id(snapshot.start[tie]), int(snapshot.type[tie]), snapshot.id(snapshot.end[tie])): {
            **snapshot.properties(tie),
            "claims": snapshot.claims(tie),
        }
        for tie in range(snapshot.ties)
    }


def test_a_snapshot_holds_what_the_base_holds(store: Store, base: Settings) -> None:
    load(store, base, "a", CLAIMS)
    load(store, base, "b", MORE)
    snapshot, graph = open_snapshot(store, base), whole(store)
    assert snapshot.version == changing.state(store).version
    assert {(entity.kind, entity.id): entity.label for entity in map(snapshot.entity, range(len(snapshot)))} == {
        (key.kind, key.id): props["label"] for key, props in graph.entities.items()
    }
    assert ties(snapshot) == {
        (key.source.id, TIES.index(key.type), key.target.id): props for key, props in graph.ties.items()
    }
    rising = [snapshot.find("d:u1")]
    assert search(snapshot, [snapshot.find("d:p1")], rising, options_of(documented=True)).paths
    assert not search(snapshot, [snapshot.find("d:p2")], rising, options_of(documented=True)).paths


def test_a_load_makes_another_snapshot_and_the_one_in_hand_stays_as_it_was(store: Store, base: Settings) -> None:
    load(store, base, "a", CLAIMS)
    old = open_snapshot(store, base)
    assert open_snapshot(store, base) is old
    before = ties(old)
    load(store, base, "b", MORE)
    new = open_snapshot(store, base)
    assert (len(ties(new)), ties(old)) == (len(before) + 1, before)
    for number in range(3):
        load(store, base, f"c{number}", [make_claim("person", (f"d:q{number}", "Person"), {"name_ru": "Д. Е."})])
        open_snapshot(store, base)
    assert len(list((base.home / "snapshots").glob("*.snapshot"))) == 2
    assert ties(old) == before


def test_a_base_that_holds_nothing_says_so(store: Store, base: Settings) -> None:
    with pytest.raises(QuestionError, match="empty"):
        open_snapshot(store, base)


def test_a_base_that_holds_nothing_but_a_judgement_has_a_snapshot_of_nobody(store: Store, base: Settings) -> None:
    changing.judge(store, base, make_judgement("same", "d:p1", "d:p2", why="an elder copy", by="me", at="2026"))
    snapshot = open_snapshot(store, base)
    assert len(snapshot) == 0
    assert open_snapshot(store, base) is snapshot


def test_while_the_base_changes_the_last_whole_snapshot_is_served(store: Store, base: Settings) -> None:
    load(store, base, "a", CLAIMS)
    old = open_snapshot(store, base)
    store.write(lambda tx: tx.run("MATCH (b:Base {id: 'base'}) SET b.state = 'changing', b.version = 'abc'"))
    assert open_snapshot(store, base) is old
    for file in (base.home / "snapshots").glob("*.snapshot"):
        file.unlink()
    with pytest.raises(ConflictError):
        open_snapshot(store, base)


def test_while_another_process_makes_the_new_one_the_old_is_served(store: Store, base: Settings) -> None:
    load(store, base, "a", CLAIMS)
    old = open_snapshot(store, base)
    load(store, base, "b", MORE)
    (lock,) = (base.home / "snapshots").glob("*.lock")
    with FileLock(lock):
        assert open_snapshot(store, base) is old
    assert open_snapshot(store, base) is not old


def test_a_load_between_two_reads_is_noticed(store: Store, base: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    load(store, base, "a", CLAIMS)
    calls: list[str] = []

    def interrupted(store: Store, version: str, progress: Progress) -> Mapped:
        made = build(store, version, progress)
        if not calls:
            with connect(base) as other:
                load(other, base, "b", MORE)
        calls.append(made.about["version"])
        return made

    monkeypatch.setattr("kb.connections.keep.build", interrupted)
    snapshot = open_snapshot(store, base)
    assert len(calls) == 2
    assert snapshot.version == changing.state(store).version == calls[1]


@pytest.fixture
def followed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The snapshot follows every change; the list says when the whole base was read for it."""
    read: list[str] = []

    def reading(store: Store, version: str, progress: Progress) -> Mapped:
        read.append(version)
        return build(store, version, progress)

    monkeypatch.setattr("kb.connections.keep.build", reading)
    monkeypatch.setattr(following, "_followers", [keep_up])
    return read


def like_new(store: Store, base: Settings) -> bool:
    """Whether the snapshot that is there is the one that reading the base would make."""
    found = open_snapshot(store, base)
    new = Snapshot(build(store, changing.state(store).version, lambda *_: None))
    names = ("kind", "connects", "day", "type", "start", "end", "flags", "first", "at_tie", "at_other")
    same = all((getattr(found, name) == getattr(new, name)).all() for name in names)
    return same and ties(found) == ties(new) and found.version == new.version


def test_after_every_change_the_new_snapshot_is_there_and_small_changes_do_not_read_the_base(
    store: Store, base: Settings, followed: list[str]
) -> None:
    load(store, base, "a", CLAIMS)
    assert like_new(store, base)
    load(store, base, "b", MORE)
    assert like_new(store, base)
    judged = make_judgement("same", "d:p1", "d:p2", why="тот же", by="tests", at="2026-01-01")
    changing.judge(store, base, judged)
    assert like_new(store, base)
    changing.judge(store, base, make_judgement("withdrawn", why="нет", by="t", at="2026-01-02", replaces=judged.id))
    assert like_new(store, base)
    changing.undo(store, base, "d/b@1")
    assert like_new(store, base)
    assert followed == []


def test_a_change_of_a_source_reads_the_base_again(store: Store, base: Settings, followed: list[str]) -> None:
    load(store, base, "a", CLAIMS)
    load(store, base, "b", [make_claim("source", ("d:s2", "Source"), {"source_kind": "edition"}, certainty="certain")])
    assert len(followed) == 1
    assert like_new(store, base)


def test_where_the_old_snapshot_is_gone_the_base_is_read(store: Store, base: Settings, followed: list[str]) -> None:
    load(store, base, "a", CLAIMS)
    for file in (base.home / "snapshots").glob("*.snapshot"):
        file.unlink()
    load(store, base, "b", MORE)
    assert len(followed) == 1
    assert like_new(store, base)


def test_a_snapshot_that_cannot_be_written_does_not_undo_the_change(
    store: Store, base: Settings, followed: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError("disk full")

    monkeypatch.setattr("kb.connections.keep.write", full)
    load(store, base, "a", CLAIMS)
    assert not changing.state(store).empty


def test_a_load_while_a_path_is_computed_changes_nothing_under_it(
    store: Store, base: Settings, followed: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    load(store, base, "a", CLAIMS)
    snapshot = open_snapshot(store, base)
    ends = [snapshot.find("d:p1")], [snapshot.find("d:p2")]
    alone = search(snapshot, *ends, options_of())
    steps = Ground.steps

    def interrupted(ground: Ground, entities: Array) -> Steps:
        monkeypatch.setattr(Ground, "steps", steps)
        with connect(base) as other:
            load(other, base, "b", MORE)
        return steps(ground, entities)

    monkeypatch.setattr(Ground, "steps", interrupted)
    assert search(snapshot, *ends, options_of()) == alone
    new = open_snapshot(store, base)
    assert new.version != snapshot.version
    found = search(new, [new.find("d:p1")], [new.find("d:p2")], options_of())
    assert (found.paths[0].length, alone.paths[0].length) == (1, 2)
