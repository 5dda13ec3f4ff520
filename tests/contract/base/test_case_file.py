"""A made-up case file of twelve documents, entered by hand on each engine, and taken back without a trace."""

from __future__ import annotations

from kb.base import batches, load, undo
from kb.settings import Settings
from kb.store import Store, connect
from loaders.hand.saving import entry, listed, save
from loaders.pipeline import read
from tests.hand.casefile import CASE_FILE, RISING


def count(store: Store, cypher: str) -> int:
    return int(store.read(cypher).rows[0][0])


def test_the_case_file_says_what_it_says_and_no_more(base: Settings) -> None:
    with connect(base) as store:
        load(store, base, read("uprisings_372").release)
        nodes = count(store, "MATCH (n) RETURN count(n) AS n")
        for document in CASE_FILE:
            save(store, base, document)
        assert len(batches(store)) == 1 + len(CASE_FILE)
        assert len(listed(store, base)) == len(CASE_FILE)
        assert count(store, "MATCH (c:Case) WHERE c.number = 'выд-77/1930' RETURN count(c) AS n") == 1
        papers = "MATCH (s:Source)-[:PART_OF]->(c:Case) WHERE c.number = 'выд-77/1930' RETURN count(s) AS n"
        assert count(store, papers) == len(CASE_FILE) - 2

        # the investigation's word is an accusation; his own admission is participation
        tie = "MATCH (p:Person)-[:{}]->(u:Uprising {{id: $u}}) WHERE p.id STARTS WITH 'hand/' RETURN p.label AS p"
        assert len(store.read(tie.format("ACCUSED_OVER"), {"u": RISING}).rows) == 3
        took = store.read(tie.format("TOOK_PART_IN"), {"u": RISING}).rows
        assert sorted(took) == [("Выдуманов Абай",), ("Небылицын Дос",)]

        classes = (
            "MATCH (c:Claim)-[:ABOUT]->(r:Record) WHERE c.social_position IS NOT NULL AND r.id STARTS WITH 'hand/' "
            "RETURN DISTINCT c.social_position AS said, c.voice AS voice ORDER BY said"
        )
        assert store.read(classes).rows == [("бай", "investigator"), ("середняк", "accused")]
        kept = "MATCH (p:Person) WHERE 'бай' IN p.social_position AND p.id STARTS WITH 'hand/' RETURN count(p) AS n"
        assert count(store, kept) == 0

        kinds = "MATCH (m:Measure) WHERE m.id STARTS WITH 'hand/' RETURN m.measure_kind AS kind, count(m) AS n "
        found = store.read(f"{kinds}ORDER BY kind").rows
        assert found == [("arrest", 1), ("execution", 2), ("indictment", 3), ("sentence", 4)]
        # what is retracted or denied ties nobody
        assert count(store, "MATCH (:Person)-[t:NAMED_IN_TESTIMONY]->(:Person) RETURN count(t) AS n") == 3
        for one in listed(store, base):
            assert entry(store, base, one.id).filled.sheet == one.sheet
        for batch in reversed(batches(store)):
            if batch.dataset.startswith("hand/"):
                undo(store, base, batch.id)
        assert count(store, "MATCH (n) RETURN count(n) AS n") == nodes
