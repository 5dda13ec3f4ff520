"""The command ``kb`` as its users meet it: help, languages, exit status, errors in one line."""

from __future__ import annotations

import argparse
import io
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from kb import cli
from kb.commands.context import Context
from kb.commands.parser import Parser, positive, wrong_usage
from kb.commands.progress import Silent, TerminalProgress, progress_on
from kb.errors import QuestionError
from kb.i18n import LANGS, Lang, texts_of
from kb.settings import settings

KB = Path(sys.executable).with_name("kb")


@pytest.fixture(autouse=True)
def own_home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("KB_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("KB_LANG", "en")
    monkeypatch.delenv("KB_URI", raising=False)


def asked(*arguments: str, capsys: pytest.CaptureFixture[str]) -> tuple[int, str, str]:
    try:
        status = cli.main(arguments)
    except SystemExit as stopped:
        status = int(stopped.code or 0)
    said = capsys.readouterr()
    return status, said.out, said.err


@pytest.mark.parametrize("lang", LANGS)
def test_help_names_every_command_with_its_summary_in_the_language_asked_for(
    lang: Lang, capsys: pytest.CaptureFixture[str]
) -> None:
    status, out, err = asked("--help", "--lang", lang, capsys=capsys)
    assert (status, err) == (0, "")
    unwrapped = " ".join(out.split())
    for name, entry in cli.commands().items():
        package = entry.module.partition(".")[0]
        assert f"{name} {texts_of(package).say(f'cli.{name}.about', lang)}" in unwrapped


@pytest.mark.parametrize("name", list(cli.commands()))
def test_every_command_has_the_name_of_its_entry_point_and_explains_every_argument(name: str) -> None:
    command = cli.load(cli.commands()[name])
    assert name == command.NAME
    for lang in LANGS:
        top = cli.parser(cli.commands(), lang, only=name)
        for parser in _parsers(top, name):
            for action in parser._actions:
                assert action.help, f"{parser.prog}: {action.dest} is not explained in {lang}"


def _parsers(parser: Parser, name: str) -> Iterator[Parser]:
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for found, below in action.choices.items():
                if parser.prog != "kb" or found == name:
                    yield below
                    yield from _parsers(below, name)


def test_one_command_does_not_import_the_others() -> None:
    script = (
        "import sys; from kb import cli\n"
        "try: cli.main(['stop', '--help'])\n"
        "except SystemExit: pass\n"
        "print([m for m in ('streamlit', 'networkx', 'openpyxl', 'kb.model', 'loaders.commands') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "missing: COMMAND"),
        (("stutus",), "there is no command “stutus”, perhaps “status”"),
        (("wipe",), "missing: --yes"),
        (("stop", "--now"), "not understood: --now"),
        (("status", "--lang", "fr"), "--lang: “fr” will not do"),
        (("generate", "--persons", "many", "-o", "x"), "“many” will not do, a number is needed"),
        (("generate", "--persons", "0", "-o", "x"), "“0” will not do, a number is needed"),
        (("generate", "--persons"), "--persons: a value is needed after it"),
    ],
)
def test_wrong_usage_is_one_line_on_standard_error_and_status_2(
    arguments: tuple[str, ...], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    status, out, err = asked(*arguments, capsys=capsys)
    assert (status, out) == (2, "")
    assert said in err
    assert err.count("\n") == 1


@pytest.mark.parametrize(
    ("lang", "said"), [("ru", "нет команды «xyz»"), ("kk", "«xyz» пәрмені жоқ"), ("en", "there is no command “xyz”")]
)
def test_errors_are_said_in_the_language_of_the_option(
    lang: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert said in asked("xyz", f"--lang={lang}", capsys=capsys)[2]


def test_what_argparse_says_is_known_in_full() -> None:
    parser = argparse.ArgumentParser(exit_on_error=False)
    group = parser.add_mutually_exclusive_group(required=True)
    group.add_argument("--same", action="store_true")
    group.add_argument("--different", action="store_true")
    with pytest.raises(argparse.ArgumentError) as found:
        parser.parse_args(["--same", "--different"])
    assert wrong_usage(str(found.value), "en") == "--different cannot stand beside --same"
    assert wrong_usage("one of the arguments --same --different is required", "en") == (
        "one of these is needed: --same --different"
    )


def test_a_port_that_is_no_number_is_said_in_words(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PORT", "eighty")
    status, _, err = asked("status", capsys=capsys)
    assert status == 2
    assert "“eighty”" in err


class _Failing:
    NAME = "stop"

    def __init__(self, error: BaseException) -> None:
        self._error = error

    def add_parser(self, subparsers: argparse._SubParsersAction[Parser], lang: Lang) -> None:
        subparsers.add_parser("stop", lang=lang)

    def run(self, args: argparse.Namespace, context: Context) -> int:
        raise self._error


@pytest.mark.parametrize(
    ("error", "status", "said"),
    [
        (QuestionError("unknown_id", id="p1"), 1, "Nothing in the base has the id “p1”"),
        (PermissionError(13, "Permission denied", "out.csv"), 1, "out.csv: Permission denied"),
        (KeyboardInterrupt(), 130, ""),
    ],
)
def test_what_a_command_raises_becomes_a_line_and_a_status(
    error: BaseException,
    status: int,
    said: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(cli, "load", lambda entry: _Failing(error))
    found, out, err = asked("stop", capsys=capsys)
    assert (found, out) == (status, "")
    assert said in err
    assert "Traceback" not in err


@pytest.mark.skipif(os.name == "nt", reason="there is no SIGPIPE")
def test_a_reader_that_leaves_the_pipe_ends_the_command_without_a_word() -> None:
    script = (
        "from kb import cli\n"
        "class Talker:\n"
        "    def add_parser(self, subparsers, lang): subparsers.add_parser('stop', lang=lang)\n"
        "    def run(self, args, context):\n"
        "        for _ in range(100000): context.print('x' * 80)\n"
        "        return 0\n"
        "cli.load = lambda entry: Talker()\n"
        "raise SystemExit(cli.main(['stop']))\n"
    )
    with subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as talking:
        assert talking.stdout and talking.stderr
        talking.stdout.readline()
        talking.stdout.close()
        assert talking.stderr.read() == b""
        assert talking.wait(20) == cli.PIPE_CLOSED


@pytest.mark.skipif(os.name == "nt", reason="another way to interrupt there")
def test_ctrl_c_ends_a_running_command_without_a_traceback(tmp_path: Path) -> None:
    command = [str(KB), "generate", "--persons", "5000000", "-o", str(tmp_path / "made-up")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as working:
        assert working.stdout and working.stderr
        deadline = time.monotonic() + 20
        while not (tmp_path / "made-up" / "persons.csv").exists() and time.monotonic() < deadline:
            time.sleep(0.05)
        working.send_signal(signal.SIGINT)
        assert working.wait(20) == cli.INTERRUPTED
        assert (working.stdout.read(), working.stderr.read()) == (b"", b"")


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_progress_shows_rows_rate_and_time_left_on_a_terminal() -> None:
    terminal = _Terminal()
    now = iter([0.0, 2.0, 2.01, 4.0])
    progress = TerminalProgress(terminal, "en", clock=lambda: next(now))
    progress("rows", 0, 1000)
    progress("rows", 500, 1000)
    progress("rows", 501, 1000)  # too soon after the last sign
    progress("rows", 1000, 1000)
    signs = terminal.getvalue().split("\r\x1b[2K")
    assert signs[1] == "rows: 500 of 1\u202f000, 250 a second, 2 s left"
    assert signs[2] == "rows: 1\u202f000 of 1\u202f000, 250 a second"
    progress.clear()
    assert terminal.getvalue().endswith("\r\x1b[2K")


def test_progress_is_silent_in_a_pipe() -> None:
    pipe = io.StringIO()
    progress = progress_on(pipe, "en")
    assert isinstance(progress, Silent)
    progress("rows", 1, 2)
    progress.clear()
    assert pipe.getvalue() == ""


def test_json_is_one_document_with_readable_letters() -> None:
    out = io.StringIO()
    Context(settings(), "kk", out, io.StringIO(), Silent()).json({"label": "Созақ көтерілісі"})
    assert json.loads(out.getvalue()) == {"label": "Созақ көтерілісі"}
    assert "Созақ" in out.getvalue()


@pytest.mark.parametrize("text", ["0", "-1", "x", ""])
def test_positive_refuses_what_is_not_a_whole_number_from_one(text: str) -> None:
    with pytest.raises(ValueError):
        positive(text)
