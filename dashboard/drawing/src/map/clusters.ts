// Marks that would lie on each other stand as one, with all their numbers; it opens where it is clicked.
import type { Point } from "../frame/view";
import { size, type Mark } from "./marks";

export interface Cluster extends Point {
  /** The id of its first mark: it stays the same while the picture is moved. */
  id: string;
  marks: Mark[];
}

const NEAR = 13; // px between the middles of two marks that cannot be told apart

/** Clusters in px of the picture; the larger marks come first and gather the others. */
export function clustered(marks: Mark[], k: number, near = NEAR): Cluster[] {
  const made: Cluster[] = [];
  for (const mark of [...marks].sort((a, b) => size(b) - size(a) || Number(a.n) - Number(b.n))) {
    const [x, y] = [mark.x * k, mark.y * k];
    const found = made.find((one) => Math.hypot(one.x - x, one.y - y) < near);
    if (found) found.marks.push(mark);
    else made.push({ id: mark.id, x, y, marks: [mark] });
  }
  return made;
}

/** Would coming nearer tell them apart? Those of one place never come apart. */
export function parts(cluster: Cluster): boolean {
  return new Set(cluster.marks.map((mark) => mark.spot)).size > 1;
}

const GOLDEN = Math.PI * (3 - Math.sqrt(5));

/** Places round the middle for `n` things of `px` across: one ring for a few, a spiral for many. */
export function fan(n: number, px: number): Point[] {
  if (n <= 8) {
    const ring = Math.max(px * 1.4, (n * px * 1.15) / (2 * Math.PI));
    return Array.from({ length: n }, (_, at) => {
      const angle = (2 * Math.PI * at) / n - Math.PI / 2;
      return { x: ring * Math.cos(angle), y: ring * Math.sin(angle) };
    });
  }
  return Array.from({ length: n }, (_, at) => {
    const far = px * (1.1 + 0.62 * Math.sqrt(at + 0.5));
    return { x: far * Math.cos(at * GOLDEN), y: far * Math.sin(at * GOLDEN) };
  });
}
