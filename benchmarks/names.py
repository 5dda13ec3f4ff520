"""Names: finding a person among 11,788 others, judging pairs, speed; beside `rapidfuzz.WRatio` on `anyascii`.

``python -m benchmarks.names`` needs ``../shared``; nomenklatura's matcher is measured too, where it is installed.
Rules and thresholds were made on half 0 of the groups of ``variants.csv`` (by a hash of the group); pairs are judged on
half 1.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import random
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from rapidfuzz import fuzz, process

from benchmarks.figures import Figure
from kb.names import SAME, Matcher, prepare, read_name, similarity
from tests.names.held_out import different, same_person

SHARED = Path(__file__).resolve().parents[2] / "shared"
SEED = 1
UNTOUCHED = 1  # the half of the groups that no rule and no threshold was made on
# Groups of variants.csv that are places, events, organisations and terms, not names of persons.
NOT_PERSONS = {f"v{number:02d}" for number in (*range(23, 53), 54, 55)}
# Spellings that share no word with the others of their group: by-names that no likeness of letters leads to.
OTHER_NAMES = {"Sholakula", "Мұқыш", "Qujaq (nickname)", "Shaya Iskovich", "Ж.Бәйімбетов"}
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


def nomenklatura() -> Scorer | None:
    """The best public matcher, where it is installed."""
    if find_spec("nomenklatura") is None:
        return None
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
    alike = [each for each in placed if each[0].text not in OTHER_NAMES]
    note = f"{len(alike)} questions; with {len(placed) - len(alike)} by-names"
    for within, what, most in ((1, "first place", 3), (10, "the first ten", 0.5)):
        said = f"{note} {100 - share(placed, within):.1f} %"
        yield Figure(section, f"not in {what}", label, 100 - share(alike, within), "%", most if asked else None, said)
    for script in ("Cyrillic", "Latin", "Arabic"):
        part = [each for each in alike if each[0].script == script]
        what = f"not in the first ten, {script} questions"
        yield Figure(section, what, label, 100 - share(part, 10), "%", None, f"{len(part)} questions")
    initials = list(ranks(by_initials(found), names, score))
    what = "surname with initials not in the first ten"
    yield Figure(section, what, label, 100 - share(initials, 10), "%", 15 if asked else None)


def judging(label: str, score: Scorer, asked: bool) -> Iterator[Figure]:
    """How well same and different are told apart, on the half of the groups that no rule was made on."""
    section = "Names: judging pairs"
    made = pairs(spellings(UNTOUCHED), others())
    alike = [pair for pair in made if not (pair[2] and OTHER_NAMES.intersection(pair[:2]))]
    result, whole = judged(_scored(alike, score)), judged(_scored(made, score))
    by_names = f"with {len(made) - len(alike)} of by-names {100 * (1 - whole.f1):.1f} %"
    note = f"{len(alike)} pairs, at {result.at:.2f}; {by_names}"
    yield Figure(section, "100 − F1", label, 100 * (1 - result.f1), "%", 4 if asked else None, note)
    what = "100 − recall at 99 % precision"
    said = f"with by-names {100 * (1 - whole.recall):.1f} %"
    yield Figure(section, what, label, 100 * (1 - result.recall), "%", 28 if asked else None, said)
    public = judged(_scored(name_pairs(), score))
    said = f"at the threshold of kb compare {100 * (1 - public.f1_at_same):.1f} %" if asked else ""
    what = "100 − F1 on the pairs of nomenklatura"
    yield Figure(section, what, label, 100 * (1 - public.f1), "%", 25.3 if asked else None, said)
    kept = [(one, other, True) for one, other in same_person()] + [(one, other, False) for one, other in different()]
    own = judged(_scored(kept, score))
    what = "100 − F1 on made-up Kazakh names"
    yield Figure(section, what, label, 100 * (1 - own.f1), "%", 4 if asked else None, f"{len(kept)} pairs")


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


def figures(half: int | None = None) -> Iterator[Figure]:
    """Every figure of names, ours first, then the peers'."""
    if not SHARED.is_dir():
        return
    peer = nomenklatura()
    scorers: dict[str, Scorer] = {"kb.names": ours, "WRatio of anyascii": wratio}
    for label, score in (scorers if peer is None else {**scorers, "nomenklatura": peer}).items():
        if score is not peer:  # it would take hours over 12,000 names
            yield from finding(label, score, half, score is ours)
        yield from judging(label, score, score is ours)
    yield from speed()


def main() -> int:
    """Measure; status 1 when a figure is not kept."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--half", type=int, choices=(0, 1))
    found: list[Figure] = []
    for figure in figures(asked.parse_args().half):
        print(figure.line, flush=True)
        found.append(figure)
    return 0 if all(figure.kept for figure in found) else 1


if __name__ == "__main__":
    raise SystemExit(main())
