"""Dossiers: what is known, by whose word, what was searched and not found; an accusation is never a deed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from io import BytesIO

import pytest
from docx import Document

from kb.connections import PathOptions
from kb.errors import ParameterError, QuestionError, UnknownId
from kb.i18n import LANGS, Lang
from kb.settings import Settings
from kb.store import Store, connect
from queries.dossier import Dossier, dossier_of, written
from queries.dossier.model import Paragraph, Table
from tests.queries.conftest import CaseFiles

DAY = date(2026, 1, 2)
SULTANBEK, KANAEV, ALNIYAZ = "uprisings_372:p008", "uprisings_372:p119", "uprisings_372:p022"


@pytest.fixture(params=[pytest.param("local", marks=pytest.mark.local), pytest.param("neo4j", marks=pytest.mark.neo4j)])
def dela(request: pytest.FixtureRequest, case_files: CaseFiles) -> Iterator[tuple[Store, Settings]]:
    chosen = case_files.on(request.param)
    with connect(chosen) as opened:
        yield opened, chosen


def section(found: Dossier, title: str) -> tuple[list[tuple[str, ...]], list[str]]:
    """The rows and the paragraphs of a section."""
    (one,) = [each for each in found.sections if each.title == title]
    rows = [row for block in one.blocks if isinstance(block, Table) for row in block.rows]
    return rows, [block.text for block in one.blocks if isinstance(block, Paragraph)]


def test_everything_said_stands_with_whose_word_it_is(dela: tuple[Store, Settings]) -> None:
    found = dossier_of(*dela, "dela:p4", made=DAY)
    rows, _ = section(found, "Что известно")
    by_text = {row[1]: row[2:] for row in rows}
    assert by_text["середняк"][0] == "сам обвиняемый"
    assert by_text["бай – по версии следствия"][0] == "по версии следствия"
    assert "бай" not in by_text
    risings, _ = section(found, "Участие в восстаниях")
    assert risings[0][2] == "сам обвиняемый, признаёт"
    assert "л. 12" in risings[0][3]


def test_what_was_searched_and_refused_is_there(dela: tuple[Store, Settings]) -> None:
    found = dossier_of(*dela, "dela:p4", made=DAY)
    assert section(found, "Что искали и не нашли")[0] == [("дело", "СГА", "–", "2024-05", "не найдено")]
    reviews, _ = section(found, "Пересмотр и реабилитация")
    assert {row[1] for row in reviews} >= {"отказано", "обвинён обоснованно", "прокуратура"}
    nothing = dossier_of(*dela, "dela:p1", made=DAY)
    assert "не искали" in section(nothing, "Что искали и не нашли")[1][0]
    assert "не значит" in section(nothing, "Пересмотр и реабилитация")[1][0]


def test_an_accusation_is_never_shown_as_a_deed(dela: tuple[Store, Settings], store: Store, base: Settings) -> None:
    for found in (dossier_of(*dela, "dela:p3", made=DAY), dossier_of(store, base, ALNIYAZ, made=DAY)):
        assert "Участие в восстаниях" not in [each.title for each in found.sections]
        rows, notes = section(found, "В чём обвиняли")
        assert "не установленные деяния" in notes[0]
        assert all("по версии следствия" in row[0] for row in rows)


def test_two_records_judged_unsure_are_said_to_be_open(dela: tuple[Store, Settings]) -> None:
    _, said = section(dossier_of(*dela, "dela:p11", made=DAY), "Одно ли это лицо")
    assert said[1] == "Не решено, одно ли лицо dela:p11 и dela:p12. Почему: то же отчество (tests, 2026-01-01)."


def test_kin_are_named_from_the_side_of_whom_the_dossier_is(store: Store, base: Settings) -> None:
    elder, younger = "uprisings_372:p013", "uprisings_372:p014"
    assert "младший брат" in section(dossier_of(store, base, elder, made=DAY), "Родные")[0][0][0].split("; ")
    assert "сам приходится: младший брат" in section(dossier_of(store, base, younger, made=DAY), "Родные")[0][0][0]


def test_numbers_of_sources_are_those_of_the_list(store: Store, base: Settings) -> None:
    found = dossier_of(store, base, SULTANBEK, made=DAY)
    listed = [row[0] for row in section(found, "Источники")[0]]
    assert listed == [str(number) for number in range(1, len(listed) + 1)]
    cited = {
        part.split(",")[0].strip("[] ")
        for each in found.sections
        for block in each.blocks
        if isinstance(block, Table)
        for row in block.rows
        if row[-1].startswith("[")
        for part in row[-1].split(";")
    }
    assert cited == set(listed)


@pytest.mark.parametrize("lang", LANGS)
def test_a_path_has_its_steps_rules_weakest_link_and_losses(lang: Lang, store: Store, base: Settings) -> None:
    found = dossier_of(store, base, SULTANBEK, KANAEV, lang, DAY)
    steps = [row for block in found.sections[0].blocks if isinstance(block, Table) for row in block.rows]
    assert len(steps) == 4
    assert all(row[-1].startswith("[") for row in steps)
    text = written(found, "txt").decode()
    said = {"ru": ("одно восстание", "Самое слабое звено – шаг 2", "не остаётся"),
            "kk": ("бір көтеріліс", "Ең әлсіз буын – 2-қадам", "қалмайды"),
            "en": ("the same rising", "The weakest link is step 2", "none of the paths")}  # fmt: skip
    assert all(piece in text for piece in said[lang])
    assert {"kk": "көтеріліс", "ru": "восстание", "en": "uprising"}[lang] in steps[0][1]


def test_no_connection_is_a_dossier_too(store: Store, base: Settings) -> None:
    found = dossier_of(store, base, SULTANBEK, KANAEV, made=DAY, options=PathOptions(max_hops=3))
    assert "не значит" in section(found, "Связь не найдена")[1][0]
    assert "связей 4" in section(found, "Связь не найдена")[1][1]


def test_the_files_hold_what_the_text_holds_and_are_made_the_same_again(dela: tuple[Store, Settings]) -> None:
    found = dossier_of(*dela, "dela:p4", made=DAY)
    page = written(found, "html").decode()
    assert "<script" not in page and "http" not in page.split("</style>")[0]
    document = Document(BytesIO(written(found, "docx")))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    assert [row for each in found.sections for block in each.blocks if isinstance(block, Table) for row in block.rows]
    for each in found.sections:
        assert each.title in page
        assert each.title in [paragraph.text for paragraph in document.paragraphs]
        for block in each.blocks:
            if isinstance(block, Table):
                assert all(cell in cells for row in block.rows for cell in row)
    assert found.citation in [paragraph.text for paragraph in document.paragraphs]
    assert written(dossier_of(*dela, "dela:p4", made=DAY), "html") == written(found, "html")


def test_names_of_a_source_cannot_break_the_page() -> None:
    evil = Dossier("<b>x</b>", "&", (), "<script>", "en")
    page = written(evil, "html").decode()
    assert "<b>" not in page and "<script>" not in page and "&lt;b&gt;x" in page


def test_who_is_nobody_or_no_person_is_refused(store: Store, base: Settings) -> None:
    with pytest.raises(UnknownId):
        dossier_of(store, base, "uprisings_372:p999")
    with pytest.raises(ParameterError):
        dossier_of(store, base, "uprisings_372:u003")
    with pytest.raises(QuestionError):
        written(Dossier("", "", (), "", "ru"), "pdf")
    same = dossier_of(store, base, SULTANBEK, SULTANBEK, made=DAY)
    assert "одно и то же лицо" in written(same, "txt").decode()
