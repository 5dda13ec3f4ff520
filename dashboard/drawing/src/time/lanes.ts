// What happened when, a row each: dark where all that is known agrees, hatched where it is only possible, an outline
// where nothing is certain but «between». The same painter draws the page and what is exported.
import { colour, type Colours } from "../marks";
import type { Span } from "../map/options";
import { fitted, textWidth, type Painter } from "../painter";
import type { Say } from "../words";
import { partOf, type Stretch } from "./months";

export interface Row {
  id: string;
  /** Its number, which stands on the map too. */
  n: string;
  label: string;
  /** The dates in words. */
  dates: string;
  spans: Span[];
  /** Days of its own, as of the episodes of a rising. */
  points: Span[];
  group: string;
  /** Nobody says where. */
  nowhere: boolean;
  /** Is it shown in the stretch that is chosen? */
  shown: boolean;
}

export interface Axis {
  stretch: Stretch;
  /** Px of the left end and of the whole. */
  x: number;
  width: number;
}

export const HEAD = 44;
const ROW = 20;
const MORE = 15; // px for the second line of a name
const LETTERS = { size: 13 } as const;

export interface Line {
  row: Row;
  y: number;
  height: number;
  /** The name in one line or two. */
  words: string[];
}

/** The rows below each other; a long name takes two lines, and only what is longer still is cut. */
export function linesOf(rows: Row[], names: number): { lines: Line[]; height: number } {
  let height = 0;
  const lines = rows.map((row): Line => {
    const words = inLines(row.label, names);
    const line = { row, y: height, height: ROW + MORE * (words.length - 1), words };
    height += line.height;
    return line;
  });
  return { lines, height };
}

function inLines(label: string, width: number): string[] {
  if (textWidth(label, LETTERS) <= width) return [label];
  const words = label.split(" ");
  let first = words.shift() ?? "";
  while (words.length && textWidth(`${first} ${words[0]!}`, LETTERS) <= width) first += ` ${words.shift()!}`;
  return words.length ? [fitted(first, width, LETTERS), fitted(words.join(" "), width, LETTERS)] : [fitted(first, width, LETTERS)];
}

export function at(axis: Axis, month: number): number {
  const { from, to } = axis.stretch;
  return axis.x + ((month - from) / (to - from + 1)) * axis.width;
}

export function monthAt(axis: Axis, x: number): number {
  const { from, to } = axis.stretch;
  const part = (x - axis.x) / axis.width;
  return Math.min(to, Math.max(from, from + Math.floor(part * (to - from + 1))));
}

/** How wide the names are, and where the axis begins. */
export function axisOf(width: number, stretch: Stretch, numbered: boolean): Axis & { names: number } {
  const names = Math.min(250, Math.max(110, Math.round(width * 0.5)));
  const before = numbered ? 26 : 0;
  return { stretch, names: names - before - 22, x: names + 4, width: width - names - 10 };
}

/** Years that are written below the axis: each, or every tenth, fiftieth … so that they do not lie on each other. */
export function years(axis: Axis): number[] {
  const [first, last] = [Math.floor(axis.stretch.from / 12), Math.floor(axis.stretch.to / 12)];
  const most = Math.max(2, Math.floor(axis.width / 42));
  const step = [1, 2, 5, 10, 20, 25, 50, 100, 200, 500].find((one) => (last - first + 1) / one <= most) ?? 1000;
  const made: number[] = [];
  for (let year = Math.ceil(first / step) * step; year <= last; year += step) made.push(year);
  return made;
}

export interface Month {
  sure: number;
  possible: number;
}

/** How much of all that is dated falls into each part of the axis. */
export function counted(spans: Span[], { from, to }: Stretch, parts: number): Month[] {
  const made = Array.from({ length: parts }, () => ({ sure: 0, possible: 0 }));
  const months = to - from + 1;
  const part = (day: number): number => Math.floor(((partOf(day) - from) / months) * parts);
  for (const [earliest, latest, begun, done] of spans) {
    if (earliest === null && latest === null) continue;
    const first = Math.max(0, earliest === null ? 0 : part(earliest));
    const last = Math.min(parts - 1, latest === null ? parts - 1 : part(latest));
    const sure = begun !== null && done !== null ? [part(begun), part(done)] : [1, 0];
    for (let one = first; one <= last; one++) made[one]![one >= sure[0]! && one <= sure[1]! ? "sure" : "possible"]++;
  }
  return made;
}

/** The head: how much is dated in each month, the years, and the stretch that is chosen. */
export function paintHead(painter: Painter, axis: Axis, spans: Span[], chosen: Stretch, group: string, colours: Colours): void {
  const months = axis.stretch.to - axis.stretch.from + 1;
  const bars = counted(spans, axis.stretch, Math.min(months, Math.floor(axis.width / 2)));
  const most = Math.max(1, ...bars.map(({ sure, possible }) => sure + possible));
  const wide = axis.width / bars.length;
  const ink = colour(colours, group);
  const floor = HEAD - 16;
  const part = chosen.from > axis.stretch.from || chosen.to < axis.stretch.to;
  const [left, right] = [at(axis, chosen.from), at(axis, chosen.to + 1)];
  if (part) painter.rect(left, 1, right - left, HEAD - 2, { fill: colours["mark"]! });
  bars.forEach(({ sure, possible }, index) => {
    const x = axis.x + index * wide;
    const [low, high] = [(sure / most) * (floor - 4), ((sure + possible) / most) * (floor - 4)];
    const gap = wide > 4 ? 1 : 0;
    if (high > low) painter.rect(x, floor - high, wide - gap, high - low, { fill: ink, opacity: 0.28 });
    if (low) painter.rect(x, floor - low, wide - gap, low, { fill: ink });
  });
  painter.line(axis.x, floor, axis.x + axis.width, floor, { colour: colours["ink"]!, width: 1 });
  const style = { size: 12, colour: colours["soft"]!, anchor: "middle" } as const;
  for (const year of years(axis)) {
    const x = (at(axis, year * 12) + at(axis, year * 12 + 12)) / 2;
    if (x > axis.x && x < axis.x + axis.width) painter.text(x, HEAD - 3, String(year), style);
  }
  if (part) painter.rect(left, 1, right - left, HEAD - 2, { stroke: { colour: colours["ink"]!, width: 1 } });
}

/** The rows from `y` down. */
export function paintRows(painter: Painter, rows: Row[], axis: Axis & { names: number }, y: number, given: Given): number {
  const { colours, chosen, stretch } = given;
  const { lines, height } = linesOf(rows, axis.names);
  years(axis).forEach((year, index) => {
    if (index % 2) return;
    const [left, right] = [at(axis, year * 12), at(axis, year * 12 + 12)];
    if (right <= axis.x + axis.width + 1) painter.rect(left, y, right - left, height, { fill: colours["panel"]! });
  });
  for (const year of years(axis)) {
    const x = at(axis, year * 12);
    painter.line(x, y, x, y + height, { colour: colours["rule"]!, width: 1 });
  }
  for (const line of lines) paintRow(painter, line, axis, y + line.y, given);
  if (stretch.from > axis.stretch.from || stretch.to < axis.stretch.to) {
    for (const month of [stretch.from, stretch.to + 1]) {
      const x = at(axis, month);
      painter.line(x, y, x, y + height, { colour: colours["ink"]!, width: 1, dash: [2, 2] });
    }
  }
  for (const line of lines) {
    if (!chosen.has(line.row.id)) continue;
    const stroke = { colour: colours["ink"]!, width: 1 };
    painter.rect(0.5, y + line.y + 0.5, axis.x + axis.width + 8, line.height - 1, { stroke });
  }
  return height;
}

export interface Given {
  colours: Colours;
  say: Say;
  chosen: Set<string>;
  stretch: Stretch;
}

function paintRow(painter: Painter, line: Line, axis: Axis & { names: number }, y: number, given: Given): void {
  const { colours, say } = given;
  const { row } = line;
  const opacity = row.shown ? 1 : 0.4;
  const base = y + 14.5;
  const left = row.n ? 26 : 4;
  const ink = { ...LETTERS, colour: colours["ink"]! };
  painter.begin(row.id, `${row.label}: ${row.dates}`);
  if (row.n) painter.text(20, base, row.n, { ...ink, strong: true, anchor: "end" }, opacity);
  line.words.forEach((words, index) => painter.text(left, base + index * MORE, words, ink, opacity));
  if (row.nowhere) hatch(painter, { x: axis.x - 22, y: y + 6, width: 12, height: 8 }, colours["soft"]!, opacity, true);
  const hue = colour(colours, row.group);
  const dated = row.spans.filter((span) => paintSpan(painter, span, axis, y + 6, hue, opacity));
  if (!dated.length) {
    const words = row.spans.some(([a, b]) => a !== null || b !== null) ? row.dates : say("map_no_date");
    painter.text(axis.x + 4, base, fitted(words, axis.width - 8, ink), { ...ink, size: 12, colour: colours["soft"]! }, opacity);
  }
  for (const [day] of row.points) {
    if (day === null) continue;
    const x = at(axis, partOf(day));
    if (x >= axis.x && x <= axis.x + axis.width) painter.path(`M${x} ${y + 5}l3 5l-3 5l-3 -5z`, { fill: colours["ink"]! });
  }
  painter.end();
}

/** Whether any of it lies on the axis. */
function paintSpan(painter: Painter, span: Span, axis: Axis, y: number, hue: string, opacity: number): boolean {
  const [earliest, latest, begun, done] = span;
  if (earliest === null && latest === null) return false;
  const right = axis.x + axis.width;
  const place = (day: number | null, otherwise: number, end: boolean): number =>
    day === null ? otherwise : Math.min(right, Math.max(axis.x, at(axis, partOf(day, end))));
  const [a, b] = [place(earliest, axis.x, false), Math.max(place(latest, right, true), place(earliest, axis.x, false))];
  const gone = (latest !== null && at(axis, partOf(latest, true)) <= axis.x) || (earliest !== null && at(axis, partOf(earliest)) >= right);
  if (gone) return false;
  const box = { x: a, y, width: Math.max(3, b - a), height: 8 };
  if (begun === null || done === null) {
    painter.rect(box.x, box.y, box.width, box.height, { stroke: { colour: hue, width: 1, dash: [3, 2] }, opacity });
    return true;
  }
  const [c, d] = [place(begun, a, false), place(done, b, true)];
  if (c > a || d < b) hatch(painter, box, hue, opacity, false);
  painter.rect(c, y, Math.max(3, d - c), 8, { fill: hue, opacity: opacity });
  if (c > a || d < b) painter.rect(box.x, box.y, box.width, box.height, { stroke: { colour: hue, width: 0.8 }, opacity });
  return true;
}

function hatch(painter: Painter, box: { x: number; y: number; width: number; height: number }, hue: string, opacity: number, framed: boolean): void {
  const lines: number[] = [];
  for (let x = box.x - box.height; x < box.x + box.width; x += 4) {
    const from = Math.max(x, box.x);
    const to = Math.min(x + box.height, box.x + box.width);
    if (to > from) lines.push(from, box.y + box.height - (from - x), to, box.y + box.height - (to - x));
  }
  painter.lines(lines, { colour: hue, width: 0.8 }, opacity);
  if (framed) painter.rect(box.x, box.y, box.width, box.height, { stroke: { colour: hue, width: 0.8 }, opacity });
}
