"""A chain of kinship in words, where no single word was seen: «әкесінің ағасының ұлы», "father's brother's son"."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from kb.i18n import LANGS, Lang
from kb.kinship.relation import Link


@cache
def _said() -> dict[str, Any]:
    return tomllib.loads(files("kb.kinship").joinpath("data/steps.toml").read_text("utf-8"))


def in_words(chain: Sequence[Link]) -> dict[Lang, str]:
    """``chain`` in each language; in Russian the end stands first."""
    found: dict[Lang, str] = {}
    for lang in LANGS:
        of, plain = ([_said()[link.text][lang][form] for link in chain] for form in (1, 0))
        parts = [*of[:-1], plain[-1]]
        found[lang] = " ".join(reversed(parts) if lang == "ru" else parts)
    return found
