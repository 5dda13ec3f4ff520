"""The research set and small made-up claims, seen at a level without a database."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from dashboard.pack.deck import Deck, deck
from dashboard.pack.seen import Seen
from dashboard.pack.story import Story, find_story
from kb.model import Claim
from loaders.pipeline import read

VERSION = "0123456789ab"


def seen_of(claims: Sequence[Claim], level: str = "public") -> Seen:
    return Seen(claims, (), {}, level, VERSION)


@pytest.fixture(scope="session")
def claims() -> list[Claim]:
    return [claim for claim, _ in read("uprisings_372").release.claims]


@pytest.fixture(scope="session")
def story() -> Story:
    return find_story("sozak_1930", Path("nowhere"))


@pytest.fixture(scope="session")
def sozak(claims: list[Claim], story: Story) -> Deck:
    return deck(seen_of(claims), story)
