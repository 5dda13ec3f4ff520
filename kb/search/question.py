"""What a person typed → what is asked of the full-text indexes. Pure; any string is taken.

Only folded words and plain letters with signs of ours go to an engine, never the text as it was typed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final

from kb.archives import Reference, print_reference, read_references
from kb.names import asked_words
from kb.names.clean import clean
from kb.projection.findable import reference_words

LONGEST: Final = 400  # characters that are read
_MOST_WORDS: Final = 80
_MOST_QUOTED: Final = 12
_WORD: Final = re.compile(r"[^\W_]+")
_END_WEIGHT: Final = 0.5  # of the end of a word against a whole word
_STEM: Final = 5  # letters of a word from which it is looked for without its ending
_ENDING: Final = 2


@dataclass(frozen=True, slots=True)
class Question:
    """``text`` as typed, cut; the archival ``reference`` that it is, if it names at least a fond; and what the indexes
    are asked: ``words`` of names, ``quoted`` words of sources; empty where there is nothing to ask.
    """

    text: str
    reference: Reference | None
    words: str
    quoted: str

    def wider(self) -> Question | None:
        """The question about the unit that holds the one asked for; None where a fond or a name was asked for."""
        if self.reference is None:
            return None
        if self.reference.delo is not None:
            return _of_reference(self.text, replace(self.reference, leaf=None, delo=None))
        if self.reference.opis is not None:
            return _of_reference(self.text, replace(self.reference, leaf=None, opis=None))
        return None


def read_question(text: str) -> Question:
    """Read what was typed."""
    asked = " ".join(text[:LONGEST].split())
    found = read_references(asked)
    if found and found[0].fond:
        return _of_reference(asked, found[0])
    words = [word for word in asked_words(asked) if word.isalnum()][:_MOST_WORDS]
    return Question(asked, None, " ".join(map(_weighed, words)), _quoted(asked))


def _of_reference(text: str, reference: Reference) -> Question:
    *_, nearest = (word for word in reference_words(reference) if word.isalnum())
    return Question(text, reference, nearest, _quoted(print_reference(replace(reference, leaf=None, verso=False))))


def _weighed(word: str) -> str:
    return f"{word}^{_END_WEIGHT}" if word[0] in "123" and word[1:].isalpha() else word


def _quoted(text: str) -> str:
    """All words of a text, Russian and Kazakh endings left open."""
    words = dict.fromkeys(word.lower() for word in _WORD.findall(clean(text)))
    return " ".join(f"+{_open(word)}" for word in list(words)[:_MOST_QUOTED])


def _open(word: str) -> str:
    return f"{word[: max(_STEM - 1, len(word) - _ENDING)]}*" if len(word) >= _STEM and word.isalpha() else word
