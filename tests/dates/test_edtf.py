from __future__ import annotations

import csv
import datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kb.dates import bounds, fuzzy_bounds, is_edtf, iso
from kb.dates.days import day_before, day_number, new_style, parts_of
from kb.dates.edtf import _bounds_of, parse


def rows(shared: Path) -> list[dict[str, str]]:
    with (shared / "data" / "edtf" / "edtf_cases.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def said(number: int | None, open_side: str) -> str:
    return (iso(number) or open_side).removeprefix("Y")


def test_every_edtf_text_with_known_bounds_has_them(shared: Path) -> None:
    known = [row for row in rows(shared) if row["lower_strict"]]
    assert len(known) == 90
    for row in known:
        found = bounds(row["edtf"])
        assert found is not None, row
        assert said(found.earliest, "-inf") == row["lower_strict"], row
        assert said(found.latest, "inf") == row["upper_strict"], row
        if row["lower_fuzzy"]:
            wide = fuzzy_bounds(row["edtf"])
            assert wide is not None
            assert (said(wide.earliest, "-inf"), said(wide.latest, "inf")) == (row["lower_fuzzy"], row["upper_fuzzy"])


def test_every_invalid_text_is_refused(shared: Path) -> None:
    invalid = [row for row in rows(shared) if row["verdict"] == "invalid" and "python-edtf" in row["source"]]
    assert len(invalid) == 17
    assert [row["edtf"] for row in invalid if is_edtf(row["edtf"])] == []


@given(st.dates(datetime.date(1, 1, 1)), st.sampled_from(["%Y-%m-%d", "%Y-%m", "%Y"]), st.sampled_from(["", "~", "?"]))
@settings(deadline=None)  # the package is slow on its first date
def test_the_quick_way_agrees_with_the_package(day: datetime.date, shape: str, mark: str) -> None:
    text = day.strftime(shape)
    text = text.zfill(4 + text.count("-") * 3) + mark
    assert bounds(text) == _bounds_of(parse(text), strict=True)


@pytest.mark.parametrize("text", ["1930/1929", "1930-02-30", "1930-13", "../1930-02-30", "abc", "", " "])
def test_what_is_no_edtf_has_no_bounds(text: str) -> None:
    assert bounds(text) is None


def test_nothing_known_is_open_on_both_sides() -> None:
    found = bounds("XXXX")
    assert found is not None
    assert (found.earliest, found.latest) == (None, None)


@given(st.dates())
def test_days_as_numbers_keep_their_order_and_their_parts(day: datetime.date) -> None:
    number = day_number(day.year, day.month, day.day)
    assert parts_of(number) == (day.year, day.month, day.day)
    if day > datetime.date.min:
        before = day - datetime.timedelta(days=1)
        assert day_before(number) == day_number(before.year, before.month, before.day)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ((1917, 10, 25), (1917, 11, 7)),
        ((1900, 2, 28), (1900, 3, 12)),
        ((1900, 3, 1), (1900, 3, 14)),
        ((1899, 12, 20), (1900, 1, 1)),
    ],
)
def test_the_old_style_is_twelve_days_behind_and_thirteen_from_march_1900(
    old: tuple[int, int, int], new: tuple[int, int, int]
) -> None:
    assert new_style(*old) == new
