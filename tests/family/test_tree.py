"""The tree of the page Family: who is drawn with which line, from a family tree that was loaded."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from dashboard.family.picture import tree_of
from dashboard.network.picture import snapshot
from dashboard.words import Words
from kb.i18n import LANGS, Lang
from kb.settings import Settings
from kb.store import connect, stop
from loaders.loading import load

pytestmark = pytest.mark.local

TREE = """\
0 HEAD
1 GEDC
2 VERS 5.5.1
1 CHAR UTF-8
0 @F@ INDI
1 NAME Төлеген /Сарыұлы/
1 SEX M
1 BIRT
2 DATE 1860
0 @M@ INDI
1 NAME Айша
1 SEX F
0 @S@ INDI
1 NAME Жақып /Төлегенұлы/
1 SEX M
1 DEAT
2 DATE 1931
0 @A@ INDI
1 NAME Бала
1 FAMC @U@
2 PEDI adopted
0 @U@ FAM
1 HUSB @F@
1 WIFE @M@
1 CHIL @S@
1 CHIL @A@
0 TRLR
"""


@pytest.fixture(scope="module", autouse=True)
def base(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    home = tmp_path_factory.mktemp("family")
    file: Path = home / "tree.ged"
    file.write_text(TREE, "utf-8")
    with pytest.MonkeyPatch.context() as env:
        env.setenv("KB_HOME", str(home / "home"))
        env.delenv("KB_URI", raising=False)
        from kb.settings import settings

        chosen: Settings = settings()
        with connect(chosen) as store:
            load(store, chosen, str(file), dataset="own")
        yield
        stop(chosen)


@pytest.mark.parametrize("lang", LANGS)
def test_everybody_of_the_tree_is_drawn_with_his_years(lang: Lang) -> None:
    drawn = tree_of(snapshot(), "own:F", Words(lang))
    years = {node.id: node.sub for node in drawn.nodes}
    assert set(years) == {"own:F", "own:M", "own:S", "own:A"}
    assert "1860" in years["own:F"] and "1931" in years["own:S"]
    assert years["own:M"] == ""
    assert drawn.view == "tree" and drawn.options["root"] == "own:F"


def test_parents_by_adoption_are_told_apart_from_those_by_birth() -> None:
    drawn = tree_of(snapshot(), "own:S", Words("ru"))
    assert drawn.options["loose"] == {
        "own:A CHILD_OF own:F": "adopted",
        "own:A CHILD_OF own:M": "adopted",
    }
    assert {tie.id for tie in drawn.ties if tie.kind == "CHILD_OF"} > set(drawn.options["loose"])
    assert all(tie.evidence for tie in drawn.ties)
