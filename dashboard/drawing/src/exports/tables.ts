// What is seen as data: CSV of the ties, GraphML and GEXF with places, for Gephi, yEd, Cytoscape, networkx.
import type { About } from "../data";
import type { Placed, Seen, Table } from "../frame/view";
import { xml } from "../svg";
import type { Say } from "../words";

function cell(value: string | number): string {
  const text = String(value);
  // A spreadsheet would take these for a formula.
  const safe = /^[=+\-@\t\r]/.test(text) && typeof value === "string" ? `'${text}` : text;
  return /[",\n\r;]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** The ties, a line each; entities without ties stand below with empty other ends. Begins with a byte order mark. */
export function csvOf(seen: Seen, about: About, say: Say): string {
  const made = say("made_of", { source: about.source, version: about.version, date: about.date });
  const lines = [...(seen.table ? ownRows(seen.table) : tieRows(seen)), [`# ${about.title}`], [`# ${made}`]];
  return "\ufeff" + lines.map((line) => line.map(cell).join(",")).join("\r\n") + "\r\n";
}

function ownRows(table: Table): string[][] {
  return [["id", ...table.columns], ...table.rows.map(({ id, cells }) => [id, ...cells])];
}

function tieRows(seen: Seen): (string | number)[][] {
  const nodes = new Map(seen.nodes.map((node) => [node.id, node]));
  const columns = ["from_id", "from", "from_kind", "tie", "tie_words", "to_id", "to", "to_kind", "certainty", "sources", "status"];
  const tied = new Set(seen.ties.flatMap((tie) => [tie.a, tie.b]));
  const end = (id: string): string[] => [id, nodes.get(id)?.label ?? id, nodes.get(id)?.kind ?? ""];
  const rows: (string | number)[][] = [
    ...seen.ties.map((tie) => [...end(tie.a), tie.kind, tie.label, ...end(tie.b), tie.certainty, tie.sources, tie.status ?? ""]),
    ...seen.nodes.filter((node) => !tied.has(node.id)).map((node) => [...end(node.id), "", "", "", "", "", "", "", ""]),
  ];
  return [columns, ...rows];
}

const XML = '<?xml version="1.0" encoding="UTF-8"?>\n';
const NODE = ["label", "kind", "sub"] as const;
const TIE = ["kind", "label", "certainty", "status"] as const;
const px = (value: number): string => (Math.round(value * 100) / 100).toString();

export function graphmlOf(seen: Seen, about: About, say: Say): string {
  const key = (id: string, of: string, type: string): string =>
    `<key id="${id}" for="${of}" attr.name="${id.slice(2)}" attr.type="${type}"/>`;
  const keys = [
    ...NODE.map((name) => key(`n_${name}`, "node", "string")),
    ...["x", "y"].map((name) => key(`n_${name}`, "node", "double")),
    ...TIE.map((name) => key(`e_${name}`, "edge", "string")),
    key("e_sources", "edge", "int"),
    key("g_title", "graph", "string"),
    key("g_source", "graph", "string"),
  ];
  const data = (id: string, value: string | number): string => `<data key="${id}">${xml(String(value))}</data>`;
  const nodes = seen.nodes.map(
    (node) =>
      `<node id="${xml(node.id)}">${NODE.map((name) => data(`n_${name}`, node[name] ?? "")).join("")}` +
      `${data("n_x", px(node.x))}${data("n_y", px(-node.y))}</node>`,
  );
  const ties = seen.ties.map(
    (tie) =>
      `<edge id="${xml(tie.id)}" source="${xml(tie.a)}" target="${xml(tie.b)}">` +
      `${TIE.map((name) => data(`e_${name}`, tie[name] ?? "")).join("")}${data("e_sources", tie.sources)}</edge>`,
  );
  const made = say("made_of", { source: about.source, version: about.version, date: about.date });
  const about_ = data("g_title", about.title) + data("g_source", made);
  const graph = `<graph edgedefault="directed">\n${about_}\n${[...nodes, ...ties].join("\n")}\n</graph>`;
  return `${XML}<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n${keys.join("\n")}\n${graph}\n</graphml>\n`;
}

export function gexfOf(seen: Seen, about: About, say: Say): string {
  const made = say("made_of", { source: about.source, version: about.version, date: about.date });
  const attribute = (id: string, type: string): string => `<attribute id="${id}" title="${id}" type="${type}"/>`;
  const value = (id: string, said: string | number): string => `<attvalue for="${id}" value="${xml(String(said))}"/>`;
  const node = (one: Placed): string =>
    `<node id="${xml(one.id)}" label="${xml(one.label)}"><attvalues>${value("kind", one.kind)}${value("sub", one.sub ?? "")}` +
    `</attvalues><viz:position x="${px(one.x)}" y="${px(-one.y)}" z="0"/></node>`;
  const edges = seen.ties.map(
    (tie) =>
      `<edge id="${xml(tie.id)}" source="${xml(tie.a)}" target="${xml(tie.b)}" label="${xml(tie.label)}"><attvalues>` +
      `${value("tie", tie.kind)}${value("certainty", tie.certainty)}${value("status", tie.status ?? "")}` +
      `${value("sources", tie.sources)}</attvalues></edge>`,
  );
  const declared = [
    `<attributes class="node">${attribute("kind", "string")}${attribute("sub", "string")}</attributes>`,
    `<attributes class="edge">${["tie", "certainty", "status"].map((id) => attribute(id, "string")).join("")}` +
      `${attribute("sources", "integer")}</attributes>`,
  ];
  return (
    `${XML}<gexf xmlns="http://www.gexf.net/1.2draft" xmlns:viz="http://www.gexf.net/1.2draft/viz" version="1.2">\n` +
    `<meta lastmodifieddate="${about.date}"><creator>Köterilis KB</creator>` +
    `<description>${xml(`${about.title}. ${made}`)}</description></meta>\n` +
    `<graph defaultedgetype="directed" mode="static">\n${declared.join("\n")}\n` +
    `<nodes>\n${seen.nodes.map(node).join("\n")}\n</nodes>\n<edges>\n${edges.join("\n")}\n</edges>\n</graph></gexf>\n`
  );
}
