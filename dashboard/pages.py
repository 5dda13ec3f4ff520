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
    """A page: the name of its file and of its address; ``hidden`` ones are reached by links, those ``beside`` stand
    under "more" in the navigation, which has no room for all names on a small screen.
    """

    name: str
    hidden: bool = False
    beside: bool = False

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
    PageOf("measures", beside=True),
    PageOf("questions"),
    PageOf("sources"),
    PageOf("talk"),
    PageOf("entry"),
    PageOf("loading", hidden=True),
    PageOf("about", beside=True),
    PageOf("person", hidden=True),
    PageOf("uprising", hidden=True),
    PageOf("card", hidden=True),
)


def streamlit_pages(say: Words) -> Mapping[str, list[st.Page]]:
    """The pages as Streamlit wants them, titled in the language of ``say``, by the heading they stand under."""
    found: dict[str, list[st.Page]] = {"": [], say("pages.more"): []}
    for page in PAGES:
        shown = st.Page(
            FOLDER / f"{page.name}.py",
            title=say(f"pages.{page.name}"),
            url_path=page.name,
            default=page.name == OVERVIEW,
            visibility="hidden" if page.hidden else "visible",
        )
        found[say("pages.more") if page.beside else ""].append(shown)
    return found
