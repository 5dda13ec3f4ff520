"""The page «overview»."""

from dashboard.drawing.component import show
from dashboard.state import words
from dashboard.views.parts import head

say = words()
show(head(say("pages.overview")), "k", say.lang)
