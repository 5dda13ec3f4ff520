"""People of a list are compared with those of the base: shown with their reasons, never merged."""

from __future__ import annotations

from kb.base import batches
from kb.base import load as put
from kb.model import make_claim
from kb.settings import Settings
from kb.store import connect
from loaders.likely import likely
from loaders.pipeline import read


def test_another_spelling_is_likely_the_same_and_nothing_is_written(base: Settings) -> None:
    with connect(base) as store:
        put(store, base, read("uprisings_372").release)
        before = batches(store)
        claims = [
            make_claim("person", ("d:1", "Person"), {"name_ru": "Джумагазы Баимбетов", "birth": "1870"}),
            make_claim("person", ("d:2", "Person"), {"name_ru": "Кюхельбекер Вильгельм Карлович"}),
            make_claim("entry", ("d:3", "Person"), {"text": "Шолаков Султанбек, 1870 г.р., арестован в 1930 г."}),
        ]
        found, everyone = likely(store, claims, "d", 10)
        assert everyone == 3
        assert {one.someone.record for one in found} == {"d:1", "d:3"}
        assert {one.hit.id for one in found} >= {"uprisings_372:p012", "uprisings_372:p008"}
        assert any("Джумагазы" in one.why("ru") for one in found)
        assert likely(store, claims, "uprisings_372", 10)[0] == []
        assert batches(store) == before
