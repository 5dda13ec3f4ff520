"""Made-up claims and judgements for property tests: few records, so that everything meets everything."""

from __future__ import annotations

from hypothesis import strategies as st

from kb.model import Claim, Judgement, make_claim, make_judgement

PEOPLE = [f"a:p{i}" for i in range(4)]
RISINGS = [f"a:u{i}" for i in range(3)]
SOURCES = [f"a:s{i}" for i in range(4)]
LEVELS = ["team", "seminar", "public"]
VOICES = [None, "investigator", "scholar", "accused"]
STANCES = ["asserts", "asserts", "denies", "reports"]

cites = st.lists(st.sampled_from(SOURCES), max_size=2)
common = st.fixed_dictionaries(
    {
        "cites": cites,
        "voice": st.sampled_from(VOICES),
        "stance": st.sampled_from(STANCES),
        "certainty": st.sampled_from(["not_rated", "certain", "doubtful"]),
        "level": st.sampled_from(LEVELS),
    }
)
dates = st.sampled_from(["1930", "1930-02", "1930-02-07", "около 1930 г.", "nobody can read this", "1931/1932"])
person = st.builds(
    lambda p, v, c: make_claim("person", (p, "Person"), v, **c),
    st.sampled_from(PEOPLE),
    st.fixed_dictionaries(
        {}, optional={"name_ru": st.sampled_from(["Али", "Вали"]), "birth": dates, "occupation": st.just("бай")}
    ),
    common,
)
uprising = st.builds(
    lambda u, v, c: make_claim("uprising", (u, "Uprising"), v, **c),
    st.sampled_from(RISINGS),
    st.fixed_dictionaries({}, optional={"participants": st.sampled_from(["400", "около 2000"]), "start": dates}),
    common,
)
participation = st.builds(
    lambda p, u, r, d, c: make_claim("participation", (p, "Person"), {"role": r, "date": d}, to=(u, "Uprising"), **c),
    st.sampled_from(PEOPLE),
    st.sampled_from(RISINGS),
    st.sampled_from(["leader", "accused", "opponent", "witness"]),
    dates,
    common,
)
kinship = st.builds(
    lambda a, b, t, c: make_claim("kinship", (a, "Person"), {"term": t}, to=(b, "Person"), **c),
    st.sampled_from(PEOPLE),
    st.sampled_from(PEOPLE),
    st.sampled_from(["father_of", "brother_of", "свояк"]),
    common,
)
source = st.builds(
    lambda s, v, c: make_claim("source", (s, "Source"), v, **{**c, "cites": ()}),
    st.sampled_from(SOURCES),
    st.fixed_dictionaries(
        {},
        optional={
            "source_kind": st.sampled_from(["monograph", "news", "document"]),
            "reference": st.sampled_from(["ЦГА РК, ф. 30, оп. 4, д. 49", "ЦГА РК, ф. 30, оп. 6", "АП РК, ф. 141"]),
        },
    ),
    common,
)
derivation = st.builds(
    lambda a, b, c: make_claim("derivation", (a, "Source"), to=(b, "Source"), **{**c, "cites": ()}),
    st.sampled_from(SOURCES),
    st.sampled_from(SOURCES),
    common,
)
LINES = [
    "Али (Вали), род. 1893. Арестован 10 марта 1930 г. Осужден 5 мая 1930 г. тройкой ОГПУ. Расстрелян 12.05.1930.",
    "Род. в 1895 г. Расстрелян 13 мая 1930 г. Место захоронения: Бутово. Реабилитирован 16 января 1989 г.",
    "Осужден 1 мая 1931 г. тройкой ОГПУ к 5 годам. Вторично арестован в 1937 г. Умер 3 мая 1938 г.",
    "qwerty",
]
entry = st.builds(
    lambda p, t, c: make_claim("entry", (p, "Person"), {"text": t}, **c),
    st.sampled_from(PEOPLE),
    st.sampled_from(LINES),
    common,
)
plain = st.one_of(person, uprising, participation, kinship, source, derivation, entry)


def withdrawal(of: Claim) -> Claim:
    return make_claim("withdrawal", (of.about, of.about_kind), {"withdraws": of.id}, why="a slip")


@st.composite
def claims(draw: st.DrawFn, most: int = 14) -> list[Claim]:
    """Claims, some of them withdrawn, and some withdrawals withdrawn."""
    found = draw(st.lists(plain, max_size=most, unique_by=lambda claim: claim.id))
    for _ in range(draw(st.integers(0, 2)) if found else 0):
        found.append(withdrawal(draw(st.sampled_from(found))))
    return list({claim.id: claim for claim in found}.values())


@st.composite
def judgements(draw: st.DrawFn, pool: list[Claim], most: int = 5) -> list[Judgement]:
    """Judgements on people, risings and sources, some of them taken back, some preferring a claim of ``pool``."""
    found: list[Judgement] = []
    for at in range(draw(st.integers(0, most))):
        records = draw(st.sampled_from([PEOPLE, RISINGS, SOURCES]))
        kind = draw(st.sampled_from(["same", "same", "different", "unsure", "withdrawn", "preferred"]))
        note = {"why": "seen", "by": "somebody", "at": f"2020-01-{at + 1:02}", "level": draw(st.sampled_from(LEVELS))}
        if kind == "withdrawn":
            if found:
                found.append(make_judgement("withdrawn", replaces=draw(st.sampled_from(found)).id, **note))
        elif kind == "preferred":
            about = [claim for claim in pool if claim.kind == "person"]
            if about:
                claim = draw(st.sampled_from(about))
                found.append(make_judgement("preferred", claim.about, property="birth", claim=claim.id, **note))
        else:
            a, b = draw(st.lists(st.sampled_from(records), min_size=2, max_size=2, unique=True))
            found.append(make_judgement(kind, a, b, score=draw(st.sampled_from([None, 0.5, 0.9])), **note))
    return found
