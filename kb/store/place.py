"""The files of the local engine in the data folder.

``engine/``            the database, with the engine's own configuration and logs
``engine.lock``        held by the engine as long as it runs, by a lock of the operating system
``engine.start.lock``  held by a command while it starts the engine
``engine.json``        the running engine's ports and the word for its control socket; mode 0600
``passwords.json``     the passwords of its users, random, made once; mode 0600
``engine.log``         what the engine prints
"""

from __future__ import annotations

import json
import os
import secrets
from dataclasses import asdict, dataclass
from pathlib import Path

DATABASE = "kb"
USERS = ("root", "writer", "viewer")


@dataclass(frozen=True, slots=True)
class Place:
    """The files of one data folder."""

    home: Path

    @property
    def database(self) -> Path:
        """The engine's own folder."""
        return self.home / "engine"

    @property
    def lock(self) -> Path:
        """Held while the engine runs."""
        return self.home / "engine.lock"

    @property
    def start_lock(self) -> Path:
        """Held while a command starts the engine."""
        return self.home / "engine.start.lock"

    @property
    def state(self) -> Path:
        """What the running engine says of itself."""
        return self.home / "engine.json"

    @property
    def passwords(self) -> Path:
        """The passwords of the engine's users."""
        return self.home / "passwords.json"

    @property
    def log(self) -> Path:
        """What the engine prints."""
        return self.home / "engine.log"


@dataclass(frozen=True, slots=True)
class State:
    """A running engine: process, ports on 127.0.0.1, the word its control socket asks for, start (Unix seconds)."""

    pid: int
    bolt: int
    control: int
    word: str
    started: float


def write_private(file: Path, text: str) -> None:
    """Write ``file`` so that only its owner can read it, whole or not at all."""
    new = file.with_name(f"{file.name}.{os.getpid()}.new")
    handle = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as stream:
        stream.write(text)
        stream.flush()
        os.fsync(stream.fileno())
    new.replace(file)


def read_state(place: Place) -> State | None:
    """What the state file says; None where there is none or it is broken (a crash leaves either)."""
    try:
        return State(**json.loads(place.state.read_text("utf-8")))
    except (OSError, ValueError, TypeError):
        return None


def write_state(place: Place, state: State) -> None:
    """Say that the engine runs."""
    write_private(place.state, json.dumps(asdict(state)))


def read_passwords(place: Place) -> dict[str, str]:
    """The passwords of the engine's users, made at the first call."""
    try:
        found = json.loads(place.passwords.read_text("utf-8"))
        if isinstance(found, dict) and set(found) == set(USERS):
            return {str(user): str(word) for user, word in found.items()}
    except (OSError, ValueError):
        pass
    made = {user: secrets.token_urlsafe(24) for user in USERS}
    write_private(place.passwords, json.dumps(made))
    return made
