// Places stay when nodes come and go: what stood somewhere stands there still, what is new finds room near its own.
import type { Point } from "../frame/view";
import type { Net } from "./graph";
import { labelWidth } from "./layout";
import { Taken } from "./labels";

const FIRST_RING = 84;
const RING = 40;
const RINGS = 30;
const ROW = 20;

/** Places for those of the network that have none in `known`. */
export function newcomers(net: Net, known: ReadonlyMap<string, [number, number]>): Map<string, [number, number]> {
  const taken = new Taken();
  const places = new Map<string, [number, number]>();
  const settle = (id: string, at: [number, number]): void => {
    places.set(id, at);
    taken.add(roomOf(id, at, net));
  };
  for (const node of net.nodes) {
    const at = known.get(node.id);
    if (at) settle(node.id, at);
  }
  const fresh = net.nodes.filter((node) => !known.has(node.id)).map((node) => node.id);
  let below = Math.max(0, ...[...places.values()].map(([, y]) => y)) + 60;
  let open = fresh;
  while (open.length) {
    const next = open.filter((id) => net.near.get(id)!.some((other) => places.has(other)));
    // Those who are tied to nobody here stand below all others.
    const now = next.length ? next : [open[0]!];
    for (const id of now) {
      const anchors = net.near.get(id)!.flatMap((other) => places.get(other) ?? []);
      const from = anchors.length ? middle(anchors) : { x: 0, y: (below += ROW) };
      settle(id, freeNear(id, from, net, taken));
    }
    open = open.filter((id) => !places.has(id));
  }
  return new Map(fresh.map((id) => [id, places.get(id)!]));
}

function middle(flat: number[]): Point {
  let x = 0;
  let y = 0;
  for (let at = 0; at < flat.length; at += 2) {
    x += flat[at]!;
    y += flat[at + 1]!;
  }
  return { x: (2 * x) / flat.length, y: (2 * y) / flat.length };
}

function roomOf(id: string, [x, y]: [number, number], net: Net): { x: number; y: number; width: number; height: number } {
  return { x: x - 10, y: y - ROW / 2, width: labelWidth(net.byId.get(id)!, false) + 26, height: ROW };
}

function freeNear(id: string, from: Point, net: Net, taken: Taken): [number, number] {
  for (let ring = 0; ring < RINGS; ring++) {
    const radius = FIRST_RING + ring * RING;
    const count = Math.round((2 * Math.PI * radius) / 56);
    for (let step = 0; step < count; step++) {
      const angle = (2 * Math.PI * (step + (ring % 2) / 2)) / count;
      const at: [number, number] = [from.x + radius * Math.cos(angle), from.y + radius * Math.sin(angle)];
      if (taken.free(roomOf(id, at, net))) return at;
    }
  }
  return [from.x + FIRST_RING + RINGS * RING, from.y];
}
