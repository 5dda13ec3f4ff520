"""The pages: which there are, under which address, and which stand in the navigation."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import streamlit as st

from dashboard.words import Words

FOLDER = Path(__file__).with_name("app_pages")
OVERVIEW = "overview"


@dataclass(frozen=True, slots=True)
class PageOf:
    """A page: the name of its file and of its address; ``hidden`` ones are reached by links."""

    name: str
    hidden: bool = False

    @property
    def address(self) -> str:
        """Its address; the overview stands at the root."""
        return "" if self.name == OVERVIEW else self.name


PAGES = (
    PageOf(OVERVIEW),
    PageOf("search"),
    PageOf("connection"),
    PageOf("network"),
    PageOf("map"),
    PageOf("family"),
    PageOf("measures"),
    PageOf("questions"),
    PageOf("sources"),
    PageOf("talk"),
    PageOf("loading"),
    PageOf("about"),
    PageOf("person", hidden=True),
    PageOf("uprising", hidden=True),
    PageOf("card", hidden=True),
)


def streamlit_pages(say: Words) -> Mapping[str, st.Page]:
    """The pages as Streamlit wants them, by address, titled in the language of ``say``."""
    return {
        page.address: st.Page(
            FOLDER / f"{page.name}.py",
            title=say(f"pages.{page.name}"),
            url_path=page.name,
            default=page.name == OVERVIEW,
            visibility="hidden" if page.hidden else "visible",
        )
        for page in PAGES
    }
