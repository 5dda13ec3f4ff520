"""Places whose names and parents change with time: found by any name at a date, and taken apart as sources write them.

gazetteer().find("Сузакский район", at="1930")[0].parents  ->  Сыр-Дарьинский округ
parse_place("Аул № 7 Батпаккаринского района").parts       ->  aul 7, rayon Батпаккаринский
"""

from kb.places.gazetteer import Found, Gazetteer, HistoricPlace, Parent, gazetteer
from kb.places.locating import Located, locate
from kb.places.parse import PlacePart, PlaceReading, parse_place
from kb.places.rows import NameRow

__all__ = [
    "Found",
    "Gazetteer",
    "HistoricPlace",
    "Located",
    "NameRow",
    "Parent",
    "PlacePart",
    "PlaceReading",
    "gazetteer",
    "locate",
    "parse_place",
]
