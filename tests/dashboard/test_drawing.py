"""Fonts, marks and colours: what the design promises of them."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import pytest

from dashboard.drawing.shapes import BY_NAME, SHAPES
from dashboard.drawing.tokens import css_variables, theme_options, tokens
from dashboard.serve import APP, options

STATIC = Path(APP).parent / "static" / "fonts"
KAZAKH = "ӘәҒғҚқҢңӨөҰұҮүҺһІі"


def ranges(family: str) -> list[range]:
    """The code points that the faces of ``family`` are used for."""
    spans = [span for face in tokens()["face"] if face["family"] == family for span in face["range"].split(",")]
    ends = [span.strip().removeprefix("U+").split("-") for span in spans]
    return [range(int(end[0], 16), int(end[-1], 16) + 1) for end in ends]


@pytest.mark.parametrize("family", ["Noto Sans", "Noto Serif", "Noto Sans Mono"])
def test_every_kazakh_letter_is_served_by_a_font_of_ours(family: str) -> None:
    for letter in KAZAKH + "Ёёё№«»–…qaz":
        assert any(ord(letter) in span for span in ranges(family)), letter


@pytest.mark.parametrize("family", ["Noto Sans", "Noto Serif", "Noto Sans Mono"])
def test_the_files_really_hold_the_letters(family: str) -> None:
    ttlib = pytest.importorskip("fontTools.ttLib", reason="fonttools reads fonts: pip install fonttools[woff]")
    held: set[int] = set()
    for face in tokens()["face"]:
        if face["family"] == family:
            held |= set(ttlib.TTFont(STATIC / face["file"]).getBestCmap())
    assert {ord(letter) for letter in KAZAKH} <= held


def test_each_font_file_is_there_and_every_family_has_its_licence() -> None:
    for face in tokens()["face"]:
        assert (STATIC / face["file"]).read_bytes()[:4] == b"wOF2"
    for family in ("sans", "serif", "sans-mono", "naskh-arabic"):
        assert "SIL OPEN FONT LICENSE" in (STATIC / f"OFL-noto-{family}.txt").read_text("utf-8")


def test_there_are_23_marks_and_the_range_of_their_face_is_theirs() -> None:
    marks = {ord(shape.char) for shape in SHAPES}
    assert len(marks) == len(BY_NAME) == 23
    assert {point for span in ranges("KB Marks") for point in span} == marks


def test_the_committed_marks_font_is_the_one_that_the_shapes_make() -> None:
    pytest.importorskip("fontTools", reason="fonttools makes fonts: pip install fonttools[woff]")
    from fontTools.ttLib import TTFont

    from dashboard.drawing.marks_font import font_bytes

    made = TTFont(STATIC / "kb-marks.woff2")
    from io import BytesIO

    again = TTFont(BytesIO(font_bytes()))
    assert made.getBestCmap() == again.getBestCmap()
    assert made["CFF "].compile(made) == again["CFF "].compile(again)


def test_the_committed_name_is_the_one_that_the_fonts_make() -> None:
    pytest.importorskip("fontTools", reason="fonttools reads fonts: pip install fonttools[woff]")
    from dashboard.drawing.logo import logo_svg

    assert files("dashboard").joinpath("drawing", "logo.svg").read_text("utf-8") == logo_svg()


def luminance(colour: str) -> float:
    """Relative luminance of WCAG 2."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Contrast of WCAG 2."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize("ground", ["paper", "panel", "mark"])
@pytest.mark.parametrize("name", ["ink", "soft", "link"])
def test_all_text_has_a_contrast_of_four_and_a_half(mode: str, ground: str, name: str) -> None:
    assert contrast(tokens()[mode][name], tokens()[mode][ground]) >= 4.5


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize("name", ["person", "uprising", "place", "evidence", "community", "coercion", "edge"])
def test_all_marks_have_a_contrast_of_three(mode: str, name: str) -> None:
    assert contrast(tokens()[mode][name], tokens()[mode]["paper"]) >= 3


def test_light_and_dark_name_the_same_colours() -> None:
    assert tokens()["light"].keys() == tokens()["dark"].keys()
    for name in tokens()["light"]:
        assert f"--{name.replace('_', '-')}: light-dark(" in css_variables()


def test_streamlit_knows_every_option_that_it_is_given() -> None:
    from streamlit import config

    config.get_config_options()
    known = config._config_options_template
    for name in options("127.0.0.1", 8501, False):
        assert name in known, name
    assert theme_options()["theme.baseFontSize"] == 15
