// One way of drawing for the screen, for exports, and for browsers without canvas: a view paints through a Painter,
// in pixels of the picture, and does not know what becomes of it.

export interface Stroke {
  colour: string;
  width: number;
  dash?: number[];
  round?: boolean;
}

export interface TextStyle {
  size: number;
  colour: string;
  anchor?: "start" | "middle" | "end";
  strong?: boolean;
  italic?: boolean;
  serif?: boolean;
  /** A halo in this colour, so that letters stand out from lines. */
  halo?: string;
}

export interface Shaped {
  fill?: string;
  stroke?: Stroke;
  opacity?: number;
}

export interface Painter {
  line(x1: number, y1: number, x2: number, y2: number, stroke: Stroke, opacity?: number): void;
  /** Many lines of one pen: [x1, y1, x2, y2] one after the other. */
  lines(ends: number[], stroke: Stroke, opacity?: number): void;
  circle(x: number, y: number, radius: number, style: Shaped): void;
  rect(x: number, y: number, width: number, height: number, style: Shaped): void;
  /** An SVG path; `place` moves and scales it. */
  path(d: string, style: Shaped, place?: { x: number; y: number; scale: number }): void;
  text(x: number, y: number, words: string, style: TextStyle, opacity?: number): void;
  /** Things painted until `end` belong to one entity or tie; exports name them. */
  begin(name: string, title: string): void;
  end(): void;
}

export const SANS = '"Noto Sans", sans-serif';
export const SERIF = '"Noto Serif", "Noto Naskh Arabic", serif';

export function font(style: Pick<TextStyle, "size" | "strong" | "italic" | "serif">): string {
  const weight = style.strong ? 600 : 400;
  return `${style.italic ? "italic " : ""}${weight} ${style.size}px ${style.serif ? SERIF : SANS}`;
}

let measuring: CanvasRenderingContext2D | null | undefined;
const widths = new Map<string, number>();

/** Width of a text in px; a guess where there is no canvas. */
export function textWidth(words: string, style: Pick<TextStyle, "size" | "strong" | "italic" | "serif">): number {
  const key = `${style.size}${style.strong ? "b" : ""}${style.serif ? "s" : ""}|${words}`;
  const known = widths.get(key);
  if (known !== undefined) return known;
  if (measuring === undefined) {
    measuring = typeof document === "undefined" ? null : document.createElement("canvas").getContext("2d");
  }
  let width = [...words].length * style.size * 0.56;
  if (measuring) {
    measuring.font = font(style);
    width = measuring.measureText(words).width;
  }
  if (widths.size > 50_000) widths.clear();
  widths.set(key, width);
  return width;
}

/** Fonts that have come change every width. */
export function forgetWidths(): void {
  widths.clear();
}

/** A text cut to `most` px at a letter, with an ellipsis; the whole stays in titles, tables and exports of data. */
export function fitted(words: string, most: number, style: Pick<TextStyle, "size" | "strong">): string {
  if (textWidth(words, style) <= most) return words;
  const letters = [...words];
  let low = 0;
  let high = letters.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (textWidth(letters.slice(0, middle).join("") + "…", style) <= most) low = middle;
    else high = middle - 1;
  }
  return letters.slice(0, low).join("").trimEnd() + "…";
}
