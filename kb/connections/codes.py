"""The numbers that stand in a snapshot for the words of the schema."""

from __future__ import annotations

from typing import Final

from kb.model import SCHEMA

KINDS: Final = tuple(SCHEMA.kinds)
TIES: Final = tuple(SCHEMA.ties)
VOICES: Final = tuple(SCHEMA.vocabularies["voice"])
CERTAINTY: Final = {code: int(term.says["rank"]) for code, term in SCHEMA.vocabularies["certainty"].items()}
CERTAINTIES: Final = tuple(sorted(CERTAINTY, key=lambda code: CERTAINTY[code]))
#: Flags of a tie.
PROSECUTION_ONLY: Final = 1
DOCUMENTED: Final = 2
#: A date that is not known, or open on that side.
OPEN: Final = -1
