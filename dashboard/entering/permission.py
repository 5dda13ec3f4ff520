"""Who may change the base from a page: only somebody at the computer on which the dashboard runs."""

from __future__ import annotations

import ipaddress

import streamlit as st

from dashboard.drawing.component import show
from dashboard.views.notice import notice
from dashboard.words import Words


def listens_here(address: str | None) -> bool:
    """Whether a server at ``address`` can be reached from its own computer alone; without an address it listens to
    everybody.
    """
    if address == "localhost":
        return True
    try:
        return address is not None and ipaddress.ip_address(address).is_loopback
    except ValueError:
        return False


def may_write(say: Words) -> bool:
    """Whether this page may write; where not, it says so and what to do instead."""
    if listens_here(st.get_option("server.address")):
        return True
    show(notice(say("loading.closed"), [say("loading.closed_lead")]), "kb_closed", say.lang)
    return False
