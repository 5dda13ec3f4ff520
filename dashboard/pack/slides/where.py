"""Where it was: risings by size on the base map, those of the slide with their names, the others without."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Final

from dashboard.atlas.drawn import short
from dashboard.atlas.ground import ground
from dashboard.atlas.outlines import Frame, frame
from dashboard.atlas.reading import NO_RISINGS, main_spot
from dashboard.atlas.spots import Spot, spot
from dashboard.pack.scene import AXIS, HEIGHT, LABEL, WIDTH, Canvas, Claims, Disc, Outline, Words, width_of, wrapped
from dashboard.pack.scene import Words as Text
from dashboard.pack.seen import Seen
from dashboard.pack.slides.land import live_map
from dashboard.pack.slides.picture import Picture
from dashboard.pack.story import Slide
from dashboard.totals import PARTICIPANTS
from dashboard.words import Words as Say
from kb.i18n import Lang
from kb.projection import EntityKey

NEAR: Final = 3.0  # px between two points of a coast
LARGEST: Final = 52  # px for so many people as below
OF: Final = 4500
SMALLEST: Final = 9
LOZENGE: Final = 14
BOTTOM: Final = HEIGHT - 60  # below it stands what the marks mean
LONGEST: Final = 430  # px of a name in one line
#: Px by which a water may be named beside its place.
ASIDE: Final = ((0, 0), (0, 44), (0, -44), (-110, 0), (-110, 44), (0, 84))
NAMED: Final = 8  # without a choice of the slide, so many of the largest have their names
_NAMES: Final = ("name_ru", "name_kk", "name_en")


@dataclass(frozen=True, slots=True)
class Placed:
    """A rising with its place on the slide, its numbers and the claims that say them."""

    key: EntityKey
    x: float
    y: float
    off: bool
    least: int | None
    greatest: int | None
    claims: Claims

    @property
    def half(self) -> float:
        """Half the height of its mark."""
        return _radius(self.greatest or self.least) if self.greatest or self.least else LOZENGE


def where(seen: Seen, slide: Slide, say: Say) -> Picture:
    """The map; its words may name how many risings there are, how many are placed and how many have a number."""
    chosen = [seen.find(ident) for ident in slide.asked.get("of", ())]
    risings = [key for key in seen.keys("Uprising") if seen.of(key).get("scope") not in NO_RISINGS]
    land = frame(ground(say.lang), WIDTH, BOTTOM)
    placed = [one for key in risings if (one := _placed(seen, key, land, say.lang))]
    placed.sort(key=lambda one: -one.half)
    named = [one for one in placed if one.key in chosen] or [one for one in placed if one.greatest][:NAMED]
    canvas = Canvas()
    canvas.put(*_ground(land, say.lang))
    for one in placed:
        canvas.put(*_mark(one, meant=not chosen or one.key in chosen))
    taken = [_box(one.x - one.half, one.y - one.half, 2 * one.half, 2 * one.half) for one in placed]
    for one in named:
        canvas.put(*_label(one, seen, taken, say, must=one.key in chosen))
    canvas.put(*_names(land, taken, say.lang), Words(0, HEIGHT - 12, say("pack.map_marks"), AXIS, "soft"))
    facts = {
        "n": len(risings),
        "placed": len(placed),
        "nowhere": len(risings) - len(placed),
        "sized": sum(
            any(seen.of(key).get(f"{PARTICIPANTS}_{end}") for end in ("least", "greatest")) for key in risings
        ),
    }
    return Picture(canvas.scene(), facts, live=live_map(seen, slide, risings, say))


def _placed(seen: Seen, key: EntityKey, land: Frame, lang: Lang) -> Placed | None:
    props = seen.of(key)
    ties = [tied for tied in seen.ties(key, "TOOK_PLACE_IN") if tied.forward]
    ties.sort(key=lambda tied: (-int(tied.properties.get("sources") or 0), tied.other.id))
    found = {tied.other.id: spot(seen.of(tied.other), seen.label(tied.other, lang)) for tied in ties}
    spots: list[Spot] = [one for one in found.values() if one]
    main = main_spot([str(props[name]) for name in _NAMES if props.get(name)], spots)
    if main is None:
        return None
    lies = next(one for one in spots if one.id == main)
    x, y = land.at(*lies.at)
    view = seen.views(key).get(PARTICIPANTS)
    claims = [said.claim.id for said in view.said] if view else []
    claims += [claim for tied in ties if tied.other.id == main for claim in tied.claims]
    least, greatest = props.get(f"{PARTICIPANTS}_least"), props.get(f"{PARTICIPANTS}_greatest")
    return Placed(key, x, y, lies.off > 0, least, greatest, tuple(dict.fromkeys(claims)))


def _radius(people: int | None) -> float:
    return max(SMALLEST, LARGEST * sqrt((people or 0) / OF))


def _ground(land: Frame, lang: Lang) -> Iterator[Outline]:
    shown: Mapping[str, Sequence[tuple[int, str]]] = ground(lang)
    corners = ((0, 0), (WIDTH, 0), (WIDTH, BOTTOM), (0, BOTTOM))
    yield Outline(tuple((float(x), float(y)) for x, y in corners), "land")
    for rank, path in shown["rivers"]:
        if rank == 1:
            yield from (Outline(line, edge="waterline", width=2) for line in land.lines(path, NEAR))
    for rank, path in shown["water"]:
        if rank == 1:
            for area in land.areas(path, NEAR):
                yield Outline(area, "water")
                yield Outline((*area, area[0]), edge="waterline", width=2)
    for rank, path in shown["borders"]:
        dash, width = ("14 6 2 6", 2.0) if rank == 1 else ("6 8", 1.5)
        if rank < 3:
            yield from (Outline(line, edge="edge", width=width, dash=dash) for line in land.lines(path, NEAR))


def _mark(one: Placed, *, meant: bool) -> Iterator[Disc | Outline]:
    claims = one.claims if meant else ()
    if not one.greatest and not one.least:
        x, y, r = one.x, one.y, LOZENGE
        corners = ((x, y - r), (x + r, y), (x, y + r), (x - r, y))
        yield Outline(corners, "land")
        yield Outline((*corners, corners[0]), edge="uprising" if meant else "edge", width=3)
        return
    least, greatest = _radius(one.least or one.greatest), _radius(one.greatest or one.least)
    edge = "uprising" if meant else "edge"
    yield Disc(one.x, one.y, greatest, edge, faint=True, claims=claims)
    if greatest > least:
        yield Disc(one.x, one.y, greatest, edge=edge, dash="9 6")
        yield Disc(one.x, one.y, least, edge, faint=True, claims=claims)
    yield Disc(one.x, one.y, least, edge=edge)


Rect = tuple[float, float, float, float]


def _box(x: float, y: float, width: float, height: float) -> Rect:
    return x, y, x + width, y + height


def _free(box: Rect, taken: Sequence[Rect]) -> bool:
    inside = box[0] >= 0 and box[1] >= 0 and box[2] <= WIDTH and box[3] <= BOTTOM
    return inside and not any(
        box[0] < other[2] and other[0] < box[2] and box[1] < other[3] and other[1] < box[3] for other in taken
    )


def _label(one: Placed, seen: Seen, taken: list[Rect], say: Say, *, must: bool) -> Iterator[Text]:
    """Name and number, right of the mark or left, below or above it, where there is room; ``must``: in any case."""
    name = short(seen.label(one.key, say.lang), say) + ("\u00a0≈" if one.off else "")
    names = wrapped(name, LABEL, LONGEST, True)
    bounds = [end for end in (one.least, one.greatest) if end is not None]
    number = "–".join(say.number(end) for end in dict.fromkeys(bounds))
    lines = [*((line, LABEL, True) for line in names), *([(number, AXIS, False)] if number else [])]
    width = max(width_of(text, size, strong) for text, size, strong in lines)
    height = 42.0 * len(lines)
    away = one.half + 12
    places = {
        "start": _box(one.x + away, one.y - height / 2, width, height),
        "end": _box(one.x - away - width, one.y - height / 2, width, height),
        "middle": _box(one.x - width / 2, one.y + away - 4, width, height),
        "above": _box(one.x - width / 2, one.y - away - height, width, height),
    }
    large = [box for box in taken if box[2] - box[0] > 2 * LOZENGE]
    free = next(((side, box) for side, box in places.items() if _free(box, taken)), None)
    if free is None and must:  # rather over a small mark than not at all
        free = next(((side, box) for side, box in places.items() if _free(box, large)), ("start", places["start"]))
    if free is None:
        return
    side, box = free
    taken.append(box)
    x = {"start": box[0], "end": box[2]}.get(side, one.x)
    anchor = side if side in ("start", "end") else "middle"
    for place, (text, size, strong) in enumerate(lines):
        yield Words(x, box[1] + 34 + 40 * place, text, size, strong=strong, anchor=anchor, claims=one.claims)  # type: ignore[arg-type]


def _names(land: Frame, taken: list[Rect], lang: Lang) -> Iterator[Text]:
    for name in ground(lang)["names"]:
        if name["rank"] > 1 or name["kind"] == "town":
            continue
        x, middle = land.at(*name["at"])
        width = width_of(name["text"], AXIS)
        for dx, dy in ASIDE if name["kind"] == "water" else ASIDE[:1]:
            box = _box(x + dx - width / 2, middle + dy - 24, width, 36)
            if _free(box, taken):
                taken.append(box)
                yield Words(x + dx, middle + dy + 10, name["text"], AXIS, "soft", anchor="middle")
                break
