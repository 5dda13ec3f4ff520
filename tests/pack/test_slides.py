"""What stands on the slides comes from the base: numbers of the sources, their names, and what disagrees."""

from __future__ import annotations

import pytest

from dashboard.pack.deck import Deck, Shown
from dashboard.pack.scene import HEIGHT, WIDTH, Outline, Words, cut, width_of, wrapped
from dashboard.pack.slides import _MAKERS
from dashboard.pack.slides.where import where
from dashboard.pack.story import KINDS, Slide
from dashboard.words import Words as Say
from kb.i18n import LANGS, Lang


def shown(made: Deck, kind: str, lang: Lang = "ru", nth: int = 0) -> Shown:
    places = [place for place, slide in enumerate(made.story.slides) if slide.show == kind]
    return made.shown[lang][places[nth]]


def texts(slide: Shown) -> list[str]:
    assert slide.picture.scene is not None
    return [thing.text for thing in slide.picture.scene.things if isinstance(thing, Words)]


def test_every_kind_of_slide_can_be_drawn() -> None:
    assert set(_MAKERS) == set(KINDS)


def test_totals_stand_under_what_they_count(sozak: Deck) -> None:
    said = texts(shown(sozak, "totals"))
    assert {"Число восстаний", "372", "25", "21", "> 380", "411"} <= set(said)
    assert "80" in shown(sozak, "totals").caption


def test_both_numbers_of_sozak_stand_with_their_sources(sozak: Deck) -> None:
    slide = shown(sozak, "sizes")
    assert {"up to 400", "2000"} <= set(texts(slide))
    assert slide.caption.startswith("От 400 до 2")
    assert len(slide.sources) == 2


def test_readings_that_disagree_are_marked_and_the_accepted_one_is_bold(sozak: Deck) -> None:
    slide = shown(sozak, "readings")
    scene = slide.picture.scene
    assert scene is not None
    marks = [thing for thing in scene.things if getattr(thing, "name", "") == "conflict"]
    assert len(marks) == 2
    strong = {thing.text for thing in scene.things if isinstance(thing, Words) and thing.strong}
    assert "up to 400, foot and horse, to be checked" in strong
    assert "2000" not in strong


def test_sides_are_counted_apart(sozak: Deck) -> None:
    assert "повстанцев 8, обвиняемых 1, с советской стороны 12" in shown(sozak, "people").caption


def test_a_path_names_its_weakest_step(sozak: Deck) -> None:
    slide = shown(sozak, "path", "en")
    assert slide.title == "Жұмағазы Бәйімбетов и Таймырза Төсұлы".replace(" и ", " and ")
    assert "weakest link" in texts(slide)


def test_the_live_network_has_every_person_and_tie_of_the_still_one(sozak: Deck) -> None:
    live = shown(sozak, "network").picture.live
    assert live is not None
    people = {node.id for node in live.nodes if node.kind == "Person"}
    assert len(people) == 21
    tied = {tie.a for tie in live.ties if tie.b == "uprisings_372:u003"}
    assert people == tied
    assert all(tie.evidence for tie in live.ties)


@pytest.mark.parametrize("lang", LANGS)
def test_nothing_is_drawn_outside_the_picture_or_too_small_to_read(sozak: Deck, lang: Lang) -> None:
    for slide in sozak.shown[lang]:
        scene = slide.picture.scene
        for thing in scene.things if scene else ():
            if isinstance(thing, Words):
                left = thing.x - {"start": 0.0, "middle": 0.5, "end": 1.0}[thing.anchor] * thing.width
                assert left >= -20, (slide.title, thing)
                assert left + thing.width <= WIDTH + 30, (slide.title, thing)
                assert 0 < thing.y <= HEIGHT + 2, (slide.title, thing)
                assert thing.size >= 32


@pytest.mark.parametrize("lang", LANGS)
def test_every_claim_of_a_picture_is_in_the_pack(sozak: Deck, lang: Lang) -> None:
    ledger = sozak.ledger()
    for slide in sozak.shown[lang]:
        assert set(slide.picture.claims) <= set(ledger.numbers)
        assert not slide.picture.claims or slide.sources


def test_words_are_cut_to_the_room_that_there_is() -> None:
    assert width_of("Қарақұм", 40, True) > width_of("Қарақұм", 36, True) > width_of("Қарақұм", 36)
    assert cut("Сарысу-Созақ", 36, 100).endswith("…")
    assert width_of(cut("Сарысу-Созақ", 36, 100), 36) <= 100
    assert wrapped("а б", 36, 1000) == ["а б"]
    assert len(wrapped("слово " * 40, 36, 300, lines=3)) == 3


def test_the_map_names_the_rising_of_the_slide_and_shows_the_others_without(sozak: Deck) -> None:
    slide = shown(sozak, "map")
    said = texts(slide)
    assert "Сарысу-Созакское ≈" in [text.replace("\u00a0", " ") for text in said]
    assert "400–2\u202f000" in said
    assert not [text for text in said if "Адай" in text]
    assert "УЗБЕКСКАЯ ССР" in said or "РСФСР" in said
    assert "из 25" in slide.caption
    assert slide.sources


@pytest.mark.parametrize("lang", LANGS)
def test_nothing_on_the_map_of_all_risings_lies_on_another_or_outside(sozak: Deck, lang: Lang) -> None:
    scene = where(sozak.seen, Slide("map", sozak.story.title), Say(lang)).scene
    assert scene is not None
    words = [thing for thing in scene.things if isinstance(thing, Words)]
    assert sum(thing.strong for thing in words) >= 4
    boxes = []
    for thing in words:
        left = thing.x - {"start": 0.0, "middle": thing.width / 2, "end": thing.width}[thing.anchor]
        boxes.append((left, thing.y - 30, left + thing.width, thing.y + 2))
        assert left >= 0
        assert left + thing.width <= WIDTH
        assert thing.size >= 32
    for place, one in enumerate(boxes):
        for other in boxes[place + 1 :]:
            assert not (one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3])
    for outline in (thing for thing in scene.things if isinstance(thing, Outline)):
        assert all(-1 <= x <= WIDTH + 1 and -1 <= y <= HEIGHT + 1 for x, y in outline.points)


def test_the_live_map_has_every_rising_and_says_which_have_no_place(sozak: Deck) -> None:
    live = shown(sozak, "map").picture.live
    assert live is not None and live.view == "map"
    risings = live.options["risings"]
    drawn = {node.id for node in live.nodes if node.kind == "Uprising"}
    assert drawn == {one["id"] for one in risings}
    placed = [one for one in risings if one["main"]]
    assert f"место известно у {len(placed)} восстаний из {len(risings)}" in shown(sozak, "map").caption
    assert all(one["main"] in live.options["spots"] for one in placed)
