"""What stands in a sheet becomes claims, and the claims become the sheet again: for every sheet, whatever is typed."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kb.errors import DataError
from kb.model import SCHEMA
from loaders.hand import Block, Filled, Sheet, claims_of, filled_of, sheets
from loaders.hand.sheet import NEW, PICKED

DATASET = "hand/aigerim"
WORDS = (
    st.text("абвгдежәғқңөұүһіАБВ 0123456789№.?", min_size=1, max_size=20)
    .map(lambda text: " ".join(text.split()))
    .filter(bool)
)


def cell(block: Block, name: str) -> st.SearchStrategy[str]:
    if name == "stance":
        return st.sampled_from(sorted(set(SCHEMA.vocabularies["stance"]) - {"asserts"}))
    several = block.kind in SCHEMA.kinds and name in block.own and block.claim != "search"
    if several and SCHEMA.kinds[block.kind].properties[name].many:
        return st.lists(WORDS, min_size=1, max_size=3, unique=True).map("; ".join)
    return WORDS


@st.composite
def rows(draw: st.DrawFn, block: Block) -> tuple[dict[str, str], ...]:
    """Rows of a block; each row has the first of its own fields, so that it is there at all."""
    count = draw(st.integers(0, 3 if block.many else 1))
    made = []
    for _ in range(count):
        if block.claim == "any":
            made.append({"about": "u:1", "kind": "Uprising", "property": "participants", "value": draw(WORDS)})
            continue
        names = [block.own[0], *draw(st.lists(st.sampled_from(block.fields), unique=True))]
        made.append({name: draw(cell(block, name)) for name in block.fields if name in names})
    return tuple(made)


@st.composite
def filled(draw: st.DrawFn, sheet: Sheet) -> Filled:
    """A filled sheet with picks, own words and all that is said of the whole."""
    said = {name: draw(rows(block)) for name, block in sheet.blocks.items()}
    picks = {}
    voices = {}
    for name, block in sheet.blocks.items():
        for place, row in enumerate(said[name]):
            if not block.common and block.kind == "Person" and draw(st.booleans()):
                picks[name, place, ""] = f"uprisings_372:p{place:03}"
            for field in row:
                if (block.kind, field) in PICKED and field in block.own and draw(st.booleans()):
                    picks[name, place, field] = draw(st.sampled_from(["uprisings_372:x1", NEW]))
        voices |= {(name, field): "family" for field in sorted(block.own_words) if draw(st.booleans())}
    return Filled(
        sheet=sheet.name,
        source={"title": draw(WORDS), "date": draw(WORDS), "reference": draw(WORDS)},
        rows={name: each for name, each in said.items() if each},
        picks=picks,
        voices=voices,
        uprising=draw(st.sampled_from(["", "uprisings_372:u003"])) if sheet.asks_rising else "",
        locator=draw(st.sampled_from(["", "л. 12 об."])),
        quote=draw(st.sampled_from(["", "слова листа"])),
        voice=draw(st.sampled_from(["", "witness"])),
        certainty=draw(st.sampled_from(["not_rated", "probable"])),
        level=draw(st.sampled_from(["team", "seminar"])),
    )


@pytest.mark.parametrize("sheet", list(sheets().values()), ids=lambda sheet: sheet.name)
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_the_claims_of_a_sheet_make_the_sheet_that_makes_them_again(sheet: Sheet, data: st.DataObject) -> None:
    form = data.draw(filled(sheet))
    made = claims_of(form, DATASET)
    back = filled_of(made.claims, sheet.name, made.same)
    again = claims_of(back, DATASET)
    assert Counter(claim.id for claim in again.claims) == Counter(claim.id for claim in made.claims)
    assert again.same == made.same
    assert (back.source, back.level) == (form.source, form.level)
    for name, block in sheet.blocks.items():
        if not block.common and not block.said and block.claim != "search":
            assert back.rows.get(name, ()) == form.rows.get(name, ())


@pytest.mark.parametrize("sheet", list(sheets().values()), ids=lambda sheet: sheet.name)
@settings(max_examples=20, deadline=None)
@given(data=st.data())
def test_every_word_that_is_typed_stands_in_some_claim(sheet: Sheet, data: st.DataObject) -> None:
    form = data.draw(filled(sheet))
    claims = claims_of(form, DATASET).claims
    said = {text for claim in claims for text in (*claim.values.values(), claim.quote, claim.stance)}
    for name, block in sheet.blocks.items():
        for row in () if block.common else form.rows.get(name, ()):
            for text in () if block.claim == "any" else row.values():
                assert all(part.strip() in said or text in said for part in text.split(";"))


def test_a_correction_keeps_the_ids_that_the_entry_has() -> None:
    form = Filled("questionnaire", {"title": "Анкета"}, {"person": ({"name": "Абаев Абай", "birth": "1893"},)})
    before = claims_of(form, DATASET)
    back = filled_of(before.claims, "questionnaire")
    corrected = replace(back, rows={"person": ({"name": "Абаев Абдрахман", "birth": "1893"},)}, source={"title": "А"})
    after = claims_of(corrected, DATASET)
    assert {claim.about for claim in after.claims} == {claim.about for claim in before.claims}


def test_two_people_of_one_name_in_one_document_are_two_records() -> None:
    form = Filled("troika", {"title": "Выписка"}, {"people": ({"name": "Абаев"}, {"name": "Абаев"})})
    people = {claim.about for claim in claims_of(form, DATASET).claims if claim.about_kind == "Person"}
    assert len(people) == 2


def test_a_sheet_without_its_document_is_refused() -> None:
    with pytest.raises(DataError, match="document"):
        claims_of(Filled("troika", {"title": " "}), DATASET)


def test_a_role_is_never_participation_by_the_words_of_the_investigation_alone() -> None:
    rows = {"accused": ({"name": "Абаев", "role": "главарь"},)}
    form = Filled("indictment", {"title": "Заключение"}, rows, uprising="u:1")
    (said,) = [claim for claim in claims_of(form, DATASET).claims if claim.kind == "participation"]
    assert (said.voice, said.values) == ("investigator", {"role": "главарь"})
    own = replace(form, voices={("accused", "role"): "family"})
    (said,) = [claim for claim in claims_of(own, DATASET).claims if claim.kind == "participation"]
    assert said.voice == "family"
    nobody = replace(form, uprising="")
    (kept,) = [claim for claim in claims_of(nobody, DATASET).claims if claim.kind == "statement"]
    assert kept.values == {"property": "role", "value": "главарь"}


@pytest.mark.parametrize("lang", ["ru", "kk", "en"])
def test_every_sheet_and_block_is_named(lang: str) -> None:
    for sheet in sheets().values():
        assert sheet.label[lang]  # type: ignore[index]
        assert all(block.label[lang] for block in sheet.blocks.values())  # type: ignore[index]
