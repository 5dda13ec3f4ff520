"""What is seen of a whole set before its rows become claims: keys, and names that lead to exactly one record."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field


@dataclass(slots=True)
class Survey:
    """``keys`` of each table; ``names`` of places and lineages with the keys that bear them; ``addresses`` of sources.

    ``absent`` tables are not there: what refers to them is not checked. ``kinds`` of sources as written; ``labels``
    (key, language) → the name that a place is printed under; ``cited`` the addresses that each table cites.
    """

    absent: set[str] = field(default_factory=set)
    keys: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    names: dict[str, dict[str, set[str]]] = field(default_factory=lambda: defaultdict(lambda: defaultdict(set)))
    kinds: dict[str, str] = field(default_factory=dict)
    labels: dict[tuple[str, str], tuple[int, str]] = field(default_factory=dict)
    addresses: dict[str, dict[str, str]] = field(default_factory=lambda: defaultdict(dict))
    cited: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    def only(self, table: str, name: str) -> str | None:
        """The key of the one row of ``table`` that bears ``name``; None where there are none or several."""
        found = self.names[table].get(name.strip(), set())
        return next(iter(found)) if len(found) == 1 else None

    def label(self, key: str, lang: str, name: str, worth: int) -> None:
        """Note a name that the place ``key`` may be printed under; the lesser ``worth`` wins, the first of equals."""
        before = self.labels.get((key, lang))
        if before is None or worth < before[0]:
            self.labels[key, lang] = (worth, name)

    def cite(self, table: str, addresses: Iterable[str]) -> None:
        """Note the addresses that a row cites from the list ``table``."""
        self.cited[table].update(each.strip() for each in addresses)
