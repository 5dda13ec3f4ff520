"""Any sequence of loads, undos and judgements, on a real engine: the stored graph is what a rebuild would give."""

from __future__ import annotations

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from kb import base
from kb.model import Judgement
from kb.settings import Settings
from kb.store import Store
from tests.contract.base.test_change import assert_as_rebuilt, release
from tests.projection.strategies import claims, judgements

#: Shrinking repeats everything on a real engine: minutes. The failing example is printed as it is.
PHASES = (Phase.explicit, Phase.reuse, Phase.generate)


@given(data=st.data())
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], phases=PHASES)
def test_after_any_sequence_the_stored_graph_is_what_a_rebuild_gives(
    store: Store, settings: Settings, data: st.DataObject
) -> None:
    store.wipe()
    pool = data.draw(claims(20))
    waiting: list[Judgement] = data.draw(judgements(pool))
    for _ in range(data.draw(st.integers(2, 6))):
        loaded = [batch.id for batch in base.batches(store)]
        move = data.draw(st.sampled_from(["load", "load", *(["undo"] * bool(loaded)), *(["judge"] * bool(waiting))]))
        if move == "load":
            some = data.draw(st.lists(st.sampled_from(pool), unique_by=lambda claim: claim.id)) if pool else []
            dataset = data.draw(st.sampled_from(["d", "e", "hand"]))
            part = data.draw(st.sampled_from(["1", "2"])) if dataset == "hand" else ""
            base.load(store, settings, release(some, dataset, part))
        elif move == "undo":
            base.undo(store, settings, data.draw(st.sampled_from(loaded)))
        else:
            base.judge(store, settings, waiting.pop(0))
        assert_as_rebuilt(store)
    for batch in base.batches(store):
        base.undo(store, settings, batch.id)
    assert store.read("MATCH (c:Claim) RETURN count(c) AS n").rows == [(0,)]
