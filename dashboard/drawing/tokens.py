"""Colours, sizes and fonts read from ``tokens.toml``, and what is derived from them: CSS and the theme of Streamlit."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

SANS = "KB Marks, Noto Sans, sans-serif"
SERIF = "KB Marks, Noto Serif, Noto Naskh Arabic, serif"
MONO = "Noto Sans Mono, monospace"


@cache
def tokens() -> Mapping[str, Any]:
    """The whole of ``tokens.toml``: ``size`` (px), ``light`` and ``dark`` (colour by name), ``face`` (fonts)."""
    return tomllib.loads(files("dashboard").joinpath("drawing", "tokens.toml").read_text("utf-8"))


@cache
def css_variables() -> str:
    """A rule for the root of the component: every colour as ``--name``, following light and dark by itself."""
    light, dark = tokens()["light"], tokens()["dark"]
    colours = [f"--{name.replace('_', '-')}: light-dark({light[name]}, {dark[name]});" for name in light]
    sizes = [f"--{name}: {px}px;" for name, px in tokens()["size"].items()]
    fonts = [f"--sans: {SANS};", f"--serif: {SERIF};", f"--mono: {MONO};"]
    return ":host {\n" + "\n".join([*colours, *sizes, *fonts]) + "\n}\n"


def _colours(theme: Mapping[str, str]) -> dict[str, Any]:
    kinds = [theme[name] for name in ("person", "uprising", "place", "evidence", "community", "coercion")]
    return {
        "primaryColor": theme["primary"],
        "backgroundColor": theme["paper"],
        "secondaryBackgroundColor": theme["panel"],
        "textColor": theme["ink"],
        "grayTextColor": theme["soft"],
        "redTextColor": theme["error"],
        "linkColor": theme["link"],
        "borderColor": theme["rule"],
        "codeTextColor": theme["ink"],
        "codeBackgroundColor": theme["panel"],
        "dataframeBorderColor": theme["rule"],
        "dataframeHeaderBackgroundColor": theme["panel"],
        "dataframeHeaderTextColor": theme["soft"],
        "chartCategoricalColors": kinds,
    }


def theme_options() -> dict[str, Any]:
    """The theme as options of Streamlit, flat: ``theme.font``, ``theme.light.primaryColor`` and so on."""
    size = tokens()["size"]
    shared: dict[str, Any] = {
        "font": SANS,
        "headingFont": SANS,
        "codeFont": MONO,
        "codeFontSize": f"{size['small']}px",
        "baseFontSize": size["base"],
        "headingFontSizes": [f"{size[name]}px" for name in ("h1", "h2", "h3")],
        "headingFontWeights": [600, 600, 600],
        "baseRadius": f"{size['radius']}px",
        "buttonRadius": f"{size['radius']}px",
        "linkUnderline": True,
        "showWidgetBorder": True,
        "paddingTop": "0px",
        "paddingBottom": "48px",
        "fontFaces": [
            {
                "family": face["family"],
                "url": f"app/static/fonts/{face['file']}",
                "weight": face["weight"],
                "style": "normal",
                "unicodeRange": face["range"],
            }
            for face in tokens()["face"]
        ],
    }
    options = {f"theme.{name}": value for name, value in shared.items()}
    for mode in ("light", "dark"):
        options |= {f"theme.{mode}.{name}": value for name, value in _colours(tokens()[mode]).items()}
    return options
