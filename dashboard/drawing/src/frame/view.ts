// What a view is: it says what is where and paints it; the frame round it does all that views have in common.
import type { Certainty, Chosen, Drawing, NodeOf, TieOf } from "../data";
import type { Colours } from "../marks";
import type { Painter } from "../painter";
import type { Say } from "../words";
import type { Camera, Memory } from "./memory";

export interface Point {
  x: number;
  y: number;
}

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Size {
  width: number;
  height: number;
}

export interface Pointed {
  what: "node" | "tie";
  id: string;
}

export interface LegendEntry {
  row: "nodes" | "ties" | "notes";
  label: string;
  n?: number;
  mark?: Pick<NodeOf, "mark" | "group">;
  line?: { certainty: Certainty; sources: number; double?: boolean };
}

/** A button, or a choice of one from several, in the bar above the picture. */
export type Tool =
  | { kind: "button"; name: string; label: string; title?: string; off?: boolean; pressed?: boolean; run: () => void }
  | { kind: "choice"; name: string; label: string; value: string; options: [string, string][]; set: (value: string) => void };

export interface Placed extends NodeOf, Point {}

/** The part of the data that is seen, with places in px: what exports of data and the table show. */
export interface Seen {
  nodes: Placed[];
  ties: TieOf[];
}

/** What the frame gives to a view. */
export interface Stage {
  drawing: Drawing;
  memory: Memory;
  say: Say;
  /** Colours of the theme that the page has now. */
  colours(): Colours;
  size(): Size;
  /** Paint again. */
  repaint(): void;
  /** Something else than the camera changed: legend, table and bar are made anew too. */
  changed(): void;
  /** Show everything (or `ids`). */
  fit(ids?: Iterable<string>): void;
  choose(chosen: Chosen): void;
  /** Change the arrangement; can be undone. */
  edit(change: (now: Memory["now"]) => void): void;
}

export interface View {
  /** The data, the arrangement or the size changed: find out anew what is shown where. */
  update(): void;
  /** What is to be fitted into the picture, at scale 1; labels keep their size in px whatever the scale `k` is. */
  bounds(k: number): Box;
  /** Paint, in px of the picture. `lit` is what the pointer is on. */
  paint(painter: Painter, camera: Camera, size: Size, lit: Pointed | null): void;
  /** What is at a point of the picture. */
  at(point: Point, camera: Camera): Pointed | null;
  /** Where something stands, in px at scale 1. */
  place(id: string): Point | null;
  legend(): LegendEntry[];
  seen(): Seen;
  tools(): Tool[];
  /** A node is dragged to a place; `done` when it is let go. Without it nothing can be dragged. */
  drag?(id: string, to: Point, done: boolean): void;
  /** Shown between picture and legend. */
  below?: HTMLElement;
  /** How high the picture is best, between the height that the data say and this. */
  tallest?: number;
  /** How far one can zoom in and out; [0.1, 8] unless said. */
  zoom?: [number, number];
  destroy?(): void;
}

export type MakeView = (stage: Stage) => View;

/** From places at scale 1 to px of the picture. */
export function seenAt(camera: Camera, point: Point): Point {
  return { x: point.x * camera.k + camera.x, y: point.y * camera.k + camera.y };
}

export function placeAt(camera: Camera, point: Point): Point {
  return { x: (point.x - camera.x) / camera.k, y: (point.y - camera.y) / camera.k };
}
