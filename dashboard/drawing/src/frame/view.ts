// What a view is: it says what is where and paints it; the frame round it does all that views have in common.
import type { Certainty, Chosen, Drawing, NodeOf, TieOf } from "../data";
import type { Colours } from "../marks";
import type { Painter } from "../painter";
import type { Say } from "../words";
import type { Address } from "./host";
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
  /** A sample of the view's own, in the middle of the line at (x, y); returns how much room it took. */
  sample?: (painter: Painter, x: number, y: number, colours: Colours) => number;
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
  /** Instead of the tables of nodes and ties, on the page and in files. */
  table?: Table;
}

/** A table of the view's own; `name` is the column that is pressed to choose the row. */
export interface Table {
  caption: string;
  columns: string[];
  name: number;
  rows: { id: string; cells: string[] }[];
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
  /** The view finds out anew what is shown, and all of it is shown anew; nothing is there to be undone. */
  refresh(): void;
  /** Show everything (or `ids`). */
  fit(ids?: Iterable<string>): void;
  choose(chosen: Chosen): void;
  /** Change the arrangement; can be undone. */
  edit(change: (now: Memory["now"]) => void): void;
  /** The address of the page, where there is one. */
  readonly address?: Address;
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
  /** The pointer is pressed on something that only this view knows, as what opens; true: nothing else happens. */
  press?(point: Point, camera: Camera): boolean;
  /** The reader asks for more of a node; true: the view shows it by itself. */
  expand?(id: string): boolean;
  /** Shown between picture and legend. */
  below?: HTMLElement;
  /** How high the picture is best, between the height that the data say and this. */
  tallest?: number;
  /** Shown right of the picture, below it where there is little room. */
  beside?: HTMLElement;
  /** The same in files, below the picture; its height. */
  paintBeside?(painter: Painter, width: number): number;
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
