"""The live map of a slide: the same risings as the component draws them, with their dates on one axis."""

from __future__ import annotations

from collections.abc import Iterable

from dashboard.atlas.drawn import map_of
from dashboard.atlas.reading import Atlas, Rising, main_spot
from dashboard.atlas.spans import of_course
from dashboard.atlas.spots import Spot, spot
from dashboard.drawing.data import Drawing
from dashboard.entities import reference
from dashboard.pack.seen import Seen
from dashboard.pack.slides.picture import dated
from dashboard.pack.slides.ties import about
from dashboard.pack.story import Slide
from dashboard.totals import PARTICIPANTS
from dashboard.words import Words
from kb.projection import EntityKey

HEIGHT = 600
_NAMES = ("name_ru", "name_kk", "name_en")


def live_map(seen: Seen, slide: Slide, risings: Iterable[EntityKey], say: Words) -> Drawing:
    """The map of ``risings``."""
    spots: dict[str, Spot] = {}
    found = tuple(_rising(seen, key, spots, say) for key in risings)
    return map_of(Atlas(spots, found, (), {}), about(seen, slide, say), say, height=HEIGHT)


def _rising(seen: Seen, key: EntityKey, spots: dict[str, Spot], say: Words) -> Rising:
    """A rising with its size, time and places; where these lie is put into ``spots``."""
    props = dict(seen.of(key))
    ties = sorted(
        (tied for tied in seen.ties(key, "TOOK_PLACE_IN") if tied.forward),
        key=lambda tied: (-int(tied.properties.get("sources") or 0), tied.other.id),
    )
    labels = {tied.other: seen.label(tied.other, say.lang) for tied in ties}
    lies = {place: found for place, label in labels.items() if (found := spot(seen.of(place), label))}
    spots.update((one.id, one) for one in lies.values())
    view = seen.views(key).get(PARTICIPANTS)
    named = [str(props[name]) for name in ("start", "end") if props.get(name)] or [str(props.get("dates") or "")]
    return Rising(
        ref=reference("Uprising", props, say.lang),
        least=props.get(f"{PARTICIPANTS}_least"),
        greatest=props.get(f"{PARTICIPANTS}_greatest"),
        readings=len(view.said) if view else 0,
        span=of_course(props),
        dates=" – ".join(dated(one, say.lang) for one in dict.fromkeys(named) if one),
        alleged=props.get("attestation") == "alleged_only",
        main=main_spot([str(props[name]) for name in _NAMES if props.get(name)], list(lies.values())),
        places=tuple(one.id for one in lies.values()),
        nowhere=tuple(label for place, label in labels.items() if place not in lies),
    )
