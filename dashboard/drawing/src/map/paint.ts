// Marks on the map: areas first, then sizes with their range, then numbers and names where there is room.
import type { Camera } from "../frame/memory";
import { seenAt, type Point, type Pointed, type Size } from "../frame/view";
import { colour, drawMark, type Colours } from "../marks";
import { placed, Taken, type Wanted } from "../network/labels";
import { fitted, textWidth, type Painter } from "../painter";
import type { Say } from "../words";
import type { Drawing, NodeOf } from "../data";
import { fan, type Cluster } from "./clusters";
import { paintGround, paintNames, paintScale } from "./ground";
import { discOf, size as sizeOf, type Mark } from "./marks";
import type { Move } from "./moves";
import type { MapOptions, RisingOf } from "./options";
import { projected, PX_OF_KM } from "./projection";

export interface Scene {
  drawing: Drawing;
  options: MapOptions;
  nodes: Map<string, NodeOf>;
  clusters: Cluster[];
  moves: Move[];
  /** The cluster that is open, and the things round it. */
  opened: Cluster | null;
  risings: Map<string, RisingOf>;
  layer: string;
}

export interface Eye {
  camera: Camera;
  size: Size;
  colours: Colours;
  say: Say;
  lit: Pointed | null;
  chosen: Set<string>;
}

const NAMES_FROM = 2; // times nearer than the whole country: then the names of risings find room
const LONGEST_NAME = 170;
const MEMBER = 15;

/** What opens round a cluster: its risings, or the people of its places; at most so many. */
export const MOST_OPENED = 60;

export interface Member extends Point {
  id: string;
  node: NodeOf;
}

export function membersOf(scene: Scene, cluster: Cluster, camera: Camera): Member[] {
  const ids = [...new Set(cluster.marks.flatMap((mark) => mark.of))].slice(0, MOST_OPENED);
  const middle = { x: cluster.x + camera.x, y: cluster.y + camera.y };
  const found = ids.map((id) => scene.nodes.get(id)).filter((node): node is NodeOf => node !== undefined);
  return fan(found.length, MEMBER + 9).map((at, index) => {
    const node = found[index]!;
    return { id: node.id, node, x: middle.x + at.x, y: middle.y + at.y };
  });
}

export function paintMap(painter: Painter, scene: Scene, eye: Eye): number {
  const { camera, size, colours, say } = eye;
  const taken = new Taken();
  painter.rect(0, 0, size.width, size.height, { fill: colours["land"]! });
  paintGround(painter, scene.options.ground, camera, colours);
  const lines = scene.clusters.map((cluster) => ({ cluster, x: cluster.x + camera.x, y: cluster.y + camera.y }));
  const inside = lines.filter(({ x, y }) => x > -60 && y > -60 && x < size.width + 60 && y < size.height + 60);
  for (const { cluster, x, y } of inside) paintAreas(painter, cluster, { x, y }, eye);
  for (const { cluster } of inside) paintOthers(painter, scene, cluster, eye);
  for (const move of scene.moves) paintMove(painter, move, eye);
  const { width, height } = size;
  const beyond = 400; // nothing is written half outside
  taken.add({ x: -beyond, y: 0, width: beyond, height });
  taken.add({ x: width, y: 0, width: beyond, height });
  for (const y of [-beyond, height]) taken.add({ x: 0, y, width, height: beyond });
  taken.add({ x: 0, y: height - 28, width: 170, height: 28 }); // the scale
  const opened = scene.opened ? membersOf(scene, scene.opened, camera) : [];
  for (const { cluster, x, y } of inside) {
    paintCluster(painter, scene, cluster, { x, y }, eye);
    const half = sizeOf(cluster.marks[0]!);
    taken.add({ x: x - half, y: y - half, width: 2 * half, height: 2 * half });
  }
  for (const one of opened) taken.add({ x: one.x - 10, y: one.y - 10, width: 20, height: 20 });
  const left = paintLabels(painter, scene, inside, eye, taken);
  paintNames(painter, scene.options.ground, camera, size, colours, taken);
  if (scene.opened) paintOpened(painter, scene, scene.opened, opened, eye);
  paintScale(painter, camera, size, colours, say);
  return left;
}

function fade(cluster: Cluster, eye: Eye): number {
  const { chosen, lit } = eye;
  const meant = (id: string): boolean => chosen.has(id) || lit?.id === id;
  if (!chosen.size && !lit) return 1;
  return cluster.marks.some((mark) => meant(mark.id) || mark.of.some(meant)) ? 1 : chosen.size ? 0.45 : 0.75;
}

function paintAreas(painter: Painter, cluster: Cluster, at: Point, eye: Eye): void {
  const off = Math.max(...cluster.marks.map((mark) => mark.off));
  const px = off * PX_OF_KM * eye.camera.k;
  if (px < 7 || px < sizeOf(cluster.marks[0]!) + 2) return;
  const stroke = { colour: colour(eye.colours, "place"), width: 1, dash: [2, 3] };
  const opacity = fade(cluster, eye);
  painter.circle(at.x, at.y, px, { fill: colour(eye.colours, "place"), opacity: 0.08 * opacity });
  painter.circle(at.x, at.y, px, { stroke, opacity: 0.8 * opacity });
}

/** The other places of a rising that is meant: small marks, each tied to the one that stands for all. */
function paintOthers(painter: Painter, scene: Scene, cluster: Cluster, eye: Eye): void {
  for (const mark of cluster.marks) {
    const rising = scene.risings.get(mark.id);
    const meant = rising && (eye.chosen.has(mark.id) || eye.lit?.id === mark.id || eye.camera.k >= NAMES_FROM || scene.risings.size === 1);
    if (!meant) continue;
    const from = seenAt(eye.camera, mark);
    for (const place of rising.places) {
      const spot = scene.options.spots[place];
      if (!spot || place === mark.spot) continue;
      const to = seenAt(eye.camera, projected(spot.at));
      const stroke = { colour: colour(eye.colours, "uprising"), width: 1, dash: [2, 3] };
      painter.line(from.x, from.y, to.x, to.y, stroke, 0.7);
      drawMark(painter, scene.drawing.look, { mark: "place", group: "place" }, to.x, to.y, 11, eye.colours);
    }
  }
}

function paintMove(painter: Painter, move: Move, eye: Eye): void {
  const [a, b] = [seenAt(eye.camera, move.from), seenAt(eye.camera, move.to)];
  const length = Math.hypot(b.x - a.x, b.y - a.y);
  if (length < 14) return;
  const meant = !eye.chosen.size || eye.chosen.has(move.who);
  const [ux, uy] = [(b.x - a.x) / length, (b.y - a.y) / length];
  const bend = Math.min(26, length / 6);
  const middle = { x: (a.x + b.x) / 2 - uy * bend, y: (a.y + b.y) / 2 + ux * bend };
  const stroke = { colour: colour(eye.colours, "person"), width: meant ? 1.6 : 1 };
  const opacity = meant ? 0.9 : 0.3;
  const px = (value: number): string => value.toFixed(1);
  painter.path(`M${px(a.x)} ${px(a.y)}Q${px(middle.x)} ${px(middle.y)} ${px(b.x)} ${px(b.y)}`, { stroke, opacity });
  const end = Math.hypot(b.x - middle.x, b.y - middle.y) || 1;
  const [ex, ey] = [(b.x - middle.x) / end, (b.y - middle.y) / end];
  const head = `M${px(b.x)} ${px(b.y)}l${px(-9 * ex - 4 * ey)} ${px(-9 * ey + 4 * ex)}l${px(8 * ey)} ${px(-8 * ex)}z`;
  painter.path(head, { fill: stroke.colour, opacity });
}

function paintCluster(painter: Painter, scene: Scene, cluster: Cluster, at: Point, eye: Eye): void {
  const title = cluster.marks.map((mark) => scene.nodes.get(mark.id)?.label ?? mark.n).join("; ");
  painter.begin(cluster.id, title);
  const opacity = fade(cluster, eye);
  if (cluster.marks[0]!.people) paintCrowd(painter, scene, cluster, at, eye, opacity);
  else for (const mark of [...cluster.marks].reverse()) paintRising(painter, scene, mark, at, eye, opacity);
  if (cluster.marks.some((mark) => eye.chosen.has(mark.id) || mark.of.some((id) => eye.chosen.has(id)))) {
    const half = Math.max(...cluster.marks.map(sizeOf)) + 4;
    painter.circle(at.x, at.y, half, { stroke: { colour: eye.colours["ink"]!, width: 2 } });
  }
  painter.end();
}

/** A disc from the least to the greatest number; of one reading only an outline; a lozenge where no number is known. */
function paintRising(painter: Painter, scene: Scene, mark: Mark, at: Point, eye: Eye, opacity: number): void {
  const ink = colour(eye.colours, "uprising");
  const rising = scene.risings.get(mark.id)!;
  const faint = mark.sure ? opacity : opacity * 0.6;
  if (!mark.radii) {
    const d = `M${at.x} ${at.y - 7}l7 7l-7 7l-7 -7z`;
    const fill = eye.colours["land"]!;
    painter.path(d, { fill, stroke: { colour: ink, width: 1.8, ...(mark.sure ? {} : { dash: [3, 2] }) }, opacity: faint });
    return;
  }
  const [least, greatest] = mark.radii;
  const one = rising.readings < 2;
  painter.circle(at.x, at.y, greatest, { fill: ink, opacity: (one ? 0.14 : 0.2) * faint });
  if (greatest > least) painter.circle(at.x, at.y, greatest, { stroke: { colour: ink, width: 1.6, dash: [4, 3] }, opacity: faint });
  if (!one) painter.circle(at.x, at.y, least, { fill: ink, opacity: 0.4 * faint });
  painter.circle(at.x, at.y, least, { stroke: { colour: ink, width: 1.8 }, opacity: faint });
}

function paintCrowd(painter: Painter, scene: Scene, cluster: Cluster, at: Point, eye: Eye, opacity: number): void {
  const group = scene.layer === "measures" ? "coercion" : "person";
  const people = cluster.marks.reduce((sum, mark) => sum + mark.people, 0);
  const sure = cluster.marks.some((mark) => mark.sure);
  const stroke = { colour: colour(eye.colours, group), width: 1.6, ...(sure ? {} : { dash: [3, 2] }) };
  painter.circle(at.x, at.y, discOf(people), { fill: eye.colours["paper"]!, opacity });
  painter.circle(at.x, at.y, discOf(people), { fill: stroke.colour, opacity: 0.16 * opacity });
  painter.circle(at.x, at.y, discOf(people), { stroke, opacity });
  const style = { size: 13, strong: true, anchor: "middle", colour: eye.colours["ink"]! } as const;
  painter.text(at.x, at.y + 4.5, eye.say("n", { n: people }), style, opacity);
}

/** The numbers of the list; of one rising alone none. */
function numberOf(cluster: Cluster, alone: boolean): string {
  if (alone) return cluster.marks[0]!.off ? "≈" : "";
  const numbers = cluster.marks.map((mark) => mark.n + (mark.off ? "≈" : "")).sort((a, b) => parseInt(a) - parseInt(b));
  return numbers.length > 4 ? `${numbers.slice(0, 3).join(", ")} +${numbers.length - 3}` : numbers.join(", ");
}

type Line = { cluster: Cluster } & Point;

/** How many names found no room. */
function paintLabels(painter: Painter, scene: Scene, lines: Line[], eye: Eye, taken: Taken): number {
  const meant = ({ cluster }: Line): boolean => cluster.marks.some((mark) => eye.chosen.has(mark.id) || eye.lit?.id === mark.id);
  const alone = scene.risings.size === 1;
  const label = (line: Line): string => {
    const { marks } = line.cluster;
    if (marks[0]!.people) return nameOf(scene, marks[0]!);
    if (marks.length === 1 && (alone || eye.camera.k >= NAMES_FROM || meant(line))) return `${numberOf(line.cluster, alone)} ${nameOf(scene, marks[0]!)}`.trim();
    return numberOf(line.cluster, alone);
  };
  const people = scene.layer !== "risings";
  const style = { size: people ? 12 : 14, strong: !people };
  const wanted = lines
    .map((line) => ({ line, must: !people || meant(line) }))
    .sort((a, b) => Number(b.must) - Number(a.must))
    .map(({ line, must }): Wanted & { words: string } => {
      const words = fitted(label(line), LONGEST_NAME, style);
      const radius = sizeOf(line.cluster.marks[0]!);
      const { id } = line.cluster;
      return { id, x: line.x, y: line.y, radius, width: textWidth(words, style), size: style.size, side: "any", lines: 1, must, words };
    });
  const words = new Map(wanted.map((one) => [one.id, one.words]));
  const { labels, left } = placed(wanted, taken);
  for (const one of labels) {
    const ink = { ...style, colour: eye.colours["ink"]!, anchor: one.anchor, halo: eye.colours["land"]! };
    painter.text(one.x, one.y, words.get(one.id)!, ink, fade(lines.find(({ cluster }) => cluster.id === one.id)!.cluster, eye));
  }
  return left;
}

function nameOf(scene: Scene, mark: Mark): string {
  return mark.people ? (scene.options.spots[mark.spot]?.label ?? "") : (scene.risings.get(mark.id)?.short ?? "");
}

function paintOpened(painter: Painter, scene: Scene, cluster: Cluster, members: Member[], eye: Eye): void {
  const middle = { x: cluster.x + eye.camera.x, y: cluster.y + eye.camera.y };
  const far = Math.max(...members.map((one) => Math.hypot(one.x - middle.x, one.y - middle.y)), 0) + MEMBER;
  painter.circle(middle.x, middle.y, far, { fill: eye.colours["paper"]!, opacity: 0.92 });
  painter.circle(middle.x, middle.y, far, { stroke: { colour: eye.colours["edge"]!, width: 1 } });
  for (const one of members) {
    painter.begin(one.id, one.node.label);
    painter.line(middle.x, middle.y, one.x, one.y, { colour: eye.colours["rule"]!, width: 1 });
    drawMark(painter, scene.drawing.look, one.node, one.x, one.y, MEMBER, eye.colours);
    if (eye.chosen.has(one.id)) painter.circle(one.x, one.y, MEMBER - 3, { stroke: { colour: eye.colours["ink"]!, width: 2 } });
    painter.end();
  }
  for (const one of members) {
    if (members.length > 8 && eye.lit?.id !== one.id && !eye.chosen.has(one.id)) continue;
    const right = one.x >= middle.x;
    const words = fitted(one.node.label, LONGEST_NAME, { size: 13 });
    const x = right ? one.x + MEMBER : one.x - MEMBER;
    painter.text(x, one.y + 4.5, words, { size: 13, anchor: right ? "start" : "end", colour: eye.colours["ink"]!, halo: eye.colours["paper"]! });
  }
}
