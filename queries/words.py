"""Words for codes, from the schema's vocabularies or ``queries/texts/words.toml``, and for ties."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kb.i18n import Lang, Text, texts_of
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


def tie_words(type_: str, properties: Mapping[str, Any], lang: Lang, *, forward: bool = True) -> str:
    """The words for a tie: roles, articles and outcome, or the source's own term, else its label seen from this end.

    Who of two siblings is the elder is not said: the tie has no direction, and the words would be read in one.
    """
    said = [word("role", str(role))[lang] for role in properties.get("roles") or ()]
    said += [word("case_role", str(role))[lang] for role in properties.get("case_roles") or ()]
    terms = [str(term) for term in properties.get("terms") or ()]
    said += [_kin(term, lang) for term in terms if type_ != "SIBLING_OF" or not _aged(term)]
    said += [str(one) for name in ("articles", "outcomes") for one in properties.get(name) or ()]
    tie = SCHEMA.ties[type_]
    return ", ".join(dict.fromkeys(said)) or (tie.label if forward else tie.label_back)[lang]


def _aged(written: str) -> bool:
    kin = SCHEMA.vocabularies["kin_term"]
    return bool(kin.says(kin.code_of(written), "age"))


def _kin(written: str, lang: Lang) -> str:
    """A term of kinship in words where the vocabulary knows it, else as the source writes it."""
    code = SCHEMA.vocabularies["kin_term"].code_of(written)
    return word("kin_term", code)[lang] if code else written
