// The family tree: ancestors, descendants, both, or the whole family, from whoever is chosen.
import type { Camera } from "../frame/memory";
import { placeAt, type Box, type LegendEntry, type Point, type Pointed, type Seen, type Size, type Stage, type Tool, type View } from "../frame/view";
import type { Painter } from "../painter";
import { legendEntries } from "../network/legend";
import { netOf } from "../network/graph";
import { fromLine } from "../network/nearest";
import { familyOf, type Family, type TreeOptions } from "./family";
import { SHOWN, SLOT, laidOut, type Shown, type Spot } from "./layout";
import { paintTree, runs, type Run, type Scene } from "./paint";

const NODE_PX = 15;
const TIE_PX = 6;

class TreeView implements View {
  private readonly stage: Stage;
  private family: Family;
  private spots = new Map<string, Spot>();
  private lines: Run[] = [];
  private unlabelled = 0;
  readonly zoom: [number, number] = [0.05, 4];

  constructor(stage: Stage) {
    this.stage = stage;
    this.family = familyOf(stage.drawing, new Set(), this.options);
  }

  private get options(): TreeOptions {
    return (this.stage.drawing.tree ?? {}) as TreeOptions;
  }

  private get shown(): Shown {
    const wanted = this.stage.memory.setting("shown", "all");
    return SHOWN.find((one) => one === wanted) ?? "all";
  }

  private get root(): string {
    const wanted = this.stage.memory.setting("root", this.options.root ?? "");
    return this.family.byId.has(wanted) ? wanted : (this.family.people[0]?.id ?? "");
  }

  update(): void {
    this.family = familyOf(this.stage.drawing, this.stage.memory.now.hidden, this.options);
    this.spots = laidOut(this.family, this.root, this.shown);
    this.lines = runs(this.scene());
  }

  private scene(): Scene {
    return { family: this.family, spots: this.spots, look: this.stage.drawing.look, root: this.root, loose: this.options.loose ?? {} };
  }

  bounds(k = 1): Box {
    const places = [...this.spots.values()];
    if (!places.length) return { x: 0, y: 0, width: 1, height: 1 };
    const [xs, ys] = [places.map(({ x }) => x), places.map(({ y }) => y)];
    const side = SLOT / 2 / Math.min(1, k);
    const [left, top] = [Math.min(...xs) - side, Math.min(...ys) - 84 / Math.min(1, k)];
    return { x: left, y: top, width: Math.max(...xs) + side - left, height: Math.max(...ys) + 76 / Math.min(1, k) - top };
  }

  paint(painter: Painter, camera: Camera, size: Size, lit: Pointed | null): void {
    const colours = this.stage.colours();
    if (!this.spots.size) {
      const style = { size: 15, colour: colours["soft"]!, anchor: "middle" } as const;
      painter.text(size.width / 2, size.height / 2, this.stage.say("empty"), style);
      return;
    }
    const moment = { camera, size, lit, chosen: this.stage.memory.chosen, colours };
    const left = paintTree(painter, this.scene(), this.lines, moment);
    if (!lit) this.unlabelled = left;
  }

  at(point: Point, camera: Camera): Pointed | null {
    const here = placeAt(camera, point);
    let best: Pointed | null = null;
    let least = NODE_PX / camera.k;
    for (const [id, spot] of this.spots) {
      const far = Math.min(Math.hypot(spot.x - here.x, spot.y - here.y), inName(here, spot, camera.k) ? least * 0.9 : Infinity);
      if (far < least) [least, best] = [far, { what: "node", id }];
    }
    if (best) return best;
    least = TIE_PX / camera.k;
    for (const { tie, points } of this.lines)
      for (let place = 1; place < points.length; place++) {
        const far = fromLine(here, points[place - 1]!, points[place]!);
        if (far < least) [least, best] = [far, { what: "tie", id: tie.id }];
      }
    return best;
  }

  place(id: string): Point | null {
    return this.spots.get(id) ?? null;
  }

  seen(): Seen {
    const nodes = this.stage.drawing.nodes.filter((node) => this.spots.has(node.id));
    const ties = this.family.ties.filter((tie) => this.spots.has(tie.a) && this.spots.has(tie.b));
    return { nodes: nodes.map((node) => ({ ...node, ...this.spots.get(node.id)! })), ties };
  }

  legend(): LegendEntry[] {
    const { say, drawing } = this.stage;
    const { nodes, ties } = this.seen();
    const entries = legendEntries(netOf({ nodes, ties }, new Set()), drawing.terms, say);
    const loose = Object.values(this.options.loose ?? {});
    const left = this.family.people.filter(({ id }) => !this.spots.has(id)).length;
    const notes = [
      loose.includes("adopted") && say("tree_adopted"),
      loose.includes("rival") && say("tree_rival"),
      left > 0 && say("tree_left", { n: left }),
      this.unlabelled > 0 && say("unlabelled", { n: this.unlabelled }),
    ].filter((note): note is string => typeof note === "string");
    return [...entries, ...notes.map((label): LegendEntry => ({ row: "notes", label }))];
  }

  tools(): Tool[] {
    const { memory, say } = this.stage;
    const chosen = memory.chosen.nodes[0] ?? "";
    const person = this.family.byId.get(chosen)?.kind === "Person" && chosen !== this.root;
    const from: Tool = {
      kind: "button",
      name: "root",
      label: say("tree_root"),
      title: say("tree_root_help"),
      off: !person,
      run: () => this.changed("root", chosen),
    };
    const shown: Tool = {
      kind: "choice",
      name: "shown",
      label: say("tree_shown"),
      value: this.shown,
      options: SHOWN.map((one) => [one, say(`tree_${one}`)]),
      set: (value) => this.changed("shown", value),
    };
    return [shown, from];
  }

  private changed(name: string, value: string): void {
    this.stage.edit((now) => now.settings.set(name, value));
    this.stage.fit();
  }
}

/** The name below a mark is a part of it. */
function inName(here: Point, spot: Spot, k: number): boolean {
  return Math.abs(here.x - spot.x) < 60 / k && here.y > spot.y && here.y < spot.y + 42 / k;
}

export const treeView = (stage: Stage): View => new TreeView(stage);
