"""Foreseen errors as messages on the page: what happened, what to do next, in the language of the reader."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlencode

from dashboard.drawing.component import show
from dashboard.links import address
from dashboard.state import params
from dashboard.views.markup import Child, Markup
from dashboard.views.notice import notice
from dashboard.views.parts import link
from dashboard.words import Words
from kb.errors import KbError, StoreError, UnknownId


@contextmanager
def answered(say: Words) -> Iterator[None]:
    """Show a KbError raised inside as a message instead."""
    try:
        yield
    except KbError as error:
        show(explained(error, params(), say), "kb_problem", say.lang)


def explained(error: KbError, given: dict[str, list[str]], say: Words) -> Markup:
    """The message of ``error`` and the next steps from a page with the parameters ``given``."""
    to_search = link(say("problem.to_search"), address("search", say.lang))
    if error.key == "base_empty":
        return notice(say("problem.empty_title"), [say("problem.empty")], [to_search])
    if isinstance(error, UnknownId):
        return notice(say("problem.unknown_title"), [error.say(say.lang)], [to_search])
    lines: list[Child] = [error.say(say.lang)]
    if isinstance(error, StoreError):
        lines.append(say("problem.engine"))
    again = link(say("problem.again"), "?" + urlencode({**given, "lang": say.lang}, doseq=True))
    return notice(say("problem.title"), lines, [again, to_search])
