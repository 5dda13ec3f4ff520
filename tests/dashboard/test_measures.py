"""The page of network measures on the research set: its figures, its ranges, its evidence, its address."""

from __future__ import annotations

import pytest

from dashboard.words import Words
from kb.analysis import measure, network, network_named
from kb.connections import Snapshot, open_snapshot
from kb.settings import Settings
from kb.store import connect
from tests.dashboard.conftest import Open

pytestmark = pytest.mark.local


def snapshot(said: Settings) -> Snapshot:
    with connect(said) as store:
        return open_snapshot(store, said)


def test_the_figures_are_those_of_the_measures(research: Settings, open_page: Open) -> None:
    shown = open_page("measures").text
    found = measure(network(snapshot(research), network_named("people")))
    say = Words("ru")
    assert f"{found.graph.size - found.alone} из {found.graph.size}" in shown
    assert f"плотность {say.number(found.graph.density, 4)}" in shown
    assert f"{say.number(found.transitivity, 3)} из 1" in shown
    assert "источники называют участие в событии, а не связь двух людей" in shown
    first = int(found.ranked["betweenness"].rank.argmin())
    label = found.network.snapshot.entity(int(found.network.nodes[first])).label
    between = found.ranked["betweenness"]
    value, least, greatest = between.values[first], between.least[first], between.greatest[first]
    assert f"1 {label} {say.number(float(value), 4)} {least}–{greatest}" in _plain(shown)
    assert "устойчиво" in shown


def _plain(shown: str) -> str:
    return " ".join(shown.replace("○", "").replace("●", "").replace("◌", "").split())


def test_the_network_of_risings_leads_to_people_and_sources(research: Settings, open_page: Open) -> None:
    shown = open_page("measures", "en", network="risings")
    assert "What joins the risings" in shown.text
    assert "shared people: 2" in shown.text
    assert "suppressed both: 1" in shown.text
    assert "person?id=" in shown.html
    assert "card?id=" in shown.html


def test_conditions_of_the_address_change_the_network(research: Settings, open_page: Open) -> None:
    assert "There are derived ties" in open_page("measures", "en").text
    assert "There are derived ties" not in open_page("measures", "en", network="kinship").text
    narrow = open_page("measures", "en", hub="2", by="degree").text
    assert "Tie nobody, since more than 2 people meet there" in narrow
    assert "First by degree" in narrow


def test_what_cannot_be_measured_is_said_in_words(research: Settings, open_page: Open) -> None:
    assert "There is no network “moon”" in open_page("measures", "en", network="moon").text
    assert "nobody" in open_page("measures", "en", role=["khan"], rising=["uprisings_372:u009"]).text
    assert "Nothing in the base" in open_page("measures", "en", rising=["nonsense:u1"]).text
