"""argparse in three languages: headings, usage and errors come from ``kb/texts/cli.toml``."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, NoReturn

from kb.i18n import LANGS, Lang, texts_of

if TYPE_CHECKING:
    from kb.commands.context import Subparsers

# argparse says these in English only; each pattern gives its data to the text ``cli.usage_errors.NAME``.
_SAID_BY_ARGPARSE = (
    ("required", re.compile(r"the following arguments are required: (?P<names>.+)", re.S)),
    ("unrecognised", re.compile(r"unrecognized arguments: (?P<names>.+)", re.S)),
    ("one_of", re.compile(r"one of the arguments (?P<names>.+) is required", re.S)),
    ("not_with", re.compile(r"argument (?P<name>.+): not allowed with argument (?P<other>.+)", re.S)),
    (
        "choice",
        re.compile(
            r"argument (?P<name>.+?): invalid choice: '?(?P<value>.*?)'? \(.*choose from (?P<choices>.+)\)", re.S
        ),
    ),
    ("value", re.compile(r"argument (?P<name>.+?): invalid \S+ value: '?(?P<value>.*?)'?", re.S)),
    ("needs_value", re.compile(r"argument (?P<name>.+): expected (?:one|at least one|\d+) arguments?", re.S)),
    ("ambiguous", re.compile(r"ambiguous option: (?P<name>.+) could match (?P<choices>.+)", re.S)),
    ("own_words", re.compile(r"argument (?P<name>.+?): (?P<said>.+)", re.S)),  # an ArgumentTypeError of ours
)


def words(key: str, lang: Lang, /, **values: object) -> str:
    """A text of ``kb/texts/cli.toml``."""
    return texts_of("kb").say(f"cli.{key}", lang, **values)


def wrong_usage(message: str, lang: Lang) -> str:
    """What argparse said, in ``lang``."""
    for name, pattern in _SAID_BY_ARGPARSE:
        if found := pattern.fullmatch(message):
            return words(f"usage_errors.{name}", lang, **found.groupdict())
    return message


def _formatter(lang: Lang) -> type[argparse.HelpFormatter]:
    class Formatter(argparse.HelpFormatter):
        def add_usage(
            self,
            usage: str | None,
            actions: Iterable[argparse.Action],
            groups: Iterable[argparse._MutuallyExclusiveGroup],
            prefix: str | None = None,
        ) -> None:
            super().add_usage(usage, actions, groups, words("headings.usage", lang) + " " if prefix is None else prefix)

    return Formatter


class Parser(argparse.ArgumentParser):
    """An argument parser that speaks ``lang``; it and all its subparsers take ``--lang`` and ``-h``."""

    def __init__(self, *, lang: Lang, **options: Any) -> None:
        super().__init__(
            add_help=False,
            allow_abbrev=False,
            formatter_class=options.pop("formatter_class", _formatter(lang)),
            **options,
        )
        self.lang = lang
        self._positionals.title = words("headings.arguments", lang)
        self._optionals.title = words("headings.options", lang)
        self.add_argument("-h", "--help", action="help", help=words("options.help", lang))
        self.add_argument("--lang", choices=LANGS, default=argparse.SUPPRESS, help=words("options.lang", lang))

    def error(self, message: str) -> NoReturn:
        """One line on standard error, exit status 2."""
        said = wrong_usage(message, self.lang)
        self.exit(2, words("usage_errors.line", self.lang, said=" ".join(said.split()), command=self.prog) + "\n")


def add_command(subparsers: Subparsers, name: str, lang: Lang, package: str = "kb") -> Parser:
    """A subparser for the command ``name``, whose summary is the text ``cli.NAME.about`` of ``package``."""
    about = texts_of(package).say(f"cli.{name}.about", lang)
    return subparsers.add_parser(name, lang=lang, help=about, description=about)


def add_json(parser: Parser) -> None:
    """The option ``--json``."""
    parser.add_argument("--json", action="store_true", help=words("options.json", parser.lang))


def positive(text: str) -> int:
    """A whole number from 1; raises ValueError, which argparse turns into an error of usage."""
    number = int(text)
    if number < 1:
        raise ValueError(text)
    return number
