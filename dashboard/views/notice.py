"""A message with the next step: nothing found, nothing loaded, something wrong."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.views.markup import Child, Markup, el
from dashboard.views.parts import dotted


def notice(title: str, lines: Sequence[Child], steps: Sequence[Child] = ()) -> Markup:
    """A frame that says what is so, and what one can do next."""
    next_steps = el("p", dotted(steps)) if steps else None
    return el("div", el("h3", title), [el("p", line) for line in lines], next_steps, cls="frame", role="status")
