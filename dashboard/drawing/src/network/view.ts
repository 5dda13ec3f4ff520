// The network: who is tied to whom, by what, and how sure that is.
import type { NodeOf, TieOf } from "../data";
import type { Memory } from "../frame/memory";
import type { Box, LegendEntry, Point, Pointed, Seen, Size, Stage, Tool, View } from "../frame/view";
import type { Camera } from "../frame/memory";
import type { Painter } from "../painter";
import { isHub, netOf, type Net } from "./graph";
import { LAYOUTS, type LayoutName } from "./layouts";
import { legendEntries } from "./legend";
import { type Side } from "./layout";
import { paintNetwork, type Scene } from "./paint";
import { Nearest } from "./nearest";
import { newcomers } from "./stay";
import { folded } from "./fold";

/** What Python says of this view. */
export interface NetworkOptions {
  layout?: LayoutName;
  /** Measures by which nodes can be sized: name and words. */
  measures?: [string, string][];
  /** Who the picture is about. */
  about?: string[];
}

const MOST_NEW = 0.6; // with more new ones than this share, the picture is another one and is laid out anew

class NetworkView implements View {
  private readonly stage: Stage;
  private net: Net;
  private scene: Scene;
  private sides = new Map<string, Side>();
  private nearest: Nearest | null = null;
  private unlabelled = 0;
  readonly zoom: [number, number] = [0.02, 8];

  constructor(stage: Stage) {
    this.stage = stage;
    this.net = netOf(stage.drawing, new Set());
    this.scene = this.sceneOf();
  }

  private get options(): NetworkOptions {
    return (this.stage.drawing.network ?? {}) as NetworkOptions;
  }

  private get layout(): LayoutName {
    return this.stage.memory.setting("layout", this.options.layout ?? "rising") as LayoutName;
  }

  update(): void {
    const { memory, drawing } = this.stage;
    const { hidden } = memory.now;
    const shown = memory.setting("folded", "no") === "yes" ? folded(drawing, hidden) : drawing;
    this.net = netOf(shown, hidden);
    const places = memory.now.places;
    const fresh = this.net.nodes.filter((node) => !places.has(node.id)).length;
    if (fresh > MOST_NEW * this.net.nodes.length) this.arrange(memory.now);
    else if (fresh) for (const [id, at] of newcomers(this.net, places)) places.set(id, at);
    this.scene = this.sceneOf();
    this.nearest = null;
  }

  /** Lay out anew; what is pinned stays. */
  private arrange(now: Memory["now"]): void {
    const about = this.stage.memory.chosen.nodes[0] ?? this.options.about?.[0] ?? null;
    const spots = LAYOUTS[this.layout](this.net, this.stage.size(), about && this.net.byId.has(about) ? about : null);
    this.sides = new Map();
    for (const [id, spot] of spots) {
      if (now.pinned.has(id) && now.places.has(id)) continue;
      now.places.set(id, [spot.x, spot.y]);
      this.sides.set(id, spot.side);
    }
  }

  private sceneOf(): Scene {
    const { memory, drawing } = this.stage;
    return {
      net: this.net,
      places: memory.now.places,
      sides: this.sides,
      pinned: memory.now.pinned,
      look: drawing.look,
      measure: memory.setting("size", ""),
      hubs: new Set(this.net.nodes.filter((node) => isHub(node, this.net)).map((node) => node.id)),
    };
  }

  bounds(): Box {
    const room = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity };
    for (const node of this.net.nodes) {
      const at = this.place(node.id);
      if (!at) continue;
      const wide = this.net.nodes.length > 400 ? 10 : 12 + Math.min(170, node.label.length * 7.5);
      const side = this.sides.get(node.id);
      const half = side === "above" || side === "below" ? wide / 2 : 0;
      room.left = Math.min(room.left, at.x - (side === "left" ? wide : Math.max(half, 12)));
      room.right = Math.max(room.right, at.x + (side === "right" || side === "any" ? wide : Math.max(half, 12)));
      room.top = Math.min(room.top, at.y - (side === "above" ? 34 : 12));
      room.bottom = Math.max(room.bottom, at.y + 14);
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
    this.unlabelled = paintNetwork(painter, this.scene, { camera, size, lit, chosen, colours });
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
    this.sides.set(id, "any");
    if (done) {
      now.pinned.add(id);
      this.nearest = null;
    }
  }

  legend(): LegendEntry[] {
    const { drawing, say } = this.stage;
    const notes: LegendEntry[] = this.unlabelled
      ? [{ row: "notes", label: say("unlabelled", { n: this.unlabelled }) }]
      : [];
    return [...legendEntries(this.net, drawing.terms, say), ...notes];
  }

  seen(): Seen {
    const nodes = this.net.nodes.map((node: NodeOf) => ({ ...node, ...(this.place(node.id) ?? { x: 0, y: 0 }) }));
    return { nodes, ties: this.net.ties as TieOf[] };
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
    const size: Tool = {
      kind: "choice",
      name: "size",
      label: say("size"),
      value: memory.setting("size", ""),
      options: [["", say("size_same")], ...measures],
      set: (value) => edit((now) => now.settings.set("size", value)),
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
    return [layout, again, ...(measures.length ? [size] : []), fold];
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

export const networkView = (stage: Stage): View => new NetworkView(stage);

