"""Names of persons as sources write them: Kazakh, Russian, Latin and Arabic spellings, read and keyed. Pure; usable on its own."""

from kb.names.reading import NameReading, read_name
from kb.names.sounds import fold

__all__ = ["NameReading", "fold", "keys", "read_name"]


def keys(text: str) -> tuple[str, ...]:
    """Keys for full-text retrieval: skeletons of the stems and their consonants, in the order of the name, without doubles."""
    return read_name(text).keys
