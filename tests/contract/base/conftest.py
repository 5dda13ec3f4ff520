from __future__ import annotations

import pytest

from kb.settings import Settings


@pytest.fixture
def settings(base: Settings) -> Settings:
    """The settings of the base on each engine in turn."""
    return base
