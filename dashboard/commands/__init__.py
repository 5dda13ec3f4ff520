"""The subcommands of ``kb`` that open the dashboard."""

from __future__ import annotations

import os
import sys

from kb.commands.context import Context
from kb.commands.parser import Parser
from kb.i18n import texts_of


def add_address(parser: Parser) -> None:
    """``--host``, ``--port`` (default: the setting ``PORT``) and ``--no-browser``."""
    words = texts_of("dashboard")
    parser.add_argument("--host", default="127.0.0.1", help=words.say("cli.address.host", parser.lang))
    parser.add_argument("--port", type=int, help=words.say("cli.address.port", parser.lang))
    parser.add_argument("--no-browser", action="store_true", help=words.say("cli.address.no_browser", parser.lang))


def has_screen() -> bool:
    """Whether a browser could open here: a server or a container has nowhere to show it."""
    return os.name == "nt" or sys.platform == "darwin" or bool({"DISPLAY", "WAYLAND_DISPLAY"} & os.environ.keys())


def open_dashboard(context: Context, host: str, port: int | None, browser: bool) -> int:
    """Say where the dashboard is and serve it until stopped; the exit status."""
    from dashboard.serve import check_port, serve  # Streamlit takes a second to import: not for --help

    chosen = context.settings.port if port is None else port
    check_port(host, chosen)
    context.print(context.say("cli.address.open", "dashboard", host=host, port=chosen))
    context.out.flush()
    os.environ["KB_LANG"] = context.lang  # pages without a language of their own speak that of this call
    return serve(host, chosen, browser and has_screen())
