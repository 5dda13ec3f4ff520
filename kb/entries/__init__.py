"""Entries of books of memory, in Russian and Kazakh, read into their parts.

read_entry("Родился в 1893 г., Уральская губ.; казах; б/п. Расстрелян 12 мая 1930 г.").fields["birthplace"]
"""

from kb.entries.reading import EntryReading, read_entry

__all__ = ["EntryReading", "read_entry"]
