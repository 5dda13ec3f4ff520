"""The commands of ``kb`` on a small base on the local engine: what they print, their JSON, their exit status."""

from __future__ import annotations

import io
import json
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from kb import base, cli
from kb.commands.plain import plain, shown, table
from kb.model import make_claim
from kb.settings import settings
from kb.store import Node, Tie, connect, stop
from kb.store import Path as Walk

Asked = tuple[int, str, str]
Ask = Callable[..., Asked]


def record(name: str) -> str:
    return f"d:{name}"


U1, P1, P2 = (record("u1"), "Uprising"), (record("p1"), "Person"), (record("p2"), "Person")
CLAIMS = [
    make_claim("source", (record("s1"), "Source"), {"title": "Летопись", "source_kind": "monograph"}),
    make_claim("source", (record("s2"), "Source"), {"title": "Заметка", "source_kind": "web"}),
    make_claim("person", P1, {"name_ru": "Первый Вымышленный"}, cites=[record("s1")]),
    make_claim("person", P2, {"name_ru": "Второй Вымышленный"}, cites=[record("s2")]),
    make_claim("uprising", U1, {"name_ru": "Восстание", "participants": "400"}, cites=[record("s1")], locator="с. 12"),
    make_claim("uprising", U1, {"participants": "2000"}, cites=[record("s2")], locator="infobox"),
    make_claim("participation", P1, {"role": "leader"}, to=U1, cites=[record("s1")], voice="memoirist"),
    make_claim("participation", P2, {"role": "participant"}, to=U1, cites=[record("s2")]),
]


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("home")
    said = settings({"KB_HOME": str(folder), "KB_AUTHOR": "tests"})
    with connect(said) as store:
        rows = [(claim, f"f.csv:{at + 2}") for at, claim in enumerate(CLAIMS)]
        base.load(store, said, base.Release("d", rows, "f.csv", "", len(rows)))
    yield folder
    stop(said)


@pytest.fixture
def ask(home: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Ask:
    monkeypatch.setenv("KB_HOME", str(home))
    monkeypatch.setenv("KB_LANG", "en")
    monkeypatch.setenv("KB_AUTHOR", "tests")
    monkeypatch.delenv("KB_URI", raising=False)
    return _asker(capfd)


def _asker(capfd: pytest.CaptureFixture[str]) -> Ask:
    def asked(*arguments: str) -> Asked:
        try:
            status = cli.main(arguments)
        except SystemExit as stopped:
            status = int(stopped.code or 0)
        said = capfd.readouterr()
        return status, said.out, said.err

    return asked


def document(answer: Asked) -> Any:
    status, out, err = answer
    assert (status, err) == (0, "")
    return json.loads(out)


def test_status_tells_what_is_in_the_base(ask: Ask) -> None:
    said = document(ask("status", "--json"))
    assert said["engine"]["running"] is True
    assert said["contents"]["Person"] == 2
    assert said["contents"]["Claim"] == len(CLAIMS)
    assert said["base"]["state"] == "ready"
    out = ask("status")[1]
    assert "persons: 2" in out
    assert said["base"]["version"] in out


def test_show_gives_every_reading_with_who_says_it(ask: Ask) -> None:
    said = document(ask("show", "d:u1", "--json"))
    assert (said["kind"], said["label"]) == ("Uprising", "Восстание")
    size = said["properties"]["participants"]
    assert size["text"] == "400"
    assert [(claim["source"], claim["locator"]) for claim in size["claims"]] == [("d:s1", "с. 12")]
    assert [other["text"] for other in size["others"]] == ["2000"]
    assert size["others"][0]["claims"][0]["locator"] == "infobox"
    assert size["conflict"] is True
    assert size["reason"] == "source"
    assert {tie["id"] for tie in said["ties"]} == {"d:p1", "d:p2"}
    leader = next(tie for tie in said["ties"] if tie["id"] == "d:p1")
    assert (leader["tie"], leader["forward"]) == ("TOOK_PART_IN", False)
    assert leader["claims"][0]["voice"] == "memoirist"


def test_show_prints_the_disagreement_and_the_sources(ask: Ask) -> None:
    status, out, err = ask("show", "d:u1")
    assert (status, err) == (0, "")
    assert "sources disagree" in out
    assert "● 400" in out
    assert "○ 2000" in out
    assert "Летопись, с. 12" in out


def test_an_unknown_id_is_one_line_and_status_1(ask: Ask) -> None:
    status, out, err = ask("show", "d:nobody")
    assert (status, out) == (1, "")
    assert (
        err == "Nothing in the base has the id “d:nobody”. Find what you need with kb search or on the page Search.\n"
    )


def test_cypher_answers_as_a_table_and_as_json(ask: Ask) -> None:
    text = "MATCH (p:Person) RETURN p.id AS id, p.label AS label ORDER BY id"
    assert document(ask("cypher", text, "--json")) == {
        "columns": ["id", "label"],
        "rows": [["d:p1", "Первый Вымышленный"], ["d:p2", "Второй Вымышленный"]],
        "cut": False,
    }
    lines = ask("cypher", text)[1].splitlines()
    assert lines[0].split() == ["id", "label"]
    assert lines[2].startswith("d:p1")


def test_cypher_says_when_it_cut(ask: Ask) -> None:
    status, out, err = ask("cypher", "MATCH (p:Person) RETURN p.id AS id", "--limit", "1")
    assert status == 0
    assert len(out.splitlines()) == 3
    assert "raise --limit" in err
    assert document(ask("cypher", "MATCH (p:Person) RETURN p.id AS id", "--limit", "1", "--json"))["cut"] is True


def test_cypher_reads_its_text_from_standard_input(ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("MATCH (u:Uprising) RETURN u AS rising"))
    said = document(ask("cypher", "-", "--json"))
    assert said["rows"][0][0]["labels"] == ["Uprising"]
    assert said["rows"][0][0]["properties"]["id"] == "d:u1"


@pytest.mark.parametrize("text", ["CREATE (n:Person) RETURN n", "MATCH (n) SET n.x = 1 RETURN n", "MATCH (n", ""])
def test_cypher_that_writes_or_is_broken_is_refused_in_one_line(ask: Ask, text: str) -> None:
    status, out, err = ask("cypher", text)
    assert (status, out) == (1, "")
    assert err.count("\n") == 1
    assert "Traceback" not in err


def test_a_judgement_merges_and_taking_it_back_restores(ask: Ask) -> None:
    before = document(ask("show", "d:p2", "--json"))
    status, out, err = ask("judge", "d:p1", "d:p2", "--same", "--why", "one signature")
    assert (status, err) == (0, "")
    made = out.split(":")[1].split(".")[0].strip()
    merged = document(ask("show", "d:p2", "--json"))
    assert merged["id"] == "d:p1"
    assert merged["records"] == ["d:p1", "d:p2"]
    assert ask("judge", "--undo", made)[0] == 0
    assert document(ask("show", "d:p2", "--json")) == before
    status, _, err = ask("judge", "--undo", made)
    assert status == 1
    assert "taken back already" in err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("d:p1", "d:p9", "--same", "--why", "x"), "d:p9"),
        (("d:p1", "d:p1", "--same", "--why", "x"), "two different records"),
        (("d:p1", "d:u1", "--same", "--why", "x"), "different kinds"),
        (("d:p1", "d:p2", "--same"), "--why"),
        (("--undo", "j00"), "no judgement “j00”"),
    ],
)
def test_a_judgement_that_cannot_be_is_refused(ask: Ask, arguments: tuple[str, ...], said: str) -> None:
    status, out, err = ask("judge", *arguments)
    assert (status, out) == (1, "")
    assert said in err


def test_batches_are_listed(ask: Ask) -> None:
    (found,) = document(ask("batches", "--json"))
    assert list(found) == ["id", "dataset", "file", "loaded", "rows", "claims", "state"]
    assert (found["dataset"], found["claims"], found["state"]) == ("d", len(CLAIMS), "in_force")
    assert found["id"] in ask("batches")[1]


def test_an_unknown_batch_cannot_be_undone(ask: Ask) -> None:
    status, _, err = ask("undo", "nothing@1")
    assert status == 1
    assert "nothing@1" in err


def test_doctor_finds_a_healthy_base(ask: Ask) -> None:
    found = document(ask("doctor", "--json"))
    assert {each["check"] for each in found} >= {"python", "home", "room", "database", "port"}
    assert all(each["ok"] for each in found if each["check"] != "port")


def test_a_dead_server_is_said_in_one_line(ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KB_URI", "bolt://127.0.0.1:1")
    monkeypatch.setenv("KB_PASSWORD", "x")
    for command in (("show", "d:u1"), ("cypher", "MATCH (p:Person) RETURN p.id AS id"), ("batches",)):
        status, out, err = ask(*command)
        assert (status, out) == (1, "")
        assert "127.0.0.1:1" in err
        assert err.count("\n") == 1
    status, out, _ = ask("doctor", "--json")
    assert status == 1
    assert any(each["check"] == "database" and not each["ok"] for each in json.loads(out))


def test_undo_and_wipe_empty_a_base_of_their_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("KB_HOME", str(tmp_path))
    monkeypatch.setenv("KB_LANG", "en")
    ask = _asker(capfd)
    said = settings(os.environ)
    assert "not running" in ask("status")[1]
    assert ask("stop")[1] == "The local database was not running.\n"
    try:
        with connect(said) as store:
            loaded = base.load(store, said, base.Release("d", [(CLAIMS[0], "f.csv:2")], "f.csv", "", 1))
        assert ask("undo", loaded.batch.id)[0] == 0
        assert document(ask("status", "--json"))["contents"] == {}
        assert "empty" in ask("status")[1]
        with connect(said) as store:
            base.load(store, said, base.Release("d", [(CLAIMS[0], "f.csv:2")], "f.csv", "", 1))
        assert ask("wipe")[0] == 2
        assert ask("wipe", "--yes")[:2] == (0, "The base is empty.\n")
        assert document(ask("status", "--json"))["contents"] == {}
        assert document(ask("batches", "--json")) == []
    finally:
        assert ask("stop")[1] == "The local database has stopped.\n"


def test_nodes_ties_and_paths_are_shown_and_given_as_json() -> None:
    one, other = Node(("Person",), {"id": "d:p1", "label": "A"}), Node(("Uprising",), {"id": "d:u1"})
    tie = Tie("TOOK_PART_IN", {"roles": ["leader"]}, one, other)
    walk = Walk((one, other), (tie,))
    assert shown(walk, "en") == "(Person A)–[TOOK_PART_IN]–(Uprising d:u1)"
    assert plain([walk])[0]["ties"][0]["properties"] == {"roles": ["leader"]}
    assert json.dumps(plain({"x": (one, None, True)}))
    assert [shown(value, "kk") for value in (True, False, None, [1, 2], {"label": "Б", "id": "x"}, "a\nb")] == [
        "иә", "жоқ", "–", "1; 2", "Б", "a b",
    ]  # fmt: skip


def test_a_table_cuts_long_cells_and_keeps_columns_apart() -> None:
    lines = list(table(["a", "b"], [["x" * 100, 1], ["y", 2]], "en"))
    assert lines[2].startswith("x" * 59 + "…  1")
    assert lines[3].index("2") == lines[2].index("1")
    assert list(table(["only"], [], "en")) == ["only", "────"]


def test_a_table_fits_the_terminal() -> None:
    wide = [["x" * 50, "y" * 40, "z"]]
    assert max(map(len, table(["a", "b", "c"], wide, "en", 60))) <= 60
    assert max(map(len, table(["a", "b", "c"], wide, "en", 120))) == 95
