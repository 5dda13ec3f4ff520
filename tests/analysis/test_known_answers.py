"""Networks that others have measured and printed, loaded by our loader and measured by ``kb measures``."""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import networkx as nx
import pytest

from kb import cli
from kb.settings import Settings, settings
from kb.store import connect, stop
from loaders.loading import load
from tests.analysis.mappings import EDGES, NODES


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("networks")
    yield folder
    stop(settings({"KB_HOME": str(folder)}))


@pytest.fixture
def empty(home: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    monkeypatch.setenv("KB_HOME", str(home))
    monkeypatch.setenv("KB_LANG", "en")
    monkeypatch.delenv("KB_URI", raising=False)
    said = settings({"KB_HOME": str(home), "KB_AUTHOR": "tests"})
    with connect(said) as store:
        store.wipe()
    return said


def put(said: Settings, folder: Path, table: Path, mapping: str) -> None:
    file = folder / f"{table.stem}.yml"
    file.write_text(mapping, "utf-8")
    with connect(said) as store:
        assert not load(store, said, table, mapping=file).read.rejected


def measured(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> dict[str, Any]:
    out = io.StringIO()
    monkeypatch.setattr(sys, "stdout", out)
    assert cli.main(["measures", "--json", *arguments]) == 0
    found: dict[str, Any] = json.loads(out.getvalue())
    return found


def values(found: dict[str, Any], measure: str) -> dict[str, float]:
    return {node["label"]: node[measure]["value"] for node in found["nodes_measured"]}


def test_the_quakers_come_out_as_the_lesson_prints_them(
    empty: Settings, shared: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = shared / "data" / "networks"
    put(empty, tmp_path, folder / "quakers_nodelist.csv", NODES)
    put(empty, tmp_path, folder / "quakers_edgelist.csv", EDGES.format(dataset="quakers"))
    found = measured(monkeypatch)
    assert (found["nodes"], found["ties"], found["components"], found["largest"]) == (119, 174, 12, 96)
    assert (found["diameter"], found["derived"], found["left_out"]) == (8, False, [])
    assert (round(found["density"], 4), round(found["transitivity"], 4)) == (0.0248, 0.1694)
    degree, between = values(found, "degree"), values(found, "betweenness")
    names = ("George Fox", "William Penn", "James Nayler", "George Whitehead", "Margaret Fell")
    assert [degree[name] for name in names] == [22, 18, 16, 13, 13]
    printed = {"William Penn": 0.2400, "George Fox": 0.2368, "George Whitehead": 0.1263, "Margaret Fell": 0.1211}
    assert {name: round(between[name], 4) for name in printed} == printed
    assert [node["label"] for node in found["nodes_measured"]][:4] == list(printed)
    assert sum(each["nodes"] for each in found["degree_distribution"]) == 119


def test_the_florentine_families_come_out_as_in_networkx(
    empty: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    families = nx.florentine_families_graph()
    table = tmp_path / "florence.csv"
    with table.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["Source", "Target"])
        writer.writerows(families.edges())
    put(empty, tmp_path, table, EDGES.format(dataset="florence"))
    found = measured(monkeypatch)
    assert (found["nodes"], found["ties"]) == (len(families), families.number_of_edges())
    between = values(found, "betweenness")
    printed = {"Medici": 0.522, "Guadagni": 0.255, "Albizzi": 0.212, "Salviati": 0.143}
    assert {name: round(between[name], 3) for name in printed} == printed
    for ours, theirs in (
        ("closeness", nx.closeness_centrality(families)),
        ("pagerank", nx.pagerank(families, tol=1e-12, max_iter=1000)),
        ("degree", dict(families.degree())),
    ):
        assert values(found, ours) == pytest.approx(theirs)
    medici = next(node for node in found["nodes_measured"] if node["label"] == "Medici")
    assert (medici["betweenness"]["rank"], medici["betweenness"]["range"][0]) == (1, 1)
    assert [each["what"] for each in found["without"]] == ["single_witness"]


def test_the_text_says_the_same_and_options_change_the_network(
    empty: Settings, shared: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = shared / "data" / "networks"
    put(empty, tmp_path, folder / "quakers_edgelist.csv", EDGES.format(dataset="quakers"))
    assert cli.main(["measures", "--limit", "2"]) == 0
    said = capsys.readouterr().out
    assert "119 nodes, 174 ties, density 0.0248, transitivity 0.1694" in said
    assert "12 components, 96 in the largest (diameter 8); 0 without ties." in said
    assert "William Penn" in said
    assert "rank 1 (" in said
    assert cli.main(["measures", "--network", "kinship", "--by", "degree"]) == 0
    assert "119 nodes, 0 ties" in capsys.readouterr().out
    assert cli.main(["measures", "--network", "moon"]) == 1
    assert "There is no network “moon”" in capsys.readouterr().err
    assert cli.main(["measures", "--role", "khan"]) == 1
    assert "nobody" in capsys.readouterr().err
