"""Connection: what connects two people in the sources, every step with its claims."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from dashboard.connection_form import form, options
from dashboard.connections import ends_of, hop_tie, hop_words, path_view
from dashboard.data import base
from dashboard.dossiers import dossier_buttons
from dashboard.drawing.component import show
from dashboard.drawn import about
from dashboard.entities import Mentions, Witnesses
from dashboard.grounds import common_part, grounds_of
from dashboard.kinship import kin_part
from dashboard.links import address
from dashboard.pictures import network
from dashboard.state import param, params, words
from dashboard.views.evidence import popups
from dashboard.views.marks import sure
from dashboard.views.markup import Markup, el, join
from dashboard.views.models import PathView
from dashboard.views.notice import notice
from dashboard.views.parts import head, link, more, panel, section, split
from dashboard.views.path import sentence, steps
from dashboard.words import Words
from kb.connections import EntityRef as KbRef
from kb.connections import Loss
from kb.i18n import texts_of
from kb.model import SCHEMA
from kb.settings import settings
from queries.paths import Path, PathOptions, Paths, paths


def searched(found: Paths, asked: PathOptions, say: Words) -> Markup:
    """How far was looked, what was not, and why it ended."""
    said = found.searched
    stopped = say(f"connection.stopped_{said.stopped}")
    lines = [say("connection.searched", hops=said.hops, entities=said.entities, stopped=stopped)]
    if said.not_passed:
        lines.append(say("connection.not_passed", what=_listed(say(f"connection.{one}") for one in said.not_passed)))
    for key, ties in (("without_ties", asked.without), ("only_ties", asked.only)):
        if ties:
            listed = _listed(SCHEMA.ties[tie].label[say.lang] for tie in sorted(ties))
            lines.append(say(f"connection.{key}", what=listed))
    if asked.closed:
        rules = (texts_of("kb").say(f"connections.rules.{rule}", say.lang) for rule in sorted(asked.closed))
        lines.append(say("connection.closed_rules", what=_listed(rules)))
    if asked.avoid:
        lines.append(say("connection.avoided", what=_listed(sorted(asked.avoid))))
    return el("p", " ".join(lines), cls="small soft")


def nearest(found: Paths, say: Words) -> list[str]:
    """What would connect the two, a sentence each."""
    sentences = []
    for miss in found.searched.misses:
        what = texts_of("kb").say(f"connections.misses.{miss.what}", say.lang)
        length = say("connection.length", n=miss.length)
        sentences.append(say("connection.miss", what=what, length=length))
    return sentences


def _listed(names: Iterable[str]) -> str:
    return ", ".join(names)


def conclusion(found: Paths, view: PathView, place: int, say: Words) -> Markup:
    """What the path rests on, and what remains without its weakest step."""
    path = found.paths[place]
    weak = path.hops[path.weakest]
    pair = {weak.start["id"], weak.end["id"]}
    left = [
        n for n, other in enumerate(found.paths) if not any({h.start["id"], h.end["id"]} == pair for h in other.hops)
    ]
    remains = say("connection.nothing_without")
    if left:
        length = say("connection.length", n=found.paths[left[0]].length)
        remains = say("connection.without_it", n=left[0] + 1, length=length)
    title = say("connection.rests", step=path.weakest + 1)
    why = _listed(texts_of("kb").say(f"connections.why.{reason}", say.lang) for reason in path.found.why)
    reasons = el("p", f"{why[0].upper()}{why[1:]}.") if why else None
    return panel(title, el("p", hop_words(view.hops[path.weakest])), reasons, el("p", remains))


def losses(path: Path, known: Witnesses, say: Words) -> Markup | None:
    """What the path loses with each claim that alone carries a tie of it."""
    if not path.found.losses:
        return None
    lines = [
        el("div", popups(known.of([loss.claim]), say), el("div", _loss(loss, say), cls="small soft"), cls="row")
        for loss in path.found.losses
    ]
    return more(say("connection.losses", n=len(lines)), lines)


def _loss(loss: Loss, say: Words) -> str:
    if loss.effect == "other_tie":
        return say("connection.loss_other_tie", step=loss.hop + 1)
    if loss.instead is None:
        return say("connection.loss_breaks", step=loss.hop + 1)
    return say("connection.loss_instead", step=loss.hop + 1, path=loss.instead + 1)


def other_paths(views: list[PathView], place: int, say: Words) -> Markup:
    """The other paths, each a link to itself."""
    title = section(say("connection.others"), level=3)
    if len(views) == 1:
        return join(title, el("p", say("connection.no_others"), cls="small soft"))
    several = len({(view.nodes[0].id, view.nodes[-1].id) for view in views}) > 1  # groups: the ends differ
    rows = [_other(n, view, several, say) for n, view in enumerate(views) if n != place]
    return join(title, rows)


def _other(number: int, view: PathView, with_ends: bool, say: Words) -> Markup:
    through = " – ".join(node.label for node in (view.nodes if with_ends else view.nodes[1:-1]))
    weakest = next((hop for hop in view.hops if hop.weakest), None)
    where = address("connection", say.lang, **{**params(), "path": str(number + 1)})
    length = say("connection.length", n=len(view.hops))
    line = sure(weakest.certainty, weakest.certainty_word) if weakest else None
    return el("div", f"{number + 1}. ", link(length, where), f": {through} " if through else " ", line, cls="row")


def chosen_path(views: list[PathView]) -> int:
    """The place of the path that the address asks for."""
    wanted = param("path", "1")
    return min(int(wanted), len(views)) - 1 if wanted.isdigit() and int(wanted) > 0 else 0


def together(found: Paths, known: Witnesses, mentions: Mentions, say: Words) -> None:
    """All paths as one picture."""
    show(section(say("connection.picture")), "kb_paths_title", say.lang)
    hops = {(hop.start["id"], hop.end["id"], hop.tie): hop for path in found.paths for hop in path.hops}
    links = [(hop.start, hop.end, hop_tie(hop, known, say)) for hop in hops.values()]
    way = found.paths[0].hops
    ends = f"{mentions.of(way[0].start).label} – {mentions.of(way[-1].end).label}"
    head = about(f"{say('connection.title')} {ends}", "connection", say)
    network(links, mentions, head, "kb_paths_network", say.lang, "generation", way[0].start["id"])


def _in_both(both: Sequence[KbRef], say: Words) -> Markup:
    """The same person at both ends; who is in both groups."""
    if param("a") == param("b"):
        return notice(say("connection.same"), [])
    return el("p", say("grounds.in_both", who=_listed(ref.label for ref in both)))


def beside(say: Words) -> None:
    """What the people at both ends have in common, and how two of them are kin."""
    found = grounds_of(param("a"), param("b"), settings())
    if found is None:
        return
    related = kin_part(found.kin, say) if found.kin else Markup("")
    show(split(common_part(found.common, say), related, 2.65), "kb_grounds", say.lang)


def answer(say: Words) -> None:
    """The paths between the two of the address."""
    asked = options()
    found = base().ask(lambda store: paths(store, settings(), param("a"), param("b"), asked, say.lang))
    if not found.paths:
        nothing = notice(say("connection.none"), [say("connection.none_lead"), *nearest(found, say)])
        show(join(nothing, searched(found, asked, say)), "kb_none", say.lang)
        dossier_buttons(say, param("a"), param("b"), asked)
        beside(say)
        return
    both = [path.found.start for path in found.paths if not path.hops]
    found = replace(found, paths=tuple(path for path in found.paths if path.hops))
    if both:
        show(_in_both(both, say), "kb_same", say.lang)
    if not found.paths:
        return
    known = Witnesses(say)
    known.read(one.claim for path in found.paths for hop in path.hops for one in hop.evidence)
    mentions = Mentions(say.lang)
    mentions.read(ends_of(found))
    views = [path_view(path, known, mentions, say) for path in found.paths]
    place = chosen_path(views)
    title = section(say("connection.steps"), say("connection.length", n=len(views[place].hops)))
    conclusions = conclusion(found, views[place], place, say)
    hanging = losses(found.paths[place], known, say)
    side = join(conclusions, hanging, other_paths(views, place, say), searched(found, asked, say))
    body = split(join(title, steps(views[place], say)), side, 2.65)
    show(join(sentence(views[place], say), body), "kb_paths", say.lang)
    dossier_buttons(say, param("a"), param("b"), asked)
    beside(say)
    if len(views) > 1:
        together(found, known, mentions, say)


say = words()
show(head(say("connection.title"), lead=say("connection.lead")), "kb_connection", say.lang)
form(say)
if param("a") and param("b"):
    answer(say)
else:
    show(el("p", say("connection.choose_two"), cls="soft"), "kb_choose", say.lang)
