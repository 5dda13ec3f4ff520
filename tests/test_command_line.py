"""The way of a new user by `kb` alone, on the research set: what issue and tutorial promise, as a process sees it."""

from __future__ import annotations

import csv
import io
import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

KB = Path(sys.executable).with_name("kb")
SOZAK, LEADER, OTHER = "uprisings_372:u003", "uprisings_372:p008", "uprisings_372:p119"

Done = subprocess.CompletedProcess[bytes]
Run = Callable[..., Done]


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    env = {name: value for name, value in os.environ.items() if not name.startswith("KB_")}
    return env | {"KB_HOME": str(tmp_path_factory.mktemp("home")), "KB_LANG": "en", "KB_AUTHOR": "tests"}


@pytest.fixture(scope="module")
def kb(environment: dict[str, str]) -> Iterator[Run]:
    def run(*arguments: str, **more: str) -> Done:
        return subprocess.run([str(KB), *arguments], env=environment | more, capture_output=True, check=False)

    yield run
    run("stop")


@pytest.fixture(scope="module")
def loaded(kb: Run) -> Any:
    return document(kb("load", "uprisings_372", "--json"))


@pytest.fixture
def ask(kb: Run, loaded: Any) -> Run:
    assert loaded["claims"]["new"]
    return kb


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def document(done: Done) -> Any:
    assert (done.returncode, done.stderr) == (0, b"")
    return json.loads(done.stdout)


def test_a_load_tells_what_it_did(loaded: Any) -> None:
    assert list(loaded) == ["batch", "rows", "claims", "rejected", "warnings", "entities", "seconds"]
    assert loaded["rejected"] == []
    assert loaded["entities"]["Uprising"] == 27
    assert {"row", "column", "value", "reason"} == set(loaded["warnings"][0])


def test_loading_again_adds_nothing(ask: Run, loaded: Any) -> None:
    again = document(ask("load", "uprisings_372", "--json"))
    assert again["claims"] == {"new": 0, "same": loaded["claims"]["new"], "changed": 0}
    assert again["batch"] == loaded["batch"]
    assert b"in the base already" in ask("load", "uprisings_372").stdout


def test_a_dry_run_writes_nothing(ask: Run, loaded: Any) -> None:
    before = document(ask("status", "--json"))["contents"]
    assert document(ask("load", "uprisings_372", "--dry-run", "--json"))["batch"] is None
    assert document(ask("status", "--json"))["contents"] == before


def test_a_leader_of_the_sozak_rising_is_found(ask: Run) -> None:
    found = document(ask("query", "leaders_of_uprisings", "--param", f"uprising={SOZAK}", "--format", "json"))
    assert list(found)[:5] == ["query", "params", "columns", "rows", "cut"]
    people = [row[found["columns"].index("person")]["id"] for row in found["rows"]]
    assert LEADER in people


@pytest.mark.parametrize("text", ["Султанбек Шулаков", "Sultanbek Shulakov", "Сұлтанбек Шолақов"])
def test_a_leader_is_found_by_any_spelling(ask: Run, text: str) -> None:
    first = document(ask("search", text, "--kind", "Person", "--json"))[0]
    assert list(first) == ["id", "kind", "label", "score", "why", "context"]
    assert (first["id"], first["kind"]) == (LEADER, "Person")
    assert first["why"]


def test_two_sizes_stand_side_by_side_with_who_says_which(ask: Run) -> None:
    sizes = document(ask("show", SOZAK, "--json"))["properties"]["participants"]
    said = {reading["text"]: reading["claims"][0]["source"] for reading in [sizes, *sizes["others"]]}
    assert said == {"up to 400, foot and horse, to be checked": "uprisings_372:s042", "2000": "uprisings_372:s008"}
    assert sizes["conflict"] is True


def test_the_way_to_a_leader_of_another_rising_has_evidence_at_every_hop(ask: Run) -> None:
    found = document(ask("paths", LEADER, OTHER, "--json"))
    assert list(found) == ["paths", "searched", "cut"]
    path = found["paths"][0]
    assert path["length"] == len(path["hops"]) == 4
    assert (path["hops"][0]["from"], path["hops"][-1]["to"]) == (LEADER, OTHER)
    for hop in path["hops"]:
        assert hop["claims"]
        assert all(claim["source"] for claim in hop["claims"])
    text = ask("paths", LEADER, OTHER, KB_LANG="kk").stdout.decode()
    assert "← ең әлсіз буын" in text


def test_brothers_are_told_what_they_call_each_other(ask: Run) -> None:
    elder, younger = "uprisings_372:p013", "uprisings_372:p014"
    found = document(ask("kin", elder, younger, "--json"))
    assert list(found) == ["a", "b", "relations", "within"]
    relation = found["relations"][0]
    assert (relation["relation"], relation["terms"][0]["kk"]) == ("yB", ["іні"])
    assert relation["hops"][0]["claims"][0]["source"] == "uprisings_372:s023"
    assert "elder brother" in ask("kin", younger, elder).stdout.decode()
    nothing = ask("kin", elder, OTHER)
    assert (nothing.returncode, "no kinship" in nothing.stdout.decode()) == (0, True)


def test_the_table_is_downloaded_with_its_proof(ask: Run, tmp_path: Path) -> None:
    file = tmp_path / "sizes.csv"
    done = ask("query", "size_by_source", "--param", f"uprising={SOZAK}", "--format", "csv", "-o", str(file))
    assert (done.returncode, done.stdout) == (0, b"")
    rows = list(csv.reader(io.StringIO(file.read_text("utf-8-sig"))))
    assert any("2000" in row for row in rows)
    assert any(row and row[0].startswith("# ") for row in rows)
    version = document(ask("status", "--json"))["base"]["version"]
    assert version in file.read_text("utf-8-sig")


@pytest.mark.parametrize("format_", ["csv", "json", "xlsx"])
def test_each_format_can_be_had(ask: Run, tmp_path: Path, format_: str) -> None:
    file = tmp_path / f"answer.{format_}"
    asked = ("query", "leaders_of_uprisings", "--format", format_, "-o", str(file))
    assert ask(*asked).returncode == 0
    assert file.stat().st_size > 500


def test_a_spreadsheet_is_not_thrown_at_a_screen(ask: Run) -> None:
    done = ask("query", "leaders_of_uprisings", "--format", "xlsx")
    assert (done.returncode, done.stdout) == (1, b"")
    assert b"-o" in done.stderr


def test_kazakh_is_kazakh_throughout(ask: Run) -> None:
    said = ask("query", "size_by_source", "--param", f"uprising={SOZAK}", KB_LANG="kk").stdout.decode()
    assert "Қатысушылар" in said
    assert "Participants" not in said
    assert "энциклопедия" in said


def test_queries_are_listed_without_a_base(kb: Run, tmp_path: Path) -> None:
    found = document(kb("queries", "--json", KB_HOME=str(tmp_path)))
    assert len(found) >= 24
    assert all(list(each) == ["id", "group", "title", "params"] for each in found)
    assert not list(tmp_path.iterdir())


def test_shipped_datasets_are_listed(kb: Run, tmp_path: Path) -> None:
    assert [each["id"] for each in document(kb("datasets", "--json", KB_HOME=str(tmp_path)))] == ["uprisings_372"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("query", "size_by_sorce"), "size_by_source"),
        (("query", "size_by_source"), "uprising"),
        (("query", "size_by_source", "--param", f"rising={SOZAK}"), "uprising"),
        (("query", "size_by_source", "--param", "uprising=uprisings_372:p008"), "Person"),
        (("query", "uprisings_overview", "--param", "first_year=soon"), "soon"),
        (("query", "size_by_source", "--param", "uprising"), "NAME=VALUE"),
        (("paths", LEADER, "uprisings_372:p999"), "uprisings_372:p999"),
        (("paths", LEADER, OTHER, "--years", "1931-1929"), "1931-1929"),
        (("kin", LEADER, SOZAK), SOZAK),
        (("load", "no_such_set"), "no_such_set"),
    ],
)
def test_a_wrong_question_is_one_line_and_status_1(ask: Run, arguments: tuple[str, ...], said: str) -> None:
    done = ask(*arguments)
    assert (done.returncode, done.stdout) == (1, b"")
    text = done.stderr.decode()
    assert text.count("\n") == 1
    assert said in text


@pytest.mark.parametrize(("lang", "said"), [("ru", "Похожие"), ("kk", "Ұқсастары"), ("en", "Similar")])
def test_errors_speak_the_chosen_language(ask: Run, lang: str, said: str) -> None:
    assert said in ask("query", "size_by_sorce", KB_LANG=lang).stderr.decode()


def test_made_up_data_are_refused_beside_real_ones(ask: Run, tmp_path: Path) -> None:
    assert ask("generate", "--persons", "20", "-o", str(tmp_path / "made-up")).returncode == 0
    done = ask("load", str(tmp_path / "made-up"))
    assert (done.returncode, done.stdout) == (1, b"")
    assert done.stderr.decode().count("\n") == 1


def test_a_made_up_set_loads_into_a_base_of_its_own_without_a_remark(kb: Run, tmp_path: Path) -> None:
    folder, home = str(tmp_path / "made-up"), str(tmp_path / "home")
    assert kb("generate", "--persons", "200", "--seed", "3", "-o", folder).returncode == 0
    try:
        done = document(kb("load", folder, "--json", KB_HOME=home))
        assert (done["rejected"], done["warnings"]) == ([], [])
        assert done["entities"]["Person"] == 200
        assert b"made up" in kb("status", KB_HOME=home).stdout
        refused = kb("load", "uprisings_372", KB_HOME=home)
        assert refused.returncode == 1
    finally:
        kb("stop", KB_HOME=home)


@pytest.mark.skipif(os.name == "nt", reason="another way to interrupt there")
def test_demo_says_where_the_dashboard_is_serves_it_and_ends_on_ctrl_c(ask: Run, environment: dict[str, str]) -> None:
    port = free_port()
    env = environment | {"PORT": str(port)}
    with subprocess.Popen([str(KB), "demo", "--no-browser"], env=env, stdout=subprocess.PIPE, text=True) as demo:
        assert demo.stdout
        try:
            assert any(f"http://127.0.0.1:{port}" in line for line in demo.stdout)
            assert _answers(f"http://127.0.0.1:{port}/_stcore/health")
        finally:
            demo.send_signal(signal.SIGINT)
        assert demo.wait(30) == 0


def _answers(address: str) -> bool:
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        try:
            with urllib.request.urlopen(address, timeout=5) as page:
                return bool(page.status == 200)
        except (urllib.error.URLError, OSError):
            time.sleep(0.2)
    return False


def test_a_port_that_is_taken_is_said_in_one_line(ask: Run) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        done = ask("serve", "--no-browser", "--port", port)
    assert (done.returncode, done.stdout) == (1, b"")
    assert port in done.stderr.decode()
    assert done.stderr.decode().count("\n") == 1
