"""``kb serve``: open the dashboard."""

from __future__ import annotations

import argparse

from dashboard.commands import add_address, open_dashboard
from kb.commands.context import Context, Subparsers
from kb.commands.parser import add_command
from kb.i18n import Lang
from kb.store import connect

NAME = "serve"


def add_parser(subparsers: Subparsers, lang: Lang) -> None:
    """The address."""
    add_address(add_command(subparsers, NAME, lang, "dashboard"))


def run(args: argparse.Namespace, context: Context) -> int:
    """See that the base answers, then serve until stopped."""
    with connect(context.settings):
        return open_dashboard(context, args.host, args.port, not args.no_browser)
