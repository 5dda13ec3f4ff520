"""``kb demo``: the research set in the dashboard, with nothing to set up."""

from __future__ import annotations

import argparse

from dashboard.commands import add_address, open_dashboard
from kb.base import state
from kb.commands.base import opened
from kb.commands.context import Context, Subparsers
from kb.commands.parser import add_command
from kb.i18n import Lang
from loaders.commands.stages import told
from loaders.loading import load

NAME = "demo"
DATASET = "uprisings_372"


def add_parser(subparsers: Subparsers, lang: Lang) -> None:
    """The address."""
    add_address(add_command(subparsers, NAME, lang, "dashboard"))


def run(args: argparse.Namespace, context: Context) -> int:
    """Load the research set, which adds nothing where it is in the base, then serve until stopped."""
    with opened(context) as store:
        if state(store).made_up:
            context.remark(context.say("cli.demo.made_up", "dashboard"))
        else:
            context.print(context.say("cli.demo.loading", "dashboard"))
            context.out.flush()
            load(store, context.settings, DATASET, progress=told(context))
    return open_dashboard(context, args.host, args.port, not args.no_browser)
