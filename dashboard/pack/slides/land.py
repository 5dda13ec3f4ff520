"""The slide with a map: risings by size where they were, names that do not run into each other, the ground of 1930."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Any, TypeAlias

from dashboard.atlas.drawn import map_of, short
from dashboard.atlas.ground import ground
from dashboard.atlas.reading import Atlas, Rising, main_spot
from dashboard.atlas.spans import of_course
from dashboard.atlas.spots import Spot, spot
from dashboard.drawing.prepare_region import projected
from dashboard.entities import reference
from dashboard.pack.scene import AXIS, HEIGHT, LABEL, WIDTH, Box, Canvas, Claims, Disc, Mark, Shape, Words, width_of
from dashboard.pack.seen import Seen
from dashboard.pack.slides.picture import Picture, dated
from dashboard.pack.slides.ties import about
from dashboard.pack.story import Slide
from dashboard.totals import PARTICIPANTS
from dashboard.words import Words as Say
from kb.projection import EntityKey

LARGEST = 74  # radius of the largest rising
PAD = 40
Room: TypeAlias = tuple[float, float, float, float]
_LAYERS = (("water", "water", "waterline"), ("rivers", "", "waterline"), ("borders", "", "edge"))


@dataclass(frozen=True, slots=True)
class Placed:
    """A rising of the slide: its entity, what the live map says of it, its size, where it stands in the picture."""

    key: EntityKey
    rising: Rising
    spot: Spot | None
    claims: Claims

    @property
    def greatest(self) -> int:
        """The greatest number of participants that is named."""
        return int(self.rising.greatest or self.rising.least or 0)


@dataclass(frozen=True, slots=True)
class Frame:
    """How the plane of the base map lies in the picture."""

    scale: float
    left: float
    top: float

    def at(self, where: Spot | Sequence[float]) -> tuple[float, float]:
        """Where something of the earth stands."""
        longitude, latitude = where.at if isinstance(where, Spot) else where
        x, y = projected(longitude, latitude)
        return self.left + x * self.scale, self.top + y * self.scale


class Rooms:
    """What of the picture is taken already."""

    def __init__(self) -> None:
        self._taken: list[Room] = []

    def take(self, room: Room) -> None:
        """Nothing else is to stand here."""
        self._taken.append(room)

    def take_free(self, room: Room) -> bool:
        """Take a room inside the picture that nothing stands in; whether it was free."""
        left, top, right, bottom = room
        inside = left >= 0 and top >= 0 and right <= WIDTH and bottom <= HEIGHT
        free = inside and not any(
            left < other[2] and other[0] < right and top < other[3] and other[1] < bottom for other in self._taken
        )
        if free:
            self.take(room)
        return free


def land(seen: Seen, slide: Slide, say: Say) -> Picture:
    """Risings on the map, the least number solid, the greatest dashed; a lozenge where no number is named."""
    keys = [seen.find(ident) for ident in slide.asked.get("of", ())] or _counted(seen)
    placed = [_placed(seen, key, say) for key in keys]
    there = [one for one in placed if one.spot]
    marked = {seen.find(ident) for ident in slide.asked.get("mark", ())}
    base = ground(say.lang)
    frame = _frame(base, there)
    canvas = Canvas()
    canvas.put(Box(0, 0, WIDTH, HEIGHT, "land"))
    for layer, fill, edge in _LAYERS:
        for rank, outline in base[layer]:
            if rank <= (2 if layer == "water" else 1):
                dash = "10 8" if layer == "borders" else ""
                canvas.put(Shape(outline, frame.scale, frame.left, frame.top, fill, edge, dash))
    rooms = Rooms()
    for one in sorted(there, key=lambda each: -each.greatest):
        _sign(canvas, one, frame, rooms, marked=one.key in marked)
    ordered = sorted(there, key=lambda each: (each.key not in marked, -each.greatest, each.key))
    unnamed = sum(not _label(canvas, one, frame, rooms, say, marked=one.key in marked) for one in ordered)
    _names(canvas, base["names"], frame, rooms)
    if unnamed:
        canvas.put(Words(WIDTH - 20, HEIGHT - 16, say("pack.unnamed", n=unnamed), AXIS, "soft", anchor="end"))
    facts = {"n": len(keys), "placed": len(there), "nowhere": len(keys) - len(there)}
    behind = tuple(claim for one in placed for claim in one.claims)
    return Picture(canvas.scene(), facts, behind, _live(seen, slide, placed, say))


def _counted(seen: Seen) -> list[EntityKey]:
    return [key for key in seen.keys("Uprising") if seen.of(key).get("counted")]


def _placed(seen: Seen, key: EntityKey, say: Say) -> Placed:
    props: dict[str, Any] = dict(seen.of(key))
    ties = [tied for tied in seen.ties(key, "TOOK_PLACE_IN") if tied.forward]
    spots = [(tied, spot(seen.of(tied.other), seen.label(tied.other, say.lang))) for tied in ties]
    known = [lies for _, lies in spots if lies]
    names = [str(props[name]) for name in ("name_ru", "name_kk", "name_en") if props.get(name)]
    main = main_spot(names, known)
    view = seen.views(key).get(PARTICIPANTS)
    readings = [said.claim.id for said in view.said] if view else []
    dates = " – ".join(dated(str(props[name]), say.lang) for name in ("start", "end") if props.get(name))
    rising = Rising(
        ref=reference("Uprising", props, say.lang),
        least=props.get(f"{PARTICIPANTS}_least"),
        greatest=props.get(f"{PARTICIPANTS}_greatest"),
        readings=len(readings),
        span=of_course(props),
        dates=dates or dated(str(props.get("dates") or ""), say.lang),
        alleged=props.get("attestation") == "alleged_only",
        main=main,
        places=tuple(lies.id for lies in known),
        nowhere=tuple(seen.label(tied.other, say.lang) for tied, lies in spots if not lies),
    )
    claims = tuple(dict.fromkeys([*readings, *(claim for tied in ties for claim in tied.claims)]))
    return Placed(key, rising, next((lies for lies in known if lies.id == main), None), claims)


def _frame(base: dict[str, Any], there: Sequence[Placed]) -> Frame:
    """Kazakhstan whole, and every rising, in the picture."""
    left, top, right, bottom = base["home"]
    points = [projected(*one.spot.at) for one in there if one.spot]
    left, right = min([left, *(x for x, _ in points)]), max([right, *(x for x, _ in points)])
    top, bottom = min([top, *(y for _, y in points)]), max([bottom, *(y for _, y in points)])
    scale = min((WIDTH - 2 * PAD) / (right - left), (HEIGHT - 2 * PAD) / (bottom - top))
    return Frame(scale, WIDTH / 2 - scale * (left + right) / 2, HEIGHT / 2 - scale * (top + bottom) / 2)


def _radius(number: float | None) -> float:
    """Areas are as the numbers; five thousand is the largest."""
    return LARGEST * sqrt(min(number or 0, 5000) / 5000)


def _sign(canvas: Canvas, one: Placed, frame: Frame, rooms: Rooms, *, marked: bool) -> None:
    if one.spot is None:
        return
    x, y = frame.at(one.spot)
    least, greatest = _radius(one.rising.least), _radius(one.rising.greatest)
    if not one.greatest:
        canvas.put(Mark(x, y, "uprising", "uprising", 36, one.claims))
    else:
        canvas.put(Disc(x, y, max(least, 6), "uprising", "uprising", faint=True, claims=one.claims))
        if greatest > least:
            canvas.put(Disc(x, y, greatest, "", "uprising", "12 9", claims=one.claims))
    reach = max(least, greatest, 18)
    if marked:
        canvas.put(Disc(x, y, reach + 10, "", "ink"))
    rooms.take((x - reach, y - reach, x + reach, y + reach))


def _label(canvas: Canvas, one: Placed, frame: Frame, rooms: Rooms, say: Say, *, marked: bool) -> bool:
    """Name and size where there is room beside the sign: right, left, below, above; whether there was any."""
    if one.spot is None:
        return False
    x, y = frame.at(one.spot)
    reach = max(_radius(one.greatest), 18) + 12
    name = short(one.rising.ref.label, say)
    ends = [end for end in (one.rising.least, one.rising.greatest) if end is not None]
    size = "–".join(say.number(end) for end in dict.fromkeys(ends))
    width = max(width_of(name, LABEL, True), width_of(size, AXIS))
    high = 46 + (40 if size else 0)
    beside = [(x + reach, y - high / 2), (x - reach - width, y - high / 2)]
    for left, top in (*beside, (x - width / 2, y + reach - 6), (x - width / 2, y - reach - high)):
        if rooms.take_free((left, top, left + width, top + high)):
            canvas.put(Words(left, top + 38, name, LABEL, strong=marked or bool(size), claims=one.claims))
            if size:
                canvas.put(Words(left, top + 78, size, AXIS, claims=one.claims))
            return True
    return False


def _names(canvas: Canvas, names: Iterable[dict[str, Any]], frame: Frame, rooms: Rooms) -> None:
    """States, waters and towns of 1930, where nothing else stands."""
    for one in names:
        if one["rank"] > 1:
            continue
        x, y = frame.at(one["at"])
        width = width_of(one["text"], AXIS)
        town = one["kind"] == "town"
        left = x + 14 if town else x - width / 2
        if rooms.take_free((left - (24 if town else 0), y - 26, left + width, y + 12)):
            if town:
                canvas.put(Box(x - 5, y - 5, 10, 10, "soft"))
            canvas.put(Words(left, y + 11, one["text"], AXIS, "soft"))


def _live(seen: Seen, slide: Slide, placed: Sequence[Placed], say: Say) -> Any:
    found = Atlas(dict(_spots(seen, placed, say)), tuple(one.rising for one in placed), (), {})
    return map_of(found, about(seen, slide, say), say, height=600)


def _spots(seen: Seen, placed: Iterable[Placed], say: Say) -> Iterator[tuple[str, Spot]]:
    for one in placed:
        for tied in seen.ties(one.key, "TOOK_PLACE_IN"):
            if tied.forward and (lies := spot(seen.of(tied.other), seen.label(tied.other, say.lang))):
                yield lies.id, lies
