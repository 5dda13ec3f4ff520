"""Dates as archives write them, in Russian, Kazakh and English, read into EDTF and days, and printed again.

read_date("не позднее 5 мая 1930 г.").edtf  ->  "../1930-05-05"
"""

from kb.dates.days import day_number, iso
from kb.dates.edtf import Bounds, bounds, fuzzy_bounds, is_edtf
from kb.dates.reading import DateReading, read_date

__all__ = [
    "Bounds",
    "DateReading",
    "bounds",
    "day_number",
    "fuzzy_bounds",
    "is_edtf",
    "iso",
    "read_date",
]
