// Movements: from one dated place of a person or a rising to the next, where the order of the two is certain.
import type { Point } from "../frame/view";
import { monthOf, type Stretch } from "../time/months";
import type { MapOptions, Span } from "./options";
import { projected } from "./projection";

export interface Move {
  who: string;
  from: Point;
  to: Point;
  /** The day of arrival: the earliest that is possible. */
  day: number;
}

interface Stop {
  place: string;
  span: Span;
}

function stops(options: MapOptions): Map<string, Stop[]> {
  const found = new Map<string, Stop[]>();
  const add = (who: string, place: string | null, span: Span): void => {
    if (!who || place === null || !options.spots[place] || span[0] === null || span[1] === null) return;
    const known = found.get(who);
    if (known) known.push({ place, span });
    else found.set(who, [{ place, span }]);
  };
  for (const rising of options.risings) for (const one of rising.episodes) add(rising.id, one.place, one.span);
  for (const one of options.happened) add(one.who, one.place, one.span);
  return found;
}

/** All movements; where two stops overlap in time nobody knows which was first, and no arrow is drawn. */
export function moves(options: MapOptions): Move[] {
  const made: Move[] = [];
  for (const [who, all] of stops(options)) {
    const inOrder = all.sort((a, b) => a.span[1]! - b.span[1]! || a.span[0]! - b.span[0]!);
    for (let at = 1; at < inOrder.length; at++) {
      const [one, next] = [inOrder[at - 1]!, inOrder[at]!];
      if (one.place === next.place || one.span[1]! >= next.span[0]!) continue;
      const [from, to] = [one, next].map(({ place }) => projected(options.spots[place]!.at)) as [Point, Point];
      made.push({ who, from, to, day: next.span[0]! });
    }
  }
  return made;
}

export function movesIn(all: Move[], stretch: Stretch): Move[] {
  return all.filter(({ day }) => monthOf(day) >= stretch.from && monthOf(day) <= stretch.to);
}
