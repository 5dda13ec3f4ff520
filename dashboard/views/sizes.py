"""Numbers as the sources give them: ranges over a band from the least to the greatest, other measures apart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dashboard.views.axis import Axis, Lane, beside, chart, number_axis, sign, stretch
from dashboard.views.evidence import popup
from dashboard.views.markup import Markup, el, join
from dashboard.views.models import SizeGroup, SizeReading
from dashboard.words import Words

ROOM = 1.35  # the axis is longer than the greatest number, for the words beside the last sign


def sizes(groups: Sequence[SizeGroup], say: Words) -> Markup:
    """A chart of all groups on one axis, names at the left, words beside each sign."""
    readings = [one for group in groups for one in group.readings]
    bounds = [float(bound) for one in readings for bound in (one.least, one.greatest) if bound is not None]
    axis = number_axis(bounds, ROOM, say)
    return chart([lane for group in groups for lane in _lanes(group, axis, say)], axis, say("uprising.sizes"))


def _lanes(group: SizeGroup, axis: Axis, say: Words) -> Iterator[Lane]:
    band = _band(group, axis)
    several = len(group.readings) > 1 and not group.main
    for place, one in enumerate(group.readings):
        under = one.evidence.locator if group.main or several else group.title
        name = join(popup(one.evidence, say), el("div", under, cls="leaf"))
        heading = group.title if several and place == 0 else ""
        yield Lane(name, join(band, _reading(one, group.main, axis)), begins=place == 0 and not heading, group=heading)


def _band(group: SizeGroup, axis: Axis) -> Markup | None:
    """The grey band behind readings of the main measure that differ."""
    ends = [bound for one in group.readings for bound in (one.least, one.greatest) if bound is not None]
    if not group.main or len(group.readings) < 2 or not ends:
        return None
    return stretch("band", axis.at(min(ends)), axis.at(max(ends)))


def _reading(one: SizeReading, main: bool, axis: Axis) -> Markup:
    bounds = [axis.at(bound) for bound in (one.least, one.greatest) if bound is not None]
    words = el("b", one.text) if one.accepted or not main else join(one.text)
    if not bounds:
        return beside(words, 0, 0)
    return join(_sign(one, main, axis), beside(words, bounds[0], bounds[-1]))


def _sign(one: SizeReading, main: bool, axis: Axis) -> Markup:
    least, greatest = one.least, one.greatest
    if least is None:
        return sign("to-left", axis.at(greatest or 0))
    if greatest is None:
        return sign("to-right", axis.at(least))
    if least != greatest:
        return stretch("from-to ends", axis.at(least), axis.at(greatest))
    blur = sign("blur", axis.at(least)) if one.about else None
    return join(blur, sign("dot" if main and not one.about else "dot open", axis.at(least)))
