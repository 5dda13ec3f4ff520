// The card of what is chosen, where no server shows it: from the data that came with the picture.
import type { Chosen, Drawing, EvidenceOf, NodeOf, TieOf } from "../data";
import type { Say } from "../words";
import { el } from "./dom";

export function cardOf(chosen: Chosen, drawing: Drawing, say: Say, choose: (chosen: Chosen) => void): HTMLElement | null {
  if (chosen.tie) {
    const tie = drawing.ties.find((one) => one.id === chosen.tie);
    return tie ? tieCard(tie, drawing, say) : null;
  }
  const node = drawing.nodes.find((one) => one.id === chosen.nodes[0]);
  return node && chosen.nodes.length === 1 ? nodeCard(node, drawing, say, choose) : null;
}

function sayings(evidence: EvidenceOf[] | undefined, say: Say): HTMLElement {
  if (!evidence?.length) return el("p", { class: "soft" }, say("no_evidence"));
  const rows = evidence.map((one) =>
    el(
      "li",
      {},
      el("bdi", {}, one.source),
      one.locator ? el("span", { class: "soft" }, `, ${one.locator}`) : null,
      one.status ? el("span", { class: "status" }, one.status) : null,
      one.quote ? el("blockquote", { dir: "auto" }, one.quote) : null,
    ),
  );
  return el("ul", {}, ...rows);
}

function tieCard(tie: TieOf, drawing: Drawing, say: Say): HTMLElement {
  const label = (id: string): string => drawing.nodes.find((one) => one.id === id)?.label ?? id;
  const sure = `${drawing.terms.certainty[tie.certainty] ?? tie.certainty} · ${say("n_sources", { n: tie.sources })}`;
  return el(
    "aside",
    { class: "card", "aria-label": say("card") },
    el("h3", {}, el("bdi", {}, label(tie.a)), ` – ${tie.label} – `, el("bdi", {}, label(tie.b))),
    el("p", { class: "soft" }, tie.status ? `${sure} · ${tie.status}` : sure),
    sayings(tie.evidence, say),
  );
}

const TIES_AT_ONCE = 40;

function nodeCard(node: NodeOf, drawing: Drawing, say: Say, choose: (chosen: Chosen) => void): HTMLElement {
  const labels = new Map(drawing.nodes.map((one) => [one.id, one.label]));
  const own = drawing.ties.filter((tie) => tie.a === node.id || tie.b === node.id);
  const ties = own.slice(0, TIES_AT_ONCE).map((tie) => {
    const other = tie.a === node.id ? tie.b : tie.a;
    const name = el("button", { type: "button", class: "name" }, el("bdi", {}, labels.get(other) ?? other));
    name.addEventListener("click", () => choose({ nodes: [other], tie: null }));
    const why = el("button", { type: "button", class: "name soft" }, tie.label);
    why.addEventListener("click", () => choose({ nodes: [], tie: tie.id }));
    return el("li", {}, name, " · ", why);
  });
  const left = own.length - ties.length;
  return el(
    "aside",
    { class: "card", "aria-label": say("card") },
    el("p", { class: "soft" }, drawing.terms.marks[node.mark] ?? node.kind),
    el("h3", {}, el("bdi", {}, node.label)),
    node.sub ? el("p", {}, node.sub) : null,
    ...(node.facts ?? []).map(([name, value]) => el("p", {}, el("span", { class: "soft" }, `${name}: `), value)),
    node.evidence ? sayings(node.evidence, say) : null,
    el("h4", {}, say("n_ties", { n: own.length })),
    el("ul", {}, ...ties),
    left > 0 ? el("p", { class: "soft" }, say("and_more", { n: left })) : null,
  );
}
