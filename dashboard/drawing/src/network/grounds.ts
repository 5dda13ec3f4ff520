// By map and by time: places that the data give. Who has none stands beside the rest, and is counted.
import { geoMercator } from "d3-geo";
import type { NodeOf } from "../data";
import type { Net } from "./graph";
import { labelWidth, type Layout, type Spots } from "./layout";
import { Taken } from "./labels";

const SPACING = 17;

/** By map: where they were, north above. Several of one place stand close round it. */
export const byMap: Layout = (net) => {
  const there = net.nodes.filter((node) => node.at);
  const spots: Spots = new Map();
  if (there.length) {
    const points = { type: "MultiPoint" as const, coordinates: there.map((node) => [node.at![0], node.at![1]]) };
    const project = geoMercator();
    if (new Set(there.map((node) => `${node.at}`)).size > 1) project.fitSize([1100, 640], points);
    const taken = new Map<string, number>();
    for (const node of there) {
      const [x, y] = project([node.at![0], node.at![1]])!;
      const key = `${Math.round(x / 6)} ${Math.round(y / 6)}`;
      const before = taken.get(key) ?? 0;
      taken.set(key, before + 1);
      const angle = before * Math.PI * (3 - Math.sqrt(5));
      const radius = SPACING * Math.sqrt(before);
      spots.set(node.id, { x: x + radius * Math.cos(angle), y: y + radius * Math.sin(angle), side: "any" });
    }
  }
  aside(net.nodes.filter((node) => !node.at), spots);
  return spots;
};

/** What is not known stands in a column to the right. */
function aside(nodes: NodeOf[], spots: Spots): void {
  const right = Math.max(0, ...[...spots.values()].map(({ x }) => x)) + (spots.size ? 190 : 0);
  const rows = Math.max(30, Math.ceil(Math.sqrt(nodes.length * 6)));
  nodes.forEach((node, at) =>
    spots.set(node.id, { x: right + Math.floor(at / rows) * 190, y: (at % rows) * 21, side: "right" }),
  );
}

const DAY = 86_400_000;

export function dayOf(date: number): number {
  const month = Math.floor(date / 100) % 100;
  return Date.UTC(Math.floor(date / 10_000), Math.max(0, month - 1), Math.max(1, date % 100)) / DAY;
}

/** The middle of what is known of a time, in days; null where nothing is. */
export function middleOf(node: NodeOf): number | null {
  const [first, last] = node.when ?? [null, null];
  if (first === null && last === null) return null;
  return (dayOf(first ?? last!) + dayOf(last ?? first!)) / 2;
}

export interface TimeScale {
  x: (day: number) => number;
  years: number[];
}

const WIDTH = 1150;
const MOST_ROWS = 400;
const LONGEST_SPAN = 100; // years: beyond it the picture would be one of emptiness

/** The scale of time of a network: from its first year to its last. */
export function timeScale(net: Net): TimeScale | null {
  const days = net.nodes.flatMap((node) => middleOf(node) ?? []).sort((a, b) => a - b);
  if (!days.length) return null;
  const year = (day: number): number => new Date(day * DAY).getUTCFullYear();
  const to = year(days[days.length - 1]!) + 1;
  const from = Math.max(year(days[0]!), to - LONGEST_SPAN);
  const [start, end] = [dayOf(from * 10_000 + 101), dayOf(to * 10_000 + 101)];
  const every = Math.max(1, Math.ceil((to - from) / 12));
  const years = Array.from({ length: Math.ceil((to - from) / every) + 1 }, (_, at) => from + at * every);
  return { x: (day) => (WIDTH * (Math.max(day, start) - start)) / (end - start), years: years.filter((one) => one <= to) };
}

/** By time: from left to right, each in the first row that has room for it. */
export const byTime: Layout = (net) => {
  const scale = timeScale(net);
  const spots: Spots = new Map();
  const undated: NodeOf[] = [];
  const taken = new Taken();
  const dated = net.nodes.map((node) => ({ node, day: middleOf(node) })).sort((a, b) => (a.day ?? 0) - (b.day ?? 0));
  for (const { node, day } of dated) {
    if (day === null || !scale) {
      undated.push(node);
      continue;
    }
    const x = scale.x(day);
    const width = net.nodes.length > 600 ? 10 : labelWidth(node, false) + 30;
    let row = 0;
    while (row < MOST_ROWS && !taken.free({ x: x - 8, y: row * 24, width, height: 20 })) row++;
    taken.add({ x: x - 8, y: row * 24, width, height: 20 });
    spots.set(node.id, { x, y: row * 24 + 10, side: "right" });
  }
  aside(undated, spots);
  return spots;
};
