"""Notebooks written for py2neo open the base on both engines; nothing else rests on it."""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator

import pytest

from kb.errors import QuestionError
from kb.interop import py2neo_graph
from kb.settings import Settings
from kb.store import Node, Store, connect

pytestmark = [
    # py2neo warns of what later Pythons deprecate, of its own old escapes when first compiled, and closes no socket.
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),
    pytest.mark.filterwarnings("ignore::SyntaxWarning"),
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]


@pytest.fixture
def py2neo() -> Iterator[object]:
    """The package, where the extra is installed; what it leaves open goes here, not in the midst of another test."""
    yield pytest.importorskip("py2neo", reason="py2neo is an extra: pip install '.[py2neo]'")
    gc.collect()


@pytest.fixture
def people(py2neo: object, store: Store) -> Iterator[Store]:
    """Two persons and their tie."""
    store.write(
        lambda tx: tx.run(
            "CREATE (:Person {id: 't:a', label: 'Ахмет'})-[:KIN_OF {sources: 2}]->(:Person {id: 't:b', label: 'Жүсіп'})"
        )
    )
    yield store


def test_a_notebook_reads_tables_nodes_and_paths(people: Store, base: Settings) -> None:
    graph = py2neo_graph(base)
    rows = graph.run("MATCH (p:Person) RETURN p.id AS id, p.label AS label ORDER BY id").data()
    assert rows == [{"id": "t:a", "label": "Ахмет"}, {"id": "t:b", "label": "Жүсіп"}]
    assert graph.nodes.match("Person", id="t:b").first()["label"] == "Жүсіп"
    path = graph.run("MATCH p = (:Person)-[:KIN_OF]->(:Person) RETURN p AS p").evaluate()
    assert [node["id"] for node in path.nodes] == ["t:a", "t:b"]
    assert [dict(tie) for tie in path.relationships] == [{"sources": 2}]
    assert graph.evaluate("MATCH (p:Person {id: $id}) RETURN p.label AS label", id="t:a") == "Ахмет"


def test_a_notebook_writes_when_it_says_so(people: Store, base: Settings) -> None:
    from py2neo import Node as TheirNode

    py2neo_graph(base, writing=True).create(TheirNode("Person", id="t:c"))
    assert people.read("MATCH (p:Person {id: 't:c'}) RETURN p AS p").scalar() == Node(("Person",), {"id": "t:c"})


@pytest.mark.local
def test_on_the_local_engine_it_cannot_write_by_mistake(py2neo: object, local: Settings) -> None:
    from py2neo.errors import ClientError

    with connect(local) as store:
        store.write(lambda tx: tx.run("CREATE (:Person {id: 't:a', label: 'Ахмет'})"))
        with pytest.raises(ClientError):
            py2neo_graph(local).run("MATCH (p:Person) SET p.label = 'other'")
        assert store.read("MATCH (p:Person) RETURN p.label AS label").rows == [("Ахмет",)]


def test_without_the_extra_it_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "py2neo", None)
    with pytest.raises(QuestionError) as raised:
        py2neo_graph()
    for lang in ("ru", "kk", "en"):
        assert "koterilis-kb[py2neo]" in raised.value.say(lang)
