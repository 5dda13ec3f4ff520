"""What a tie costs by its evidence, as ``data/weights.toml`` says."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np

from kb.connections.codes import CERTAINTIES, PROSECUTION_ONLY, TIES
from kb.connections.layout import Array

#: Costs are rounded to this, so that sums are exact in whatever order they are added.
GRAIN = 1024


@dataclass(frozen=True, slots=True)
class Weights:
    """``certainty`` and ``tie`` in the order of CERTAINTIES and TIES; ``witnesses`` by their number."""

    step: float
    investigation: float
    certainty: tuple[float, ...]
    witnesses: tuple[float, ...]
    free: int
    doubling: float
    tie: tuple[float, ...]


@cache
def weights() -> Weights:
    """The weights; a tie or certainty of the schema that has none is a KeyError."""
    said: dict[str, Any] = tomllib.loads(files("kb.connections").joinpath("data/weights.toml").read_text("utf-8"))
    return Weights(
        said["step"],
        said["investigation"],
        tuple(said["certainty"][code] for code in CERTAINTIES),
        tuple(said["witnesses"][str(number)] for number in range(len(said["witnesses"]))),
        said["hub"]["free"],
        said["hub"]["doubling"],
        tuple(said["tie"][tie] for tie in TIES),
    )


def costs(
    said: Weights, type_: Array, certainty: Array, witnesses: Array, flags: Array, degrees: tuple[Array, Array]
) -> Array:
    """The cost of each tie, float32; ``degrees``: how many ties its two ends have."""
    hubs = [np.log2(np.maximum(degree, said.free) / said.free) for degree in degrees]
    total = (
        said.step
        + np.array(said.tie)[type_]
        + np.array(said.certainty)[certainty]
        + np.array(said.witnesses)[np.minimum(witnesses, len(said.witnesses) - 1)]
        + np.where(flags & PROSECUTION_ONLY, said.investigation, 0.0)
        + said.doubling * (hubs[0] + hubs[1]) / 2
    )
    rounded: Array = (np.round(total * GRAIN) / GRAIN).astype(np.float32)
    return rounded
