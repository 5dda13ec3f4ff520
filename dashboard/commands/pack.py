"""``kb pack STORY -o FILE``: a story as one file for a seminar: HTML, PDF or PPTX."""

from __future__ import annotations

import argparse
from pathlib import Path

from dashboard.pack.build import ENDINGS, build, made_deck
from dashboard.pack.story import LEVELS, find_story
from kb.commands.base import opened
from kb.commands.context import Context, Subparsers
from kb.commands.parser import add_command
from kb.errors import ParameterError
from kb.i18n import Lang, texts_of

NAME = "pack"


def add_parser(subparsers: Subparsers, lang: Lang) -> None:
    """Which story, into which file."""
    words = texts_of("dashboard")
    parser = add_command(subparsers, NAME, lang, "dashboard")
    parser.add_argument("story", metavar="STORY", help=words.say("cli.pack.story", lang))
    parser.add_argument("-o", "--output", required=True, metavar="FILE", help=words.say("cli.pack.output", lang))
    parser.add_argument("--level", choices=LEVELS, help=words.say("cli.pack.level", lang))
    parser.add_argument("--handout", action="store_true", help=words.say("cli.pack.handout", lang))


def run(args: argparse.Namespace, context: Context) -> int:
    """Make it; how large it is stands on standard error."""
    target = Path(args.output)
    if target.suffix.lower() not in ENDINGS:
        choices = ", ".join(ENDINGS)
        raise ParameterError("param_not_a_choice", param="--output", value=target.name, choices=choices)
    story = find_story(args.story, context.settings.home)
    with opened(context) as store:
        made = made_deck(store, story, args.level)
    content = build(made, target.suffix.lower(), context.lang, handout=args.handout)
    target.write_bytes(content)
    kilobytes = (len(content) + 999) // 1000
    told = {"slides": len(story.slides), "kb": kilobytes, "hidden": made.seen.hidden}
    context.remark(context.say("cli.pack.done", "dashboard", file=target, **told))
    return 0
