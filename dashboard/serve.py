"""Starts the dashboard: one place that knows how Streamlit is told what it has to know.

Everything is given as options here, so it does not matter from which folder the command is started, whether the
project is installed, or what a ``config.toml`` of the user says.
"""

from __future__ import annotations

import errno
import socket
from pathlib import Path
from typing import Any

from streamlit.web import bootstrap

from dashboard.drawing.tokens import theme_options
from kb.errors import ConflictError, QuestionError

APP = Path(__file__).with_name("app.py")


def options(host: str, port: int, open_browser: bool) -> dict[str, Any]:
    """The options of Streamlit, by name."""
    return {
        "server.address": host,
        "server.port": port,
        "server.headless": not open_browser,
        "server.showEmailPrompt": False,
        "server.enableStaticServing": True,
        "server.fileWatcherType": "none",
        "browser.gatherUsageStats": False,
        "browser.serverAddress": host,
        "client.toolbarMode": "viewer",
        "client.showErrorDetails": "none",
        "client.showErrorLinks": False,
        "logger.level": "warning",
        **theme_options(),
    }


def check_port(host: str, port: int) -> None:
    """Raise an error with words when nothing can listen at this address."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(found[0]) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(found[4])
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            raise ConflictError("dashboard_port_taken", host=host, port=port) from error
        raise QuestionError("dashboard_bad_address", host=host, port=port) from error


def serve(host: str, port: int, open_browser: bool) -> int:
    """Serve until stopped (Ctrl-C or SIGTERM); the exit status."""
    check_port(host, port)
    given = options(host, port, open_browser)
    bootstrap.load_config_options(given)
    bootstrap.run(str(APP), False, [], given)
    return 0
