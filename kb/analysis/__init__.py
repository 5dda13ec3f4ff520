"""Networks measured: who is in them and by what, the usual measures, and how far each rank can be relied on."""

from kb.analysis.brokers import Broker, brokers
from kb.analysis.definition import DEFAULT, PERSONAL, RULES, SHAPES, Definition, define, network_named, networks
from kb.analysis.identities import Doubts, doubts
from kb.analysis.measurable import Measurable
from kb.analysis.measures import MEASURES, Measures, measure
from kb.analysis.network import network
from kb.analysis.risings import REASONS, Join, Risings

__all__ = [
    "DEFAULT",
    "MEASURES",
    "PERSONAL",
    "REASONS",
    "RULES",
    "SHAPES",
    "Broker",
    "Definition",
    "Doubts",
    "Join",
    "Measurable",
    "Measures",
    "Risings",
    "brokers",
    "define",
    "doubts",
    "measure",
    "network",
    "network_named",
    "networks",
]
