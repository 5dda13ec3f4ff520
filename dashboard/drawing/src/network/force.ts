// By forces: who is tied stands near. It begins from the layout by rising and has no chance in it, so that the same
// network comes out the same.
import Graph from "graphology";
import forceAtlas2 from "graphology-layout-forceatlas2";
import noverlap from "graphology-layout-noverlap";
import type { Layout, Spots } from "./layout";
import { byRising } from "./rising";

const WORK = 150_000; // nodes times rounds, so that thousands open within seconds too
const APART = 16;

export const byForce: Layout = (net, room, about) => {
  if (net.nodes.length < 2) return byRising(net, room, about);
  const graph = new Graph({ type: "undirected" });
  const turn = Math.PI * (3 - Math.sqrt(5));
  const start = byRising(net, room, about);
  net.nodes.forEach(({ id }, at) => {
    // Nudged from where it stood, since forces cannot part what lies in one line.
    const from = start.get(id)!;
    graph.addNode(id, { x: from.x + Math.cos(at * turn), y: from.y + Math.sin(at * turn), size: 8 });
  });
  for (const [id, near] of net.near) for (const other of near) if (id < other) graph.addEdge(id, other);
  const rounds = Math.max(24, Math.min(500, Math.round(WORK / net.nodes.length)));
  const settings = { ...forceAtlas2.inferSettings(graph), barnesHutOptimize: net.nodes.length > 400, adjustSizes: false };
  forceAtlas2.assign(graph, { iterations: rounds, settings: { ...settings, gravity: 1.2, scalingRatio: 12, barnesHutTheta: 0.9 } });
  spread(graph, net.nodes.length);
  if (net.nodes.length < 1500) noverlap.assign(graph, { maxIterations: 60, settings: { margin: 6, ratio: 1.1 } });
  const spots: Spots = new Map();
  graph.forEachNode((id, { x, y }) => spots.set(id, { x: Math.round(x), y: Math.round(y), side: "any" }));
  return spots;
};

/** Forces know no px: the picture is made so large that each node has room for its mark and a short name. */
function spread(graph: Graph, count: number): void {
  let reach = 1;
  graph.forEachNode((_, { x, y }) => (reach = Math.max(reach, Math.abs(x), Math.abs(y))));
  const wanted = Math.max(160, Math.sqrt(count) * (count > 600 ? APART : 44));
  graph.updateEachNodeAttributes((_, at) => ({ ...at, x: (at["x"] / reach) * wanted * 1.35, y: (at["y"] / reach) * wanted }));
}
