"""What the two ends of the connection page have in common beside paths: shared ground, and kinship of two people."""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.data import base
from dashboard.entities import Mentions, Witnesses, dated
from dashboard.views.evidence import popups, source_name
from dashboard.views.marks import missing
from dashboard.views.markup import Child, Markup, el, join
from dashboard.views.parts import entity, more, section, table
from dashboard.words import Words
from kb.connections import EntityRef, ends, open_snapshot
from kb.connections.common import MOST_PEOPLE, Common, CommonGround, Link, Share, common_ground
from kb.i18n import texts_of
from kb.kinship import Kin, kin
from kb.settings import Settings
from kb.store import Store
from queries.words import tie_words

ROWS_AT_ONCE = 8
PEOPLE_AT_ONCE = 4


@dataclass(frozen=True, slots=True)
class Grounds:
    """Common ground of the people at both ends, and how they are kin where there are two of them."""

    common: CommonGround
    kin: Kin | None


def grounds(store: Store, settings: Settings, one: str, other: str) -> Grounds | None:
    """What the ends ``one`` and ``other`` have in common; None where they are not people, or too few or many."""
    snapshot = open_snapshot(store, settings)
    places = dict.fromkeys((*ends(store, snapshot, one), *ends(store, snapshot, other)))
    people = [place for place in places if snapshot.entity(place).kind == "Person"]
    if len(people) != len(places) or not 2 <= len(people) <= MOST_PEOPLE:
        return None
    related = kin(store, snapshot, *people) if len(people) == 2 else None
    return Grounds(common_ground(store, snapshot, people), related)


def grounds_of(one: str, other: str, chosen: Settings) -> Grounds | None:
    """The same on the base of this server."""
    return base().ask(lambda store: grounds(store, chosen, one, other))


def common_part(found: CommonGround, say: Words) -> Markup:
    """Ties between them, what they share, and sources that name several."""
    known, mentions = Witnesses(say), Mentions(say.lang)
    links = [each.link for each in found.direct]
    links += [link for each in found.shared for share in each.shares for link in share.links]
    known.read(claim for link in links for claim in link.claims)
    mentions.read(ref.document() for each in (*found.shared, *found.sources) for ref in (each.at, *_vias(each)))
    mentions.read(ref.document() for ref in found.people)
    title = section(say("grounds.title"), say("grounds.note", n=len(found.people)))
    rows = [_direct_row(each.one.document(), each.other.document(), each.link, known, mentions, say)
            for each in found.direct]  # fmt: skip
    rows += [_shared_row(each, len(found.people), known, mentions, say) for each in found.shared]
    if not rows:
        nothing = say("grounds.only_sources" if found.sources else "grounds.nothing")
        return join(title, el("p", missing(nothing), cls="small"), _sources(found, known, say))
    columns = [say("grounds.what"), say("grounds.how"), say("ties.source")]
    rest = rows[ROWS_AT_ONCE:]
    opened = more(say("ties.more", n=len(rest)), table(columns, rest)) if rest else None
    return join(title, table(columns, rows[:ROWS_AT_ONCE]), opened, _sources(found, known, say))


def _vias(each: Common) -> list[EntityRef]:
    return [link.via for share in each.shares for link in share.links if link.via is not None]


def _direct_row(one: dict[str, str], other: dict[str, str], link: Link, known: Witnesses, mentions: Mentions,
                say: Words) -> list[Child]:  # fmt: skip
    words = tie_words(link.tie, dict(link.properties), say.lang)
    how = join(entity(mentions.of(one)), f" – {words} – ", entity(mentions.of(other)))
    return [el("b", say("grounds.direct")), how, popups(known.of(link.claims), say)]


def _shared_row(each: Common, people: int, known: Witnesses, mentions: Mentions, say: Words) -> list[Child]:
    rule = texts_of("kb").say(f"connections.rules.{each.rule}", say.lang)
    notes = [rule]
    if each.day is not None:
        day = str(each.day)
        notes.append(dated(f"{day[:4]}-{day[4:6]}-{day[6:]}", say.lang))
    if each.overlap is not None:
        notes.append(say(f"grounds.overlap_{each.overlap}"))
    if not each.connects:
        notes.append(say("grounds.not_connecting"))
    if people > 2:
        notes.append(say("grounds.of", n=len(each.shares), of=people))
    what = join(entity(mentions.of(each.at.document())), el("div", " · ".join(notes), cls="small soft"))
    how = [_share(share, mentions, say) for share in each.shares]
    rest = (
        more(say("ties.more", n=len(how) - PEOPLE_AT_ONCE), how[PEOPLE_AT_ONCE:]) if len(how) > PEOPLE_AT_ONCE else None
    )
    claims = dict.fromkeys(claim for share in each.shares for link in share.links for claim in link.claims)
    return [what, join(how[:PEOPLE_AT_ONCE], rest), popups(known.of(claims), say)]


def _share(share: Share, mentions: Mentions, say: Words) -> Markup:
    said = [_link(link, mentions, say) for link in share.links]
    return el("div", entity(mentions.of(share.person.document())), ": ", [join(one, " ") for one in said])


def _link(link: Link, mentions: Mentions, say: Words) -> Markup:
    words = tie_words(link.tie, dict(link.properties), say.lang)
    if link.via is None:
        return join(words)
    return join(words, " (", entity(mentions.of(link.via.document())), ")")


def _sources(found: CommonGround, known: Witnesses, say: Words) -> Markup | None:
    if not found.sources:
        return None
    rows = [_source(each, len(found.people), known, say) for each in found.sources]
    rest = rows[ROWS_AT_ONCE:]
    opened = more(say("ties.more", n=len(rest)), rest) if rest else None
    return join(section(say("grounds.sources"), say.number(len(rows)), level=3), rows[:ROWS_AT_ONCE], opened)


def _source(each: Common, people: int, known: Witnesses, say: Words) -> Markup:
    of = f" · {say('grounds.of', n=len(each.shares), of=people)}" if people > 2 else ""
    return el("div", source_name(known.source(each.at.id)), el("span", of, cls="soft"), cls="row")
