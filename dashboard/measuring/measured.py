"""What is measured of a network, kept for the version of the base that it belongs to."""

from __future__ import annotations

import threading
from collections import OrderedDict
from dataclasses import dataclass

import streamlit as st

from dashboard.data import base
from dashboard.words import Words
from kb.analysis import Broker, Definition, Join, Measures, Risings, brokers, doubts, measure, network
from kb.connections import open_snapshot
from kb.i18n import texts_of
from kb.settings import settings
from kb.store import Store

_KEPT = 12
_STEP = 20


@dataclass(frozen=True, slots=True, eq=False)
class Measured:
    """A network measured, its brokers, and in the network of risings why they are tied."""

    measures: Measures
    brokers: tuple[Broker, ...]
    joins: tuple[Join, ...]


_known: OrderedDict[tuple[str, Definition], Measured] = OrderedDict()
_lock = threading.Lock()


def measured(definition: Definition, say: Words) -> Measured:
    """The network of ``definition``, measured once for each version of the base; progress is shown meanwhile."""

    def work(store: Store) -> Measured:
        snapshot = open_snapshot(store, settings())
        key = (f"{settings().home} {snapshot.version}", definition)
        with _lock:
            if key in _known:
                _known.move_to_end(key)
                return _known[key]
        bar = st.progress(0.0, say("measures.measuring"))

        def progress(stage: str, done: int, total: int | None) -> None:
            if done % _STEP and done != total:
                return
            bar.progress(done / total if total else 0.0, texts_of("kb").say(f"measures.stages.{stage}", say.lang))

        made = network(snapshot, definition)
        joins = tuple(made.joins()) if isinstance(made, Risings) else ()
        found = measure(made, doubts(store, snapshot), progress)
        bar.empty()
        with _lock:
            _known[key] = Measured(found, tuple(brokers(snapshot, made.allowed)), joins)
            while len(_known) > _KEPT:
                _known.popitem(last=False)
            return _known[key]

    return base().ask(work)
