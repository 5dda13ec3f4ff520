"""What is entered by hand is claims of its own batch; corrected and withdrawn with a reason, never edited."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kb.base import batches, undo
from kb.base import load as put
from kb.base.card import card
from kb.errors import DataError
from kb.settings import Settings
from kb.store import Store, connect
from loaders.hand import Filled
from loaders.hand.saving import dataset_of, entry, listed, save, withdraw
from loaders.pipeline import read

FORM = Filled(
    "questionnaire",
    {"title": "Анкета арестованного (выдумано)", "reference": "ЦГА РК, ф. 5, оп. 1, д. 7"},
    {
        "case": ({"number": "77"},),
        "person": ({"name": "Выдуманов Абай", "birth": "1893", "service": "рядовой; писарь", "origin": "середняк"},),
        "family": ({"term": "жена", "name": "Выдуманова Айша", "age": "30"}, {"term": "сын", "name": "Дос"}),
    },
    locator="л. 12 об.",
)  # fmt: skip


def saved(store: Store, chosen: Settings, form: Filled) -> str:
    return save(store, chosen, form).batch


def test_a_sheet_is_saved_once_and_its_people_are_kin(base: Settings) -> None:
    with connect(base) as store:
        batch = saved(store, base, FORM)
        assert saved(store, base, FORM) == batch
        assert [each.dataset for each in batches(store)] == [dataset_of(base)]
        kin = store.read("MATCH (w:Person)-[t:SPOUSE_OF]-(p:Person) RETURN DISTINCT p.label AS p, w.label AS w").rows
        assert ("Выдуманов Абай", "Выдуманова Айша") in kin
        sons = store.read("MATCH (s:Person)-[:CHILD_OF]->(p:Person) RETURN s.label AS s, p.label AS p").rows
        assert sons == [("Дос", "Выдуманов Абай")]
        levels = store.read("MATCH (c:Claim) RETURN DISTINCT c.level AS level").rows
        assert levels == [("team",)]
        assert entry(store, base, listed(store, base)[0].id).filled.rows == FORM.rows


def test_a_correction_withdraws_with_the_reason_and_history_stays(base: Settings) -> None:
    with connect(base) as store:
        saved(store, base, FORM)
        (one,) = listed(store, base)
        first = entry(store, base, one.id)
        person = {**FORM.one("person"), "birth": "1883"}
        corrected = replace(first.filled, rows={**first.filled.rows, "person": (person,)})
        with pytest.raises(DataError):
            save(store, base, corrected, correcting=first)
        done = save(store, base, corrected, correcting=first, why="прочитано заново")
        assert (done.claims, done.withdrawn) == (1, 1)
        found = store.read("MATCH (p:Person {birth: '1883'}) RETURN p.label AS label").rows
        assert found == [("Выдуманов Абай",)]
        why = store.read(
            "MATCH (c:Claim) WHERE c.why IS NOT NULL RETURN c.kind AS kind, c.why AS why ORDER BY kind"
        ).rows
        assert why == [("person", "прочитано заново"), ("withdrawal", "прочитано заново")]
        again = entry(store, base, one.id)
        assert again.filled.one("person")["birth"] == "1883"
        assert save(store, base, again.filled, correcting=again, why="ничего").withdrawn == 0


def test_an_entry_is_withdrawn_whole_and_a_batch_is_undone_whole(base: Settings) -> None:
    with connect(base) as store:
        batch = saved(store, base, FORM)
        whole = entry(store, base, listed(store, base)[0].id)
        with pytest.raises(DataError):
            withdraw(store, base, whole, " ")
        withdraw(store, base, whole, "не тот человек")
        assert store.read("MATCH (p:Person) RETURN count(p) AS n").rows == [(0,)]
        assert [claim.kind for claim in entry(store, base, whole.listed.id).claims] == ["source"]
        for name in reversed([each.id for each in batches(store)]):
            undo(store, base, name)
        assert batches(store) == []
        assert batch.startswith("hand/")


def test_somebody_picked_is_the_same_by_a_judgement_that_can_be_taken_back(base: Settings) -> None:
    with connect(base) as store:
        put(store, base, read("uprisings_372").release)
        form = replace(FORM, picks={("person", 0, ""): "uprisings_372:p008"})
        saved(store, base, form)
        assert card(store, "uprisings_372:p008").records == tuple(sorted(card(store, "uprisings_372:p008").records))
        assert any(record.startswith("hand/") for record in card(store, "uprisings_372:p008").records)
        first = entry(store, base, listed(store, base)[0].id)
        assert first.filled.picks == form.picks
        save(store, base, replace(first.filled, picks={}), correcting=first, why="однофамилец")
        assert card(store, "uprisings_372:p008").records == ("uprisings_372:p008",)


def test_an_empty_sheet_is_refused(base: Settings) -> None:
    with connect(base) as store, pytest.raises(DataError):
        save(store, base, Filled("questionnaire", {"title": "Анкета"}))
