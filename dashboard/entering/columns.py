"""A mapping made by pick lists: what each column holds, and what the first rows become."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from pathlib import Path

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from dashboard.drawing.component import show
from dashboard.entering.readings import said, short
from dashboard.entities import term
from dashboard.forms import pick
from dashboard.views.marks import missing
from dashboard.views.markup import Child, Markup, el, join
from dashboard.views.parts import section, table
from dashboard.words import Words
from kb.i18n import texts_of
from kb.model import SCHEMA
from loaders.mapping import FileMapping
from loaders.mapping.draft import Choices, draft, slug
from loaders.mapping.examples import Example, examples
from loaders.mapping.suggest import Guess, Proposal, chosen, look_at, sheets_of, words
from loaders.readers import Wanted
from loaders.readers.delimited import SEPARATORS
from loaders.readers.encoding import CANDIDATES

SHOWN = 5
_OWN = ("name", "surname", "given", "patronymic", "number", "key", "entry", "locator", "role")
_UNICODE = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be")
_RISINGS = "MATCH (u:Uprising) RETURN u.id AS id, u.label AS label ORDER BY label"


@dataclass(frozen=True, slots=True)
class Asked:
    """The text of the mapping that was chosen, and the name of its data set."""

    text: str
    dataset: str


@lru_cache(maxsize=8)
def _looked(path: str, changed: int, encoding: str, separator: str, sheet: str) -> tuple[Proposal, tuple[str, ...]]:
    wanted = Wanted(encoding=encoding, separator=separator, sheet=sheet)
    return look_at(Path(path), wanted), sheets_of(Path(path))


def looked(path: Path, say: Words) -> Proposal:
    """How the file was read, with a list beside each thing that was detected; what is chosen there is read anew."""
    changed = path.stat().st_mtime_ns
    key = f"{path}:{changed}"
    given = [str(st.session_state.get(f"{name}:{key}", "")) for name in ("encoding", "separator", "sheet")]
    found, sheets = _looked(str(path), changed, *given)
    lists = {
        "encoding": (*_UNICODE, *CANDIDATES) if "encoding" in found.detected else (),
        "separator": SEPARATORS if "separator" in found.detected else (),
        "sheet": sheets if len(sheets) > 1 else (),
    }
    shown = {name: options for name, options in lists.items() if options}
    show(section(say("loading.detected"), found.file), "kb_detected", say.lang)
    for name, place in zip(shown, st.columns(3), strict=False):
        with place:
            _detected(name, shown[name], found.detected[name], f"{name}:{key}", say)
    show(preview(found), "kb_preview", say.lang)
    return found


def _detected(name: str, options: Iterable[str], found: str, key: str, say: Words) -> None:
    listed = list(dict.fromkeys((found, *options)))
    names = {"\t": "Tab", ",": ",", ";": ";", "|": "|"}
    st.selectbox(
        say(f"loading.{name}"), listed, listed.index(found), key=key, format_func=lambda one: names.get(one, one)
    )


def preview(found: Proposal) -> Markup:
    """The first rows as they were read."""
    rows = [[short(cell) for cell in row.cells.values()] for row in found.rows[:SHOWN]]
    return el("div", table([guess.column for guess in found.guesses], rows), cls="wide small", tabindex=0)


def mapping_form(found: Proposal, path: Path, say: Words) -> Asked:
    """The pick lists; the text of the mapping that they make."""
    key = f"{path.name}:{found.file}"
    show(section(say("loading.mapping"), say("loading.mapping_note")), "kb_mapping", say.lang)
    name, title, level, voice = st.columns([2, 4, 2, 2])
    dataset = name.text_input(say("loading.dataset"), slug(path.stem), key=f"dataset:{key}").strip()
    cited = title.text_input(say("loading.title"), found.file, key=f"title:{key}").strip()
    with level:
        seen_by = _term("level", key, say)
    with voice:
        speaks = _term("voice", key, say, "")
    holds = _columns([guess for guess in found.guesses if guess.column], key, say)
    corrected = chosen(found, holds)
    keyed, rising = st.columns(2)
    columns = keyed.multiselect(say("loading.key"), list(holds), key=f"key:{key}", placeholder=say("loading.key_auto"))
    risings = {"": say("loading.no_rising"), **(pick(_RISINGS) or {})}
    uprising = rising.selectbox(say("loading.rising"), list(risings), format_func=risings.__getitem__, key=f"u:{key}")
    choices = Choices(cited, str(seen_by), str(speaks), tuple(map(str, columns)), str(uprising))
    return Asked(draft(corrected, dataset or slug(path.stem), say.lang, choices), dataset)


def _term(vocabulary: str, key: str, say: Words, *before: str) -> str:
    return str(
        st.selectbox(
            say(f"loading.{vocabulary}"),
            [*before, *SCHEMA.vocabularies[vocabulary]],
            key=f"{vocabulary}:{key}",
            format_func=lambda code: term(vocabulary, code, say.lang) or say("loading.not_said"),
        )
    )


def _columns(guesses: Sequence[Guess], key: str, say: Words) -> dict[str, str]:
    """What each column holds: two beside each other, in the order of the file from left to right."""
    found: dict[str, str] = {}
    for pair in (guesses[place : place + 2] for place in range(0, len(guesses), 2)):
        places = st.columns([1.3, 1, 1.3, 1], gap="medium", vertical_alignment="center")
        for guess, words_, list_ in zip(pair, places[::2], places[1::2], strict=False):
            found[guess.column] = _column(guess, key, words_, list_, say)
    return found


def _column(guess: Guess, key: str, words_: DeltaGenerator, list_: DeltaGenerator, say: Words) -> str:
    with words_:
        show(_guessed(guess, say), f"kb_guess:{key}:{guess.column}", say.lang)
    options = ["", *words()]
    return str(
        list_.selectbox(
            guess.column,
            options,
            options.index(guess.holds),
            key=f"holds:{key}:{guess.column}",
            format_func=lambda word: holds_word(word, say),
            label_visibility="collapsed",
        )
    )


def _guessed(guess: Guess, say: Words) -> Markup:
    why = "; ".join(
        texts_of("loaders").say(f"mapping.reasons.{reason.key}", say.lang, **reason.data) for reason in guess.reasons
    )
    example = el("span", short(guess.example), cls="said") if guess.example else missing(say("loading.no_cell"))
    return el("div", el("b", guess.column), " ", example, el("div", why, cls="small soft"))


def holds_word(holds: str, say: Words) -> str:
    """What a column may hold, in words."""
    if not holds:
        return say("loading.not_needed")
    event, _, name = holds.rpartition(".")
    if event == "rehabilitation":
        return f"{SCHEMA.kinds['Review'].label[say.lang]}: {SCHEMA.kinds['Review'].properties[name].label[say.lang]}"
    if event:
        return f"{term('measure_kind', event, say.lang)}: {SCHEMA.kinds['Measure'].properties[name].label[say.lang]}"
    return say(f"loading.holds_{holds}") if holds in _OWN else SCHEMA.kinds["Person"].properties[holds].label[say.lang]


def shown_examples(mapping: FileMapping, found: Proposal, say: Words) -> None:
    """What the first rows become, as the mapping now stands."""
    made = list(examples(mapping, islice(found.rows, SHOWN)))
    rows = [[one.row.number, _became(one, say)] for one in made]
    title = section(say("loading.examples"), say("loading.examples_note"))
    show(join(title, table([say("loading.row"), say("loading.becomes")], rows)), "kb_examples", say.lang)


def _became(one: Example, say: Words) -> Child:
    if one.problem is not None:
        return join(el("b", say("loading.kept_out")), ": ", one.problem.say(say.lang))
    lines = [el("div", line) for line in (said(claim, say) for claim in one.claims) if line]
    return join(*lines) if lines else missing(say("loading.says_nothing"))
