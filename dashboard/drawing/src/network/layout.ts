// What a layout gives: where each node stands, and on which side its label reads best.
import type { Point, Size } from "../frame/view";
import { textWidth } from "../painter";
import type { NodeOf } from "../data";
import type { Net } from "./graph";

export type Side = "left" | "right" | "above" | "below" | "any";

export interface Spot extends Point {
  side: Side;
}

export type Spots = Map<string, Spot>;

/** Layouts are pure: the same network in the same room stands the same way. `about`: who stands in the middle. */
export type Layout = (net: Net, room: Size, about: string | null) => Spots;

export const LABEL = { size: 13, strong: false } as const;
export const STRONG = { size: 14, strong: true } as const;
export const LONGEST_LABEL = 260;

export function labelWidth(node: NodeOf, strong: boolean): number {
  return Math.min(LONGEST_LABEL, textWidth(node.label, strong ? STRONG : LABEL));
}

/** Blocks in columns, so that as little as possible of the room is left over. */
export interface Block {
  spots: Spots;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

const GAP = { x: 36, y: 26 };
const MOST_COLUMNS = 40;

export function packed(blocks: Block[], room: Size): Spots {
  let best: Spots = new Map();
  let largest = 0;
  for (let count = 1; count <= Math.min(MOST_COLUMNS, blocks.length); count++) {
    const tried = inColumns(blocks, count);
    const scale = Math.min(room.width / tried.width, room.height / tried.height);
    if (scale > largest) {
      largest = scale;
      best = tried.spots;
    }
    if (tried.width > 3 * room.width && count > 3 && scale < largest / 2) break;
  }
  return best;
}

function inColumns(blocks: Block[], count: number): { spots: Spots; width: number; height: number } {
  const columns = Array.from({ length: count }, () => ({ blocks: [] as Block[], height: 0, left: 0, right: 0 }));
  for (const block of blocks) {
    const column = columns.reduce((least, one) => (one.height < least.height ? one : least));
    column.blocks.push(block);
    column.height += block.bottom - block.top + GAP.y;
    column.left = Math.max(column.left, -block.left);
    column.right = Math.max(column.right, block.right);
  }
  const spots: Spots = new Map();
  let x = 0;
  for (const column of columns) {
    x += column.left;
    let y = 0;
    for (const block of column.blocks) {
      for (const [id, spot] of block.spots) spots.set(id, { ...spot, x: x + spot.x, y: y + spot.y - block.top });
      y += block.bottom - block.top + GAP.y;
    }
    x += column.right + GAP.x;
  }
  return { spots, width: Math.max(x, 1), height: Math.max(...columns.map((column) => column.height), 1) };
}
