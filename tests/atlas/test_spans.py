"""When something may have happened, and when it surely did."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.atlas.spans import Span, of_course, of_moment

Bounds = tuple[int | None, int | None]


def course(start: Bounds, end: Bounds = (None, None), *readings: int | None) -> Span:
    names = ("start_earliest", "start_latest", "end_earliest", "end_latest")
    return of_course(dict(zip(names, (*start, *end), strict=True)), *readings)


def test_a_day_and_a_month_are_sure_a_year_is_not() -> None:
    assert of_moment(19300207, 19300207).sure == (19300207, 19300207)
    assert of_moment(19300201, 19300228).sure == (19300201, 19300228)
    assert of_moment(19300101, 19301231).sure is None
    assert of_moment(None, None) == Span()
    assert not of_moment(None, None).dated
    assert of_moment(None, 19300505).dated


def test_a_rising_is_sure_between_its_latest_start_and_its_earliest_end() -> None:
    assert course((19300101, 19300630), (19301001, 19301231)).sure == (19300630, 19301001)
    assert course((19300101, 19301231), (19300101, 19301231)).sure is None


def test_in_the_month_of_its_start_it_is_sure_whatever_its_end() -> None:
    assert course((19310201, 19310228), (19310101, 19311231)) == Span(19310201, 19311231, (19310201, 19310228))
    assert course((19300821, 19300831)) == Span(19300821, 19300831, (19300821, 19300831))


def test_what_other_readings_say_is_possible_and_changes_nothing_that_is_sure() -> None:
    found = course((19300207, 19300207), (19300216, 19300216), 19280101, 19301231)
    assert found == Span(19280101, 19301231, (19300207, 19300216))


def test_a_rising_with_nothing_but_its_whole_time_has_that() -> None:
    assert of_course({"dates_earliest": 19290101, "dates_latest": 19301231}) == Span(19290101, 19301231, None)
    assert of_course({}) == Span()


DAYS = st.dates().map(lambda day: day.year * 10000 + day.month * 100 + day.day)


@settings(deadline=None)  # a loaded machine
@given(st.lists(DAYS, min_size=4, max_size=4))
def test_what_is_sure_is_possible(days: list[int]) -> None:
    start, end = sorted(days[:2]), sorted(days[2:])
    span = course((start[0], start[1]), (end[0], end[1]))
    assert span.earliest is not None
    assert span.latest is not None
    if span.sure:
        assert span.earliest <= span.sure[0] <= span.sure[1]


@pytest.mark.parametrize("day", [0, 10101, 99991231, 19300000])
def test_days_of_any_century_and_days_that_are_none_are_no_error(day: int) -> None:
    assert of_moment(day, day).earliest == day
