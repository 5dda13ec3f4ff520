"""Person: what each source says, chronology, ties with their evidence, how to cite."""

from __future__ import annotations

from dashboard.card_parts import cite, connect, evidence_of, further, given, head_of, identity, silences
from dashboard.cards import card_of, matrix_of, tie_groups, ties_of
from dashboard.dossiers import dossier_buttons
from dashboard.drawing.component import show
from dashboard.network.corner import around
from dashboard.state import param, words
from dashboard.timelines import events, timeline
from dashboard.views.matrix import matrix
from dashboard.views.notice import notice
from dashboard.views.parts import split
from dashboard.views.ties import side_list
from dashboard.words import Words


def person(ident: str, say: Words) -> None:
    """The card of a person."""
    found = card_of(ident)
    known = evidence_of(found, say)
    said = matrix_of(found, known, say)
    chronicle = events("person_chronology", {"person": found.key.id}, known, say) if found.key.kind == "Person" else []
    ties = side_list(tie_groups(ties_of(found.key.kind, found.key.id, say), known, say), say)
    main = [head_of(found, say), matrix(said, say), further(found, known, say), timeline(chronicle, say)]
    side = [identity(found, say), ties, connect(found, say), silences(said, say), cite(found, said, say)]
    show(split(given(main), given(side), 2.7), "kb_person", say.lang)
    if found.key.kind == "Person":
        dossier_buttons(say, found.key.id)
    around(found.key.id, "kb_person_network")


say = words()
if wanted := param("id"):
    person(wanted, say)
else:
    show(notice(say("problem.unknown_title"), [say("problem.no_id")]), "kb_no_id", say.lang)
