from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.places import parse_place

READ = """
Аул № 7 Батпаккаринского района => aul 7, rayon Батпаккаринский
Казахстан, Актюбинский окр., Иргизский р-н, аул № 3 => Казахстан, aul 3, rayon Иргизский, okrug Актюбинский
с. Покровка, Акмолинского уезда => village Покровка, uezd Акмолинский
аул 4 Тургайской волости Кустанайского уезда => aul 4, volost Тургайская, uezd Кустанайский
г. Кустанай => city Кустанай
Уральская губ. => guberniya Уральская
в с.Тимошево Волоколамского уезда Московской губ. => village Тимошево, uezd Волоколамский, guberniya Московская
в Батпаккаринском районе => rayon Батпаккаринский
Ырғыз ауданы 3-ауыл => aul 3, rayon Ырғыз
Батпаққара ауданының №7 ауылы => aul 7, rayon Батпаққара
Aul No. 7 of the Batpakkara district => aul 7, rayon Batpakkara
Гурьевский окр., Денгизский р-н, 5-й аул => aul 5, rayon Денгизский, okrug Гурьевский
Западно-Казахстанская область => oblast Западно-Казахстанская
Алма-Ата => Алма-Ата
аул-сельсовет № 2 Иргизского р-на => village_soviet 2, rayon Иргизский
в ауле № 3 Сузакского р-на Сыр-Дарьинского окр. => aul 3, rayon Сузакский, okrug Сыр-Дарьинский
Сырдария округінің Созақ ауданы => rayon Созақ, okrug Сырдария
"""
CASES = [tuple(line.split(" => ")) for line in READ.strip().splitlines()]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_a_place_is_taken_apart_from_the_smallest_up(text: str, expected: str) -> None:
    parts = parse_place(text).parts
    assert ", ".join(f"{part.kind} {part.number or part.name}".strip() for part in parts) == expected


@given(st.integers(1, 99), st.sampled_from(["Иргизского", "Сузакского", "Тургайского"]))
def test_the_number_of_an_aul_and_its_district_are_kept(number: int, district: str) -> None:
    aul, rayon = parse_place(f"аул № {number} {district} района").parts
    assert (aul.number, rayon.name) == (str(number), district.removesuffix("ого") + "ий")


_WORDS = re.findall(r"\S+", "аул № 7 района Сузакского обл. г. ( ) , ; в 3-ауыл ауданы the of No. губ. с/с")


@given(st.text(max_size=80) | st.lists(st.sampled_from(_WORDS), max_size=12).map(" ".join))
def test_nothing_that_is_typed_raises_and_every_part_says_something(text: str) -> None:
    for part in parse_place(text).parts:
        assert part.name or part.number or part.text
