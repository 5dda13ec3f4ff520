// Labels that do not lie on each other: the more important ones first, each on the side where there is room.
import type { Box } from "../frame/view";
import type { Side } from "./layout";

export interface Wanted {
  id: string;
  x: number;
  y: number;
  /** Half the height of the mark. */
  radius: number;
  width: number;
  size: number;
  side: Side;
  lines: number;
  /** Drawn in any case. */
  must: boolean;
}

export interface Label {
  id: string;
  x: number;
  y: number;
  anchor: "start" | "middle" | "end";
  box: Box;
}

const CELL = 64;

/** Boxes by cells of a grid, so that thousands can be asked. */
export class Taken {
  private readonly cells = new Map<string, Box[]>();

  add(box: Box): void {
    this.each(box, (key) => {
      const cell = this.cells.get(key);
      if (cell) cell.push(box);
      else this.cells.set(key, [box]);
    });
  }

  free(box: Box): boolean {
    let free = true;
    this.each(box, (key) => {
      if (!free) return;
      for (const other of this.cells.get(key) ?? []) {
        if (
          box.x < other.x + other.width &&
          other.x < box.x + box.width &&
          box.y < other.y + other.height &&
          other.y < box.y + box.height
        ) {
          free = false;
          return;
        }
      }
    });
    return free;
  }

  private each(box: Box, visit: (key: string) => void): void {
    for (let x = Math.floor(box.x / CELL); x <= Math.floor((box.x + box.width) / CELL); x++) {
      for (let y = Math.floor(box.y / CELL); y <= Math.floor((box.y + box.height) / CELL); y++) visit(`${x} ${y}`);
    }
  }
}

const SIDES: Record<Side, Side[]> = {
  right: ["right", "below", "above"],
  left: ["left", "below", "above"],
  above: ["above", "below", "right"],
  below: ["below", "right", "left"],
  any: ["right", "left", "above", "below"],
};

function put(wanted: Wanted, side: Side): Label {
  const { id, x, y, radius, width, size, lines } = wanted;
  const off = radius + 4;
  const height = size * 1.2 * lines;
  const thick = height * 0.8; // lines of small letters may come this close
  if (side === "right") return { id, x: x + off, y: y - height / 2 + size * 0.96, anchor: "start", box: box(x + off, y - height / 2) };
  if (side === "left") return { id, x: x - off, y: y - height / 2 + size * 0.96, anchor: "end", box: box(x - off - width, y - height / 2) };
  const top = side === "above" ? y - off - height + 2 : y + off - 2;
  return { id, x, y: top + size * 0.95, anchor: "middle", box: box(x - width / 2, top) };
  function box(left: number, upper: number): Box {
    return { x: left, y: upper + (height - thick) / 2, width, height: thick };
  }
}

/** The labels that find room, and how many do not. `wanted` comes the most important first. */
export function placed(wanted: Wanted[], marks: Taken): { labels: Label[]; left: number } {
  const labels: Label[] = [];
  let left = 0;
  for (const one of wanted) {
    const tried = SIDES[one.side].map((side) => put(one, side));
    const found = tried.find((label) => marks.free(label.box)) ?? (one.must ? tried[0]! : null);
    if (found) {
      marks.add(found.box);
      labels.push(found);
    } else left++;
  }
  return { labels, left };
}
