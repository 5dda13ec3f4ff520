from __future__ import annotations

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from kb.model import Claim
from kb.projection import apply, difference, project
from kb.projection.force import visible
from kb.projection.incremental import focus_of, reproject, restrict
from tests.projection.memory import MemoryBase
from tests.projection.strategies import claims, judgements


@given(st.data())
@settings(max_examples=400, deadline=None)
def test_a_change_projected_alone_gives_what_a_rebuild_gives(data: st.DataObject) -> None:
    before_claims = data.draw(claims())
    come = data.draw(claims(6))
    go = (
        data.draw(st.lists(st.sampled_from(before_claims), max_size=4, unique_by=lambda c: c.id))
        if before_claims
        else []
    )
    pool = [*before_claims, *come]
    judged = data.draw(judgements(pool))
    cut = data.draw(st.integers(0, len(judged)))
    gone = {claim.id for claim in go}
    after_claims = {c.id: c for c in [*(c for c in before_claims if c.id not in gone), *come]}
    before = MemoryBase(before_claims, judged[:cut])
    after = MemoryBase(after_claims.values(), judged)
    was, now = _ids(before.claims), _ids(after.claims)
    changed = [claim for name, claim in {**was, **now}.items() if (name in was) != (name in now)]

    focus = focus_of(changed, before, after)
    part = difference(restrict(before.whole(), focus), reproject(focus, after))

    assert apply(before.whole(), part) == after.whole()


@given(st.data())
@settings(max_examples=100, deadline=None)
def test_the_order_of_claims_and_judgements_does_not_matter(data: st.DataObject) -> None:
    some = data.draw(claims())
    judged = data.draw(judgements(some))
    level = data.draw(st.sampled_from(["team", "seminar", "public"]))
    graph = project({}, some, judged, level=level)
    shuffled, later = list(some), list(judged)
    random.Random(data.draw(st.integers(0, 9))).shuffle(shuffled)
    random.Random(data.draw(st.integers(0, 9))).shuffle(later)

    assert project({}, shuffled, later, level=level) == graph


@given(st.data())
@settings(max_examples=100, deadline=None)
def test_a_level_sees_what_its_own_claims_say_and_nothing_else(data: st.DataObject) -> None:
    some = data.draw(claims())
    judged = data.draw(judgements(some))
    own, own_judged = visible(some, judged, "public")

    assert project({}, own, own_judged) == project({}, some, judged, level="public")
    assert all(claim.level == "public" for claim in own)


def _ids(some: list[Claim]) -> dict[str, Claim]:
    return {claim.id: claim for claim in some}
