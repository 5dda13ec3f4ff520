"""A real Neo4j for tests, without Docker: its jars from Maven Central and a Java, both found on this machine."""

from __future__ import annotations

import os
import re
import secrets
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import neo4j
from neo4j.exceptions import DriverError

ROOT = Path(__file__).resolve().parents[2]
JVMS = (Path("/usr/lib/jvm"), Path("/Library/Java/JavaVirtualMachines"), Path.home() / ".sdkman/candidates/java")
NEEDED = {5: (17, 21), 2026: (21, 99)}  # the oldest and the newest Java for a major version of Neo4j
OPENED = ("java.nio", "java.io", "java.lang", "java.lang.invoke", "sun.nio.ch", "java.util.concurrent")
START = 120.0


class AbsentError(Exception):
    """What keeps this Neo4j from running here, and how to get it."""


@dataclass(frozen=True, slots=True)
class Server:
    """A running Neo4j."""

    uri: str
    user: str
    password: str
    process: subprocess.Popen[str]


def jars(major: int) -> Path:
    """The folder of the jars of Neo4j ``major``; AbsentError where there is none."""
    named = os.environ.get(f"KB_NEO4J_JARS{'' if major == 5 else f'_{major}'}")
    found = [Path(named)] if named else sorted(ROOT.glob(f".neo4j/{major}.*/jars"), reverse=True)
    for folder in found:
        if any(folder.glob("neo4j-bolt-*.jar")):
            return folder
    wanted = {5: "5.26.30", 2026: "2026.08.1"}[major]
    raise AbsentError(f"no jars of Neo4j {major}: fetch them with .ci/neo4j {wanted} (needs Maven)")


def java(major: int) -> Path:
    """A Java that can run Neo4j ``major``; AbsentError where there is none."""
    oldest, newest = NEEDED[major]
    candidates = [Path(os.environ[name]) / "bin" / "java" for name in ("KB_JAVA", "JAVA_HOME") if os.environ.get(name)]
    on_path = shutil.which("java")
    candidates += [Path(on_path)] if on_path else []
    candidates += [home / "bin" / "java" for folder in JVMS if folder.is_dir() for home in sorted(folder.iterdir())]
    usable = {candidate: release(candidate) for candidate in candidates if candidate.exists()}
    for candidate, version in usable.items():
        if oldest <= version <= newest:
            return candidate
    for candidate, version in usable.items():  # newer than its makers tried: better than nothing
        if oldest <= version:
            return candidate
    raise AbsentError(f"no Java {oldest} or newer: install one, or name its home in JAVA_HOME")


def release(program: Path) -> int:
    """The major version of a Java, 0 where it does not run or has no compiler."""
    if not (program.resolve().parent / "javac").exists():
        return 0
    said = subprocess.run([program, "-version"], capture_output=True, text=True, check=False).stderr
    version = re.search(r'version "(\d+)', said)
    return int(version[1]) if version else 0


def free_port() -> int:
    """A port that nothing uses now."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@contextmanager
def running(major: int, heap: str = "1g") -> Iterator[Server]:
    """An empty Neo4j ``major`` with this much memory as long as the block runs."""
    folder, program = jars(major), java(major)
    port, password = free_port(), secrets.token_urlsafe(12)
    with TemporaryDirectory(prefix="kb-neo4j-") as home, (Path(home) / "log").open("w") as log:
        opened = [f"--add-opens=java.base/{name}=ALL-UNNAMED" for name in OPENED]
        source = str(Path(__file__).with_name("Neo4jServer.java"))
        command = [str(program), f"-Xmx{heap}", *opened, "-cp", f"{folder}/*", source, f"{home}/neo4j", str(port)]
        process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=log, text=True)
        try:
            assert process.stdout is not None
            if not any(line.startswith("READY") for line in process.stdout):
                raise AbsentError(f"Neo4j {major} did not start: {(Path(home) / 'log').read_text()[-2000:]}")
            uri = f"bolt://127.0.0.1:{port}"
            set_password(uri, password)
            yield Server(uri, "neo4j", password, process)
        finally:
            assert process.stdin is not None
            process.stdin.close()
            try:
                process.wait(60)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
            assert process.stdout is not None
            process.stdout.close()


def set_password(uri: str, password: str) -> None:
    """Change the password that every new Neo4j has; it must be changed before anything else."""
    deadline = time.monotonic() + START
    while True:
        try:
            with neo4j.GraphDatabase.driver(uri, auth=("neo4j", "neo4j")) as driver:
                driver.execute_query(
                    "ALTER CURRENT USER SET PASSWORD FROM 'neo4j' TO $new", {"new": password}, database_="system"
                )
                return
        except DriverError:  # Bolt answers a moment after the database is there
            if time.monotonic() > deadline:
                raise
            time.sleep(0.2)
