// Marks of entities and lines of ties: shape says what it is, line how sure; colour only helps.
import type { Certainty, Look, NodeOf, TieOf } from "./data";
import type { Painter, Stroke } from "./painter";

export type Colours = Record<string, string>;

/** Which colour a thing has. */
export function colour(colours: Colours, name: string): string {
  return colours[name] ?? colours["ink"]!;
}

const DASHES: Record<Certainty, number[]> = {
  certain: [],
  probable: [10, 5],
  possible: [5, 4],
  doubtful: [0.1, 6],
  not_rated: [],
};

/** The pen of a tie; one that nobody rated is a hairline, one that speaks of several is as thick as they are many. */
export function pen(tie: Pick<TieOf, "certainty" | "sources" | "members">, ink: string, factor = 1): Stroke {
  if (tie.members) return { colour: ink, width: Math.min(8, Math.log2(1 + tie.members)) * factor };
  const width = tie.certainty === "not_rated" ? (tie.sources > 1 ? 2 : 1) : tie.sources > 1 ? 3 : 1.5;
  const round = tie.certainty === "doubtful";
  return { colour: ink, width: (round ? Math.max(width, 2) : width) * factor, dash: DASHES[tie.certainty], round };
}

/** A tie from point to point; kinship is a double line. */
export function drawTie(
  painter: Painter,
  tie: Pick<TieOf, "certainty" | "sources" | "double" | "members">,
  a: { x: number; y: number },
  b: { x: number; y: number },
  ink: string,
  opacity = 1,
  factor = 1,
): void {
  const stroke = pen(tie, ink, factor);
  if (!tie.double) {
    painter.line(a.x, a.y, b.x, b.y, stroke, opacity);
    return;
  }
  const length = Math.hypot(b.x - a.x, b.y - a.y) || 1;
  const off = 1.6 + stroke.width / 2;
  const dx = (-(b.y - a.y) / length) * off;
  const dy = ((b.x - a.x) / length) * off;
  painter.line(a.x + dx, a.y + dy, b.x + dx, b.y + dy, stroke, opacity);
  painter.line(a.x - dx, a.y - dy, b.x - dx, b.y - dy, stroke, opacity);
}

/** The mark of an entity in the middle of (x, y), `size` px high, on a ground that lines do not shine through. */
export function drawMark(
  painter: Painter,
  look: Look,
  node: Pick<NodeOf, "mark" | "group">,
  x: number,
  y: number,
  size: number,
  colours: Colours,
  opacity = 1,
): void {
  const shape = look.shapes[node.mark] ?? look.shapes["organisation"]!;
  const scale = size / 100;
  if (HOLLOW.has(node.mark)) painter.circle(x, y, size * 0.36, { fill: colour(colours, "paper") });
  const place = { x: x - (shape.width / 2) * scale, y: y - 50 * scale, scale };
  painter.path(shape.path, { fill: colour(colours, node.group), opacity }, place);
}

const HOLLOW = new Set(["accused", "soviet", "witness", "side_unknown"]);
