// What a layout gives: where each node stands, and on which side its label reads best.
import type { Hint } from "../frame/memory";
import type { Point, Size } from "../frame/view";
import { fitted, textWidth } from "../painter";
import type { NodeOf } from "../data";
import type { Net } from "./graph";

export type Side = Hint["side"];

export interface Spot extends Point {
  side: Side;
  /** How far above its mark a label stands, where it heads a block. */
  lift?: number;
}

export type Spots = Map<string, Spot>;

/** Layouts are pure: the same network in the same room stands the same way. `about`: who stands in the middle. */
export type Layout = (net: Net, room: Size, about: string | null) => Spots;

export const LABEL = { size: 13, strong: false } as const;
export const STRONG = { size: 14, strong: true } as const;
/** Longer names are cut in the picture, and whole when pointed at, in the table and in files of data. */
export const LONGEST_LABEL = 150;

export function labelWidth(node: NodeOf, strong: boolean): number {
  if (!strong) return Math.min(LONGEST_LABEL, textWidth(node.label, LABEL));
  return Math.max(...inLines(node.label, STRONG).map((line) => textWidth(line, STRONG)));
}

const HUB_LINE = 164;

/** The name of a rising, in two lines where it is long. */
export function inLines(label: string, style: { size: number; strong: boolean }): string[] {
  if (textWidth(label, style) <= HUB_LINE) return [label];
  const words = label.split(/\s+/);
  let first = words.shift() ?? "";
  while (words.length && textWidth(`${first} ${words[0]}`, style) <= HUB_LINE) first += ` ${words.shift()}`;
  const lines = words.length ? [first, words.join(" ")] : [first];
  return lines.map((line) => fitted(line, HUB_LINE + 20, style));
}

/** Blocks in columns, so that as little as possible of the room is left over. */
export interface Block {
  spots: Spots;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

const GAP = { x: 18, y: 14 };
const MOST_COLUMNS = 40;
/** Up to here a picture grows downwards before it is made smaller. */
export const TALLEST = 1300;
const HIGH = 860; // what a window shows
const LEGIBLE = 0.55;

export function packed(blocks: Block[], room: Size): Spots {
  const tried = Array.from({ length: Math.min(MOST_COLUMNS, blocks.length) }, (_, at) => inColumns(blocks, at + 1));
  const score = (rate: (one: Columns) => number): Columns | undefined =>
    tried.reduce<Columns | undefined>((best, one) => (!best || rate(one) > rate(best) ? one : best), undefined);
  // Names do not shrink with the picture, so that too wide is worse than too high; where no name can be read from
  // afar in any case, the picture is to be as large as it can be.
  const wide = (one: Columns): number => Math.min(1, room.width / one.width);
  const named = score((one) => wide(one) ** 1.5 * Math.min(1, Math.max(room.height, HIGH) / one.height));
  if (named && wide(named) > LEGIBLE && named.height < TALLEST / LEGIBLE) return named.spots;
  return score((one) => Math.min(room.width / one.width, room.height / one.height))?.spots ?? new Map();
}

interface Columns {
  spots: Spots;
  width: number;
  height: number;
}

function inColumns(blocks: Block[], count: number): Columns {
  const columns = Array.from({ length: count }, () => ({ blocks: [] as Block[], height: 0, width: 0 }));
  for (const block of blocks) {
    const column = columns.reduce((least, one) => (one.height < least.height ? one : least));
    column.blocks.push(block);
    column.height += block.bottom - block.top + GAP.y;
    column.width = Math.max(column.width, block.right - block.left);
  }
  const spots: Spots = new Map();
  let x = 0;
  for (const column of columns) {
    let y = 0;
    for (const block of column.blocks) {
      const from = x + (column.width - block.left - block.right) / 2;
      for (const [id, spot] of block.spots) spots.set(id, { ...spot, x: from + spot.x, y: y + spot.y - block.top });
      y += block.bottom - block.top + GAP.y;
    }
    x += column.width + GAP.x;
  }
  return { spots, width: Math.max(x, 1), height: Math.max(...columns.map((column) => column.height), 1) };
}
