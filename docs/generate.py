"""Writes the generated pages of ``docs/reference``: ``make docs``. ``tests/test_docs.py`` fails when one is stale."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from kb import cli, settings
from kb.commands.parser import Parser
from kb.derive.reference import reference as model_page
from kb.i18n import texts_of
from queries.catalogue import catalogue
from queries.reference import reference as queries_page

REFERENCE = Path(__file__).parent / "reference"

_COMMANDS = """\
# The command `kb`

Derived from the program by `make docs`: do not edit. Every command takes `-h` (help) and `--lang ru|kk|en` (language of
messages). Exit status: 0 done, 1 a problem with the data or the question (said on standard error in one line), 2 wrong
usage. `--json` prints one JSON document on standard output and nothing else.

"""


def commands_page() -> str:
    """Every command with its summary in three languages and its arguments."""
    return _COMMANDS + "\n".join(line for name in cli.commands() for line in _command(name)) + _settings()


def _command(name: str) -> Iterator[str]:
    found = cli.commands()
    texts = texts_of(found[name].module.partition(".")[0])
    parser = next(parser for parser in _below(cli.parser(found, "en", only=name)) if parser.prog == f"kb {name}")
    yield f"## kb {name}"
    yield ""
    about = texts.say(f"cli.{name}.about", "en")
    yield f"{about[0].upper()}{about[1:]}."
    yield f"<br>ru: {texts.say(f'cli.{name}.about', 'ru')} · kk: {texts.say(f'cli.{name}.about', 'kk')}"
    yield ""
    for each in (parser, *_below(parser)):
        yield "```"
        yield " ".join([each.prog, *(_usage(action) for action in _own(each))])
        yield "```"
        yield ""
        rows = [f"| {_names(action)} | {action.help} |" for action in _own(each) if action.help]
        if rows:
            yield from ("| argument | meaning |", "| --- | --- |", *rows, "")


def _below(parser: Parser) -> Iterator[Parser]:
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            yield from action.choices.values()


def _own(parser: Parser) -> Iterator[argparse.Action]:
    return (action for action in parser._actions if action.dest not in ("help", "lang"))


def _value(action: argparse.Action) -> str:
    if isinstance(action, argparse._SubParsersAction):
        return "|".join(action.choices)
    if action.metavar is None and action.choices:
        return "|".join(map(str, action.choices))
    return str(action.metavar or action.dest.upper())


def _usage(action: argparse.Action) -> str:
    if not action.option_strings:
        return _value(action) if action.nargs not in ("?", "*") else f"[{_value(action)}]"
    said = action.option_strings[-1] if action.nargs == 0 else f"{action.option_strings[0]} {_value(action)}"
    return said if action.required else f"[{said}]"


def _names(action: argparse.Action) -> str:
    if not action.option_strings:
        return f"`{_value(action)}`".replace("|", "\\|")
    value = "" if action.nargs == 0 else f" {_value(action)}".replace("|", "\\|")
    return ", ".join(f"`{option}{value}`" for option in action.option_strings)


def _settings() -> str:
    return f"\n## Settings\n\n{(settings.__doc__ or '').strip()}\n".replace("``", "`").replace("\n`", "\n- `")


PAGES: dict[str, Callable[[], str]] = {
    "commands.md": commands_page,
    "model.md": model_page,
    "queries.md": lambda: queries_page(catalogue()),
}


def main() -> int:
    """Write every page; say which were stale."""
    for name, page in PAGES.items():
        file = REFERENCE / name
        text = page()
        if not file.exists() or file.read_text("utf-8") != text:
            file.write_text(text, encoding="utf-8", newline="\n")
            sys.stdout.write(f"written: docs/reference/{name}\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
