"""What a rehearsal says and a load did: figures, rows kept out, doubtful readings, likely the same, what vanishes."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st

from dashboard.entities import label_of
from dashboard.links import entity as entity_address
from dashboard.views.markup import Child, Markup, el, join
from dashboard.views.models import Figure
from dashboard.views.parts import figures, link, more, section, table
from dashboard.words import Words
from kb.model import SCHEMA
from loaders.likely import Likely
from loaders.loading import Outcome
from loaders.problems import Problem
from loaders.refused import table_of

AT_ONCE = 12


@dataclass(frozen=True, slots=True)
class Rehearsed:
    """What a rehearsal found; ``likely`` of the first ``looked_at`` of ``people`` persons."""

    outcome: Outcome
    likely: Sequence[Likely]
    looked_at: int
    people: int


def rehearsed(found: Rehearsed, say: Words) -> Markup:
    """All that a rehearsal says, what needs a decision first."""
    done = found.outcome
    return join(
        section(say("loading.rehearsed"), say("loading.rehearsed_note")),
        _figures(done, say),
        _problems(say("loading.rejected"), done.read.rejected, say("loading.rejected_note"), say),
        _vanishing(done, say),
        _likely(found, say),
        _problems(say("loading.doubtful"), done.read.warnings, say("loading.doubtful_note"), say),
    )


def loaded(done: Outcome, say: Words) -> Markup:
    """What a load did."""
    kinds = ", ".join(f"{SCHEMA.kinds[kind].plural[say.lang]} {say.number(n)}" for kind, n in done.entities.items())
    line = say("loading.done_line", batch=done.batch or "", seconds=say.number(done.seconds, 1))
    return join(
        section(say("loading.done")),
        el("p", line),
        _figures(done, say),
        el("p", say("loading.entities", kinds=kinds)) if kinds else None,
        _problems(say("loading.rejected"), done.read.rejected, say("loading.rejected_note"), say),
        _problems(say("loading.doubtful"), done.read.warnings, say("loading.doubtful_note"), say),
    )


def downloads(done: Outcome, name: str, say: Words) -> None:
    """The report in words and as JSON; the rows that were kept out, to be corrected and loaded again."""
    report, document, rows = st.columns(3)
    report.download_button(say("loading.report"), report_of(done, say), f"{name}.txt", "text/plain", width="stretch")
    said = json.dumps(done.as_json(say.lang), ensure_ascii=False, indent=2)
    document.download_button(say("loading.report_json"), said, f"{name}.json", "application/json", width="stretch")
    if done.read.refused:
        kept_out = table_of(done.read.refused).encode("utf-8-sig")
        label = say("loading.refused_file", n=len(done.read.refused))
        rows.download_button(label, kept_out, f"{name}-rejected.csv", "text/csv", width="stretch")


def report_of(done: Outcome, say: Words) -> str:
    """The report as lines of text."""
    lines = [
        f"{done.read.release.file} → {done.read.release.dataset}",
        say("loading.done_line", batch=done.batch, seconds=say.number(done.seconds, 1)) if done.batch else "",
        *(f"{figure.label}: {figure.value}" for figure in _counts(done, say)),
    ]
    for title, problems in (("rejected", done.read.rejected), ("doubtful", done.read.warnings)):
        lines += ["", f"{say(f'loading.{title}')} ({len(problems)})"]
        lines += [f"{one.row}  {one.column}: «{one.value}»  {one.say(say.lang)}" for one in problems]
    return "\n".join(lines) + "\n"


def _counts(done: Outcome, say: Words) -> list[Figure]:
    counted = {
        "rows": done.read.release.rows,
        "new": done.new,
        "same": done.same,
        "changed": done.changed,
        "kept_out": len(done.read.rejected),
    }
    return [Figure(say.number(n), "", say(f"loading.count_{name}")) for name, n in counted.items()]


def _figures(done: Outcome, say: Words) -> Markup:
    return figures(_counts(done, say))


def _problems(title: str, problems: Sequence[Problem], note: str, say: Words) -> Markup | None:
    if not problems:
        return None
    heads = [say(f"loading.{name}") for name in ("row", "column", "written", "why")]
    lines: list[list[Child]] = [
        [one.row, one.column, el("span", one.value, cls="said"), one.say(say.lang)] for one in problems
    ]
    rest = more(say("ties.more", n=len(lines) - AT_ONCE), table(heads, lines[AT_ONCE:])) if lines[AT_ONCE:] else None
    counted = section(title, say.number(len(problems)))
    return join(counted, el("p", note, cls="small soft"), table(heads, lines[:AT_ONCE]), rest)


def _vanishing(done: Outcome, say: Words) -> Markup | None:
    if not done.vanishing:
        return None
    rows = [[record, other or "–"] for record, other in done.vanishing]
    return join(
        section(say("loading.vanishing")),
        el("p", say("loading.vanishing_note"), cls="small soft"),
        table([say("loading.record"), say("loading.looks_like")], rows),
    )


def _likely(found: Rehearsed, say: Words) -> Markup:
    note = say("loading.likely_of", n=found.looked_at, people=found.people)
    title = section(say("loading.likely"), note)
    if not found.likely:
        return join(title, el("p", say("loading.likely_none"), cls="soft"))
    heads = [say(f"loading.{name}") for name in ("in_file", "in_base", "alike", "why")]
    lines = [_pair(one, say) for one in found.likely]
    rest = more(say("ties.more", n=len(lines) - AT_ONCE), table(heads, lines[AT_ONCE:])) if lines[AT_ONCE:] else None
    return join(title, el("p", say("loading.likely_note"), cls="small soft"), table(heads, lines[:AT_ONCE]), rest)


def _pair(one: Likely, say: Words) -> list[Child]:
    found = one.hit.properties
    label = link(label_of(found, say.lang), entity_address("Person", one.hit.id, say.lang))
    return [
        join(el("span", one.someone.name, cls="said"), _born(one.someone.birth)),
        join(label, _born(str(found.get("birth_text") or ""))),
        say.number(one.hit.score, 2),
        one.why(say.lang),
    ]


def _born(text: str) -> Markup | None:
    return el("span", f" · {text}", cls="soft") if text else None
