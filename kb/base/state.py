"""What the base says of itself: the version of its data, of its projection, and whether it is being changed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kb.projection import VERSION
from kb.store import Store, Tx

EMPTY = "0" * 12
_MODULUS = 1 << 128


@dataclass(frozen=True, slots=True)
class BaseState:
    """``version`` of the data (12 hexadecimal digits), ``sum`` behind it, ``projection`` version, ``state``:
    ready or changing.
    """

    version: str
    sum: str
    projection: int
    state: str
    made_up: bool

    @property
    def empty(self) -> bool:
        """Whether nothing is in the base."""
        return self.version == EMPTY


NOTHING = BaseState(EMPTY, "0", VERSION, "ready", False)


def state(store: Store) -> BaseState:
    """The state of the base; :data:`NOTHING` for one that holds nothing."""
    rows = store.read("MATCH (b:Base {id: 'base'}) RETURN properties(b) AS row").rows
    if not rows:
        return NOTHING
    row = rows[0][0]
    return BaseState(row["version"], row["sum"], row["projection"], row["state"], row["made_up"])


def moved(before: BaseState, came: Iterable[str], went: Iterable[str]) -> str:
    """The sum after claims and judgements came and went: it depends on what is there and on nothing else, the
    order least of all.
    """
    total = int(before.sum, 16)
    for name in came:
        total += int(name[1:], 16)
    for name in went:
        total -= int(name[1:], 16)
    return f"{total % _MODULUS:x}"


def version_of(total: str) -> str:
    """The data version that people quote: the last twelve digits of the sum."""
    return total[-12:].rjust(12, "0")


def put_state(tx: Tx, total: str, *, made_up: bool, word: str = "ready") -> None:
    """Write the state; a base that holds nothing has no node for it."""
    if total == "0" and word == "ready":
        tx.run("MATCH (b:Base {id: 'base'}) DETACH DELETE b")
        return
    tx.run(
        "MERGE (b:Base {id: 'base'}) SET b.version = $version, b.sum = $sum, b.projection = $projection, "
        "b.state = $state, b.made_up = $made_up",
        {"version": version_of(total), "sum": total, "projection": VERSION, "state": word, "made_up": made_up},
    )
