// The legend is made from what is shown, on the page and in exports alike.
import type { Look } from "../data";
import { drawMark, drawTie, type Colours } from "../marks";
import { textWidth, type Painter, type TextStyle } from "../painter";
import { SvgPainter } from "../svg";
import type { Say } from "../words";
import { drawn, el } from "./dom";
import type { LegendEntry } from "./view";

const LINE = 28;

function sample(painter: Painter, entry: LegendEntry, look: Look, colours: Colours, x: number, y: number): number {
  if (entry.mark) {
    drawMark(painter, look, entry.mark, x + 8, y, 16, colours);
    return 18;
  }
  if (entry.sample) return entry.sample(painter, x, y, colours);
  if (entry.line) {
    drawTie(painter, entry.line, { x, y }, { x: x + LINE, y }, colours["ink"]!);
    return LINE + 5;
  }
  return 0;
}

function room(entry: LegendEntry): number {
  if (entry.sample) return LINE;
  return entry.mark ? 18 : entry.line ? LINE + 5 : 0;
}

const ROWS = ["nodes", "ties", "notes"] as const;

/** The legend as elements. */
export function legendOf(entries: LegendEntry[], look: Look, colours: Colours, say: Say): HTMLElement {
  const rows = ROWS.map((row) => {
    const own = entries.filter((entry) => entry.row === row);
    if (!own.length) return null;
    const title = row === "notes" ? null : el("b", {}, say(`legend_${row}`));
    return el("div", { class: "row" }, title, ...own.map((entry) => item(entry, look, colours, say)));
  });
  return el("div", { class: "legend", role: "group", "aria-label": say("legend") }, ...rows);
}

function item(entry: LegendEntry, look: Look, colours: Colours, say: Say): HTMLElement {
  const painter = new SvgPainter();
  const width = sample(painter, entry, look, colours, 0, 9);
  const picture = width ? drawn(painter.document(width, 18)) : null;
  picture?.setAttribute("aria-hidden", "true");
  const n = entry.n === undefined ? null : el("span", { class: "n" }, ` ${say("n", { n: entry.n })}`);
  return el("span", { class: "item" }, picture, entry.label, n);
}

/** The legend painted from (x, y) down, within `width`; its height. */
export function paintLegend(
  painter: Painter,
  entries: LegendEntry[],
  look: Look,
  colours: Colours,
  say: Say,
  box: { x: number; y: number; width: number },
): number {
  const style: TextStyle = { size: 13, colour: colours["ink"]! };
  let { y } = box;
  for (const row of ROWS) {
    const own = entries.filter((entry) => entry.row === row);
    if (!own.length) continue;
    let x = box.x;
    y += 20;
    if (row !== "notes") {
      const title = say(`legend_${row}`);
      painter.text(x, y, title, { ...style, strong: true });
      x += textWidth(title, { ...style, strong: true }) + 14;
    }
    for (const entry of own) {
      const words = entry.n === undefined ? entry.label : `${entry.label} ${say("n", { n: entry.n })}`;
      const width = textWidth(words, style) + room(entry) + 16;
      if (x + width > box.x + box.width && x > box.x) {
        x = box.x;
        y += 20;
      }
      const gone = sample(painter, entry, look, colours, x, y - 4.5);
      painter.text(x + gone, y, words, style);
      x += width;
    }
  }
  return y - box.y;
}
