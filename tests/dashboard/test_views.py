"""The views: nothing that a source wrote becomes HTML, and nothing that was given is left out."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.views.axis import numbers
from dashboard.views.charts import Bar, Span, bars, spans
from dashboard.views.chronology import chronology, day_number
from dashboard.views.citation import citation
from dashboard.views.evidence import popup, popups
from dashboard.views.markup import Markup, el, join, text
from dashboard.views.matrix import COLUMNS_AT_ONCE, matrix
from dashboard.views.models import Cell, Figure, KnownGroup, KnownRow, Matrix, MatrixRow
from dashboard.views.notice import notice
from dashboard.views.parts import entity, figures, head, known, outside, table
from dashboard.views.path import sentence, steps
from dashboard.views.sizes import sizes
from dashboard.views.ties import people_table, side_list
from dashboard.views.tree import Unit, tree
from dashboard.words import Words
from kb.i18n import LANGS, Lang
from tests.dashboard import samples

RU = Words("ru")
VOID = {"br", "hr", "img"}


class Balance(HTMLParser):
    """Complains about tags that do not close, and keeps what elements and texts there are."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


def parsed(markup: Markup) -> Balance:
    """``markup`` taken apart; fails when it is not balanced."""
    found = Balance()
    found.feed(markup)
    found.close()
    assert not found.open
    return found


VIEWS: dict[str, Callable[[str], Markup]] = {
    "head": lambda said: head(said, said, said),
    "entity": lambda said: entity(samples.person(1, said)),
    "figures": lambda said: figures([Figure(said, said, said)]),
    "known": lambda said: known([KnownGroup(said, 3, "person", (KnownRow(said, 1, 3),))], RU),
    "table": lambda said: table([said], [[said]]),
    "popup": lambda said: popup(samples.evidence(1, text=said, status=said), RU),
    "matrix": lambda said: matrix(samples.matrix(6, said), RU),
    "side_list": lambda said: side_list([samples.ties(20, said)], RU),
    "people_table": lambda said: people_table(samples.ties(2, said).rows, RU),
    "sizes": lambda said: sizes(samples.sizes(said), RU),
    "chronology": lambda said: chronology(samples.events(said), RU),
    "sentence": lambda said: sentence(samples.path(said), RU),
    "steps": lambda said: steps(samples.path(said), RU),
    "citation": lambda said: citation(said, [said], [said], RU),
    "bars": lambda said: bars([Bar(said, 2, 3), Bar(said, 1)], RU),
    "spans": lambda said: spans([Span(said, 1, 5, said), Span(said, None, None, said)], RU, said),
    "tree": lambda said: tree([Unit(samples.person(1, said), said, None, 1, 2)], RU),
    "notice": lambda said: notice(said, [said], [said]),
    "outside": lambda said: outside(said, "https://example.org/" + said),
}


@pytest.mark.parametrize("view", VIEWS, ids=str)
def test_a_text_never_becomes_an_element_or_an_attribute(view: str) -> None:
    found = parsed(VIEWS[view](samples.NASTY))
    assert not {"script", "img"} & {name for name, _ in found.elements}
    assert not [name for _, attributes in found.elements for name in attributes if name.startswith("on")]
    assert "\x00" not in VIEWS[view](samples.NASTY)


@pytest.mark.parametrize("view", VIEWS, ids=str)
def test_the_same_text_makes_the_same_html(view: str) -> None:
    assert VIEWS[view]("Созақ") == VIEWS[view]("Созақ")


@given(st.text())
def test_any_text_comes_back_from_the_html_but_for_control_characters(said: str) -> None:
    shown = "".join(parsed(el("p", said)).texts)
    kept = [letter for letter in said if letter in shown]
    assert shown == "".join(kept).replace("\r\n", "\n") or set(shown) <= set(said)


def test_right_to_left_writing_is_isolated_and_its_controls_are_taken_out() -> None:
    assert text(samples.ARABIC) == f"<bdi>{samples.ARABIC}</bdi>"
    assert "\u202e" not in text("а\u202eб")


def test_markup_is_not_escaped_twice() -> None:
    assert join(el("b", "<"), "<") == "<b>&lt;</b>&lt;"


def test_an_address_that_is_no_web_address_is_no_link() -> None:
    assert "<a" not in outside("x", "javascript:alert(1)")


@pytest.mark.parametrize("count", [1, COLUMNS_AT_ONCE, COLUMNS_AT_ONCE + 1, 11])
def test_the_matrix_shows_every_source_and_every_reading(count: int) -> None:
    shown = matrix(samples.matrix(count), RU)
    for number in range(1, count + 1):
        assert f"чтение {number}" in shown
        assert f"Источник {number}" in shown


def test_a_claim_of_several_sources_is_one_cell_of_one_column() -> None:
    both = replace(samples.evidence(1), together=(samples.source(2),))
    found = Matrix((both.sources,), (MatrixRow("Имя", (Cell("чтение", both),)),))
    shown = matrix(found, RU)
    assert shown.count("чтение") == 1
    assert "2 источника вместе" in shown
    assert "и ещё 1" in popup(both, RU)


def test_a_claim_is_shown_once_however_many_sources_it_cites() -> None:
    one, other = samples.source(1), samples.source(2)
    same = [
        replace(samples.evidence(1), source=one, together=(other,)),
        replace(samples.evidence(1), source=other, together=(one,)),
    ]
    assert popups(same, RU).count('class="pop"') == 1


def test_words_stand_left_of_a_sign_that_is_near_the_right_edge() -> None:
    shown = spans([Span("а", 100, 100, "далеко")], RU, "x")
    assert 'class="before"' in shown


def test_a_ring_of_archival_units_does_not_run_for_ever() -> None:
    units = [
        Unit(samples.person(1), "фонд", None, 0, 0),
        Unit(samples.person(2), "опись", "d:p1", 1, 1),
        Unit(samples.person(3), "дело", "d:p3", 1, 1),
    ]
    assert "Лицо 2" in tree(units, RU)


def test_the_matrix_marks_conflict_acceptance_and_silence() -> None:
    shown = matrix(samples.matrix(3), RU)
    assert 'aria-label="источники расходятся"' in shown
    assert shown.count('class="accepted"') == 1
    assert shown.count("▨") == 2 + 1 + 1  # two silent cells of the second row, what nobody says, and the legend
    assert "Рождение" in shown


def test_more_than_four_pieces_of_evidence_are_opened_by_their_count() -> None:
    shown = popups([samples.evidence(number) for number in range(1, 8)], RU)
    assert "ещё 3" in shown
    assert len(re.findall('class="pop"', shown)) == 7


def test_ties_beyond_the_first_are_counted_and_still_there() -> None:
    shown = side_list([samples.ties(15)], RU)
    assert "ещё 3" in shown
    assert shown.count('class="row"') == 15


def test_every_number_has_its_place_on_one_axis() -> None:
    shown = sizes(samples.sizes(), RU)
    for said in ("1500–2000", "около 3000", "до 400", "более 380", "много", "1715"):
        assert said in shown
    for sign in ("from-to ends", "at dot open", "to-left", "to-right", "blur", "band"):
        assert sign in shown


@given(st.integers(min_value=1, max_value=10_000_000))
def test_an_axis_has_a_few_round_ticks_from_zero(greatest: int) -> None:
    ticks = numbers(greatest)
    assert ticks[0] == 0
    assert ticks[-1] <= greatest
    assert 2 <= len(ticks) <= 6


def test_time_is_solid_where_certain_hatched_at_its_ends_and_dashed_for_between() -> None:
    shown = chronology(samples.events(), RU)
    assert shown.count("sure-part") == 1
    assert shown.count("edge-part") == 2
    assert shown.count("span between") == 2
    assert "неизвестно" in shown


@given(st.dates())
def test_a_later_day_stands_further_right(day: object) -> None:
    from datetime import date, timedelta

    assert isinstance(day, date)
    if day < date(9990, 1, 1):
        later = day + timedelta(days=31)
        number = [one.year * 10000 + one.month * 100 + one.day for one in (day, later)]
        assert day_number(number[0]) < day_number(number[1])


def test_the_path_reads_as_a_sentence_and_names_its_weakest_link() -> None:
    shown = sentence(samples.path(), RU)
    assert 'data-weak="самое слабое звено"' in shown
    assert "Лицо 0 – руководитель – Лицо 1; Лицо 1 – брат – Лицо 2" in shown
    assert steps(samples.path(), RU).count("<tr") == 3


@pytest.mark.parametrize("lang", LANGS)
def test_views_speak_each_language(lang: Lang) -> None:
    say = Words(lang)
    for shown in (
        matrix(samples.matrix(2), say),
        side_list([], say),
        steps(samples.path(), say),
        sizes(samples.sizes(), say),
    ):
        parsed(shown)
