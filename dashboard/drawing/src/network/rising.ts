// By rising, the default: a rising in the middle, its people in columns with their names outside, people of two
// risings between them. Every name can be read, and the picture is the same each time.
import type { NodeOf } from "../data";
import { isHub, partsOf, type Net } from "./graph";
import { STRONG, inLines, labelWidth, packed, type Block, type Layout, type Spots } from "./layout";

const ROW = 17;
const REACH = 78; // from the middle to the columns
const NAME = 26; // room for the name of a rising above it, in one line
const ROWS = 16; // longer columns are doubled
const CROWD = 240; // so many that names are only for who comes nearer: they stand in a disc
const DISC = 15;
const MOST_TOGETHER = 10; // more risings than this below each other are a ladder, not a picture
const MOST_PEOPLE_TOGETHER = 200;

export const byRising: Layout = (net, room) => {
  const blocks: Block[] = [];
  const singles: NodeOf[] = [];
  for (const part of partsOf(net)) {
    const nodes = part.map((id) => net.byId.get(id)!);
    if (nodes.length === 1 && !isHub(nodes[0]!, net)) singles.push(nodes[0]!);
    else blocks.push(...blocksOf(nodes, net));
  }
  if (singles.length) blocks.push(listed(singles));
  return packed(blocks, room);
};

/** Hubs of a part in an order in which neighbours follow each other; a part without hubs has its best tied as one. */
function hubsOf(nodes: NodeOf[], net: Net): string[] {
  const hubs = nodes.filter((node) => isHub(node, net)).map((node) => node.id);
  if (!hubs.length) {
    const best = nodes.reduce((a, b) => (net.near.get(b.id)!.length > net.near.get(a.id)!.length ? b : a));
    return [best.id];
  }
  const left = new Set(hubs);
  const order: string[] = [];
  const close = (id: string): string[] =>
    net.near.get(id)!.flatMap((other) => (left.has(other) ? [other] : net.near.get(other)!.filter((far) => left.has(far))));
  while (left.size) {
    let here: string | undefined = [...left][0];
    while (here !== undefined) {
      left.delete(here);
      order.push(here);
      here = close(here)[0] ?? order.slice(-4).reverse().flatMap(close)[0];
    }
  }
  return order;
}

/** For each that is no hub, the hubs it hangs on: those next to it, else those of its neighbours. */
function hangings(nodes: NodeOf[], hubs: string[], net: Net): Map<string, number[]> {
  const place = new Map(hubs.map((id, at) => [id, at]));
  const found = new Map<string, number[]>();
  let open = nodes.filter((node) => !place.has(node.id)).map((node) => node.id);
  for (const id of open) {
    const own = net.near.get(id)!.flatMap((other) => place.get(other) ?? []);
    if (own.length) found.set(id, own.sort((a, b) => a - b));
  }
  open = open.filter((id) => !found.has(id));
  while (open.length) {
    const next = open.flatMap((id) => {
      const through = net.near.get(id)!.find((other) => found.has(other));
      return through === undefined ? [] : [[id, found.get(through)!.slice(-1)] as const];
    });
    for (const [id, own] of next) found.set(id, own);
    open = open.filter((id) => !found.has(id));
    if (!next.length) break;
  }
  for (const id of open) found.set(id, [0]);
  return found;
}

/** One block for all hubs of a part, the shared people between them; of many hubs each has a block of its own. */
function blocksOf(nodes: NodeOf[], net: Net): Block[] {
  const hubs = hubsOf(nodes, net);
  const hanging = hangings(nodes, hubs, net);
  if (hubs.length <= MOST_TOGETHER && nodes.length <= MOST_PEOPLE_TOGETHER) return [blockOf(hubs, hanging, net)];
  const parts = hubs.map(() => new Map<string, number[]>());
  for (const [id, at] of hanging) parts[at[0]!]!.set(id, [0]);
  return hubs.map((hub, at) => blockOf([hub], parts[at]!, net));
}

function blockOf(hubs: string[], hanging: Map<string, number[]>, net: Net): Block {
  const own: string[][] = hubs.map(() => []);
  const between: string[][] = hubs.map(() => []);
  for (const [id, at] of hanging) {
    const last = at[at.length - 1]!;
    (at.length > 1 ? between : own)[last]!.push(id);
  }
  const block: Block = { spots: new Map(), left: -60, right: 60, top: 0, bottom: 0 };
  let y = 0;
  hubs.forEach((hub, at) => {
    y = columns(between[at]!, y, REACH * 0.6, block, net);
    y += NAME + (inLines(net.byId.get(hub)!.label, STRONG).length - 1) * 16;
    const middle = crowded(own[at]!, y, block) ?? around(own[at]!, y, block, net);
    block.spots.set(hub, { x: 0, y: middle.at, side: "above", lift: middle.at - y });
    const half = labelWidth(net.byId.get(hub)!, true) / 2;
    block.left = Math.min(block.left, -half);
    block.right = Math.max(block.right, half);
    y = middle.end;
  });
  block.bottom = y;
  return block;
}

interface Middle {
  at: number;
  end: number;
}

/** The hub in the middle of its own people; its name heads them. */
function around(ids: string[], from: number, block: Block, net: Net): Middle {
  const rows = Math.ceil(ids.length / (2 * Math.max(1, Math.ceil(ids.length / (2 * ROWS)))));
  const at = from + Math.max(0, ((rows - 1) * ROW) / 2);
  const end = columns(ids, from, REACH, block, net);
  return { at, end: Math.max(end, from + ROW) };
}

/** People in columns left and right from `y` down; where the next begins. */
function columns(ids: string[], y: number, reach: number, block: Block, net: Net): number {
  if (!ids.length) return y;
  const pairs = Math.max(1, Math.ceil(ids.length / (2 * ROWS)));
  const rows = Math.ceil(ids.length / (2 * pairs));
  let reached = [reach, reach];
  for (let pair = 0; pair < pairs; pair++) {
    const next = [...reached];
    [0, 1].forEach((half) => {
      const from = (pair * 2 + half) * rows;
      const some = ids.slice(from, from + rows);
      const sign = half ? 1 : -1;
      some.forEach((id, row) => {
        const bow = some.length > 2 ? 10 * Math.cos(((row - (some.length - 1) / 2) / some.length) * Math.PI) - 10 : 0;
        block.spots.set(id, { x: sign * (reached[half]! + bow), y: y + row * ROW, side: half ? "right" : "left" });
      });
      const widest = Math.max(0, ...some.map((id) => labelWidth(net.byId.get(id)!, false)));
      const edge = reached[half]! + 12 + widest;
      if (half) block.right = Math.max(block.right, edge + 8);
      else block.left = Math.min(block.left, -edge - 8);
      next[half] = edge + 22;
    });
    reached = next;
  }
  return y + rows * ROW;
}

/** Hundreds stand in a disc round their rising, like the seeds of a sunflower. */
function crowded(ids: string[], from: number, block: Block): Middle | null {
  if (ids.length < CROWD) return null;
  const outer = 60 + DISC * Math.sqrt(ids.length);
  const middle = from + outer;
  const turn = Math.PI * (3 - Math.sqrt(5));
  ids.forEach((id, at) => {
    const radius = 60 + DISC * Math.sqrt(at);
    block.spots.set(id, { x: radius * Math.cos(at * turn), y: middle + radius * Math.sin(at * turn), side: "any" });
  });
  block.left = Math.min(block.left, -outer);
  block.right = Math.max(block.right, outer);
  return { at: middle, end: middle + outer + ROW };
}

/** Those without ties, in a list of columns. */
function listed(nodes: NodeOf[]): Block {
  const spots: Spots = new Map();
  const widest = Math.min(200, Math.max(...nodes.map((node) => labelWidth(node, false)))) + 40;
  const rows = Math.max(1, Math.ceil(Math.sqrt(nodes.length * (widest / ROW) * 0.7)));
  nodes.forEach((node, at) =>
    spots.set(node.id, { x: Math.floor(at / rows) * widest, y: (at % rows) * ROW, side: "right" }),
  );
  return { spots, left: -10, right: Math.ceil(nodes.length / rows) * widest, top: 0, bottom: rows * ROW };
}
