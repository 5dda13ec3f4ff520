"""Names of persons as sources write them: Kazakh, Russian, Latin and Arabic spellings, read, keyed and compared.

Pure; usable on its own.
"""

from kb.names.compare import SAME, NameMatch, Reason, compare, similarity
from kb.names.matcher import Found, Matcher
from kb.names.prepared import Prepared, prepare
from kb.names.reading import NameReading, read_name
from kb.names.retrieval import asked_words, retrieval_words
from kb.names.rules import Rule
from kb.names.sounds import fold

__all__ = [
    "SAME",
    "Found",
    "Matcher",
    "NameMatch",
    "NameReading",
    "Prepared",
    "Reason",
    "Rule",
    "asked_words",
    "compare",
    "fold",
    "keys",
    "prepare",
    "read_name",
    "retrieval_words",
    "similarity",
]


def keys(text: str) -> tuple[str, ...]:
    """Keys for full-text retrieval: skeletons of the stems and their consonants, in the order of the name, no
    doubles.
    """
    return read_name(text).keys
