"""The rules by which two spellings are held to be one name. Each has its words in ``texts/rules.toml`` and can be
switched off.
"""

from __future__ import annotations

from enum import StrEnum


class Rule(StrEnum):
    """A reason why a part of one name matches, or does not match, a part of the other."""

    SAME = "same"
    KAZAKH_LETTERS = "kazakh_letters"
    VOWELS = "vowels"
    GLIDES = "glides"
    ZH = "zh"
    GUTTURALS = "gutturals"
    CONSONANTS = "consonants"
    PROTHESIS = "prothesis"
    MISREADING = "misreading"
    UNWRITTEN_VOWELS = "unwritten_vowels"
    MUSLIM_NAMES = "muslim_names"
    RUSSIAN_FORMS = "russian_forms"
    SHORT_FORMS = "short_forms"
    ENDINGS = "endings"
    PATRONYMIC_SURNAME = "patronymic_surname"
    GRAMMAR = "grammar"
    INITIALS = "initials"
    COMPOUND = "compound"
    VARIANT = "variant"
    MISSING = "missing"
    DIFFERENT = "different"


NO_RULES: frozenset[Rule] = frozenset()
