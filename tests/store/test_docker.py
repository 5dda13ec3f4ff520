"""docker-compose.yml and Dockerfile, as far as they can be read without Docker."""

from __future__ import annotations

import re
from typing import Any

import pytest
import yaml

from kb.cli import main
from tests.conftest import ROOT


@pytest.fixture(scope="module")
def compose() -> dict[str, Any]:
    """The file as Docker reads it."""
    read: dict[str, Any] = yaml.safe_load((ROOT / "docker-compose.yml").read_text("utf-8"))
    return read


def test_it_is_the_long_supported_neo4j_with_a_volume_and_a_health_check(compose: dict[str, Any]) -> None:
    neo4j = compose["services"]["neo4j"]
    assert neo4j["image"].startswith("neo4j:5.26")
    assert neo4j["volumes"] == ["neo4j-data:/data"]
    assert "neo4j-data" in compose["volumes"]
    assert "cypher-shell" in neo4j["healthcheck"]["test"][1]
    assert compose["services"]["dashboard"]["depends_on"]["neo4j"]["condition"] == "service_healthy"


def test_every_port_is_of_this_computer_only(compose: dict[str, Any]) -> None:
    ports = [port for service in compose["services"].values() for port in service["ports"]]
    assert len(ports) == 3
    assert all(port.startswith("127.0.0.1:") for port in ports)


def test_the_password_must_be_set_and_stands_nowhere(compose: dict[str, Any]) -> None:
    services = compose["services"]
    for said in (services["neo4j"]["environment"]["NEO4J_AUTH"], services["dashboard"]["environment"]["KB_PASSWORD"]):
        assert re.fullmatch(r"(neo4j/)?\$\{KB_PASSWORD:\?.+\}", said)


def test_the_image_holds_what_the_build_needs_and_nothing_else() -> None:
    sent = (ROOT / ".dockerignore").read_text("utf-8").splitlines()
    assert sent[0] == "*"
    needed = {line[1:] for line in sent if line.startswith("!")}
    assert {"kb", "loaders", "queries", "dashboard", "pyproject.toml", "constraints.txt", "README.md"} <= needed
    assert all((ROOT / name).exists() for name in needed)
    dockerfile = (ROOT / "Dockerfile").read_text("utf-8")
    assert "FROM python:3.12-slim" in dockerfile
    assert "-c constraints.txt" in dockerfile
    assert "USER kb" in dockerfile


def test_the_command_of_the_image_is_one_that_kb_knows(capsys: pytest.CaptureFixture[str]) -> None:
    command = re.search(r"^CMD \[(.+)\]$", (ROOT / "Dockerfile").read_text("utf-8"), re.MULTILINE)
    assert command
    words = [word.strip(' "') for word in command[1].split(",")]
    assert words[:2] == ["kb", "serve"]
    with pytest.raises(SystemExit) as left:
        main([*words[1:], "--help"])
    assert left.value.code == 0
    shown = capsys.readouterr().out
    assert all(word in shown for word in words[2:] if word.startswith("--"))
