// The frame round a view: bar, canvas, camera, pointer, keyboard, legend, table, card, exports.
import type { Chosen, Drawing } from "../data";
import { CanvasPainter } from "../canvas";
import { forgetWidths } from "../painter";
import { SvgPainter } from "../svg";
import { sayer } from "../words";
import { barOf } from "./bar";
import { CameraMan } from "./camera";
import { cardOf } from "./card";
import { choicesMenu } from "./choices";
import { drawn, el } from "./dom";
import type { Address, Host } from "./host";
import { keyPressed } from "./keyboard";
import { legendOf } from "./legend";
import { Lasso } from "./lasso";
import { memoryOf, type Memory } from "./memory";
import { tableOf } from "./table";
import { coloursOf } from "./theme";
import { placeAt, seenAt, type MakeView, type Point, type Pointed, type Size, type Stage, type View } from "./view";

const STILL = 4; // px that a pointer may move and still be a click

export class Frame implements Stage {
  drawing: Drawing;
  memory: Memory;
  say: Stage["say"];
  view: View;
  readonly host: Host;
  readonly field = el("div", { class: "field", tabindex: "0", role: "application" });
  private readonly box: HTMLElement;
  private readonly canvas = el("canvas");
  private readonly ctx: CanvasRenderingContext2D | null;
  private readonly probe = el("i", { class: "kb-probe", "aria-hidden": "true" });
  private readonly status = el("p", { class: "status-line", "aria-live": "polite" });
  private readonly parts = { bar: el("div"), beside: el("div", { class: "beside" }), below: el("div"), legend: el("div"), table: el("div"), card: el("div") };
  private readonly camera: CameraMan;
  private readonly lasso: Lasso;
  private readonly watcher: ResizeObserver;
  private lit: Pointed | null = null;
  private dragged: { id: string; from: Point; moved: boolean } | null = null;
  private asked = 0;
  private width = 0;
  private height = 0;
  private menu: HTMLElement | null = null;
  private readonly theme = matchMedia("(prefers-color-scheme: dark)");

  constructor(box: HTMLElement, drawing: Drawing, key: string, make: MakeView, host: Host) {
    this.box = box;
    this.drawing = drawing;
    this.host = host;
    this.say = sayer(drawing.words, drawing.lang);
    this.memory = memoryOf(key, drawing);
    this.ctx = this.canvas.getContext("2d");
    this.height = drawing.height;
    this.field.append(this.ctx ? this.canvas : el("div", { class: "svg" }), this.probe);
    const { bar, beside, below, legend, table, card } = this.parts;
    const picture = el("div", { class: "picture" }, el("div", {}, this.field, this.status, below, legend), beside);
    box.replaceChildren(bar, picture, table, card);
    this.width = this.field.clientWidth || 800;
    this.view = make(this);
    if (this.view.beside) beside.replaceChildren(this.view.beside);
    picture.classList.toggle("two", Boolean(this.view.beside));
    this.width = this.field.clientWidth || 800;
    this.camera = new CameraMan(this.field, this, () => this.view.zoom ?? [0.1, 8], (event) => this.grabs(event));
    this.lasso = new Lasso(this.field, (points) => this.caught(points));
    this.watcher = new ResizeObserver(() => this.resized());
    this.watcher.observe(box);
    this.listen();
    this.take(drawing);
    void this.fonts();
  }

  /** New data for the same picture: camera and places stay. */
  take(drawing: Drawing): void {
    this.drawing = drawing;
    this.say = sayer(drawing.words, drawing.lang);
    this.field.setAttribute("aria-label", `${drawing.about.title}. ${this.say("keys")}`);
    this.view.update();
    this.grow();
    if (this.view.below) this.parts.below.replaceChildren(this.view.below);
    if (!this.memory.camera) this.fit();
    this.changed();
    this.menu?.remove();
    this.menu = drawing.choices ? choicesMenu(drawing.choices, this) : null;
    if (this.menu) this.field.append(this.menu);
  }

  /** A picture that is higher than wide gets the height that it needs, up to the tallest. */
  private grow(): void {
    const { height } = this.drawing;
    const box = this.view.bounds(1);
    const scale = Math.min(1, this.width / Math.max(1, box.width));
    const best = Math.ceil(box.height * scale) + 40;
    const grown = Math.max(height, Math.min(best, this.view.tallest ?? height));
    if (this.memory.camera && grown < this.height) return; // what was seen stays in sight
    this.height = grown;
    this.field.style.height = `${this.height}px`;
  }

  destroy(): void {
    this.watcher.disconnect();
    this.view.destroy?.();
    this.theme.removeEventListener("change", this.changedTheme);
    document.fonts?.removeEventListener("loadingdone", this.fontsCame);
    cancelAnimationFrame(this.asked);
    this.box.replaceChildren();
  }

  get address(): Address | undefined {
    return this.host.address;
  }

  colours = (): Record<string, string> => coloursOf(this.drawing.look, this.probe);

  size = (): Size => ({ width: this.width, height: this.height });

  repaint = (): void => {
    if (this.asked) return;
    this.asked = requestAnimationFrame(() => {
      this.asked = 0;
      this.paint();
    });
  };

  changed = (): void => {
    const { bar, legend, table, card } = this.parts;
    const colours = this.colours();
    const opened = table.querySelector("details")?.open ?? false;
    this.paint();
    const held = (bar.getRootNode() as ShadowRoot | Document).activeElement?.getAttribute("data-tool");
    bar.replaceChildren(barOf(this));
    if (held) bar.querySelector<HTMLElement>(`[data-tool="${held}"]`)?.focus({ preventScroll: true });
    legend.replaceChildren(legendOf(this.view.legend(), this.drawing.look, colours, this.say));
    const twin = tableOf(this.view.seen(), this.drawing, this.say, (one) => this.chooseOne(one));
    (twin as HTMLDetailsElement).open = opened;
    table.replaceChildren(twin);
    const shown = this.host.live ? null : cardOf(this.memory.chosen, this.drawing, this.say, (one) => this.choose(one));
    card.replaceChildren(...(shown ? [shown] : []));
  };

  fit = (ids?: Iterable<string>): void => this.camera.fit(ids);

  zoomBy(factor: number): void {
    this.camera.zoomBy(factor);
  }

  pan(dx: number, dy: number): void {
    this.camera.pan(dx, dy);
  }

  centre(id: string): void {
    const at = this.view.place(id);
    if (at) this.camera.centre(at);
  }

  choose = (chosen: Chosen): void => {
    const before = JSON.stringify(this.memory.chosen);
    this.memory.chosen = chosen;
    if (JSON.stringify(chosen) === before) return;
    this.host.chosen(chosen);
    this.changed();
    this.tell(chosen);
  };

  chooseOne(one: Pointed | null, more = false): void {
    if (!one) this.choose({ nodes: [], tie: null });
    else if (one.what === "tie") this.choose({ nodes: [], tie: one.id });
    else if (!more) this.choose({ nodes: [one.id], tie: null });
    else {
      const nodes = this.memory.chosen.nodes;
      this.choose({ nodes: nodes.includes(one.id) ? nodes.filter((id) => id !== one.id) : [...nodes, one.id], tie: null });
    }
  }

  edit = (change: (now: Memory["now"]) => void): void => {
    this.memory.edit(change);
    this.view.update();
    this.changed();
  };

  refresh = (): void => {
    this.view.update();
    this.changed();
  };

  undo(back: boolean): void {
    if (back ? this.memory.undo() : this.memory.redo()) {
      this.view.update();
      this.changed();
    }
  }

  /** Ask what a node can be expanded by. */
  expand(id: string): void {
    if (this.view.expand?.(id)) return;
    if (this.host.live) this.host.ask({ what: "choices", id });
  }

  /** Where a node stands on the screen, for tests and for whoever drives the picture from outside. */
  where(id: string): Point | null {
    const at = this.view.place(id);
    if (!at) return null;
    const box = this.field.getBoundingClientRect();
    const seen = seenAt(this.camera.now, at);
    return { x: box.left + seen.x, y: box.top + seen.y };
  }

  private paint(): void {
    const { width, height } = this.size();
    const camera = this.camera.now;
    if (!this.ctx) {
      const painter = new SvgPainter();
      this.view.paint(painter, camera, { width, height }, this.lit);
      this.field.querySelector(".svg")!.replaceChildren(drawn(painter.document(width, height)));
      return;
    }
    const sharp = Math.min(3, Math.max(1, window.devicePixelRatio || 1));
    if (this.canvas.width !== Math.round(width * sharp) || this.canvas.height !== Math.round(height * sharp)) {
      this.canvas.width = Math.round(width * sharp);
      this.canvas.height = Math.round(height * sharp);
    }
    this.ctx.setTransform(sharp, 0, 0, sharp, 0, 0);
    this.ctx.globalAlpha = 1;
    this.ctx.clearRect(0, 0, width, height);
    this.view.paint(new CanvasPainter(this.ctx), camera, { width, height }, this.lit);
    this.ctx.setLineDash([]);
    if (!this.box.dataset["painted"]) performance.mark("kb-painted");
    this.box.dataset["painted"] = String(Number(this.box.dataset["painted"] ?? 0) + 1);
  }

  private resized(): void {
    const width = this.field.clientWidth;
    if (!width || width === this.width) return;
    this.width = width;
    this.view.update();
    this.grow();
    this.fit();
    this.repaint();
  }

  private point(event: MouseEvent): Point {
    const box = this.field.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  }

  private under(event: MouseEvent): Pointed | null {
    return this.view.at(this.point(event), this.camera.now);
  }

  /** Does the pointer take hold of something, so that the picture is not to be moved? */
  private grabs(event: MouseEvent): boolean {
    if ((event.target as Element).closest(".menu, .find")) return true;
    return event.shiftKey || this.lasso.armed || this.under(event)?.what === "node";
  }

  private listen(): void {
    const { field } = this;
    field.addEventListener("pointerdown", (event) => this.down(event));
    field.addEventListener("pointermove", (event) => this.move(event));
    field.addEventListener("pointerup", (event) => this.up(event));
    field.addEventListener("pointercancel", () => (this.dragged = null));
    field.addEventListener("pointerleave", () => this.light(null));
    field.addEventListener("dblclick", (event) => this.twice(event));
    field.addEventListener("keydown", (event) => keyPressed(event, this));
    this.theme.addEventListener("change", this.changedTheme);
  }

  private readonly changedTheme = (): void => {
    setTimeout(this.changed, 50); // the page changes its own scheme first
  };

  private pressed: Point | null = null;

  private down(event: PointerEvent): void {
    if (event.button !== 0 || (event.target as Element).closest(".menu")) return;
    this.pressed = this.point(event);
    if (event.shiftKey || this.lasso.armed) {
      this.lasso.start(event, this.pressed);
      return;
    }
    const under = this.under(event);
    if (under?.what === "node" && this.view.drag) {
      this.dragged = { id: under.id, from: this.pressed, moved: false };
      this.field.setPointerCapture(event.pointerId);
    }
  }

  private move(event: PointerEvent): void {
    const at = this.point(event);
    if (this.dragged) {
      if (!this.dragged.moved && Math.hypot(at.x - this.dragged.from.x, at.y - this.dragged.from.y) < STILL) return;
      if (!this.dragged.moved) this.memory.edit(() => {});
      this.dragged.moved = true;
      this.view.drag?.(this.dragged.id, placeAt(this.camera.now, at), false);
      this.repaint();
    } else if (!event.buttons) this.light(this.view.at(at, this.camera.now));
  }

  private up(event: PointerEvent): void {
    const { dragged, pressed } = this;
    this.dragged = this.pressed = null;
    if (dragged?.moved) {
      this.view.drag?.(dragged.id, placeAt(this.camera.now, this.point(event)), true);
      this.changed();
      return;
    }
    const at = this.point(event);
    if (!pressed || this.lasso.drawing || Math.hypot(at.x - pressed.x, at.y - pressed.y) >= STILL) return;
    if (this.view.press?.(at, this.camera.now)) return;
    this.chooseOne(this.view.at(at, this.camera.now), event.ctrlKey || event.metaKey);
  }

  private twice(event: MouseEvent): void {
    const under = this.under(event);
    if (under?.what === "node") this.expand(under.id);
  }

  private light(one: Pointed | null): void {
    if (one?.id === this.lit?.id) return;
    this.lit = one;
    this.field.classList.toggle("on", one !== null);
    this.status.textContent = one ? this.name(one) : "\u00a0";
    this.repaint();
  }

  private name(one: Pointed): string {
    const { nodes, ties } = this.drawing;
    if (one.what === "node") {
      const node = nodes.find((each) => each.id === one.id);
      return node ? [node.label, node.sub].filter(Boolean).join(" · ") : one.id;
    }
    const tie = ties.find((each) => each.id === one.id);
    const label = (id: string): string => nodes.find((each) => each.id === id)?.label ?? id;
    if (!tie) return one.id;
    const sure = this.drawing.terms.certainty[tie.certainty];
    return [`${label(tie.a)} – ${tie.label} – ${label(tie.b)}`, sure, tie.status].filter(Boolean).join(" · ");
  }

  private tell(chosen: Chosen): void {
    if (chosen.nodes.length > 1) this.status.textContent = this.say("n_chosen", { n: chosen.nodes.length });
    else if (chosen.tie) this.status.textContent = this.name({ what: "tie", id: chosen.tie });
    else if (chosen.nodes[0]) this.status.textContent = this.name({ what: "node", id: chosen.nodes[0] });
  }

  /** Letters of our fonts have other widths than those that stand in for them until they have come. */
  private async fonts(): Promise<void> {
    this.status.textContent = "\u00a0";
    if (!document.fonts) return;
    document.fonts.addEventListener("loadingdone", this.fontsCame);
    const letters = "Aбә";
    const wanted = ['400 15px "Noto Sans"', '600 15px "Noto Sans"'].map((face) => document.fonts.load(face, letters));
    await Promise.allSettled(wanted);
    this.fontsCame();
  }

  private readonly fontsCame = (): void => {
    forgetWidths();
    this.view.update();
    this.repaint();
  };

  armLasso(): void {
    this.lasso.armed = !this.lasso.armed;
    this.field.classList.toggle("lassoing", this.lasso.armed);
    this.changed();
  }

  get lassoArmed(): boolean {
    return this.lasso.armed;
  }

  private caught(points: Point[]): void {
    this.field.classList.remove("lassoing");
    const inside = this.view.seen().nodes.filter((node) => {
      const at = this.view.place(node.id);
      return at && this.lasso.holds(points, seenAt(this.camera.now, at));
    });
    this.choose({ nodes: inside.map((node) => node.id), tie: null });
    this.changed();
  }
}
