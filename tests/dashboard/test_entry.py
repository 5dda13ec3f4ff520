"""Entry by hand on the page: filled, saved, kept for the next, corrected and withdrawn, in every language."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit import config
from streamlit.testing.v1 import AppTest

from dashboard.entering.form import cells_of
from dashboard.serve import APP
from dashboard.words import Words
from kb.base import batches, undo
from kb.i18n import LANGS, Lang
from kb.model import SCHEMA
from kb.settings import Settings, settings
from kb.store import connect
from loaders.hand import sheets
from loaders.hand.saving import entry, listed
from tests.dashboard.conftest import html_of

pytestmark = pytest.mark.local

SOZAK = "uprisings_372:u003"


@pytest.fixture
def mine(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[Settings]:
    """The research set, served to its own computer alone; what a test entered is taken back at its end."""
    home: Path = request.getfixturevalue("research_home")
    monkeypatch.setenv("KB_HOME", str(home))
    monkeypatch.setenv("KB_AUTHOR", "Айгерим")
    monkeypatch.delenv("KB_URI", raising=False)
    config.set_option("server.address", "127.0.0.1")
    yield settings()
    config.set_option("server.address", None)
    with connect(settings()) as store:
        for batch in reversed(batches(store)):
            if batch.dataset.startswith("hand/"):
                undo(store, settings(), batch.id)


def opened(lang: Lang, **params: str) -> AppTest:
    app = AppTest.from_file(str(APP), default_timeout=120)
    for name, value in {"lang": lang, **params}.items():
        app.query_params[name] = value
    app.switch_page("app_pages/entry.py")
    return ran(app)


def ran(app: AppTest) -> AppTest:
    app.run()
    assert not app.exception, app.exception
    return app


def field(app: AppTest, end: str) -> object:
    """The field whose key ends so."""
    boxes = [*app.text_input, *app.selectbox, *app.text_area]
    (found,) = [box for box in boxes if box.key and str(box.key).endswith(f":{end}")]
    return found


def fill(app: AppTest, **cells: str) -> None:
    """Fill fields named ``block__place__field``."""
    for name, text in cells.items():
        field(app, name.replace("__", ":")).set_value(text)  # type: ignore[attr-defined]
    ran(app)


def source(app: AppTest, title: str, leaf: str = "л. 3") -> None:
    for name, text in ((":0:title", title), (":0:reference", "ЦГА РК, ф. 5, оп. 1, д. 7"), (":0:locator", leaf)):
        field(app, name).set_value(text)  # type: ignore[attr-defined]


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("sheet", list(sheets()))
def test_every_sheet_opens_in_every_language(sheet: str, lang: Lang, mine: Settings) -> None:
    app = opened(lang, sheet=sheet)
    said = {each.value for each in app.subheader}
    assert {block.label[lang] for block in sheets()[sheet].blocks.values()} <= said
    levels = [box.value for box in app.selectbox if str(box.key).endswith(":level")]
    assert levels == ["team"]


@pytest.mark.parametrize("lang", LANGS)
def test_a_questionnaire_is_read_saved_corrected_and_withdrawn(lang: Lang, mine: Settings) -> None:
    say = Words(lang)
    app = opened(lang, sheet="questionnaire")
    source(app, "Анкета (выдумано)")
    fill(app, person__0__name="Выдуманов Абай", person__0__birth="ок. 1893", family__0__term="жена",
         family__0__name="Выдуманова Айша", person__0__social_position="середняк")  # fmt: skip
    shown = html_of(app)
    assert {"ru": "около 1893", "kk": "шамамен 1893", "en": "about 1893"}[lang] in shown
    assert SCHEMA.vocabularies["kin_term"]["wife_of"].label[lang] in shown
    app.button(key="hand_save").click()
    shown = html_of(ran(app))
    assert say("entering.saved") in shown
    kept = [box.value for box in app.text_input if str(box.key).endswith((":0:title", ":0:locator"))]
    assert kept == ["Анкета (выдумано)", "л. 3"]
    names = [box.value for box in app.text_input if str(box.key).endswith("person:0:name")]
    assert names == [""]
    with connect(mine) as store:
        (one,) = listed(store, mine)
        assert entry(store, mine, one.id).filled.one("person")["social_position"] == "середняк"

    app = opened(lang, sheet="questionnaire", entry=one.id)
    fill(app, person__0__birth="1883")
    app.button(key="hand_save").click()
    ran(app)
    with connect(mine) as store:
        assert len(listed(store, mine)[0].batches) == 1  # no reason, no correction
    field(app, ":0:why").set_value("прочитано заново")  # type: ignore[attr-defined]
    app.button(key="hand_save").click()
    ran(app)
    with connect(mine) as store:
        assert entry(store, mine, one.id).filled.one("person")["birth"] == "1883"

    app = opened(lang, sheet="questionnaire", entry=one.id)
    field(app, ":0:why").set_value("не тот человек")  # type: ignore[attr-defined]
    app.button(key="hand_withdraw").click()
    ran(app)
    with connect(mine) as store:
        assert [claim.kind for claim in entry(store, mine, one.id).claims] == ["source"]


def test_a_pasted_table_fills_the_rows_and_makes_room(mine: Settings) -> None:
    app = opened("ru", sheet="indictment")
    source(app, "Обвинительное заключение (выдумано)")
    people = [f"Выдуманов{number}\t19{number:02}\tаул\tбай\tсарбаз\t58-2\tучаствовал" for number in range(12)]
    (area,) = app.text_area
    area.set_value("\n".join(people))
    ran(app)
    names = [box.value for box in app.text_input if ":accused:" in str(box.key) and str(box.key).endswith(":name")]
    assert names == [*(f"Выдуманов{number}" for number in range(12)), "", ""]
    app.button(key="hand_save").click()
    ran(app)
    with connect(mine) as store:
        (one,) = listed(store, mine)
        assert len(entry(store, mine, one.id).filled.rows["accused"]) == 12


def test_a_person_picked_is_judged_the_same_and_nobody_is_picked_unasked(mine: Settings) -> None:
    app = opened("ru", sheet="troika")
    source(app, "Выписка (выдумано)")
    fill(app, people__0__name="Шолаков Султанбек")
    who = field(app, "people:0:who_")
    assert who.value == ""  # type: ignore[attr-defined]
    options = [option for option in who.options if "uprisings_372:p008" in option]  # type: ignore[attr-defined]
    assert options
    who.set_value("uprisings_372:p008")  # type: ignore[attr-defined]
    ran(app)
    app.button(key="hand_save").click()
    ran(app)
    with connect(mine) as store:
        said = store.read("MATCH (j:Judgement) WHERE j.verdict = 'same' RETURN j.a AS a, j.b AS b, j.by AS by").rows
    assert any("uprisings_372:p008" in row and row[2] == "Айгерим" for row in said)


def test_one_claim_shows_what_others_say(mine: Settings) -> None:
    app = opened("ru", sheet="statement")
    source(app, "Сводка (выдумано)", "")
    fill(app, statement__0__asked=SOZAK)
    property_ = field(app, "statement:0:property_Uprising")
    property_.set_value("participants")  # type: ignore[attr-defined]
    fill(app, statement__0__value="до 4000")
    shown = html_of(app)
    assert "это сведение" in shown
    assert "up to 400, foot and horse" in shown
    assert Words("ru")("entering.no_reference") not in shown


def test_an_empty_sheet_says_what_is_missing(mine: Settings) -> None:
    app = opened("en", sheet="review")
    app.button(key="hand_save").click()
    assert "Name the document" in html_of(ran(app))
    source(app, "Conclusion (made up)")
    ran(app)
    app.button(key="hand_save").click()
    assert "Nothing is filled in" in html_of(ran(app))


def test_a_table_is_taken_as_it_was_copied() -> None:
    assert cells_of("a\tb\n\nc\t d ") == [["a", "b"], ["c", "d"]]
    assert cells_of("a; b\nc") == [["a", "b"], ["c"]]
