// What a picture remembers while data come and go: where things stand, what is pinned, hidden and chosen, and the way back.
import type { Chosen, Drawing, Saved } from "../data";

export interface Camera {
  x: number;
  y: number;
  k: number;
}

export interface Hint {
  side: "left" | "right" | "above" | "below" | "any";
  lift?: number;
}

interface Arrangement {
  places: Map<string, [number, number]>;
  pinned: Set<string>;
  hidden: Set<string>;
  settings: Map<string, string>;
}

const STEPS_BACK = 100;

export class Memory {
  camera: Camera | null = null;
  now: Arrangement = { places: new Map(), pinned: new Set(), hidden: new Set(), settings: new Map() };
  /** Ids that were shown last. */
  shown: string[] = [];
  chosen: Chosen = { nodes: [], tie: null };
  /** On which side a label reads best, and how far above its mark it stands; the last layout says it. */
  hints = new Map<string, Hint>();
  private past: Arrangement[] = [];
  private future: Arrangement[] = [];

  /** Change the arrangement so that it can be undone. */
  edit(change: (now: Arrangement) => void): void {
    this.past.push(copy(this.now));
    if (this.past.length > STEPS_BACK) this.past.shift();
    this.future = [];
    change(this.now);
  }

  get canUndo(): boolean {
    return this.past.length > 0;
  }

  get canRedo(): boolean {
    return this.future.length > 0;
  }

  undo(): boolean {
    return this.step(this.past, this.future);
  }

  redo(): boolean {
    return this.step(this.future, this.past);
  }

  private step(from: Arrangement[], to: Arrangement[]): boolean {
    const found = from.pop();
    if (!found) return false;
    to.push(copy(this.now));
    this.now = found;
    return true;
  }

  setting(name: string, otherwise: string): string {
    return this.now.settings.get(name) ?? otherwise;
  }

  /** Take over a view that was saved. */
  restore(saved: Saved): void {
    const { now } = this;
    now.places = new Map(Object.entries(saved.places ?? {}));
    now.pinned = new Set(saved.pinned ?? []);
    now.hidden = new Set(saved.hidden ?? []);
    now.settings = new Map(Object.entries(saved.settings ?? {}));
    this.shown = [...now.places.keys()];
    this.camera = saved.camera ?? null;
    this.hints = new Map(Object.entries(saved.hints ?? {}));
  }

  /** What a saved view keeps, places rounded to a tenth of a px. */
  saved(): Saved {
    const places = [...this.now.places].map(([id, [x, y]]): [string, [number, number]] => [id, [tenth(x), tenth(y)]]);
    return {
      places: Object.fromEntries(places),
      pinned: [...this.now.pinned].sort(),
      hidden: [...this.now.hidden].sort(),
      settings: Object.fromEntries([...this.now.settings].sort()),
      hints: Object.fromEntries(this.hints),
      ...(this.camera && { camera: this.camera }),
    };
  }
}

const tenth = (value: number): number => Math.round(value * 10) / 10;

function copy(one: Arrangement): Arrangement {
  return {
    places: new Map(one.places),
    pinned: new Set(one.pinned),
    hidden: new Set(one.hidden),
    settings: new Map(one.settings),
  };
}

const memories = new Map<string, Memory>();

/** The memory of a picture; it outlives the element that shows it. */
export function memoryOf(key: string, drawing: Drawing): Memory {
  const name = `${key} ${drawing.view}`;
  let found = memories.get(name);
  if (!found) {
    found = new Memory();
    if (drawing.saved) found.restore(drawing.saved);
    memories.set(name, found);
  }
  return found;
}
