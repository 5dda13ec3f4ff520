"""Dates as archives write them, in Russian, Kazakh and English, read into EDTF and days, and printed again.

read_date("не позднее 5 мая 1930 г.").edtf  ->  "../1930-05-05"
"""

from kb.dates.days import day_number, iso
from kb.dates.edtf import Bounds, bounds, fuzzy_bounds, is_edtf
from kb.dates.printing import format_date
from kb.dates.reading import DateReading, Notation, read_date
from kb.dates.words import month_names

__all__ = [
    "Bounds",
    "DateReading",
    "Notation",
    "bounds",
    "day_number",
    "format_date",
    "fuzzy_bounds",
    "is_edtf",
    "iso",
    "month_names",
    "read_date",
]
