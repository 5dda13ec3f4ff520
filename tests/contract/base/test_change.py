"""What changes a base, on a real engine: after every operation the stored graph is what a rebuild would give."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from kb import base
from kb.base.graphs import Run, whole, write_difference
from kb.base.stored import StoredBase
from kb.errors import ConflictError, TooLarge, UnknownId
from kb.model import Claim, make_claim, make_judgement
from kb.projection import Difference, Graph, project
from kb.settings import Settings
from kb.store import Store


def record(name: str) -> str:
    return f"d:{name}"


SOURCES = [
    make_claim(
        "source",
        (record("s1"), "Source"),
        {"title": "One", "source_kind": "monograph", "reference": "ЦГА РК, ф. 30, оп. 4, д. 9"},
    ),
    make_claim("source", (record("s2"), "Source"), {"title": "Two", "reference": "ЦГА РК, ф. 30, оп. 5"}),
]
PEOPLE = [
    make_claim("person", (record("p1"), "Person"), {"name_ru": "А. Б.", "birth": "1905"}, cites=[record("s1")]),
    make_claim("person", (record("p1"), "Person"), {"name_ru": "А. В.", "birth": "1890"}, cites=[record("s2")]),
    make_claim("person", (record("p2"), "Person"), {"name_ru": "В. Г."}, cites=[record("s1"), record("s2")]),
]
RISING = [
    make_claim("uprising", (record("u1"), "Uprising"), {"name_ru": "В.", "participants": "400"}, cites=[record("s2")]),
    make_claim(
        "statement", (record("u1"), "Uprising"), {"property": "participants", "value": "2000"}, cites=[record("s1")]
    ),
]
LEADS = make_claim(
    "participation", (record("p1"), "Person"), {"role": "leader"}, to=(record("u1"), "Uprising"), cites=[record("s1")]
)
ALL = [*SOURCES, *PEOPLE, *RISING, LEADS]


def release(claims: Sequence[Claim], dataset: str = "d", part: str = "") -> base.Release:
    rows = [(claim, f"f.csv:{at + 2}") for at, claim in enumerate(claims)]
    return base.Release(dataset, rows, "f.csv", "", len(claims), part)


def everything(store: Store) -> tuple[list[str], list[str]]:
    nodes = store.read("MATCH (n) RETURN labels(n) AS l, properties(n) AS p", limit=None).rows
    links = store.read(
        "MATCH (a)-[t]->(b) RETURN a.id AS a, type(t) AS t, properties(t) AS p, b.id AS b", limit=None
    ).rows
    without_time = [(labels, {k: v for k, v in props.items() if k != "at"}) for labels, props in nodes]
    links = [(a, t, {k: v for k, v in props.items() if k != "at"}, b) for a, t, props, b in links]
    return sorted(map(_said, without_time)), sorted(map(_said, links))


def _said(value: object) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_said(value[key])}" for key in sorted(value)) + "}"
    if isinstance(value, tuple):
        return "(" + ", ".join(map(_said, value)) + ")"
    return repr(value)


def assert_same(one: Graph, other: Graph) -> None:
    for part in ("entities", "ties", "identity", "readings"):
        left, right = getattr(one, part), getattr(other, part)
        assert {key: left.get(key) for key in left | right} == {key: right.get(key) for key in left | right}


def assert_as_rebuilt(store: Store) -> None:
    stored = StoredBase(store)
    judgements = stored.judgements()
    judged = {name for each in judgements for name in (each.a, each.b) if name}
    wanted = project(stored.kinds(judged), list(stored.claims()), judgements)
    assert_same(whole(store), wanted)
    for claim in stored.claims():
        cited = store.read("MATCH (c:Claim {id: $id})-[:CITES]->(s:Source) RETURN s.id AS id", {"id": claim.id}).rows
        assert sorted(row[0] for row in cited) == sorted({wanted.identity[each].id for each in claim.cites})


def test_loading_the_same_again_adds_nothing(store: Store, settings: Settings) -> None:
    first = base.load(store, settings, release(ALL))
    before = everything(store)
    again = base.load(store, settings, release(ALL))

    assert (first.new, first.same) == (len(ALL), 0)
    assert (again.new, again.same, again.batch.id) == (0, len(ALL), first.batch.id)
    assert everything(store) == before
    assert_as_rebuilt(store)


def test_undo_leaves_the_base_as_it_was_node_for_node(store: Store, settings: Settings) -> None:
    nothing = everything(store)
    base.load(store, settings, release(ALL))
    one = everything(store)
    base.load(store, settings, release([LEADS, PEOPLE[0]], "e"))
    assert_as_rebuilt(store)
    base.undo(store, settings, "e@1")
    assert everything(store) == one
    base.undo(store, settings, "d@1")
    assert everything(store) == nothing


def test_a_claim_that_two_batches_brought_stays_until_both_are_undone(store: Store, settings: Settings) -> None:
    base.load(store, settings, release([PEOPLE[0]]))
    base.load(store, settings, release([PEOPLE[0]], "e"))
    base.undo(store, settings, "d@1")
    assert store.read("MATCH (p:Person) RETURN p.label AS label").rows == [("А. Б.",)]
    assert_as_rebuilt(store)
    base.undo(store, settings, "e@1")
    assert store.read("MATCH (p:Person) RETURN p.label AS label").rows == []


def test_a_new_version_is_in_force_and_the_old_one_stays_as_history(store: Store, settings: Settings) -> None:
    base.load(store, settings, release(ALL))
    one = everything(store)
    better = make_claim("person", (record("p1"), "Person"), {"name_ru": "А. Б.", "birth": "1906"}, cites=[record("s1")])
    second = base.load(store, settings, release([*SOURCES, better, *PEOPLE[1:], *RISING]))

    assert (second.batch.version, second.new, second.changed) == (2, 0, 1)
    assert_as_rebuilt(store)
    past = {row[0] for row in store.read("MATCH (c:Claim {past: true}) RETURN c.id AS id").rows}
    assert past == {LEADS.id, PEOPLE[0].id}
    assert not store.read("MATCH (:Person)-[t:TOOK_PART_IN]->(:Uprising) RETURN t.side AS side").rows

    base.undo(store, settings, "d@2")
    assert everything(store) == one


def test_a_version_with_other_content_is_refused(store: Store, settings: Settings) -> None:
    base.load(store, settings, release(ALL))
    with pytest.raises(ConflictError, match="1"):
        base.load(store, settings, release(PEOPLE), version=1)
    assert base.load(store, settings, release(ALL), version=1).new == 0


def test_an_older_version_that_comes_later_is_history(store: Store, settings: Settings) -> None:
    base.load(store, settings, release(ALL), version=5)
    graph = whole(store)
    late = base.load(store, settings, release(PEOPLE[:1]), version=2)
    assert (late.new, late.batch.in_force) == (0, False)
    assert whole(store) == graph
    base.undo(store, settings, "d@5")
    assert store.read("MATCH (p:Person) RETURN p.birth AS birth").rows == [("1905",)]
    assert_as_rebuilt(store)


def test_a_judgement_merges_and_taking_it_back_restores_both_byte_for_byte(store: Store, settings: Settings) -> None:
    base.load(store, settings, release(ALL))
    graph = whole(store)
    for a, b in ((record("p1"), record("p2")), (record("s1"), record("s2"))):
        same = make_judgement("same", a, b, why="one man", by="me", at="2020-01-01")
        base.judge(store, settings, same)
        assert_as_rebuilt(store)
        assert whole(store) != graph
        base.judge(store, settings, make_judgement("withdrawn", replaces=same.id, why="not", by="me", at="2020-01-02"))
        assert_as_rebuilt(store)
        assert whole(store) == graph


def test_a_record_that_a_judgement_names_survives_the_undo_of_its_batch(store: Store, settings: Settings) -> None:
    base.load(store, settings, release(ALL))
    twin = make_claim("person", ("e:p9", "Person"), {"name_ru": "А. Б."}, cites=[record("s1")])
    base.load(store, settings, release([twin], "e"))
    base.judge(store, settings, make_judgement("same", record("p1"), "e:p9", why="x", by="me", at="2020"))
    base.undo(store, settings, "e@1")
    found = store.read("MATCH (r:Record {id: 'e:p9'})-[:IS]->(p:Person) RETURN p.id AS id").rows
    assert found == [(record("p1"),)]
    assert_as_rebuilt(store)


def test_a_withdrawal_takes_a_claim_back_and_its_withdrawal_returns_it(store: Store, settings: Settings) -> None:
    base.load(store, settings, release(ALL))
    graph = whole(store)
    back = make_claim("withdrawal", (LEADS.about, "Person"), {"withdraws": LEADS.id}, why="misread")
    base.load(store, settings, release([back], "hand", "1"))
    assert not store.read("MATCH (:Person)-[t:TOOK_PART_IN]->(:Uprising) RETURN t.side AS side").rows
    assert_as_rebuilt(store)
    again = make_claim("withdrawal", (LEADS.about, "Person"), {"withdraws": back.id}, why="read right after all")
    base.load(store, settings, release([again], "hand", "2"))
    assert_as_rebuilt(store)
    ties = {key: props for key, props in whole(store).ties.items() if key.type == "TOOK_PART_IN"}
    assert ties == {key: props for key, props in graph.ties.items() if key.type == "TOOK_PART_IN"}


def test_what_comes_withdrawn_in_a_first_load_leaves_no_source_behind(store: Store, settings: Settings) -> None:
    said = make_claim("person", (record("p7"), "Person"), {"name_ru": "А. Б."}, cites=[record("s7")])
    back = make_claim("withdrawal", (record("p7"), "Person"), {"withdraws": said.id}, why="a slip")
    base.load(store, settings, release([said, back]))
    assert store.read("MATCH (s:Source) RETURN s.id AS id").rows == []
    assert_as_rebuilt(store)


def test_made_up_claims_do_not_come_beside_real_ones(store: Store, settings: Settings) -> None:
    base.load(store, settings, release(ALL))
    before = everything(store)
    made_up = base.Release("made_up/1", [(PEOPLE[0], "f.csv:2")], "f.csv", "", 1, made_up=True)
    with pytest.raises(ConflictError):
        base.load(store, settings, made_up)
    assert everything(store) == before


def test_an_unknown_batch_cannot_be_undone(store: Store, settings: Settings) -> None:
    with pytest.raises(UnknownId, match="d@7"):
        base.undo(store, settings, "d@7")


def test_a_preferred_reading_is_accepted_against_the_rank_of_sources(store: Store, settings: Settings) -> None:
    base.load(store, settings, release(ALL))
    assert store.read("MATCH (p:Person {id: 'd:p1'}) RETURN p.birth AS b, p.conflicts AS c").rows == [
        ("1905", ["birth", "name_ru"])
    ]
    preferred = make_judgement(
        "preferred", record("p1"), property="birth", claim=PEOPLE[1].id, why="the questionnaire", by="me", at="2020"
    )
    base.judge(store, settings, preferred)
    assert store.read("MATCH (p:Person {id: 'd:p1'}) RETURN p.birth AS b").rows == [("1890",)]
    assert_as_rebuilt(store)


def test_changes_in_chunks_end_where_changes_in_one_transaction_end(
    store: Store, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    base.load(store, settings, release(ALL))
    one = whole(store)
    base.undo(store, settings, "d@1")
    nothing = everything(store)
    monkeypatch.setattr("kb.base.change.ONE_TRANSACTION", 0)
    base.load(store, settings, release(ALL))
    assert whole(store) == one
    base.undo(store, settings, "d@1")
    assert everything(store) == nothing


def test_a_change_that_is_too_large_for_the_servers_memory_goes_in_chunks(
    store: Store, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    base.load(store, settings, release(ALL))
    one = whole(store)
    base.undo(store, settings, "d@1")
    made = []

    def first_too_large(change: Difference, run: Run) -> None:
        made.append(change)
        write_difference(change, run)
        if len(made) == 1:
            raise TooLarge("too_large")

    monkeypatch.setattr("kb.base.change.write_difference", first_too_large)
    base.load(store, settings, release(ALL))
    assert len(made) == 2
    assert whole(store) == one
    assert base.state(store).state == "ready"
