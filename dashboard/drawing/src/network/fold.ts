// People who are tied to one rising only are folded into it, with their number: what is left is who connects what.
import type { Drawing, NodeOf, TieOf } from "../data";
import { isHub, netOf } from "./graph";

export function folded(drawing: Pick<Drawing, "nodes" | "ties">, hidden: ReadonlySet<string>): Pick<Drawing, "nodes" | "ties"> {
  const net = netOf(drawing, hidden);
  const hubs = new Set(net.nodes.filter((node) => isHub(node, net)).map((node) => node.id));
  const into = new Map<string, string>();
  for (const node of net.nodes) {
    const near = net.near.get(node.id)!;
    if (!hubs.has(node.id) && near.length === 1 && hubs.has(near[0]!)) into.set(node.id, near[0]!);
  }
  const counts = new Map<string, number>();
  for (const hub of into.values()) counts.set(hub, (counts.get(hub) ?? 0) + 1);
  const nodes: NodeOf[] = net.nodes
    .filter((node) => !into.has(node.id))
    .map((node) => (counts.has(node.id) ? { ...node, members: (node.members ?? 0) + counts.get(node.id)! } : node));
  const ties: TieOf[] = net.ties.filter((tie) => !into.has(tie.a) && !into.has(tie.b));
  return { nodes, ties };
}
