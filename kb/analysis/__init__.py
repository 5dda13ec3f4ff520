"""Networks measured: who is in them and by what, the usual measures, and how far each rank can be relied on."""

from kb.analysis.brokers import Broker, brokers
from kb.analysis.definition import DEFAULT, PERSONAL, RULES, SHAPES, Definition, define, network_named, networks
from kb.analysis.identities import Doubts, doubts
from kb.analysis.measures import MEASURES, Measures, measure
from kb.analysis.network import Network, network

__all__ = [
    "DEFAULT",
    "MEASURES",
    "PERSONAL",
    "RULES",
    "SHAPES",
    "Broker",
    "Definition",
    "Doubts",
    "Measures",
    "Network",
    "brokers",
    "define",
    "doubts",
    "measure",
    "network",
    "network_named",
    "networks",
]
