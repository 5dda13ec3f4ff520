// The map: where risings were and how large, where people were and what was done to them, with time beside it.
import type { NodeOf } from "../data";
import type { Camera } from "../frame/memory";
import type { Box, LegendEntry, Placed, Point, Pointed, Seen, Size, Stage, Tool, View } from "../frame/view";
import type { Painter } from "../painter";
import { Brush, chosenIn } from "../time/brush";
import { clockOf } from "../time/clock";
import { ofThoseYears, reach, type Stretch } from "../time/months";
import { TimePanel, type TimeGiven } from "../time/panel";
import { clustered, type Cluster } from "./clusters";
import { legendOfMap, notesOf } from "./legend";
import { shown, size as sizeOf, type Shown } from "./marks";
import { moves, movesIn, type Move } from "./moves";
import type { LayerName, MapOptions } from "./options";
import { membersOf, paintMap, type Scene } from "./paint";
import { projected, PX_OF_KM, UNIT } from "./projection";
import { rowsOf, spansOf } from "./rows";
import { tableOfMap } from "./table";

const LAYERS: LayerName[] = ["risings", "people", "measures"];
export const GROUPS: Record<LayerName, string> = { risings: "uprising", people: "person", measures: "coercion" };

/** Settings that stand in the address. */
const KEPT = ["layer", "from", "to", "exact", "moves", "axis"];
const CHOSEN = "chosen";

const AROUND = 260; // km round a place that tell where in the country it lies

function around(places: (Point & { off: number })[]): Box {
  const edge = (side: (one: Point & { off: number }) => number): number[] => places.map(side);
  const [left, right] = [Math.min(...edge((one) => one.x - one.off)), Math.max(...edge((one) => one.x + one.off))];
  const [top, bottom] = [Math.min(...edge((one) => one.y - one.off)), Math.max(...edge((one) => one.y + one.off))];
  return { x: left, y: top, width: right - left, height: bottom - top };
}

class MapView implements View {
  readonly zoom: [number, number] = [0.6, 24];
  readonly beside: HTMLElement;
  readonly linked: boolean;
  private readonly stage: Stage;
  private readonly panel: TimePanel;
  private readonly unheard: () => void;
  private nodes = new Map<string, NodeOf>();
  private made!: Shown;
  private all: Move[] = [];
  private opened: string | null = null;
  private unlabelled = 0;
  private readonly brush = new Brush();

  constructor(stage: Stage) {
    this.stage = stage;
    this.panel = new TimePanel({
      say: (key, values) => stage.say(key, values), // another language brings other words
      lang: () => stage.drawing.lang,
      months: () => stage.drawing.months,
      colours: stage.colours,
      height: () => stage.size().height,
      given: () => this.time(),
      stretch: (chosen, done) => this.brush.choose(stage, this.whole, chosen, done),
      choose: (id) => this.chooseRow(id),
    });
    this.beside = this.panel.element;
    this.linked = this.options.linked;
    this.open();
    this.unheard = clockOf(stage.drawing.about.file).listen(this, () => this.stage.refresh());
    this.update();
  }

  /** What the address says wins over what was remembered. */
  private open(): void {
    const { address, memory } = this.stage;
    if (!address || !this.linked) return;
    const said = KEPT.map((name) => [name, address.read(name)] as const).filter(([, value]) => value);
    if (said.length) for (const name of KEPT) memory.now.settings.delete(name);
    for (const [name, value] of said) memory.now.settings.set(name, value);
    const id = address.read(CHOSEN);
    if (id) memory.chosen = { nodes: [id], tie: null };
  }

  private write(): void {
    if (!this.linked) return;
    const { memory, address } = this.stage;
    const settings = Object.fromEntries(KEPT.map((name) => [name, memory.setting(name, "")]));
    address?.write({ ...settings, [CHOSEN]: memory.chosen.nodes[0] ?? "" });
  }

  get options(): MapOptions {
    return this.stage.drawing.map as MapOptions;
  }

  get layer(): LayerName {
    const asked = this.stage.memory.setting("layer", "risings") as LayerName;
    return LAYERS.includes(asked) ? asked : "risings";
  }

  /** All the time there is: the years of the risings, or as far as dates go. */
  private get whole(): Stretch {
    const spans = spansOf(this.options, this.layer);
    return reach(spans, this.stage.memory.setting("axis", ofThoseYears(spans) ? "years" : "all") === "all");
  }

  private get stretch(): Stretch {
    return chosenIn(this.stage.memory, this.whole) ?? this.whole;
  }

  update(): void {
    const { drawing, memory } = this.stage;
    this.nodes = new Map(drawing.nodes.map((node) => [node.id, node]));
    this.all = moves(this.options);
    const { stretch, whole } = this;
    this.made = shown(this.options, {
      layer: this.layer,
      stretch,
      whole: stretch.from === whole.from && stretch.to === whole.to,
      exact: memory.setting("exact", "no") === "yes",
      hidden: memory.now.hidden,
    });
    clockOf(drawing.about.file).set(this, stretch, whole);
    this.panel.update(this.beside.clientWidth);
  }

  private get chosen(): Set<string> {
    return new Set(this.stage.memory.chosen.nodes);
  }

  private time(): TimeGiven {
    const { all, rows } = rowsOf(this.options, this.layer, this.nodes, this.made, this.stage);
    return {
      rows,
      spans: spansOf(this.options, this.layer),
      group: GROUPS[this.layer],
      all: this.whole,
      chosen: this.stretch,
      names: this.chosen,
      notes: notesOf(this.options, this.layer, this.made, all - rows.length, this.stage.say),
    };
  }

  private chooseRow(id: string): void {
    const already = this.stage.memory.chosen.nodes[0] === id;
    this.stage.choose({ nodes: already ? [] : [id], tie: null });
  }

  bounds(): Box {
    const spots = this.options.near ? Object.values(this.options.spots) : [];
    if (spots.length) return around(spots.map((spot) => ({ ...projected(spot.at), off: Math.max(AROUND, spot.off) * PX_OF_KM })));
    const [left, top, right, bottom] = this.options.ground.home.map((value) => value * UNIT) as [number, number, number, number];
    return { x: left, y: top, width: right - left, height: bottom - top };
  }

  private scene(k: number): Scene {
    const clusters = clustered(this.made.marks, k, this.layer === "risings" ? 13 : 26);
    const arrows = this.stage.memory.setting("moves", "yes") === "yes" ? movesIn(this.all, this.stretch) : [];
    return {
      drawing: this.stage.drawing,
      options: this.options,
      nodes: this.nodes,
      clusters,
      moves: this.layer === "measures" ? [] : arrows,
      opened: clusters.find((cluster) => cluster.id === this.opened) ?? null,
      risings: new Map(this.options.risings.map((rising) => [rising.id, rising])),
      layer: this.layer,
    };
  }

  paint(painter: Painter, camera: Camera, size: Size, lit: Pointed | null): void {
    const { stage } = this;
    const eye = { camera, size, colours: stage.colours(), say: stage.say, lit, chosen: this.chosen };
    this.unlabelled = paintMap(painter, this.scene(camera.k), eye);
  }

  /** Time below the picture, in files. */
  paintBeside(painter: Painter, width: number): number {
    return TimePanel.paint(painter, this.time(), width, { colours: this.stage.colours(), say: this.stage.say });
  }

  private under(point: Point, camera: Camera): { cluster: Cluster | null; member: string | null } {
    const scene = this.scene(camera.k);
    if (scene.opened) {
      const near = membersOf(scene, scene.opened, camera).find((one) => Math.hypot(one.x - point.x, one.y - point.y) <= 11);
      if (near) return { cluster: scene.opened, member: near.id };
    }
    let best: Cluster | null = null;
    let least = Infinity;
    for (const cluster of scene.clusters) {
      const far = Math.hypot(cluster.x + camera.x - point.x, cluster.y + camera.y - point.y);
      if (far <= Math.max(11, sizeOf(cluster.marks[0]!) + 3) && far < least) [best, least] = [cluster, far];
    }
    return { cluster: best, member: null };
  }

  at(point: Point, camera: Camera): Pointed | null {
    const { cluster, member } = this.under(point, camera);
    if (member) return { what: "node", id: member };
    if (!cluster) return null;
    const of = cluster.marks.flatMap((mark) => mark.of);
    return { what: "node", id: of.length === 1 ? of[0]! : cluster.id };
  }

  /** A cluster opens where it is pressed, and closes when something else is. */
  press(point: Point, camera: Camera): boolean {
    const { cluster, member } = this.under(point, camera);
    const before = this.opened;
    if (member) return false;
    this.opened = cluster && new Set(cluster.marks.flatMap((mark) => mark.of)).size > 1 && cluster.id !== before ? cluster.id : null;
    if (this.opened || before) this.stage.repaint();
    return cluster !== null && this.opened !== null;
  }

  /** The same by the keyboard, for what is chosen. */
  expand(id: string): boolean {
    const cluster = this.scene(this.stage.memory.camera?.k ?? 1).clusters.find((one) =>
      one.marks.some((mark) => mark.id === id || mark.of.includes(id)),
    );
    if (!cluster || new Set(cluster.marks.flatMap((mark) => mark.of)).size < 2) return false;
    this.opened = this.opened === cluster.id ? null : cluster.id;
    this.stage.repaint();
    return true;
  }

  place(id: string): Point | null {
    const camera = this.stage.memory.camera ?? { x: 0, y: 0, k: 1 };
    const scene = this.opened ? this.scene(camera.k) : null;
    const member = scene?.opened ? membersOf(scene, scene.opened, camera).find((one) => one.id === id) : null;
    if (member) return { x: (member.x - camera.x) / camera.k, y: (member.y - camera.y) / camera.k };
    const mark = this.made.marks.find((one) => one.id === id) ?? this.made.marks.find((one) => one.of.includes(id));
    if (mark) return { x: mark.x, y: mark.y };
    const spot = this.options.spots[id];
    return spot ? projected(spot.at) : null;
  }

  legend(): LegendEntry[] {
    this.write();
    this.panel.update(this.beside.clientWidth);
    return legendOfMap(this.options, this.layer, this.made, this.unlabelled, this.stage);
  }

  seen(): Seen {
    const ids = this.layer === "risings" ? this.made.marks.map((mark) => mark.id) : this.made.marks.flatMap((mark) => [mark.id, ...mark.of]);
    const nodes = [...new Set(ids)]
      .map((id): Placed | null => {
        const node = this.nodes.get(id);
        const at = this.place(id);
        return node && at ? { ...node, ...at } : null;
      })
      .filter((node): node is Placed => node !== null);
    return { nodes, ties: [], table: tableOfMap(this.options, this.layer, this.nodes, this.made, this.stage.say) };
  }

  tools(): Tool[] {
    const { memory, say, edit } = this.stage;
    const toggle = (name: string, on: boolean): Tool => ({
      kind: "button",
      name,
      label: say(`map_${name}`),
      title: say(`map_${name}_help`),
      pressed: on,
      run: () => edit((now) => now.settings.set(name, on ? "no" : "yes")),
    });
    const layers: Tool = {
      kind: "choice",
      name: "layer",
      label: say("map_layer"),
      value: this.layer,
      options: LAYERS.map((name) => [name, say(`map_${name}`)]),
      set: (value) => {
        this.opened = null;
        edit((now) => now.settings.set("layer", value));
      },
    };
    const long = reach(spansOf(this.options, this.layer), true);
    const far = this.whole.to - this.whole.from > 59;
    const axis: Tool = {
      kind: "button",
      name: "axis",
      label: say("map_axis"),
      title: say("map_axis_help"),
      pressed: far,
      run: () =>
        edit(({ settings }) => {
          settings.set("axis", far ? "years" : "all");
          for (const end of ["from", "to"]) settings.delete(end);
        }),
    };
    const arrows = this.all.length ? [toggle("moves", memory.setting("moves", "yes") === "yes")] : [];
    return [layers, toggle("exact", memory.setting("exact", "no") === "yes"), ...arrows, ...(long.to - long.from > 59 ? [axis] : [])];
  }

  destroy(): void {
    this.panel.stop();
    this.unheard();
  }
}

export const mapView = (stage: Stage): View => new MapView(stage);
