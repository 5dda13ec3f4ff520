"""Settings come from the environment and from nowhere else.

``KB_HOME``       the data folder (default: the user's data folder)
``KB_URI``        a server; without it the local engine is used
``KB_USER``, ``KB_PASSWORD``, ``KB_DATABASE``  how to log in there
``KB_LANG``       ru, kk or en for messages (default: the system's language, else ru)
``KB_AUTHOR``     who is named in batches and judgements (default: the user's name on this computer)
``PORT``          the dashboard's port (8501)
"""

from __future__ import annotations

import getpass
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_data_path

from kb.i18n import Lang, language


@dataclass(frozen=True, slots=True)
class Settings:
    """What the environment says."""

    home: Path
    uri: str | None
    user: str
    password: str | None
    database: str | None
    lang: Lang
    author: str
    port: int


def _name_of_user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # no entry in the password database, as in some containers
        return "unknown"


def settings(environ: Mapping[str, str] | None = None) -> Settings:
    """Read the settings from ``environ`` (default: this process's)."""
    env = os.environ if environ is None else environ
    home = env.get("KB_HOME")
    return Settings(
        home=Path(home).expanduser() if home else user_data_path("koterilis-kb", appauthor=False),
        uri=env.get("KB_URI") or None,
        user=env.get("KB_USER", "neo4j"),
        password=env.get("KB_PASSWORD") or None,
        database=env.get("KB_DATABASE") or None,
        lang=language(env.get("KB_LANG") or env.get("LC_ALL") or env.get("LC_MESSAGES") or env.get("LANG")),
        author=env.get("KB_AUTHOR") or _name_of_user(),
        port=int(env.get("PORT", "8501")),
    )
