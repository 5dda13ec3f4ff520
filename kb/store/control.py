"""The engine's control socket: one line of JSON each way. It works where signals do not (Windows has no SIGTERM)."""

from __future__ import annotations

import json
import secrets
import socket
import threading
from collections.abc import Callable
from typing import Any

from kb.store.place import State

Answer = dict[str, Any]
LONGEST = 100_000  # characters of a question
WAIT = 5.0  # seconds for one exchange; the engine answers in milliseconds


def ask(state: State, what: str, value: Any = None, *, seconds: float = WAIT) -> Answer | None:
    """Ask the engine of ``state``; None where nothing, or something else, answers at its control port."""
    try:
        with socket.create_connection(("127.0.0.1", state.control), WAIT) as line:
            line.settimeout(seconds)
            line.sendall(json.dumps({"word": state.word, "do": what, "with": value}).encode() + b"\n")
            with line.makefile("r", encoding="utf-8") as answers:
                answer = json.loads(answers.readline())
    except (OSError, ValueError):
        return None
    return answer if isinstance(answer, dict) and answer.get("word") == state.word[:8] else None


class Control:
    """Listens on a free port of 127.0.0.1 and answers those who know the word."""

    def __init__(self, answers: dict[str, Callable[[Any], Answer]]) -> None:
        self.word = secrets.token_urlsafe(24)
        self._answers = answers
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._socket.getsockname()[1])

    def start(self) -> None:
        """Answer from now on, in a thread of its own."""
        threading.Thread(target=self._listen, name="control", daemon=True).start()

    def _listen(self) -> None:
        while True:
            try:
                line, _ = self._socket.accept()
            except OSError:  # closed: the engine ends
                return
            threading.Thread(target=self._serve, args=(line,), daemon=True).start()

    def _serve(self, line: socket.socket) -> None:
        try:
            with line:
                line.settimeout(WAIT)
                with line.makefile("r", encoding="utf-8") as lines:
                    asked = json.loads(lines.readline(LONGEST))
                if not secrets.compare_digest(str(asked.get("word")), self.word):
                    return
                answer = self._answers[asked["do"]](asked.get("with"))
                line.sendall(json.dumps({"word": self.word[:8], **answer}).encode() + b"\n")
        except (OSError, ValueError, AttributeError, KeyError):
            return  # a stranger at the port; nothing to say to it

    def close(self) -> None:
        """Answer nobody any more."""
        self._socket.close()
