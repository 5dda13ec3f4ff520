"""Files of what is seen, and pictures in a page of their own: real letters, the same counts, nothing from outside."""

from __future__ import annotations

import csv
import io
import re
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from xml.etree import ElementTree

import networkx
import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from dashboard.atlas.drawn import map_of
from dashboard.atlas.reading import Atlas, Happening, Rising
from dashboard.atlas.spans import Span, of_moment
from dashboard.atlas.spots import Spot
from dashboard.drawing.data import Drawing, Node, Said, Tie
from dashboard.views.models import EntityRef
from dashboard.words import Words
from tests.browser.alone import ABOUT, crowd, network, page_of
from tests.browser.conftest import Visit
from tests.browser.test_network import count, drawn

pytestmark = [pytest.mark.browser, pytest.mark.local]

SVG = "{http://www.w3.org/2000/svg}"
NASTY = "</script><img src=x onerror=window.broken=1>"
DAY = of_moment(19300207, 19300207)
Open = Callable[..., Page]


@pytest.fixture
def alone(browser: Browser, tmp_path: Path) -> Iterator[Open]:
    """Open a picture from disk, with the network off; the test fails where the page breaks or asks for something."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, offline=True)
    wrong: list[str] = []

    def run(drawing: Drawing, script: str = "") -> Page:
        page = context.new_page()
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("console", lambda said: wrong.append(said.text) if said.type == "error" else None)
        page.on(
            "request", lambda one: None if one.url.startswith(("file:", "blob:", "data:")) else wrong.append(one.url)
        )
        if script:
            page.add_init_script(script)
        page.goto(page_of(drawing, tmp_path))
        page.locator(".kb-drawing .field").wait_for()
        return page

    yield run
    context.close()
    assert wrong == []


def file_of(page: Page, picture: Locator, name: str) -> Path:
    """The file that an entry of the list of exports makes."""
    picture.locator('[data-tool="export"]').click()
    with page.expect_download(timeout=60_000) as waiting:
        picture.locator(f'[data-export="{name}"]').click()
    return Path(waiting.value.path())


def test_the_svg_holds_every_label_title_legend_and_source_as_text(visit: Visit) -> None:
    page = visit("network?start=uprisings_372:u006&lang=kk")
    picture = drawn(page)
    text = file_of(page, picture, "svg").read_text("utf-8")
    root = ElementTree.fromstring(text)
    said = [element.text or "" for element in root.iter(f"{SVG}text")]
    whole = " ".join(said)
    for label in picture.evaluate("box => box.drawing.view.seen().nodes.map(node => node.label)"):
        words = label.split()
        assert words[0].rstrip("…") in whole, label
    assert any("Қарақұм көтерілісі" in one for one in said)
    assert any(one.startswith("Деректер: ") for one in said)
    assert "Көрсетілген" in said
    assert "@font-face" in text
    assert "base64," in text
    assert len(text) < 600_000


def test_the_png_is_as_large_as_asked(visit: Visit) -> None:
    page = visit("network?start=uprisings_372:u006&lang=ru")
    picture = drawn(page)
    sizes = []
    for name in ("png1", "png2", "png4"):
        data = file_of(page, picture, name).read_bytes()
        assert data.startswith(b"\x89PNG")
        sizes.append((int.from_bytes(data[16:20]), int.from_bytes(data[20:24])))
    assert sizes[1] == (2 * sizes[0][0], 2 * sizes[0][1])
    assert sizes[2] == (4 * sizes[0][0], 4 * sizes[0][1])


def test_graph_files_open_in_networkx_with_the_same_counts_and_places(visit: Visit) -> None:
    page = visit("network?lang=ru")
    picture = drawn(page)
    seen = picture.evaluate("box => { const s = box.drawing.view.seen(); return [s.nodes.length, s.ties.length] }")
    graph = networkx.read_graphml(file_of(page, picture, "graphml"), force_multigraph=True)
    assert [graph.number_of_nodes(), graph.number_of_edges()] == seen
    node = graph.nodes["uprisings_372:u006"]
    assert node["label"].startswith("Каракумское")
    assert {"x", "y", "kind"} <= node.keys()
    other = networkx.read_gexf(file_of(page, picture, "gexf"))
    assert [other.number_of_nodes(), other.number_of_edges()] == seen
    assert "position" in other.nodes["uprisings_372:u006"]["viz"]


def test_the_table_has_a_line_for_each_tie_and_says_whose_data_it_is(visit: Visit) -> None:
    page = visit("network?start=uprisings_372:u006&lang=ru")
    picture = drawn(page)
    ties = picture.evaluate("box => box.drawing.view.seen().ties.length")
    rows = list(csv.reader(io.StringIO(file_of(page, picture, "csv").read_text("utf-8-sig"))))
    assert len([row for row in rows[1:] if len(row) > 4 and row[3]]) == ties
    assert rows[-1][0].startswith("# Данные: ")


def test_the_page_works_from_disk_without_a_network(visit: Visit, browser: Browser, tmp_path: Path) -> None:
    page = visit("network?start=uprisings_372:p012&lang=ru")
    file = tmp_path / "page.html"
    file.write_bytes(file_of(page, drawn(page), "html").read_bytes())
    assert len(file.read_bytes()) < 2_000_000
    context = browser.new_context(offline=True)
    asked: list[str] = []
    wrong: list[str] = []
    alone = context.new_page()
    alone.on("request", lambda one: asked.append(one.url))
    alone.on("console", lambda said: wrong.append(said.text) if said.type == "error" else None)
    alone.on("pageerror", lambda error: wrong.append(str(error)))
    alone.goto(file.as_uri())
    picture = drawn(alone)
    assert "default-src 'none'" in alone.content()
    at = picture.evaluate("box => box.drawing.where('uprisings_372:p012')")
    alone.mouse.click(at["x"], at["y"])
    expect(picture.locator(".card")).to_contain_text("Жұмағазы Бәйімбетов")
    picture.locator(".card button.soft").first.click()
    expect(picture.locator(".card li").first).to_contain_text("Википедия")
    assert [url for url in asked if not url.startswith(("file:", "blob:", "data:"))] == []
    assert wrong == []
    context.close()


def test_nothing_and_one_are_said_and_drawn(alone: Open) -> None:
    page = alone(network([]))
    expect(page.locator(".twin summary")).to_contain_text("0")
    page = alone(network([Node("d:1", "Person", "Один", "insurgent")]))
    assert count(drawn(page)) == 1


def test_markup_length_and_direction_of_names_do_no_harm(alone: Open) -> None:
    nodes = [
        Node("d:1", "Person", NASTY, "accused", sub=NASTY, evidence=(Said(NASTY, NASTY, NASTY, NASTY),)),
        Node("d:2", "Person", "اقباسوۋ ٴ\u202eбадыр", "insurgent"),
        Node("d:3", "Uprising", "Ә" * 200),
        Node('d:4"><b>', "Case", "Дело\x00\x07"),
    ]
    ties = [Tie("t1", "d:1", "d:3", "TOOK_PART_IN", NASTY, "doubtful", 1, NASTY, evidence=(Said(NASTY),))]
    ties += [Tie("t2", "d:2", "d:3", "TOOK_PART_IN", "участие"), Tie("t3", "d:2", 'd:4"><b>', "INVOLVED_IN", "дело")]
    page = alone(network(nodes, ties))
    picture = drawn(page)
    picture.evaluate("box => box.drawing.chooseOne({what: 'node', id: 'd:1'})")
    expect(picture.locator(".card h3")).to_have_text(NASTY)
    picture.locator("details.twin summary").click()
    assert page.locator("img").count() == 0
    assert page.evaluate("window.broken") is None
    root = ElementTree.fromstring(file_of(page, picture, "svg").read_text("utf-8"))
    assert any(NASTY in (element.text or "") for element in root.iter(f"{SVG}title"))
    assert networkx.read_graphml(file_of(page, picture, "graphml"), force_multigraph=True).number_of_edges() == 3
    assert networkx.read_gexf(file_of(page, picture, "gexf")).number_of_nodes() == 4


def test_without_a_canvas_the_same_picture_is_svg(alone: Open) -> None:
    nodes = [Node("d:1", "Person", "Айжарқын", "insurgent"), Node("d:2", "Uprising", "Иргиз")]
    drawing = network(nodes, [Tie("t", "d:1", "d:2", "TOOK_PART_IN", "участие")])
    page = alone(drawing, "HTMLCanvasElement.prototype.getContext = () => null")
    shown = page.locator(".kb-drawing .svg svg")
    expect(shown.locator("text", has_text="Айжарқын")).to_be_visible()
    at = page.locator(".kb-drawing").evaluate("box => box.drawing.where('d:1')")
    page.mouse.click(at["x"], at["y"])
    expect(page.locator(".card h3")).to_contain_text("Айжарқын")


@pytest.mark.parametrize(("people", "ties", "seconds"), [(500, 2000, 2), (5000, 20_000, 5)])
def test_large_networks_open_in_seconds(people: int, ties: int, seconds: float, alone: Open) -> None:
    drawing = crowd(people, ties)
    started = time.monotonic()
    page = alone(drawing)
    page.locator("[data-painted]").wait_for(timeout=60_000)
    took = page.evaluate("performance.getEntriesByType('mark').find(one => one.name === 'kb-painted').startTime") / 1000
    assert took <= seconds, f"{took:.1f} s of {time.monotonic() - started:.1f}"


def test_one_of_4500_ties_is_drawn_and_can_be_folded(alone: Open) -> None:
    people = [Node(f"p{n}", "Person", f"Лицо {n}", "insurgent") for n in range(4500)]
    ties = [Tie(f"t{n}", f"p{n}", "u", "TOOK_PART_IN", "участие") for n in range(4500)]
    page = alone(network([Node("u", "Uprising", "Каракумское"), *people], ties))
    picture = drawn(page)
    assert count(picture) == 4501
    picture.locator('[data-tool="fold"]').click()
    assert picture.evaluate("box => box.drawing.view.seen().nodes.map(node => [node.id, node.members])") == [
        ["u", 4500]
    ]
    picture.locator('[data-tool="undo"]').click()
    assert count(picture) == 4501


def test_a_map_in_a_page_of_its_own_keeps_its_time_and_harms_nothing(alone: Open) -> None:
    nasty = Rising(EntityRef("u", "Uprising", NASTY, ""), 400, 2000, 2, DAY, "1930", False, "s", ("s",), ())
    lost = Rising(EntityRef("v", "Uprising", "تەمىر", ""), None, None, 0, Span(), "", False, None, (), ("там",))
    old = Happening("people", "p", "BORN_IN", "s", Span(16500101, 16501231))
    spots = {"s": Spot("s", NASTY, 68.6, 44.2, 25, "source")}
    found = Atlas(spots, (nasty, lost), (old,), {"p": EntityRef("p", "Person", "А.", "")})
    page = alone(map_of(found, ABOUT, Words("ru"), linked=True))
    notes = page.locator(".kb-drawing .notes")
    expect(notes).to_contain_text("без даты 1 из 2")
    expect(notes).to_contain_text("без координат 1 из 2")
    page.locator("[data-end=from]").focus()
    page.keyboard.press("PageUp")
    expect(page.locator(".kb-drawing .when")).to_have_text("январь 1929 – декабрь 1932")
    page.locator(".kb-drawing button.row").first.click()
    expect(page.locator(".kb-drawing .card h3")).to_have_text(NASTY)
    page.locator("[data-tool=layer]").select_option("people")
    page.locator("[data-tool=all-time]").click()
    expect(page.locator(".kb-drawing .when")).to_have_text("1650–1932")
    assert page.evaluate("window.broken") is None


def test_a_map_of_nothing_says_so(alone: Open) -> None:
    page = alone(map_of(Atlas({}, (), (), {}), ABOUT, Words("en")))
    expect(page.locator(".kb-drawing .when")).to_have_text("1928–1932")
    page.locator("[data-tool=play]").click()
    expect(page.locator(".kb-drawing .when")).to_have_text(re.compile(r"^\S+ 19\d\d$"))
