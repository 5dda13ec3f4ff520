// What the pointer is on: a node first, then a tie.
import type { Camera } from "../frame/memory";
import { placeAt, type Point, type Pointed } from "../frame/view";
import type { Net } from "./graph";

const NODE_PX = 13;
const TIE_PX = 5;
const CELL = 60;
const MOST_TIES = 6000; // beyond so many a line cannot be meant by pointing at it

export class Nearest {
  private readonly cells = new Map<string, { id: string; at: Point }[]>();
  private readonly net: Net;
  private readonly place: (id: string) => Point | null;

  constructor(net: Net, place: (id: string) => Point | null) {
    this.net = net;
    this.place = place;
    for (const { id } of net.nodes) {
      const at = place(id);
      if (!at) continue;
      const key = `${Math.floor(at.x / CELL)} ${Math.floor(at.y / CELL)}`;
      const cell = this.cells.get(key);
      if (cell) cell.push({ id, at });
      else this.cells.set(key, [{ id, at }]);
    }
  }

  at(point: Point, camera: Camera): Pointed | null {
    const here = placeAt(camera, point);
    return this.node(here, Math.min(NODE_PX / camera.k, 4 * CELL)) ?? this.tie(here, TIE_PX / camera.k);
  }

  private node(here: Point, reach: number): Pointed | null {
    let best: string | null = null;
    let least = reach;
    for (let x = Math.floor((here.x - reach) / CELL); x <= Math.floor((here.x + reach) / CELL); x++) {
      for (let y = Math.floor((here.y - reach) / CELL); y <= Math.floor((here.y + reach) / CELL); y++) {
        for (const { id, at } of this.cells.get(`${x} ${y}`) ?? []) {
          const far = Math.hypot(at.x - here.x, at.y - here.y);
          if (far >= least) continue;
          least = far;
          best = id;
        }
      }
    }
    return best === null ? null : { what: "node", id: best };
  }

  private tie(here: Point, reach: number): Pointed | null {
    if (this.net.ties.length > MOST_TIES) return null;
    let best: string | null = null;
    let least = reach;
    for (const tie of this.net.ties) {
      const a = this.place(tie.a);
      const b = this.place(tie.b);
      if (!a || !b) continue;
      const far = fromLine(here, a, b);
      if (far < least) {
        least = far;
        best = tie.id;
      }
    }
    return best === null ? null : { what: "tie", id: best };
  }
}

/** How far a point is from a line between two others. */
export function fromLine(here: Point, a: Point, b: Point): number {
  const dx = b.x - a.x;
  const dy = b.y - a.y;
  const long = dx * dx + dy * dy;
  const part = long ? Math.max(0, Math.min(1, ((here.x - a.x) * dx + (here.y - a.y) * dy) / long)) : 0;
  return Math.hypot(here.x - a.x - part * dx, here.y - a.y - part * dy);
}
