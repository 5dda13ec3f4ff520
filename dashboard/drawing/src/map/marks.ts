// What stands on the map in a stretch of time: a mark for each rising, or for each place the people it speaks of.
import type { Point } from "../frame/view";
import { within, type Certain, type Stretch } from "../time/months";
import type { HappenedOf, LayerName, MapOptions, RisingOf } from "./options";
import { projected } from "./projection";

export interface Mark extends Point {
  id: string;
  spot: string;
  /** Its number in the list; the list and the map are joined by it. */
  n: string;
  sure: boolean;
  /** Radii in px of the least and the greatest number; null where no source says one. */
  radii: [number, number] | null;
  /** How many people it speaks of, where it speaks of people. */
  people: number;
  /** Those people, or the rising itself. */
  of: string[];
  /** How far off it may be, in km. */
  off: number;
}

export interface Shown {
  marks: Mark[];
  /** What the layer holds in all, what of it is undated, has no place, or is of another time. */
  all: number;
  undated: number;
  nowhere: string[];
  elsewhere: number;
  /** Left out because their place is inexact and the reader hides such. */
  inexact: number;
  seen: Map<string, Certain>;
}

const LARGEST = 27; // px for 4,500 people
const OF = 4500;
const SMALLEST = 4.5;

export function radius(people: number): number {
  return Math.max(SMALLEST, LARGEST * Math.sqrt(people / OF));
}

export function radii(rising: RisingOf): [number, number] | null {
  const { least, greatest } = rising;
  if (least === null && greatest === null) return null;
  return [radius(least ?? greatest!), radius(greatest ?? least!)];
}

interface Asked {
  layer: LayerName;
  stretch: Stretch;
  /** Is that the whole time? Then what has no date is shown too. */
  whole: boolean;
  exact: boolean;
  hidden: Set<string>;
}

export function shown(options: MapOptions, asked: Asked): Shown {
  return asked.layer === "risings" ? risings(options, asked) : happenings(options, asked);
}

function allowed(certain: Certain, whole: boolean): boolean {
  return certain === "sure" || certain === "possible" || (certain === "undated" && whole);
}

function risings(options: MapOptions, asked: Asked): Shown {
  const made: Shown = { marks: [], all: 0, undated: 0, nowhere: [], elsewhere: 0, inexact: 0, seen: new Map() };
  options.risings.forEach((rising, at) => {
    if (asked.hidden.has(rising.id)) return;
    made.all++;
    const certain = within(rising.span, asked.stretch);
    if (certain === "undated") made.undated++;
    if (!allowed(certain, asked.whole)) {
      made.elsewhere += certain === "no" ? 1 : 0;
      return;
    }
    made.seen.set(rising.id, certain);
    const spot = rising.main === null ? undefined : options.spots[rising.main];
    if (!spot) made.nowhere.push(rising.id);
    else if (asked.exact && spot.off) made.inexact++;
    else {
      const mark = { id: rising.id, spot: rising.main!, n: String(at + 1), sure: certain !== "possible", people: 0 };
      made.marks.push({ ...mark, radii: radii(rising), of: [rising.id], off: spot.off, ...projected(spot.at) });
    }
  });
  return made;
}

function happenings(options: MapOptions, asked: Asked): Shown {
  const made: Shown = { marks: [], all: 0, undated: 0, nowhere: [], elsewhere: 0, inexact: 0, seen: new Map() };
  const places = new Map<string, HappenedOf[]>();
  for (const one of options.happened) {
    if (one.layer !== asked.layer || asked.hidden.has(one.who)) continue;
    made.all += one.people;
    const certain = within(one.span, asked.stretch);
    if (certain === "undated") made.undated += one.people;
    if (!allowed(certain, asked.whole)) {
      made.elsewhere += certain === "no" ? one.people : 0;
      continue;
    }
    if (one.who) made.seen.set(one.who, made.seen.get(one.who) === "sure" ? "sure" : certain);
    const spot = one.place === null ? undefined : options.spots[one.place];
    if (!spot) made.nowhere.push(one.who);
    else if (asked.exact && spot.off) made.inexact += one.people;
    else if (places.has(one.place!)) places.get(one.place!)!.push(one);
    else places.set(one.place!, [one]);
  }
  for (const [place, there] of places) made.marks.push(crowd(place, there, options, asked));
  made.marks.sort((a, b) => b.people - a.people || (a.id < b.id ? -1 : 1));
  return made;
}

function crowd(place: string, there: HappenedOf[], options: MapOptions, asked: Asked): Mark {
  const spot = options.spots[place]!;
  const of = [...new Set(there.map((one) => one.who).filter(Boolean))];
  const people = of.length + there.filter((one) => !one.who).reduce((sum, one) => sum + one.people, 0);
  const sure = there.some((one) => within(one.span, asked.stretch) !== "possible");
  return { id: place, spot: place, n: String(people), sure, radii: null, people, of, off: spot.off, ...projected(spot.at) };
}

/** How large a mark of people is: by their number, but never so large that it hides a district. */
export function discOf(people: number): number {
  return Math.min(24, 8 + 2.6 * Math.sqrt(people));
}

/** Half the height of a mark in px. */
export function size(mark: Mark): number {
  if (mark.people) return discOf(mark.people);
  return mark.radii ? mark.radii[1] : 8;
}
