// Painting a network: ties below, marks on them, labels on top; what is not meant stands back.
import type { Chosen, Look, NodeOf, TieOf } from "../data";
import type { Camera, Hint } from "../frame/memory";
import { seenAt, type Point, type Pointed, type Size } from "../frame/view";
import { drawMark, drawTie, pen, type Colours } from "../marks";
import { fitted, textWidth, type Painter } from "../painter";
import type { Net } from "./graph";
import { dayOf, type TimeScale } from "./grounds";
import { Taken, placed, type Wanted } from "./labels";
import { LABEL, LONGEST_LABEL, STRONG, inLines } from "./layout";

export interface Scene {
  net: Net;
  places: ReadonlyMap<string, [number, number]>;
  hints: ReadonlyMap<string, Hint>;
  pinned: ReadonlySet<string>;
  look: Look;
  /** The measure that sizes nodes, "" for none. */
  measure: string;
  hubs: ReadonlySet<string>;
  /** How strongly nodes are coloured, 0 to 1, where a measure says so. */
  shade: ReadonlyMap<string, number> | null;
  /** Years to be marked, in the layout by time. */
  years: TimeScale | null;
}

export interface Moment {
  camera: Camera;
  size: Size;
  lit: Pointed | null;
  chosen: Chosen;
  colours: Colours;
}

const EDGE = 60; // px beyond the picture that are painted still
const BACK = 0.14; // opacity of what stands back
const MANY_TIES = 1500; // from here on ties of one pen are painted together, without names of their own
const MOST_LABELS = 700;

/** Paint; how many labels found no room. */
export function paintNetwork(painter: Painter, scene: Scene, moment: Moment): number {
  const focus = focusOf(scene, moment);
  const at = screenPlaces(scene, moment.camera);
  if (scene.years) paintYears(painter, scene.years, moment);
  paintTies(painter, scene, moment, at, focus);
  const visible = scene.net.nodes.filter((node) => inside(at.get(node.id), moment.size));
  const radius = new Map(visible.map((node) => [node.id, markSize(node, scene, moment.camera.k) / 2]));
  for (const node of visible) paintNode(painter, node, scene, moment, at.get(node.id)!, radius.get(node.id)!, focus);
  return paintLabels(painter, visible, scene, moment, at, radius, focus);
}

function paintYears(painter: Painter, years: TimeScale, { camera, size, colours }: Moment): void {
  for (const year of years.years) {
    const x = seenAt(camera, { x: years.x(dayOf(year * 10_000 + 101)), y: 0 }).x;
    if (x < -40 || x > size.width) continue;
    painter.line(x, 0, x, size.height, { colour: colours["rule"]!, width: 1 });
    painter.text(x + 4, size.height - 6, String(year), { size: 12, colour: colours["soft"]! });
  }
}

interface Focus {
  /** What is in the light, null when all is. */
  bright: Set<string> | null;
  strong: Set<string>;
  ties: Set<TieOf>;
}

/** What the pointer is on and what is chosen, each with its neighbours. */
function focusOf(scene: Scene, { lit, chosen }: Moment): Focus {
  const ties = new Set<TieOf>();
  const strong = new Set<string>(chosen.nodes);
  const add = (what: Pointed): Set<string> => {
    const near = new Set<string>();
    const found = what.what === "node" ? (scene.net.tiesOf.get(what.id) ?? []) : scene.net.ties.filter((one) => one.id === what.id);
    if (what.what === "node") near.add(what.id);
    for (const tie of found) {
      ties.add(tie);
      near.add(tie.a).add(tie.b);
    }
    return near;
  };
  for (const id of chosen.nodes.slice(0, 50)) for (const near of add({ what: "node", id })) strong.add(near);
  if (chosen.tie) for (const near of add({ what: "tie", id: chosen.tie })) strong.add(near);
  const bright = lit ? add(lit) : null;
  if (bright) for (const id of bright) strong.add(id);
  return { bright, strong, ties };
}

function screenPlaces(scene: Scene, camera: Camera): Map<string, Point> {
  const at = new Map<string, Point>();
  for (const { id } of scene.net.nodes) {
    const place = scene.places.get(id);
    if (place) at.set(id, seenAt(camera, { x: place[0], y: place[1] }));
  }
  return at;
}

function inside(at: Point | undefined, size: Size): at is Point {
  return !!at && at.x > -EDGE && at.y > -EDGE && at.x < size.width + EDGE && at.y < size.height + EDGE;
}

function crosses(a: Point, b: Point, size: Size): boolean {
  return !(
    (a.x < 0 && b.x < 0) ||
    (a.y < 0 && b.y < 0) ||
    (a.x > size.width && b.x > size.width) ||
    (a.y > size.height && b.y > size.height)
  );
}

/** How high a mark is on the screen: by its measure where one is chosen, smaller from afar. */
function markSize(node: NodeOf, scene: Scene, k: number): number {
  const own = scene.hubs.has(node.id) ? 22 : node.kind === "Person" ? 15 : 17;
  const value = scene.measure ? (node.measures?.[scene.measure] ?? 0) : (node.members ?? 0);
  const grown = value > 0 ? Math.min(64, (scene.measure ? 10 : own) + 3.2 * Math.log2(1 + value)) : scene.measure ? 10 : own;
  return grown * Math.min(1, Math.max(0.22, k * 1.5));
}

function paintTies(painter: Painter, scene: Scene, moment: Moment, at: Map<string, Point>, focus: Focus): void {
  const { colours, size } = moment;
  const many = scene.net.ties.length > MANY_TIES;
  const thick = scene.net.ties.length > 1.6 * scene.net.nodes.length; // so many that they would hide each other
  const together = new Map<string, { tie: TieOf; ends: number[] }>();
  const late: TieOf[] = [];
  for (const tie of scene.net.ties) {
    const a = at.get(tie.a);
    const b = at.get(tie.b);
    if (!a || !b || !crosses(a, b, size)) continue;
    if (focus.ties.has(tie)) late.push(tie);
    else if (many) {
      const key = `${tie.certainty}${tie.sources > 1}`;
      const group = together.get(key) ?? { tie, ends: [] };
      group.ends.push(a.x, a.y, b.x, b.y);
      together.set(key, group);
    } else paintTie(painter, scene, tie, a, b, colours["edge"]!, focus.bright ? BACK : thick ? 0.6 : 1);
  }
  for (const { tie, ends } of together.values()) {
    const factor = Math.max(0.35, Math.min(1, moment.camera.k));
    painter.lines(ends, pen(tie, colours["edge"]!, factor), focus.bright ? BACK / 2 : 0.45);
  }
  for (const tie of late) {
    const [a, b] = [at.get(tie.a)!, at.get(tie.b)!];
    const back = focus.bright && !(focus.bright.has(tie.a) && focus.bright.has(tie.b)) ? 0.35 : 1;
    paintTie(painter, scene, tie, a, b, colours["ink"]!, back, 1.35);
    const few = late.length <= 12 || moment.chosen.tie === tie.id || moment.lit?.id === tie.id;
    if (tie.status && back === 1 && few) paintStatus(painter, tie.status, a, b, colours);
  }
}

function paintTie(painter: Painter, scene: Scene, tie: TieOf, a: Point, b: Point, ink: string, opacity: number, factor = 1): void {
  const name = (id: string): string => scene.net.byId.get(id)!.label;
  painter.begin(tie.id, `${name(tie.a)} – ${tie.label} – ${name(tie.b)}`);
  drawTie(painter, tie, a, b, ink, opacity, factor);
  painter.end();
}

/** In what quality it was said: a short word in a frame at the middle of the tie. */
function paintStatus(painter: Painter, words: string, a: Point, b: Point, colours: Colours): void {
  const style = { size: 11, strong: true, colour: colours["ink"]!, anchor: "middle" } as const;
  const width = textWidth(words, style) + 8;
  const [x, y] = [(a.x + b.x) / 2, (a.y + b.y) / 2];
  const frame = { fill: colours["paper"]!, stroke: { colour: colours["edge"]!, width: 1 } };
  painter.rect(x - width / 2, y - 8, width, 16, frame);
  painter.text(x, y + 4, words, style);
}

function paintNode(
  painter: Painter, node: NodeOf, scene: Scene, moment: Moment, at: Point, radius: number, focus: Focus,
): void {
  const { colours, chosen } = moment;
  const opacity = focus.bright && !focus.bright.has(node.id) ? BACK : (scene.shade?.get(node.id) ?? 1);
  if (radius < 2.5) {
    painter.circle(at.x, at.y, radius, { fill: colours[node.group] ?? colours["ink"]!, opacity });
    return;
  }
  painter.begin(node.id, [node.label, node.sub].filter(Boolean).join(" · "));
  if (scene.shade) painter.circle(at.x, at.y, radius * 0.76, { fill: colours["paper"]! });
  drawMark(painter, scene.look, node, at.x, at.y, radius * 2, colours, opacity);
  if (chosen.nodes.includes(node.id)) {
    painter.circle(at.x, at.y, radius + 6, { stroke: { colour: colours["ink"]!, width: 1.8 } });
  }
  if (scene.pinned.has(node.id)) painter.circle(at.x + radius, at.y - radius, 2.2, { fill: colours["ink"]!, opacity });
  painter.end();
}

function paintLabels(
  painter: Painter, visible: NodeOf[], scene: Scene, moment: Moment, at: Map<string, Point>, radius: Map<string, number>,
  focus: Focus,
): number {
  const { colours, chosen, lit } = moment;
  const marks = new Taken();
  if (visible.length <= 2 * MOST_LABELS) {
    for (const { id } of visible) {
      const { x, y } = at.get(id)!;
      const r = radius.get(id)! - 2;
      if (r > 0) marks.add({ x: x - r, y: y - r, width: 2 * r, height: 2 * r });
    }
  }
  const rank = (node: NodeOf): number =>
    (lit?.id === node.id ? 8 : 0) + (chosen.nodes.includes(node.id) ? 4 : 0) + (focus.strong.has(node.id) ? 2 : 0) +
    (scene.hubs.has(node.id) ? 1 : 0);
  const shown = visible.filter((node) => !focus.bright || focus.bright.has(node.id) || scene.hubs.has(node.id));
  const ordered = shown
    .map((node) => ({ node, rank: rank(node), ties: scene.net.near.get(node.id)!.length }))
    .sort((a, b) => b.rank - a.rank || b.ties - a.ties);
  const words = new Map<string, string[]>();
  const wanted = ordered.slice(0, MOST_LABELS).map(({ node, rank: own }): Wanted => {
    const hub = scene.hubs.has(node.id);
    const style = hub ? STRONG : LABEL;
    const said = node.members ? `${node.label} · ${node.members}` : node.label;
    const lines = hub ? inLines(said, STRONG) : [fitted(said, LONGEST_LABEL * (own >= 4 ? 4 : Math.max(1, moment.camera.k)), style)];
    words.set(node.id, lines);
    const width = Math.max(...lines.map((line) => textWidth(line, style)));
    const { side, lift } = scene.hints.get(node.id) ?? { side: "any" as const };
    const must = own >= 4;
    const { x, y } = at.get(node.id)!;
    const up = (lift ?? 0) * moment.camera.k;
    return { id: node.id, x, y: y - up, radius: radius.get(node.id)!, width, size: style.size, side, lines: lines.length, must };
  });
  const found = placed(wanted, marks);
  for (const label of found.labels) {
    const hub = scene.hubs.has(label.id);
    const style = hub ? STRONG : LABEL;
    const bright = hub || focus.strong.has(label.id);
    const back = focus.bright && !focus.bright.has(label.id) ? 0.3 : 1;
    const ink = bright ? colours["ink"]! : colours["soft"]!;
    words.get(label.id)!.forEach((line, row) => {
      const look = { ...style, colour: ink, anchor: label.anchor, halo: colours["paper"]! };
      painter.text(label.x, label.y + row * style.size * 1.2, line, look, back);
    });
  }
  return found.left + Math.max(0, ordered.length - MOST_LABELS) + (visible.length - shown.length);
}
