"""GraphML and GEXF: the answer as a network for Gephi, yEd, Cytoscape or networkx, with the proof inside.

Nodes are the entities of the two columns that the query's ``network`` names; every row is a tie, with the row's other
cells as its attributes.
"""

from __future__ import annotations

import io
import re
from typing import Any, Final
from xml.etree import ElementTree

from kb.errors import QuestionError
from queries.answer import Answer, Cell
from queries.exports.flat import Flat, as_text, flatten
from queries.exports.proof import PROGRAM, Proof

_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_GEXF: Final = "{http://www.gexf.net/1.2draft}"
_GRAPHML: Final = "{http://graphml.graphdrawing.org/xmlns}"


def network_of(answer: Answer) -> Any:
    """The answer as a networkx MultiDiGraph; QuestionError when its query is about no network."""
    import networkx as nx

    network = answer.query.network
    if network is None:
        raise QuestionError("export_no_network", query=answer.query.id)
    graph = nx.MultiDiGraph()
    table = flatten(answer)
    ends = {name for end in ("from", "to") for name in (network.parts[end], f"{network.parts[end]}_id")}
    for cells, flat in zip(answer.dicts(), table.rows, strict=True):
        start, end = cells[network.parts["from"]], cells[network.parts["to"]]
        for entity in (start, end):
            if entity is not None:
                graph.add_node(_xml(entity["id"]), label=_xml(entity["label"] or entity["id"]), kind=entity["kind"])
        if start is not None and end is not None:
            row = {name: cell for name, cell in zip(table.columns, flat, strict=True) if name not in ends}
            graph.add_edge(_xml(start["id"]), _xml(end["id"]), **_attributes(row, network.parts.get("tie")))
    return graph


def _attributes(row: dict[str, Flat], tie: str | None) -> dict[str, str]:
    """The row's cells as text; ``label`` is what programs write beside the line."""
    named = {"label": _xml(as_text(row[tie]))} if tie else {}
    # networkx takes "id", "key" and "type" of a tie for its own.
    return named | {f"row_{name}": _xml(as_text(cell)) for name, cell in row.items() if as_text(cell)}


def _xml(text: Cell) -> str:
    return _NOT_XML.sub("\ufffd", str(text))


def write_graphml(answer: Answer, proof: Proof) -> bytes:
    """The GraphML file of ``answer``; the proof is an attribute of the graph."""
    import networkx as nx

    graph = network_of(answer)
    graph.graph["proof"] = _xml(proof.json())
    out = io.BytesIO()
    nx.write_graphml_xml(graph, out, encoding="utf-8", prettyprint=True)
    return out.getvalue()


def write_gexf(answer: Answer, proof: Proof) -> bytes:
    """The GEXF file of ``answer``; the proof is its description."""
    import networkx as nx

    root = ElementTree.fromstring("\n".join(nx.generate_gexf(network_of(answer))))  # noqa: S314  our own text
    meta = root.find(f"{_GEXF}meta")
    if meta is None:
        raise ValueError("networkx writes no meta")
    meta.clear()
    meta.set("lastmodifieddate", proof.made)
    for name, said in (("creator", PROGRAM), ("description", _xml(proof.json()))):
        ElementTree.SubElement(meta, f"{_GEXF}{name}").text = said
    ElementTree.register_namespace("", _GEXF.strip("{}"))
    return bytes(ElementTree.tostring(root, encoding="utf-8", xml_declaration=True))


def read_graph_proof(data: bytes) -> Proof:
    """The proof of either file; ValueError when it carries none."""
    try:
        root = ElementTree.fromstring(data)  # noqa: S314  expat refuses entities that blow up
    except ElementTree.ParseError as error:
        raise ValueError(str(error)) from None
    found = root.findtext(f"{_GEXF}meta/{_GEXF}description")
    if found is None:
        keys = [key.get("id") for key in root.iter(f"{_GRAPHML}key") if key.get("attr.name") == "proof"]
        whole = root.find(f"{_GRAPHML}graph")
        data_of = [] if whole is None else whole.findall(f"{_GRAPHML}data")
        found = next((item.text for item in data_of if item.get("key") in keys), None)
    if found is None:
        raise ValueError("no proof")
    return Proof.of_json(found)
