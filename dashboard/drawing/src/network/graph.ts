// The network that is shown: nodes and ties that are not hidden, and who is next to whom.
import type { Drawing, NodeOf, TieOf } from "../data";

export interface Net {
  nodes: NodeOf[];
  ties: TieOf[];
  byId: Map<string, NodeOf>;
  /** Ids next to each id, each once, in the order of the data. */
  near: Map<string, string[]>;
  tiesOf: Map<string, TieOf[]>;
}

/** Kinds in which people meet: middles of blocks in the layout by rising. */
const MEETINGS = new Set(["Uprising", "Episode", "Case", "Organisation", "Measure", "Review"]);

export function netOf(drawing: Pick<Drawing, "nodes" | "ties">, hidden: ReadonlySet<string>): Net {
  const nodes = drawing.nodes.filter((node) => !hidden.has(node.id));
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const ties = drawing.ties.filter((tie) => byId.has(tie.a) && byId.has(tie.b) && tie.a !== tie.b);
  const near = new Map<string, string[]>(nodes.map((node) => [node.id, []]));
  const tiesOf = new Map<string, TieOf[]>(nodes.map((node) => [node.id, []]));
  const pairs = new Set<string>();
  for (const tie of ties) {
    tiesOf.get(tie.a)!.push(tie);
    tiesOf.get(tie.b)!.push(tie);
    const pair = tie.a < tie.b ? `${tie.a}\n${tie.b}` : `${tie.b}\n${tie.a}`;
    if (pairs.has(pair)) continue;
    pairs.add(pair);
    near.get(tie.a)!.push(tie.b);
    near.get(tie.b)!.push(tie.a);
  }
  return { nodes, ties, byId, near, tiesOf };
}

/** Nodes round which others are gathered: risings, and whatever else people meet in. */
export function isHub(node: NodeOf, net: Net): boolean {
  if (node.kind === "Uprising") return true;
  if (!MEETINGS.has(node.kind)) return false;
  const near = net.near.get(node.id) ?? [];
  const people = near.filter((id) => net.byId.get(id)!.kind === "Person").length;
  return people > (node.kind === "Episode" ? 0 : 1) || (node.kind === "Episode" && !near.length);
}

/** Parts of the network without ties between them, the largest first. */
export function partsOf(net: Net): string[][] {
  const seen = new Set<string>();
  const parts: string[][] = [];
  for (const { id } of net.nodes) {
    if (seen.has(id)) continue;
    const part = [id];
    seen.add(id);
    for (let at = 0; at < part.length; at++) {
      for (const other of net.near.get(part[at]!)!) {
        if (seen.has(other)) continue;
        seen.add(other);
        part.push(other);
      }
    }
    parts.push(part);
  }
  return parts.sort((a, b) => b.length - a.length);
}

/** Steps from `from` to each id that can be reached. */
export function stepsFrom(from: string, net: Net): Map<string, number> {
  const steps = new Map([[from, 0]]);
  const queue = [from];
  for (let at = 0; at < queue.length; at++) {
    for (const other of net.near.get(queue[at]!) ?? []) {
      if (steps.has(other)) continue;
      steps.set(other, steps.get(queue[at]!)! + 1);
      queue.push(other);
    }
  }
  return steps;
}
