// The network: who is tied to whom, by what, and how sure that is.
import type { NodeOf, TieOf } from "../data";
import type { Memory } from "../frame/memory";
import type { Box, LegendEntry, Point, Pointed, Seen, Size, Stage, Tool, View } from "../frame/view";
import type { Camera } from "../frame/memory";
import type { Painter } from "../painter";
import { isHub, netOf, type Net } from "./graph";
import { middleOf, timeScale } from "./grounds";
import { LAYOUTS, isLayout, type LayoutName } from "./layouts";
import { legendEntries } from "./legend";
import { TALLEST, labelWidth } from "./layout";
import { paintNetwork, type Scene } from "./paint";
import { Nearest } from "./nearest";
import { newcomers } from "./stay";
import { folded } from "./fold";
import { NetTime } from "../time/net";

/** What Python says of this view. */
export interface NetworkOptions {
  layout?: LayoutName;
  /** Measures by which nodes can be sized: name and words. */
  measures?: [string, string][];
  /** Who the picture is about. */
  about?: string[];
  /** The clock of another picture on the page, which this one follows; without it time stands below. */
  clock?: string;
  /** Up to which height the picture may grow. */
  tallest?: number;
}

const LEAST_KEPT = 0.4; // where fewer of those that were shown are shown still, it is another picture, laid out anew

const PALEST = 0.22;

class NetworkView implements View {
  private readonly stage: Stage;
  private net: Net;
  private scene: Scene;
  private nearest: Nearest | null = null;
  private unlabelled = 0;
  private readonly time: NetTime;
  readonly below: HTMLElement | undefined;
  readonly zoom: [number, number] = [0.02, 8];

  get tallest(): number {
    return this.options.tallest ?? TALLEST;
  }

  constructor(stage: Stage) {
    this.stage = stage;
    this.time = new NetTime(stage, this.options.clock);
    this.below = this.time.element;
    this.net = netOf(stage.drawing, new Set());
    this.scene = this.sceneOf();
  }

  private get options(): NetworkOptions {
    return (this.stage.drawing.network ?? {}) as NetworkOptions;
  }

  private get layout(): LayoutName {
    const wanted = this.stage.memory.setting("layout", this.options.layout ?? "rising");
    return isLayout(wanted) ? wanted : "rising";
  }

  update(): void {
    const { memory } = this.stage;
    const { hidden } = memory.now;
    const drawing = this.time.part(this.stage.drawing);
    const shown = memory.setting("folded", "no") === "yes" ? folded(drawing, hidden) : drawing;
    this.net = netOf(shown, hidden);
    const places = memory.now.places;
    const kept = memory.shown.filter((id) => this.net.byId.has(id) && places.has(id)).length;
    const other = kept <= LEAST_KEPT * memory.shown.length;
    if (this.net.nodes.length) memory.shown = this.net.nodes.map((node) => node.id);
    if (this.net.nodes.some((node) => !places.has(node.id))) {
      if (other) this.arrange(memory.now);
      else for (const [id, at] of newcomers(this.net, places)) places.set(id, at);
    }
    this.scene = this.sceneOf();
    this.nearest = null;
  }

  /** Lay out anew; what is pinned stays. */
  private arrange(now: Memory["now"]): void {
    const about = this.stage.memory.chosen.nodes[0] ?? this.options.about?.[0] ?? null;
    const spots = LAYOUTS[this.layout](this.net, this.stage.size(), about && this.net.byId.has(about) ? about : null);
    const { hints } = this.stage.memory;
    for (const [id, spot] of spots) {
      if (now.pinned.has(id) && now.places.has(id)) continue;
      now.places.set(id, [spot.x, spot.y]);
      hints.set(id, { side: spot.side, ...(spot.lift && { lift: Math.round(spot.lift) }) });
    }
  }

  private sceneOf(): Scene {
    const { memory, drawing } = this.stage;
    return {
      net: this.net,
      places: memory.now.places,
      hints: memory.hints,
      pinned: memory.now.pinned,
      look: drawing.look,
      measure: memory.setting("size", ""),
      shade: shades(this.net, memory.setting("shade", "")),
      years: this.layout === "time" ? timeScale(this.net) : null,
      hubs: new Set(this.net.nodes.filter((node) => isHub(node, this.net)).map((node) => node.id)),
    };
  }

  bounds(k: number): Box {
    const room = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity };
    for (const node of this.net.nodes) {
      const at = this.place(node.id);
      if (!at) continue;
      const many = this.net.nodes.length > 400;
      const wide = (many ? 10 : 14 + labelWidth(node, this.scene.hubs.has(node.id))) / k;
      const side = this.stage.memory.hints.get(node.id)?.side ?? "any";
      const half = side === "left" || side === "right" ? 12 / k : wide / 2;
      room.left = Math.min(room.left, at.x - (side === "left" ? wide : half));
      room.right = Math.max(room.right, at.x + (side === "right" ? wide : half));
      const lift = this.stage.memory.hints.get(node.id)?.lift ?? 0;
      room.top = Math.min(room.top, at.y - lift - (side === "above" ? 46 : 13) / k);
      room.bottom = Math.max(room.bottom, at.y + (side === "below" ? 40 : 16) / k);
    }
    if (room.left > room.right) return { x: 0, y: 0, width: 1, height: 1 };
    return { x: room.left, y: room.top, width: room.right - room.left, height: room.bottom - room.top };
  }

  paint(painter: Painter, camera: Camera, size: Size, lit: Pointed | null): void {
    const { chosen } = this.stage.memory;
    if (!this.net.nodes.length) {
      const style = { size: 15, colour: this.stage.colours()["soft"]!, anchor: "middle" } as const;
      painter.text(size.width / 2, size.height / 2, this.stage.say("empty"), style);
      return;
    }
    const colours = this.stage.colours();
    const left = paintNetwork(painter, this.scene, { camera, size, lit, chosen, colours });
    if (!lit) this.unlabelled = left;
  }

  at(point: Point, camera: Camera): Pointed | null {
    this.nearest ??= new Nearest(this.net, (id) => this.place(id));
    return this.nearest.at(point, camera);
  }

  place(id: string): Point | null {
    const at = this.net.byId.has(id) ? this.stage.memory.now.places.get(id) : undefined;
    return at ? { x: at[0], y: at[1] } : null;
  }

  drag(id: string, to: Point, done: boolean): void {
    const { now } = this.stage.memory;
    now.places.set(id, [to.x, to.y]);
    this.stage.memory.hints.set(id, { side: "any" });
    if (done) {
      now.pinned.add(id);
      this.nearest = null;
    }
  }

  legend(): LegendEntry[] {
    this.time.update();
    const { drawing, say } = this.stage;
    const notes = [
      this.unlabelled && say("unlabelled", { n: this.unlabelled }),
      this.layout === "map" && this.missing("without_place", (node) => node.at),
      this.layout === "time" && this.missing("without_date", (node) => middleOf(node) ?? undefined),
    ].filter((note): note is string => typeof note === "string");
    return [...legendEntries(this.net, drawing.terms, say), ...notes.map((label): LegendEntry => ({ row: "notes", label }))];
  }

  private missing(key: string, known: (node: NodeOf) => unknown): string | null {
    const n = this.net.nodes.filter((node) => known(node) === undefined).length;
    return n ? this.stage.say(key, { n }) : null;
  }

  seen(): Seen {
    const nodes = this.net.nodes.map((node: NodeOf) => ({ ...node, ...(this.place(node.id) ?? { x: 0, y: 0 }) }));
    return { nodes, ties: this.net.ties as TieOf[] };
  }

  destroy(): void {
    this.time.destroy();
  }

  tools(): Tool[] {
    const { memory, say, edit } = this.stage;
    const names = Object.keys(LAYOUTS) as LayoutName[];
    const layout: Tool = {
      kind: "choice",
      name: "layout",
      label: say("layout"),
      value: this.layout,
      options: names.map((name) => [name, say(`layout_${name}`)]),
      set: (value) => this.laidOut((now) => now.settings.set("layout", value)),
    };
    const again: Tool = {
      kind: "button",
      name: "again",
      label: say("again"),
      title: say("again_help"),
      run: () => this.laidOut(() => {}),
    };
    const measures = this.options.measures ?? [];
    const size = {
      kind: "choice" as const,
      name: "size",
      label: say("size"),
      value: memory.setting("size", ""),
      options: [["", say("size_same")], ...measures] as [string, string][],
      set: (value: string) => edit((now) => now.settings.set("size", value)),
    };
    const shade: Tool = {
      ...size,
      name: "shade",
      label: say("shade"),
      value: memory.setting("shade", ""),
      set: (value) => edit((now) => now.settings.set("shade", value)),
    };
    const isFolded = memory.setting("folded", "no") === "yes";
    const fold: Tool = {
      kind: "button",
      name: "fold",
      label: say("fold"),
      title: say("fold_help"),
      pressed: isFolded,
      run: () => this.laidOut((now) => now.settings.set("folded", isFolded ? "no" : "yes")),
    };
    return [layout, again, ...(measures.length ? [size, shade] : []), fold];
  }

  /** A change after which everything is laid out anew. */
  private laidOut(change: (now: Memory["now"]) => void): void {
    this.stage.edit((now) => {
      change(now);
      for (const id of [...now.places.keys()]) if (!now.pinned.has(id)) now.places.delete(id);
    });
    if (this.net.nodes.every((node) => this.stage.memory.now.pinned.has(node.id))) this.stage.repaint();
    this.stage.fit();
  }
}

/** How strongly each is coloured by a measure, from pale to full; null where all are alike. */
function shades(net: Net, measure: string): Map<string, number> | null {
  if (!measure) return null;
  const values = net.nodes.map((node) => Math.log1p(node.measures?.[measure] ?? 0));
  const most = Math.max(...values, 1e-9);
  return new Map(net.nodes.map((node, at) => [node.id, PALEST + (1 - PALEST) * (values[at]! / most)]));
}

export const networkView = (stage: Stage): View => new NetworkView(stage);

