"""The loading page from a file to a load that is taken back, in every language."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit import config
from streamlit.testing.v1 import AppTest

from dashboard.entering.incoming import keep, mappings
from dashboard.entering.permission import listens_here
from dashboard.serve import APP
from dashboard.words import Words
from kb.base import batches
from kb.i18n import LANGS, Lang
from kb.settings import Settings, settings
from kb.store import connect
from tests.dashboard.conftest import html_of

pytestmark = pytest.mark.local

HEAD = "№ п/п;Фамилия;Имя;Отчество;Год рожд.;Роль;Инв.№"
ROWS = ["1;Абаев;Абай;Абаевич;1893;сарбаз;7/1", "2;Досов;Дос;;18??й;;7/2", "3;;;;;;7/3", "4;Есов;Ес;;1880;;7/4"]
SECONDS = 60


@pytest.fixture
def empty(empty_home: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Settings]:
    """A base with nothing in it, served to its own computer alone."""
    monkeypatch.setenv("KB_HOME", str(empty_home))
    monkeypatch.delenv("KB_URI", raising=False)
    config.set_option("server.address", "127.0.0.1")
    yield settings()
    config.set_option("server.address", None)


@pytest.fixture
def listed(tmp_path: Path) -> Path:
    """A list in the encoding and with the separator of an old spreadsheet."""
    file = tmp_path / "список.csv"
    file.write_bytes("\n".join([HEAD, *ROWS]).encode("cp1251"))
    return file


def opened(lang: Lang, **params: str) -> AppTest:
    app = AppTest.from_file(str(APP), default_timeout=120)
    for name, value in {"lang": lang, **params}.items():
        app.query_params[name] = value
    app.switch_page("app_pages/loading.py")
    return ran(app)


def ran(app: AppTest) -> AppTest:
    """Run until no job is at work."""
    until = time.monotonic() + SECONDS
    app.run()
    while any(button.key == "kb_stop" for button in app.button) and time.monotonic() < until:
        time.sleep(0.2)
        app.run()
    assert not app.exception, app.exception
    return app


@pytest.mark.parametrize("lang", LANGS)
def test_a_list_is_looked_at_rehearsed_loaded_and_taken_back(lang: Lang, empty: Settings, listed: Path) -> None:
    say = Words(lang)
    app = opened(lang)
    app.text_input(key="path").set_value(str(listed))
    shown = html_of(ran(app))
    assert [box.value for box in app.selectbox if box.label == say("loading.encoding")] == ["cp1251"]
    assert say("loading.examples") in shown
    assert app.button(key="load").disabled

    app.button(key="rehearse").click()
    shown = html_of(ran(app))
    with connect(empty) as store:
        assert batches(store) == []
    assert f"{listed.name}:4" in shown
    assert say("loading.doubtful") in shown
    assert say("loading.likely_none") in shown

    app.button(key="load").click()
    shown = html_of(ran(app))
    assert say("loading.done") in shown
    with connect(empty) as store:
        (batch,) = batches(store)
    assert (batch.rows, batch.dataset) == (4, "spisok")
    assert [path.name for path in mappings(empty)] == ["spisok.yml"]
    app.button(key="go_on").click()
    ran(app)

    app = opened(lang, part="loads")
    app.button(key=f"undo:{batch.id}").click()
    assert say("loading.undone") in html_of(ran(app))
    with connect(empty) as store:
        assert batches(store) == []
    app.button(key="go_on").click()
    ran(app)


def test_what_is_picked_for_a_column_changes_the_examples(empty: Settings, listed: Path) -> None:
    app = opened("ru")
    app.text_input(key="path").set_value(str(listed))
    assert "77" not in html_of(ran(app))
    (column,) = [box for box in app.selectbox if box.label == "Инв.№"]
    column.set_value("note")
    shown = html_of(ran(app))
    assert "Примечание составителя: " in shown
    assert '<span class="said">7/1</span>' in shown


def test_a_text_that_is_no_mapping_says_what_is_wrong_and_the_page_goes_on(empty: Settings, listed: Path) -> None:
    app = opened("ru")
    app.text_input(key="path").set_value(str(listed))
    ran(app)
    app.checkbox[0].check()
    ran(app)
    app.text_area[0].set_value("records: {}\nclaims: [")
    assert "mapping.yml" in html_of(ran(app))


def test_a_missing_file_is_told(empty: Settings) -> None:
    app = opened("ru")
    app.text_input(key="path").set_value("нет-такого.csv")
    assert "нет-такого.csv" in html_of(ran(app))


@pytest.mark.parametrize("address", ["127.0.0.1", "localhost", "::1"])
def test_only_an_address_of_this_computer_may_write(address: str) -> None:
    assert listens_here(address)
    assert not listens_here("0.0.0.0")
    assert not listens_here("192.168.1.5")
    assert not listens_here(None)


@pytest.mark.parametrize("lang", LANGS)
def test_a_server_open_to_others_only_reads(lang: Lang, empty: Settings) -> None:
    config.set_option("server.address", "0.0.0.0")
    app = opened(lang)
    assert Words(lang)("loading.closed") in html_of(app)
    assert not app.button
    assert not app.text_input


def test_an_upload_is_kept_under_its_own_name_and_never_outside_the_folder(tmp_path: Path) -> None:
    chosen = settings({"KB_HOME": str(tmp_path)})
    path = keep(chosen, "../../список.csv", b"a;b")
    assert path.read_bytes() == b"a;b"
    assert path.name == "список.csv"
    assert tmp_path in path.parents
    assert keep(chosen, "список.csv", b"a;b") == path
