// The table twin of a picture: for screen readers, for the keyboard, and for reading.
import type { Drawing } from "../data";
import type { Say } from "../words";
import { el } from "./dom";
import type { Pointed, Seen, Table } from "./view";

const AT_ONCE = 200;

export function tableOf(seen: Seen, drawing: Drawing, say: Say, choose: (one: Pointed) => void): HTMLElement {
  const summary = seen.table ? say("table_of", { n: seen.table.rows.length }) : say("table", { n: seen.nodes.length, ties: seen.ties.length });
  const twin = el("details", { class: "twin" }, el("summary", {}, summary));
  let filled = false;
  twin.addEventListener("toggle", () => {
    if (filled) return;
    filled = true;
    if (seen.table) twin.append(ownTable(seen.table, say, choose));
    else twin.append(tiesTable(seen, drawing, say, choose), nodesTable(seen, drawing, say, choose));
  });
  return twin;
}

type Row = (Node | string)[];

function table(caption: string, columns: string[], rows: Row[], say: Say): HTMLElement {
  const body = el("tbody");
  const put = (some: Row[]): void => {
    for (const row of some) body.append(el("tr", {}, ...row.map((cell) => el("td", {}, cell))));
  };
  put(rows.slice(0, AT_ONCE));
  const head = el("thead", {}, el("tr", {}, ...columns.map((name) => el("th", { scope: "col" }, name))));
  const made = el("table", {}, el("caption", {}, caption), head, body);
  const left = rows.length - AT_ONCE;
  if (left <= 0) return made;
  const more = el("button", { type: "button" }, say("table_more", { n: left }));
  more.addEventListener("click", () => {
    put(rows.slice(AT_ONCE));
    more.remove();
  });
  return el("div", {}, made, more);
}

function named(label: string, one: Pointed, choose: (one: Pointed) => void): HTMLElement {
  const name = el("button", { type: "button", class: "name", "data-id": one.id }, el("bdi", {}, label));
  name.addEventListener("click", () => choose(one));
  return name;
}

function ownTable({ caption, columns, name, rows }: Table, say: Say, choose: (one: Pointed) => void): HTMLElement {
  const filled = rows.map(({ id, cells }) =>
    cells.map((cell, at) => (at === name && id ? named(cell, { what: "node", id }, choose) : el("bdi", {}, cell))),
  );
  return table(caption, columns, filled, say);
}

function nodesTable(seen: Seen, drawing: Drawing, say: Say, choose: (one: Pointed) => void): HTMLElement {
  const ties = new Map<string, number>();
  for (const tie of seen.ties) for (const end of [tie.a, tie.b]) ties.set(end, (ties.get(end) ?? 0) + 1);
  const rows = seen.nodes.map((node) => [
    named(node.label, { what: "node", id: node.id }, choose),
    drawing.terms.marks[node.mark] ?? node.kind,
    node.sub ?? "",
    say("n", { n: ties.get(node.id) ?? 0 }),
  ]);
  return table(say("table_nodes"), [say("name"), say("kind"), say("about"), say("ties")], rows, say);
}

function tiesTable(seen: Seen, drawing: Drawing, say: Say, choose: (one: Pointed) => void): HTMLElement {
  const labels = new Map(seen.nodes.map((node) => [node.id, node.label]));
  const rows = seen.ties.map((tie) => [
    named(labels.get(tie.a) ?? tie.a, { what: "node", id: tie.a }, choose),
    named(tie.label, { what: "tie", id: tie.id }, choose),
    named(labels.get(tie.b) ?? tie.b, { what: "node", id: tie.b }, choose),
    drawing.terms.certainty[tie.certainty] ?? tie.certainty,
    say("n", { n: tie.sources }),
    tie.status ?? "",
  ]);
  const columns = [say("from"), say("tie"), say("to"), say("certainty"), say("sources"), say("status")];
  return table(say("table_ties"), columns, rows, say);
}
