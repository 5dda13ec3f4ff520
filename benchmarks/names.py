"""Names: finding a person among 11,788 others, judging pairs, speed; beside `rapidfuzz.WRatio` on `anyascii`.

``python -m benchmarks.names`` needs ``../shared``; with ``--peer`` also nomenklatura's matcher, where it is installed.
Rules and thresholds were made on half 0 of the groups of ``variants.csv`` (by a hash of the group); ``--half 1`` is
the other.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import random
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from rapidfuzz import fuzz, process

from benchmarks.figures import Figure
from kb.names import SAME, Matcher, prepare, read_name, similarity

SHARED = Path(__file__).resolve().parents[2] / "shared"
SEED = 1
# Groups of variants.csv that are places, events, organisations and terms, not names of persons.
NOT_PERSONS = {f"v{number:02d}" for number in (*range(23, 53), 54, 55)}
Scorer = Callable[[str, str], float]


@dataclass(frozen=True, slots=True)
class Spelling:
    """One spelling of a person: the group, the text, its script."""

    group: str
    text: str
    script: str


def _table(path: str) -> Iterator[Mapping[str, str]]:
    with (SHARED / path).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def half_of(group: str) -> int:
    """0: for making rules; 1: untouched."""
    return int(hashlib.sha256(group.encode()).hexdigest(), 16) % 2


def spellings(half: int | None = None) -> list[Spelling]:
    """The spellings of persons, of one half of the groups or of both."""
    return [
        Spelling(row["group_id"], row["variant"], row["script"])
        for row in _table("facts/variants.csv")
        if row["group_id"] not in NOT_PERSONS and half in (None, half_of(row["group_id"]))
    ]


def others() -> list[str]:
    """The names of the Moscow lists."""
    return [row["name"] for row in _table("data/moscow/mos_persons.csv")]


def wratio(one: str, other: str) -> float:
    """The simple peer: WRatio of what anyascii makes of two names."""
    from anyascii import anyascii

    return fuzz.WRatio(anyascii(one).lower(), anyascii(other).lower()) / 100


def nomenklatura() -> Scorer:
    """The best public matcher, where it is installed."""
    from followthemoney import ValueEntity, model
    from nomenklatura.matching.logic_v2.model import LogicV2

    config, schema = LogicV2.default_config(), model.get("Person")

    def entity(name: str) -> ValueEntity:
        made = ValueEntity(schema, {"id": name})
        made.add("name", name)
        return made

    return lambda one, other: float(LogicV2.compare(entity(one), entity(other), config).score)


def ours(one: str, other: str) -> float:
    """The score of kb.names."""
    return similarity(prepare(one), prepare(other))


def ranks(found: Sequence[Spelling], names: Sequence[str], score: Scorer) -> Iterator[tuple[Spelling, int]]:
    """Each question and the place (from 1) of the one spelling of its group that is in the base; 0: not found."""
    base = {each.group: each.text for each in reversed(found)}
    texts = [*base.values(), *names]
    for asked in found:
        if asked.text == base[asked.group]:
            continue
        scores = [score(asked.text, text) for text in texts]
        mine = scores[list(base).index(asked.group)]
        better = sum(other > mine for other in scores)
        ties = sum(other == mine for other in scores) - 1
        yield asked, 1 + better + ties // 2 if mine else 0


def by_initials(found: Sequence[Spelling]) -> list[Spelling]:
    """Each group's first spelling, and as question its surname with initials."""
    made: list[Spelling] = []
    for group in dict.fromkeys(each.group for each in found):
        for each in (each for each in found if each.group == group):
            read = read_name(each.text)
            if read.surname and read.given and not read.initials:
                initials = "".join(f"{name[0]}." for name in (read.given, read.patronymic) if name)
                made += [each, Spelling(group, f"{read.surname} {initials}", each.script)]
                break
    return made


def share(found: Sequence[tuple[Spelling, int]], within: int) -> float:
    """The share of questions answered within the first places, %."""
    return 100 * sum(0 < rank <= within for _, rank in found) / len(found) if found else 100.0


def pairs(found: Sequence[Spelling], names: Sequence[str]) -> list[tuple[str, str, bool]]:
    """All pairs of one group; against each spelling its three nearest different names by WRatio and three at random."""
    from anyascii import anyascii

    dice = random.Random(SEED)
    pool = [(each.group, each.text) for each in found] + [("", name) for name in names]
    ascii_pool = [anyascii(text).lower() for _, text in pool]
    made = [(a.text, b.text, True) for i, a in enumerate(found) for b in found[i + 1 :] if a.group == b.group]
    for each in found:
        near = process.extract(anyascii(each.text).lower(), ascii_pool, scorer=fuzz.WRatio, limit=40)
        different = [pool[at][1] for _, _, at in near if pool[at][0] != each.group][:3]
        different += [text for group, text in dice.sample(pool, 3) if group != each.group]
        made += [(each.text, text, False) for text in different]
    return list(dict.fromkeys(made))


@dataclass(frozen=True, slots=True)
class Judged:
    """How well scores tell same from different: the best F1 and its threshold, recall at 99 % precision, F1 at ours."""

    f1: float
    at: float
    recall: float
    f1_at_same: float


def judged(scored: Sequence[tuple[float, bool]]) -> Judged:
    """Measure a list of (score, whether the same)."""
    positive = sum(same for _, same in scored)
    best = at = recall = 0.0
    true = 0
    at_same = 0.0
    for all_, (score, same) in enumerate(sorted(scored, key=lambda pair: (-pair[0], pair[1])), 1):
        true += same
        f1 = 2 * true / (all_ + positive)
        if f1 > best:
            best, at = f1, score
        if true / all_ >= 0.99:
            recall = true / positive
        if score >= SAME:
            at_same = f1
    return Judged(best, at, recall, at_same)


def name_pairs() -> list[tuple[str, str, bool]]:
    """The labelled pairs of persons of nomenklatura."""
    rows = _table("data/name-pairs/contrib/name_bench/cases.csv")
    return [(row["name1"], row["name2"], row["is_match"] == "true") for row in rows if row["schema"] == "Person"]


def _scored(made: Sequence[tuple[str, str, bool]], score: Scorer) -> list[tuple[float, bool]]:
    return [(score(one, other), same) for one, other, same in made]


def finding(label: str, score: Scorer, half: int | None, asked: bool) -> Iterator[Figure]:
    """How often the right person comes first, and in ten."""
    found, names = spellings(half), others()
    placed = list(ranks(found, names, score))
    section = "Names: finding"
    yield Figure(section, "not in first place", label, 100 - share(placed, 1), "%", 3 if asked else None)
    yield Figure(section, "not in the first ten", label, 100 - share(placed, 10), "%", 0.5 if asked else None)
    for script in ("Cyrillic", "Latin", "Arabic"):
        part = [each for each in placed if each[0].script == script]
        note = f"{len(part)} questions"
        yield Figure(
            section, f"not in the first ten, {script} questions", label, 100 - share(part, 10), "%", None, note
        )
    initials = list(ranks(by_initials(found), names, score))
    what = "surname with initials not in the first ten"
    yield Figure(section, what, label, 100 - share(initials, 10), "%", 15 if asked else None)
    for each, rank in placed:
        if asked and not 0 < rank <= 10:
            print(f"  not in ten: {each.group} {each.text} ({rank or 'nothing alike'})")


def judging(label: str, score: Scorer, half: int | None, asked: bool) -> Iterator[Figure]:
    """How well same and different are told apart."""
    section = "Names: judging pairs"
    result = judged(_scored(pairs(spellings(half), others()), score))
    note = f"at {result.at:.2f}; at the threshold of kb compare {100 * result.f1_at_same:.1f} %" if asked else ""
    yield Figure(section, "100 − F1", label, 100 * (1 - result.f1), "%", 4 if asked else None, note)
    what = "100 − recall at 99 % precision"
    yield Figure(section, what, label, 100 * (1 - result.recall), "%", 28 if asked else None)
    public = judged(_scored(name_pairs(), score))
    said = f"at the threshold of kb compare {100 * public.f1_at_same:.1f} %" if asked else ""
    what = "100 − F1 on the pairs of nomenklatura"
    yield Figure(section, what, label, 100 * (1 - public.f1), "%", 25.3 if asked else None, said)


def speed(persons: int = 100_000) -> Iterator[Figure]:
    """Microseconds a pair in bulk; milliseconds from a text to ten ranked and explained names of 100,000."""
    names = [prepare(name) for name in others()]
    questions = [prepare(each.text) for each in spellings()]
    began = time.process_time()
    for question in questions:
        for name in names:
            similarity(question, name)
    spent = time.process_time() - began
    section = "Names: speed"
    yield Figure(section, "one pair in bulk", "one core", 1e6 * spent / (len(names) * len(questions)), "µs", 12)
    dice = random.Random(SEED)
    words = [name.text.split() for name in names]
    matcher = Matcher([" ".join([dice.choice(words)[0], *dice.choice(words)[1:]]) for _ in range(persons)])
    took = []
    for question in questions:
        began = time.process_time()
        for candidate in matcher.find(question.text):
            matcher.explain(question.text, candidate)
        took.append(1000 * (time.process_time() - began))
    p95 = sorted(took)[int(0.95 * len(took))]
    yield Figure(section, f"ten explained names of {persons:,}, p95", "one core", p95, "ms", 100)


def main() -> int:
    """Measure; status 1 when a figure is not kept."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--half", type=int, choices=(0, 1))
    asked.add_argument("--peer", action="store_true", help="measure nomenklatura too (slow)")
    args = asked.parse_args()
    figures: list[Figure] = []
    scorers: dict[str, Scorer] = {"kb.names": ours, "WRatio of anyascii": wratio}
    if args.peer:
        scorers["nomenklatura"] = nomenklatura()
    for label, score in scorers.items():
        ask = score is ours
        for figure in (*finding(label, score, args.half, ask), *judging(label, score, args.half, ask)):
            print(figure.line, flush=True)
            figures.append(figure)
    for figure in speed():
        print(figure.line, flush=True)
        figures.append(figure)
    return 0 if all(figure.kept for figure in figures) else 1


if __name__ == "__main__":
    raise SystemExit(main())
