// By generation: parents above children, husbands, wives and siblings in one row. Where there are no parents and
// children, from left to right by steps from the first, which reads like the sentence of a path.
import type { Size } from "../frame/view";
import { netOf, stepsFrom, type Net } from "./graph";
import { labelWidth, type Layout, type Spots } from "./layout";
import { byRising } from "./rising";

const ROW = 96;
const COLUMN = 60;
const LINE = 46;
const SAME = new Set(["SPOUSE_OF", "SIBLING_OF"]);

export const byGeneration: Layout = (net, room, about) => {
  const levels = generations(net);
  return levels ? inRows(net, levels, room) : fromLeft(net, room.width, about);
};

/** The row of each who has kin, parents first; null where nobody is anybody's child. */
export function generations(net: Net): Map<string, number> | null {
  const parents = net.ties.filter((tie) => tie.kind === "CHILD_OF");
  if (!parents.length) return null;
  const level = new Map<string, number>();
  for (const tie of net.ties) if (tie.double) level.set(tie.a, 0).set(tie.b, 0);
  // Rows are pushed down until nobody stands above a parent; a ring of parents, which is an error of sources, ends it.
  for (let round = 0; round < level.size; round++) {
    let moved = false;
    const lower = (id: string, to: number): void => {
      if (level.get(id)! >= to) return;
      level.set(id, to);
      moved = true;
    };
    for (const tie of net.ties) {
      if (tie.kind === "CHILD_OF") lower(tie.a, level.get(tie.b)! + 1);
      else if (SAME.has(tie.kind)) {
        lower(tie.a, level.get(tie.b)!);
        lower(tie.b, level.get(tie.a)!);
      }
    }
    if (!moved) break;
  }
  return level;
}

function inRows(net: Net, levels: Map<string, number>, room: Size): Spots {
  const lowest = Math.max(...levels.values());
  const rows: string[][] = Array.from({ length: lowest + 1 }, () => []);
  for (const [id, level] of levels) rows[level]!.push(id);
  const x = new Map<string, number>();
  const spots: Spots = new Map();
  rows.forEach((row, at) => {
    const wanted = (id: string): number => {
      const above = net.near.get(id)!.flatMap((other) => x.get(other) ?? []);
      return above.length ? above.reduce((sum, one) => sum + one, 0) / above.length : 0;
    };
    let edge = -Infinity;
    for (const id of [...row].sort((a, b) => wanted(a) - wanted(b))) {
      const half = labelWidth(net.byId.get(id)!, false) / 2 + 10;
      const here = Math.max(wanted(id), edge + half);
      x.set(id, here);
      edge = here + half;
      spots.set(id, { x: here, y: at * ROW, side: "below" });
    }
  });
  // Those without kin stand below, by rising.
  const others = netOf({ nodes: net.nodes.filter(({ id }) => !levels.has(id)), ties: net.ties }, new Set());
  const middle = spots.size ? [...spots.values()].reduce((sum, spot) => sum + spot.x, 0) / spots.size : 0;
  const below = byRising(others, room, null);
  const half = Math.max(0, ...[...below.values()].map((spot) => spot.x)) / 2;
  for (const [id, spot] of below) spots.set(id, { ...spot, x: spot.x + middle - half, y: spot.y + rows.length * ROW });
  return spots;
}

function fromLeft(net: Net, width: number, about: string | null): Spots {
  const spots: Spots = new Map();
  const first = about ?? net.nodes[0]?.id;
  if (first === undefined) return spots;
  const steps = stepsFrom(first, net);
  const farthest = Math.max(...steps.values());
  const columns: string[][] = Array.from({ length: farthest + 2 }, () => []);
  for (const { id } of net.nodes) columns[steps.get(id) ?? farthest + 1]!.push(id);
  const tallest = Math.max(...columns.map((column) => column.length));
  let x = 0;
  columns.forEach((column) => {
    if (!column.length) return;
    const step = (tallest / column.length) * LINE;
    const widest = Math.max(...column.map((id) => labelWidth(net.byId.get(id)!, net.byId.get(id)!.kind === "Uprising")));
    column.forEach((id, at) => spots.set(id, { x: x + widest / 2, y: (at + 0.5) * step, side: "below" }));
    x += Math.max(widest + COLUMN, Math.min(230, width / (columns.length + 1)));
  });
  return spots;
}
