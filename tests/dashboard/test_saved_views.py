"""Saved views: kept whole, opened by link, and honest about what has changed since."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from dashboard.drawing.data import Node, Tie
from dashboard.network.picture import network_of
from dashboard.network.question import Question
from dashboard.network.saved import SavedView, Views, changes, made_view
from kb.errors import UnknownId
from kb.settings import Settings
from tests.dashboard.conftest import Open, drawings_of

NODES = (Node("d:1", "Person", "Айжарқын"), Node("d:2", "Uprising", "Иргиз"))
TIES = (Tie("d:1 T d:2", "d:1", "d:2", "TOOK_PART_IN", "участие", sources=1),)
PLACES = {"places": {"d:1": [1.5, -2]}, "pinned": ["d:1"], "settings": {"layout": "force"}, "script": "<script>"}


def view(name: str = "Вид", **more: object) -> SavedView:
    made = made_view(name, "зачем", Question(("d:1",), 2), PLACES, (NODES, TIES), ("А. Б.", "2026-01-02", "abc"))
    return replace(made, **more)  # type: ignore[arg-type]


def test_a_view_comes_back_as_it_was_kept(tmp_path: Path) -> None:
    kept = view("Вид </script> اقباسوۋ")
    Views(tmp_path).keep(kept)
    assert Views(tmp_path).find(kept.id) == kept
    assert kept.question == Question(("d:1",), 2)
    assert kept.arranged == {name: PLACES[name] for name in ("places", "pinned", "settings")}


def test_the_newest_comes_first_and_what_is_deleted_is_gone(tmp_path: Path) -> None:
    old, new = view("старый", id="a" * 12, made="2025-01-01"), view("новый", id="b" * 12)
    for one in (old, new):
        Views(tmp_path).keep(one)
    assert [one.name for one in Views(tmp_path).all()] == ["новый", "старый"]
    Views(tmp_path).forget(new.id)
    assert [one.name for one in Views(tmp_path).all()] == ["старый"]


@pytest.mark.parametrize("ident", ["", "../../etc/passwd", "0" * 12, "A" * 12])
def test_an_id_that_is_none_of_ours_finds_nothing(ident: str, tmp_path: Path) -> None:
    with pytest.raises(UnknownId):
        Views(tmp_path).find(ident)


def test_what_has_changed_is_told_apart() -> None:
    now_nodes = (NODES[0], Node("d:3", "Person", "Новый"))
    now_ties = (replace(TIES[0], sources=2), replace(TIES[0], id="d:3 T d:2"))
    found = changes(view(), now_nodes, now_ties)
    assert (found.came, found.went) == (("Новый",), ("Иргиз",))
    assert (found.ties_came, found.ties_went, found.ties_changed) == (("d:3 T d:2",), (), ("d:1 T d:2",))
    assert not changes(view(), NODES, TIES).any


@pytest.mark.local
def test_a_saved_view_is_opened_by_its_link_and_says_what_has_changed(research: Settings, open_page: Open) -> None:
    question = Question(("uprisings_372:u003",))
    network = network_of(question, "ru")
    seen = (network.nodes[1:], network.ties[1:])
    arranged = {"places": {network.nodes[0].id: [5.0, 6.0]}}
    kept = made_view("Мой вид", "для доклада", question, arranged, seen, ("А. Б.", "2026-01-02", "0123456789ab"))
    Views(research.home).keep(kept)
    shown = open_page("network", view=kept.id)
    assert "Мой вид" in shown.text
    assert "для доклада" in shown.text
    assert f"Появились (1): {network.nodes[0].label}" in shown.text
    assert "Новых связей: 1" in shown.text
    drawing = drawings_of(shown.app)[0]
    assert drawing["saved"]["places"] == arranged["places"]
    assert drawing["keeps"]
    Views(research.home).forget(kept.id)
    assert "Сохранённого вида" in open_page("network", view=kept.id).text
