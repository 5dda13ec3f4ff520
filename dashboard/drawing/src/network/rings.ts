// In circles: one in the middle, those one step away round it, those two steps away round them.
import { stepsFrom } from "./graph";
import type { Layout, Spots } from "./layout";

const STEP = 96;
const ARC = 34; // px of a circle for each

export const concentric: Layout = (net, _room, about) => {
  const spots: Spots = new Map();
  if (!net.nodes.length) return spots;
  const middle = about ?? net.nodes.reduce((a, b) => (net.near.get(b.id)!.length > net.near.get(a.id)!.length ? b : a)).id;
  const steps = stepsFrom(middle, net);
  const farthest = Math.max(...steps.values());
  const rings: string[][] = Array.from({ length: farthest + 2 }, () => []);
  for (const { id } of net.nodes) rings[steps.get(id) ?? farthest + 1]!.push(id);
  const angles = new Map<string, number>();
  let radius = 0;
  rings.forEach((ring, step) => {
    if (!ring.length) return;
    if (step) radius = Math.max(radius + STEP, (ring.length * ARC) / (2 * Math.PI));
    // Each stands where its neighbours of the circle within stand, as far as there is room.
    const wanted = (id: string): number => {
      const inner = net.near.get(id)!.flatMap((other) => angles.get(other) ?? []);
      if (!inner.length) return Infinity;
      return Math.atan2(inner.reduce((sum, at) => sum + Math.sin(at), 0), inner.reduce((sum, at) => sum + Math.cos(at), 0));
    };
    const order = step > 1 ? [...ring].map((id) => [id, wanted(id)] as const).sort((a, b) => a[1] - b[1]).map(([id]) => id) : ring;
    order.forEach((id, at) => {
      const angle = -Math.PI + (2 * Math.PI * (at + 0.5)) / order.length;
      if (step) angles.set(id, angle);
      const side = Math.abs(Math.cos(angle)) < 0.25 ? (Math.sin(angle) < 0 ? "above" : "below") : Math.cos(angle) < 0 ? "left" : "right";
      spots.set(id, { x: 1.25 * radius * Math.cos(angle), y: radius * Math.sin(angle), side: step ? side : "below" });
    });
  });
  return spots;
};
