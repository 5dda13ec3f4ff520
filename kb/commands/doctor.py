"""``kb doctor``: is everything there that the work needs?"""

from __future__ import annotations

import argparse
import os
import platform
import shutil
import socket
import sys
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from importlib.metadata import version
from pathlib import Path

from kb.commands.context import Context, Subparsers
from kb.commands.parser import add_command, add_json
from kb.errors import StoreError
from kb.i18n import Lang, number
from kb.settings import Settings
from kb.store import connect

NAME = "doctor"

PYTHON = (3, 11)
GLIBC = (2, 34)  # what the local engine's wheel is built for
ROOM = 1 << 30  # bytes; a base of 80,000 persons takes about as much


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at: the text ``cli.doctor.CHECK`` names it, ``said`` tells what was found."""

    check: str
    ok: bool
    said: str


def add_parser(subparsers: Subparsers, lang: Lang) -> None:
    """``--json`` only."""
    add_json(add_command(subparsers, NAME, lang))


def run(args: argparse.Namespace, context: Context) -> int:
    """Look at everything, also after a failure; exit status 1 when something is missing."""
    found = []
    for finding in findings(context.settings, context.lang):
        found.append(finding)
        if not args.json:
            mark = "✓" if finding.ok else "✗"
            context.print(f"{mark} {context.say(f'cli.doctor.{finding.check}')}: {finding.said}")
    if args.json:
        context.json([asdict(finding) for finding in found])
    return 0 if all(finding.ok for finding in found) else 1


def findings(said: Settings, lang: Lang) -> Iterator[Finding]:
    """Each thing looked at, one after the other."""
    yield Finding("python", sys.version_info >= PYTHON, f"{platform.python_version()} ({sys.executable})")
    yield Finding(
        "program", True, ", ".join(f"{name} {version(name)}" for name in ("koterilis-kb", "neo4j", "streamlit"))
    )
    if said.uri is None:
        yield from _local_engine(said.home, lang)
    yield _database(said, lang)
    yield _port(said.port)


def _local_engine(home: Path, lang: Lang) -> Iterator[Finding]:
    libc, release = platform.libc_ver()
    if libc == "glibc":
        yield Finding("glibc", tuple(map(int, release.split(".")[:2])) >= GLIBC, release)
    existing = next(folder for folder in (home, *home.absolute().parents) if folder.exists())
    yield Finding("home", os.access(existing, os.W_OK), str(home))
    free = shutil.disk_usage(existing).free
    yield Finding("room", free >= ROOM, f"{number(free / (1 << 30), lang, 1)} GB")


def _database(said: Settings, lang: Lang) -> Finding:
    try:
        with connect(said) as store:
            store.read("RETURN 1 AS one")
            return Finding("database", True, f"{store.engine}, {store.address}")
    except StoreError as error:
        return Finding("database", False, error.say(lang))


def _port(port: int) -> Finding:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError as error:
            return Finding("port", False, f"{port}: {error.strerror}")
    return Finding("port", True, str(port))
