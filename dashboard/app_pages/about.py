"""The page «about»."""

from dashboard.drawing.component import show
from dashboard.state import words
from dashboard.views.parts import head

say = words()
show(head(say("pages.about")), "k", say.lang)
