"""Network measures: who is central, who joins what is otherwise apart, which groups, and how sure that is."""

from __future__ import annotations

from dashboard.drawing.component import show
from dashboard.entities import Mentions, Witnesses
from dashboard.measuring import shown
from dashboard.measuring.form import defined, form, ordered_by
from dashboard.measuring.measured import measured
from dashboard.state import words
from dashboard.views.markup import join
from dashboard.views.parts import head, split

say = words()
definition = defined()
by = ordered_by()
show(head(say("measures.title"), lead=definition.help[say.lang]), "kb_measures", say.lang)
form(definition, say)
found = measured(definition, say)
mentions = Mentions(say.lang)
show(
    join([part for part in (shown.row_of_figures(found.measures, say), shown.notes(found.measures, say)) if part]),
    "kb_measures_figures",
    say.lang,
)
main = [
    shown.joins(found, mentions, Witnesses(say), say),
    shown.people(found.measures, by, mentions, say),
    shown.without(found.measures, say),
    shown.distribution(found.measures, say),
]
side = [
    shown.conclusion(found.measures, by, say),
    shown.joining(found, mentions, say),
    shown.groups(found.measures, mentions, say),
]
body = split(join([part for part in main if part]), join([part for part in side if part]), 2.4)
show(body, "kb_measures_body", say.lang)
