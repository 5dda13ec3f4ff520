"""The word for a code in a column of type ``word``: from the schema's vocabularies or ``queries/texts/words.toml``."""

from __future__ import annotations

from kb.i18n import Text, texts_of
from kb.model import SCHEMA


def vocabularies() -> frozenset[str]:
    """Every name that a column's ``of`` may have."""
    own = {key.split(".")[1] for key in texts_of("queries") if key.startswith("words.")}
    return frozenset({*SCHEMA.vocabularies, *own, "tie", "kind", "property"})


def word(of: str, code: str) -> Text:
    """The label of ``code`` in the vocabulary ``of``; the code itself where the vocabulary lacks it."""
    found = _schema(of, code) or texts_of("queries").get(f"words.{of}.{code}")
    return found or Text(code, code, code)


def _schema(of: str, code: str) -> Text | None:
    if of == "tie":
        return SCHEMA.ties[code].label if code in SCHEMA.ties else None
    if of == "kind":
        return SCHEMA.kinds[code].label if code in SCHEMA.kinds else None
    if of == "property":
        found = (kind.properties[code].label for kind in SCHEMA.kinds.values() if code in kind.properties)
        return next(found, None)
    terms = SCHEMA.vocabularies.get(of)
    return terms[code].label if terms is not None and code in terms else None
