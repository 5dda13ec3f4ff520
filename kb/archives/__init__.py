"""Archival references in Russian, Kazakh and English: read, put into one form, sorted, searched, printed back.

read_references("ЦГА РК, ф. 30, оп. 4, д. 49, л. 12 об.")[0]  ->  fond "30", opis "4", delo "49", leaf "12", verso
"""

from kb.archives.printing import Style, print_reference
from kb.archives.reading import read_references
from kb.archives.reference import IBID, LEVELS, Reference, prefix_key, sort_key
from kb.archives.vocabulary import Archive, Archives, archives

__all__ = [
    "IBID",
    "LEVELS",
    "Archive",
    "Archives",
    "Reference",
    "Style",
    "archives",
    "prefix_key",
    "print_reference",
    "read_references",
    "sort_key",
]
