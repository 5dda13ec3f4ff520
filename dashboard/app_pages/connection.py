"""The page «connection»."""

from dashboard.drawing.component import show
from dashboard.state import words
from dashboard.views.parts import head

say = words()
show(head(say("pages.connection")), "k", say.lang)
