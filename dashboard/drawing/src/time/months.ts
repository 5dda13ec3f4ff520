// Months counted from the year 0, and what is certain or possible in a stretch of them.
import type { Span } from "../map/options";

/** From a month to a month, both within. */
export interface Stretch {
  from: number;
  to: number;
}

export const START = monthOf(19280101);
export const END = monthOf(19321231);

export function monthOf(day: number): number {
  const month = Math.min(12, Math.max(1, Math.floor(day / 100) % 100));
  return Math.floor(day / 10000) * 12 + month - 1;
}

/** A month with the part of it that has gone, for a place on an axis; `end` is the evening of the day. */
export function partOf(day: number, end = false): number {
  const date = Math.min(30, Math.max(1, day % 100));
  return monthOf(day) + (date - (end ? 0 : 1)) / 30;
}

export type Certain = "sure" | "possible" | "no" | "undated";

/** Did it happen in the stretch? Open ends are possible without end. */
export function within(span: Span, { from, to }: Stretch): Certain {
  const [earliest, latest, begun, done] = span;
  if (earliest === null && latest === null) return "undated";
  if (begun !== null && done !== null && monthOf(begun) <= to && monthOf(done) >= from) return "sure";
  const before = latest !== null && monthOf(latest) < from;
  const after = earliest !== null && monthOf(earliest) > to;
  return before || after ? "no" : "possible";
}

/** The months over which an axis runs: those of the risings, or as far as the dates go. */
export function reach(spans: Span[], whole: boolean): Stretch {
  if (!whole) return { from: START, to: END };
  const days = spans.flatMap(([earliest, latest]) => [earliest, latest]).filter((day): day is number => day !== null);
  if (!days.length) return { from: START, to: END };
  const years = days.map((day) => Math.floor(day / 10000));
  const least = years.reduce((a, b) => Math.min(a, b), 1928);
  const most = years.reduce((a, b) => Math.max(a, b), 1932);
  return { from: least * 12, to: most * 12 + 11 };
}

/** Are most dated things of the years of the risings? */
export function ofThoseYears(spans: Span[]): boolean {
  const dated = spans.map((span) => within(span, { from: START, to: END })).filter((one) => one !== "undated");
  return 2 * dated.filter((one) => one !== "no").length >= dated.length;
}

/** «март 1930»; in Kazakh the year stands first. */
export function monthWords(month: number, names: string[], lang: string): string {
  const year = Math.floor(month / 12);
  const name = names[month % 12] ?? "";
  return lang === "kk" ? `${year} ж. ${name}` : `${name} ${year}`;
}

export function stretchWords({ from, to }: Stretch, names: string[], lang: string): string {
  if (from === to) return monthWords(from, names, lang);
  return `${monthWords(from, names, lang)} – ${monthWords(to, names, lang)}`;
}

export function yearsWords({ from, to }: Stretch): string {
  return `${Math.floor(from / 12)}–${Math.floor(to / 12)}`;
}

/** Months as they stand in the address: 1930-03. */
export function written(month: number): string {
  return `${String(Math.floor(month / 12)).padStart(4, "0")}-${String((month % 12) + 1).padStart(2, "0")}`;
}

export function readMonth(text: string): number | null {
  const found = /^(\d{4})-(\d{2})$/.exec(text);
  if (!found) return null;
  const month = Number(found[2]);
  return month >= 1 && month <= 12 ? Number(found[1]) * 12 + month - 1 : null;
}
