// Time beside a picture: a player of months, an axis on which a stretch is drawn with the pointer or by keys, and a row
// for each thing that has a date. It changes the settings `from` and `to`; whoever shows it filters by them.
import { drawn, el } from "../frame/dom";
import type { Colours } from "../marks";
import type { Span } from "../map/options";
import type { Painter } from "../painter";
import { SvgPainter } from "../svg";
import type { Say } from "../words";
import { axisOf, HEAD, linesOf, monthAt, paintHead, paintRows, type Axis, type Row } from "./lanes";
import { stretchWords, yearsWords, type Stretch } from "./months";

export interface TimeGiven {
  rows: Row[];
  /** Of all that is counted in the head. */
  spans: Span[];
  group: string;
  /** All the time that there is, and what of it is chosen. */
  all: Stretch;
  chosen: Stretch;
  names: Set<string>;
  /** Sentences on what has no date, no place. */
  notes: string[];
}

export interface TimeHost {
  say: Say;
  lang(): string;
  months(): string[];
  colours(): Colours;
  /** Px for all of it; longer lists are scrolled. */
  height(): number;
  given(): TimeGiven;
  /** `done` when the hand has let go: then it can be undone. */
  stretch(chosen: Stretch, done: boolean): void;
  choose(id: string): void;
}

const PLAYER = 34; // px of the line with the player
const TICK = 700; // ms a month while it plays

export class TimePanel {
  readonly element = el("div", { class: "time" });
  private readonly host: TimeHost;
  private readonly play = el("button", { type: "button", "data-tool": "play" });
  private readonly slider = el("input", { type: "range", step: "1", "data-tool": "month" });
  private readonly words = el("output", { class: "when" });
  private readonly all = el("button", { type: "button", "data-tool": "all-time" });
  private readonly head = el("div", { class: "axis" });
  private readonly bars = el("div");
  private readonly ends = [this.end("from"), this.end("to")] as const;
  private readonly rows = el("div", { class: "rows" });
  private readonly notes = el("div", { class: "soft notes" });
  private timer = 0;
  private width = 0;

  constructor(host: TimeHost) {
    this.host = host;
    this.play.addEventListener("click", () => (this.timer ? this.stop() : this.start()));
    this.slider.addEventListener("input", () => this.month(Number(this.slider.value), false));
    this.slider.addEventListener("change", () => this.month(Number(this.slider.value), true));
    this.all.addEventListener("click", () => {
      this.stop();
      host.stretch(host.given().all, true);
    });
    this.head.addEventListener("pointerdown", (event) => this.brush(event));
    this.head.append(this.bars, ...this.ends);
    const player = el("div", { class: "player" }, this.play, this.slider, this.words, this.all);
    this.element.append(player, this.head, this.rows, this.notes);
  }

  stop(): void {
    if (!this.timer) return;
    clearInterval(this.timer);
    this.timer = 0;
    this.label();
    this.host.stretch(this.host.given().chosen, true);
  }

  private start(): void {
    const { all, chosen } = this.host.given();
    const whole = chosen.from === all.from && chosen.to === all.to;
    this.month(whole || chosen.to >= all.to ? all.from : chosen.from, false);
    this.timer = window.setInterval(() => {
      const now = this.host.given();
      if (now.chosen.to >= now.all.to) this.stop();
      else this.month(now.chosen.from + 1, false);
    }, TICK);
    this.label();
  }

  private label(): void {
    this.slider.setAttribute("aria-label", this.host.say("time_month"));
    this.ends.forEach((handle, at) => handle.setAttribute("aria-label", this.host.say(at ? "time_to" : "time_from")));
    this.all.textContent = this.host.say("time_all");
    this.play.textContent = this.timer ? "❚❚" : "▶";
    this.play.setAttribute("aria-label", this.host.say(this.timer ? "time_pause" : "time_play"));
    this.play.title = this.host.say(this.timer ? "time_pause" : "time_play");
  }

  private month(month: number, done: boolean): void {
    this.host.stretch({ from: month, to: month }, done);
  }

  /** Show what is there now, as wide as there is room. */
  update(width = this.width): void {
    if (!width) return;
    this.width = width;
    this.label();
    const given = this.host.given();
    const { all, chosen } = given;
    const whole = chosen.from === all.from && chosen.to === all.to;
    Object.assign(this.slider, { min: String(all.from), max: String(all.to), value: String(chosen.from) });
    const said = whole ? yearsWords(all) : stretchWords(chosen, this.host.months(), this.host.lang());
    this.slider.setAttribute("aria-valuetext", said);
    this.words.textContent = said;
    this.all.disabled = whole;
    this.notes.replaceChildren(...[...given.notes, ...(given.rows.length ? [this.host.say("time_marks")] : [])].map((note) => el("span", {}, note)));
    this.rows.hidden = !given.rows.length;
    this.rows.style.maxHeight = `${this.host.height() - HEAD - PLAYER}px`;
    this.paint(given);
  }

  private axis(given: TimeGiven): Axis & { names: number } {
    if (!given.rows.length) return { stretch: given.all, names: 0, x: 8, width: this.width - 16 };
    return axisOf(this.width, given.all, given.rows.some((row) => row.n !== ""));
  }

  private paint(given: TimeGiven): void {
    const axis = this.axis(given);
    const colours = this.host.colours();
    const head = new SvgPainter();
    paintHead(head, axis, given.spans, given.chosen, given.group, colours);
    const picture = drawn(head.document(this.width, HEAD));
    picture.setAttribute("aria-hidden", "true");
    this.bars.replaceChildren(picture); // the ends stay where they are: one of them may have the focus
    this.ends.forEach((handle, index) => {
      const month = index ? given.chosen.to : given.chosen.from;
      const share = (month + index - given.all.from) / (given.all.to - given.all.from + 1);
      handle.style.left = `${axis.x + share * axis.width - 6}px`;
      handle.setAttribute("aria-valuemin", String(given.all.from));
      handle.setAttribute("aria-valuemax", String(given.all.to));
      handle.setAttribute("aria-valuenow", String(month));
      handle.setAttribute("aria-valuetext", stretchWords({ from: month, to: month }, this.host.months(), this.host.lang()));
    });
    this.paintList(given, axis, colours);
  }

  private paintList(given: TimeGiven, axis: Axis & { names: number }, colours: Colours): void {
    const list = new SvgPainter();
    const asked = { colours, say: this.host.say, chosen: given.names, stretch: given.chosen };
    const height = paintRows(list, given.rows, axis, 0, asked);
    const picture = drawn(list.document(this.width, Math.max(1, height)));
    picture.setAttribute("aria-hidden", "true");
    const buttons = linesOf(given.rows, axis.names).lines.map(({ row, y, height: tall }) => {
      const words = [row.n, row.label, row.dates, row.nowhere ? this.host.say("map_no_place") : ""].filter(Boolean).join(", ");
      const made = el("button", { type: "button", class: "row", "data-id": row.id, "aria-label": words, title: words });
      made.setAttribute("aria-pressed", String(given.names.has(row.id)));
      made.style.top = `${y}px`;
      made.style.height = `${tall}px`;
      made.addEventListener("click", () => this.host.choose(row.id));
      return made;
    });
    const kept = (this.rows.getRootNode() as ShadowRoot | Document).activeElement?.getAttribute("data-id");
    const top = this.rows.scrollTop;
    this.rows.replaceChildren(picture, ...buttons);
    this.rows.scrollTop = top;
    if (kept) buttons.find((one) => one.dataset["id"] === kept)?.focus({ preventScroll: true });
  }

  /** The same for files: below the picture, as wide as it; its height. */
  static paint(painter: Painter, given: TimeGiven, width: number, asked: { colours: Colours; say: Say }): number {
    const axis = axisOf(width, given.all, given.rows.some((row) => row.n !== ""));
    paintHead(painter, axis, given.spans, given.chosen, given.group, asked.colours);
    return HEAD + paintRows(painter, given.rows, axis, HEAD, { ...asked, chosen: given.names, stretch: given.chosen });
  }

  private end(which: "from" | "to"): HTMLElement {
    const made = el("i", { class: "end", role: "slider", tabindex: "0", "data-end": which });
    made.addEventListener("keydown", (event: KeyboardEvent) => {
      const step = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -12, PageUp: 12 }[event.key];
      if (!step) return;
      const { all, chosen } = this.host.given();
      const clamp = (month: number): number => Math.min(all.to, Math.max(all.from, month));
      const next =
        which === "from"
          ? { from: Math.min(clamp(chosen.from + step), chosen.to), to: chosen.to }
          : { from: chosen.from, to: Math.max(clamp(chosen.to + step), chosen.from) };
      this.host.stretch(next, true);
      event.preventDefault();
      event.stopPropagation();
    });
    return made;
  }

  private brush(event: PointerEvent): void {
    if (event.button !== 0) return;
    this.stop();
    const given = this.host.given();
    const axis = this.axis(given);
    const month = (one: PointerEvent): number => monthAt(axis, one.clientX - this.head.getBoundingClientRect().left);
    const handle = (event.target as HTMLElement).dataset["end"];
    const fixed = handle === "from" ? given.chosen.to : handle === "to" ? given.chosen.from : month(event);
    const set = (one: PointerEvent, done: boolean): void => {
      const now = month(one);
      this.host.stretch({ from: Math.min(fixed, now), to: Math.max(fixed, now) }, done);
    };
    const move = (one: PointerEvent): void => set(one, false);
    const up = (one: PointerEvent): void => {
      this.head.removeEventListener("pointermove", move);
      this.head.removeEventListener("pointerup", up);
      set(one, true);
    };
    this.head.setPointerCapture(event.pointerId);
    this.head.addEventListener("pointermove", move);
    this.head.addEventListener("pointerup", up);
    event.preventDefault();
  }
}
