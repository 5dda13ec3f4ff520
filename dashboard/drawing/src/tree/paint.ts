// Painting a family: unions as bars, children on brackets below them, what is adopted or only supposed in dashes.
import type { Chosen, Look, NodeOf, TieOf } from "../data";
import type { Camera } from "../frame/memory";
import { seenAt, type Point, type Pointed, type Size } from "../frame/view";
import { drawMark, drawTie, pen, type Colours } from "../marks";
import { fitted, textWidth, type Painter, type Stroke } from "../painter";
import { PARENT, parentsOf, type Family } from "./family";
import { ROW, SLOT, type Spot } from "./layout";

export interface Scene {
  family: Family;
  spots: ReadonlyMap<string, Spot>;
  look: Look;
  root: string;
  loose: Record<string, "adopted" | "rival">;
}

export interface Moment {
  camera: Camera;
  size: Size;
  lit: Pointed | null;
  chosen: Chosen;
  colours: Colours;
}

const MARK = 18;
const NAME = { size: 13, strong: false } as const;
const ROOT = { size: 14, strong: true } as const;
const SUB = { size: 12, strong: false } as const;
const BACK = 0.16;
export const LEGIBLE = 0.62; // below this scale names would run into each other
const DASHED = { adopted: [8, 4], rival: [3, 4] };

/** A line of a tie: the points that it runs through. */
export interface Run {
  tie: TieOf;
  points: Point[];
}

/** Where each tie runs, in px at scale 1. */
export function runs(scene: Scene): Run[] {
  const found: Run[] = [];
  const { family, spots } = scene;
  for (const tie of family.ties) {
    const [a, b] = [spots.get(tie.a), spots.get(tie.b)];
    if (!a || !b) continue;
    if (tie.kind === PARENT) found.push({ tie, points: toChild(scene, tie, a, b) });
    else if (tie.kind === "MEMBER_OF" || tie.kind === "WITHIN") {
      if (!inherited(scene, tie)) found.push({ tie, points: [b, { x: a.x, y: a.y - 12 }] });
    } else found.push({ tie, points: between(a, b) });
  }
  return found;
}

function inherited({ family, spots }: Scene, tie: TieOf): boolean {
  return parentsOf(family, tie.a).some((one) => spots.has(one) && family.lineage.get(one)!.includes(tie.b));
}

/** From the middle of the parents' union, or from the one parent, down to the child. */
function toChild(scene: Scene, tie: TieOf, child: Spot, parent: Spot): Point[] {
  const { spots } = scene;
  const other = spots.get(coparent(scene, tie) ?? "");
  const together = other && other.y === parent.y && Math.abs(other.x - parent.x) <= 2 * SLOT;
  const x = together ? (parent.x + other.x) / 2 : parent.x;
  const from = together ? parent.y : parent.y + 62;
  const turn = child.y - 26 - (scene.loose[tie.id] ? 9 : 0) - lane(scene, tie);
  if (child.y <= parent.y) return [parent, child];
  return [{ x, y: from }, { x, y: turn }, { x: child.x, y: turn }, { x: child.x, y: child.y - 12 }];
}

/** With whom the parent of a tie is one; of those who are named in each other's place nobody is. */
function coparent({ family, loose }: Scene, tie: TieOf): string | undefined {
  const how = loose[tie.id];
  if (how === "rival") return undefined;
  const all = family.ties.filter((one) => one.kind === PARENT && one.a === tie.a && one.b !== tie.b && loose[one.id] === how);
  return all.map((one) => one.b).find((one) => how || family.parents.get(tie.a)!.includes(one));
}

/** Brackets of different marriages of one person do not run in the same line: each has its own, seen from either side. */
function lane({ family }: Scene, tie: TieOf): number {
  const own = family.parents.get(tie.a)!;
  const marriages = (one: string): string[] =>
    [...new Set(family.children.get(one)!.map((child) => family.parents.get(child)!.filter((other) => other !== one).join()))];
  const counted = own.map((one) => {
    const all = marriages(one);
    return { n: all.length, at: all.indexOf(own.filter((other) => other !== one).join()) };
  });
  const most = counted.reduce((best, one) => (one.n > best.n ? one : best), { n: 0, at: 0 });
  return 7 * (Math.max(0, most.at) % 4);
}

/** A union, or brothers of whom no parent is known: a bar, over the heads of those who stand between. */
function between(a: Spot, b: Spot): Point[] {
  const [left, right] = a.x <= b.x ? [a, b] : [b, a];
  if (left.y !== right.y) return [left, right];
  if (right.x - left.x <= SLOT * 1.5) return [{ x: left.x + 12, y: left.y }, { x: right.x - 12, y: right.y }];
  const up = left.y - 16 - Math.min(72, ((right.x - left.x) / SLOT) * 8); // wider ones higher: no two in one line
  return [{ x: left.x, y: left.y - 11 }, { x: left.x, y: up }, { x: right.x, y: up }, { x: right.x, y: right.y - 11 }];
}

export function paintTree(painter: Painter, scene: Scene, lines: Run[], moment: Moment): number {
  const bright = brightOf(scene, moment);
  for (const run of lines) paintRun(painter, scene, run, moment, bright);
  let unlabelled = 0;
  for (const [id, spot] of scene.spots) {
    const node = scene.family.byId.get(id)!;
    const at = seenAt(moment.camera, spot);
    if (at.x < -SLOT || at.y < -ROW || at.x > moment.size.width + SLOT || at.y > moment.size.height + ROW) continue;
    const opacity = bright && !bright.has(id) ? BACK : 1;
    painter.begin(id, [node.label, node.sub].filter(Boolean).join(" · "));
    drawMark(painter, scene.look, node, at.x, at.y, MARK * Math.min(1, moment.camera.k * 1.4), moment.colours, opacity);
    if (moment.chosen.nodes.includes(id)) painter.circle(at.x, at.y, MARK / 2 + 5, { stroke: { colour: moment.colours["ink"]!, width: 1.8 } });
    const must = moment.lit?.id === id || moment.chosen.nodes.includes(id) || id === scene.root;
    if (moment.camera.k >= LEGIBLE || must) paintName(painter, node, scene, moment, at, opacity);
    else unlabelled += 1;
    painter.end();
  }
  return unlabelled;
}

function brightOf(scene: Scene, { lit }: Moment): Set<string> | null {
  if (!lit) return null;
  const ties = scene.family.ties.filter((tie) => (lit.what === "tie" ? tie.id === lit.id : tie.a === lit.id || tie.b === lit.id));
  return new Set([...(lit.what === "node" ? [lit.id] : []), ...ties.flatMap((tie) => [tie.a, tie.b])]);
}

function paintRun(painter: Painter, scene: Scene, { tie, points }: Run, moment: Moment, bright: Set<string> | null): void {
  const { camera, colours, lit, chosen } = moment;
  const seen = points.map((point) => seenAt(camera, point));
  const meant = chosen.tie === tie.id || lit?.id === tie.id || lit?.id === tie.a || lit?.id === tie.b;
  const ink = meant ? colours["ink"]! : colours["edge"]!;
  const opacity = bright && !meant ? BACK : 1;
  const name = (id: string): string => scene.family.byId.get(id)!.label;
  painter.begin(tie.id, `${name(tie.a)} – ${tie.label} – ${name(tie.b)}`);
  const union = tie.kind === "SPOUSE_OF" || tie.kind === "SIBLING_OF";
  for (let at = 1; at < seen.length; at++) {
    const [from, to] = [seen[at - 1]!, seen[at]!];
    if (union) drawTie(painter, { ...tie, double: tie.kind === "SPOUSE_OF" }, from, to, ink, opacity, meant ? 1.35 : 1);
    else painter.line(from.x, from.y, to.x, to.y, stroke(scene, tie, ink, meant), opacity);
  }
  const asserted = tie.kind === "KIN_OF" || tie.kind === "SIBLING_OF";
  if (asserted && camera.k >= LEGIBLE && opacity === 1) {
    const [from, to] = [seen[(seen.length >> 1) - 1]!, seen[seen.length >> 1]!];
    const words = fitted(tie.label, Math.max(60, Math.abs(to.x - from.x) - 8), SUB);
    const style = { ...SUB, colour: colours["soft"]!, anchor: "middle", halo: colours["paper"]! } as const;
    painter.text((from.x + to.x) / 2, (from.y + to.y) / 2 - 6, words, style);
  }
  painter.end();
}

function stroke(scene: Scene, tie: TieOf, ink: string, meant: boolean): Stroke {
  const plain = pen(tie, ink, meant ? 1.35 : 1);
  const loose = scene.loose[tie.id];
  if (loose) return { ...plain, width: Math.max(plain.width, 1.5), dash: DASHED[loose] };
  return tie.kind === "KIN_OF" ? { ...plain, dash: [2, 4] } : plain;
}

/** Name in two lines at most, then years. */
function paintName(painter: Painter, node: NodeOf, scene: Scene, moment: Moment, at: Point, opacity: number): void {
  const { colours, camera } = moment;
  const style = node.id === scene.root ? ROOT : NAME;
  const most = SLOT * Math.max(1, camera.k) - 14;
  const lines = inLines(node.label, style, most);
  const look = { ...style, colour: colours["ink"]!, anchor: "middle", halo: colours["paper"]! } as const;
  const down = node.kind === "Lineage" ? -16 - 15 * (lines.length - 1) : 25;
  lines.forEach((line, row) => painter.text(at.x, at.y + down + 15 * row, line, look, opacity));
  if (node.sub) {
    const sub = fitted(node.sub, most, SUB);
    painter.text(at.x, at.y + 25 + 15 * lines.length, sub, { ...look, ...SUB, colour: colours["soft"]! }, opacity);
  }
}

function inLines(words: string, style: { size: number; strong: boolean }, most: number): string[] {
  if (textWidth(words, style) <= most) return [words];
  const rest = words.split(/\s+/);
  let first = rest.shift() ?? "";
  while (rest.length && textWidth(`${first} ${rest[0]}`, style) <= most) first += ` ${rest.shift()}`;
  return [first, rest.join(" ")].filter(Boolean).map((line) => fitted(line, most, style));
}
