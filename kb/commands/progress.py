"""How long work shows where it is: rows, rate and time left on a terminal, nothing in a pipe."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Protocol, TextIO

from kb.i18n import Lang, number, texts_of

SECONDS_BETWEEN_SIGNS = 0.1
_WIPE_LINE = "\r\x1b[2K"


class Progress(Protocol):
    """Told again and again how far a stage of the work has come."""

    def __call__(self, stage: str, done: int, total: int | None = None) -> None:
        """``done`` of ``total`` rows of ``stage`` (words for people) are finished; ``total`` None when unknown."""

    def clear(self) -> None:
        """Take the sign away, before something else is printed or at the end."""


class Silent:
    """The progress of a pipe: nothing."""

    def __call__(self, stage: str, done: int, total: int | None = None) -> None:
        """Say nothing."""

    def clear(self) -> None:
        """Nothing was shown."""


class TerminalProgress:
    """One line on a terminal that is written over and over."""

    def __init__(self, stream: TextIO, lang: Lang, clock: Callable[[], float] = time.monotonic) -> None:
        self._stream = stream
        self._lang = lang
        self._clock = clock
        self._stage = ""
        self._began = 0.0
        self._shown_at = 0.0
        self._visible = False

    def __call__(self, stage: str, done: int, total: int | None = None) -> None:
        """Write the line anew, ten times a second at most; the end of a stage is always written."""
        now = self._clock()
        if stage != self._stage:
            self._stage, self._began, self._shown_at = stage, now, 0.0
        if done != total and now - self._shown_at < SECONDS_BETWEEN_SIGNS:
            return
        self._shown_at = now
        self._visible = True
        self._stream.write(_WIPE_LINE + self._line(done, total, now - self._began))
        self._stream.flush()

    def clear(self) -> None:
        """Wipe the line from the terminal."""
        if self._visible:
            self._stream.write(_WIPE_LINE)
            self._stream.flush()
            self._visible = False

    def _line(self, done: int, total: int | None, seconds: float) -> str:
        words = texts_of("kb")
        amount = number(done, self._lang)
        if total is not None:
            amount = words.say("cli.progress.of", self._lang, done=amount, total=number(total, self._lang))
        parts = [f"{self._stage}: {amount}"]
        rate = done / seconds if seconds > 1 else 0.0
        if rate:
            parts.append(words.say("cli.progress.rate", self._lang, rate=number(rate, self._lang)))
        if rate and total is not None and total > done:
            left = number((total - done) / rate, self._lang)
            parts.append(words.say("cli.progress.left", self._lang, seconds=left))
        return ", ".join(parts)


def progress_on(stream: TextIO, lang: Lang) -> Progress:
    """The progress that fits ``stream``: visible on a terminal, silent elsewhere."""
    return TerminalProgress(stream, lang) if stream.isatty() else Silent()
