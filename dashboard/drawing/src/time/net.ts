// Time on a network: what was not in the stretch that is chosen is left out, and what has no date is counted.
import type { Drawing, NodeOf, TieOf } from "../data";
import type { Stage } from "../frame/view";
import type { Span } from "../map/options";
import { Brush, chosenIn } from "./brush";
import { clockOf } from "./clock";
import { ofThoseYears, reach, within, type Stretch } from "./months";
import { TimePanel, type TimeGiven } from "./panel";

type Part = Pick<Drawing, "nodes" | "ties">;

export interface Left {
  elsewhere: number;
  undated: number;
}

const NONE: Left = { elsewhere: 0, undated: 0 };

function spanOf(when: NodeOf["when"]): Span | null {
  if (!when || (when[0] === null && when[1] === null)) return null;
  return [when[0], when[1], null, null];
}

/** A tie without a date of its own happened when the rising, the case or the measure at its end did. */
function dated(tie: TieOf, nodes: Map<string, NodeOf>): Span | null {
  const own = spanOf(tie.when);
  if (own) return own;
  const event = [tie.a, tie.b].map((id) => nodes.get(id)).find((node) => node && node.kind !== "Person" && node.when);
  return spanOf(event?.when);
}

/** The part of a network that was, or may have been, in a stretch. Undated ties stay between those who are in it. */
export function inTime(part: Part, stretch: Stretch | null): Part & { left: Left } {
  if (!stretch) return { ...part, left: NONE };
  const nodes = new Map(part.nodes.map((node) => [node.id, node]));
  const away = new Set(
    part.nodes.filter((node) => node.kind !== "Person" && node.when && within(spanOf(node.when)!, stretch) === "no").map((node) => node.id),
  );
  const free = part.ties.filter((tie) => !away.has(tie.a) && !away.has(tie.b));
  const there: TieOf[] = [];
  const timeless: TieOf[] = [];
  for (const tie of free) {
    const span = dated(tie, nodes);
    if (!span) timeless.push(tie);
    else if (within(span, stretch) !== "no") there.push(tie);
  }
  const seen = new Set(there.flatMap((tie) => [tie.a, tie.b]));
  for (const node of part.nodes) if (node.kind !== "Person" && node.when && !away.has(node.id)) seen.add(node.id);
  const between = timeless.filter((tie) => seen.has(tie.a) && seen.has(tie.b));
  const ties = new Set([...there, ...between]);
  return {
    nodes: part.nodes.filter((node) => seen.has(node.id)),
    ties: part.ties.filter((tie) => ties.has(tie)),
    left: { elsewhere: part.ties.length - there.length - timeless.length, undated: timeless.length - between.length },
  };
}

/** The axis of time below a network, or the ear for that of another picture (`clock`) on the same page. */
export class NetTime {
  readonly element: HTMLElement | undefined;
  private readonly stage: Stage;
  private readonly clock: string | undefined;
  private readonly panel: TimePanel | undefined;
  private readonly unheard: () => void = () => {};
  private left = NONE;
  private readonly brush = new Brush();

  constructor(stage: Stage, clock: string | undefined) {
    this.stage = stage;
    this.clock = clock;
    if (clock) {
      this.unheard = clockOf(clock).listen(this, () => stage.refresh());
      return;
    }
    this.panel = new TimePanel({
      say: (key, values) => stage.say(key, values),
      lang: () => stage.drawing.lang,
      months: () => stage.drawing.months,
      colours: stage.colours,
      height: () => 0,
      given: () => this.given(),
      stretch: (chosen, done) => this.brush.choose(stage, this.whole, chosen, done),
      choose: () => {},
    });
    this.element = this.panel.element;
  }

  private get spans(): Span[] {
    const { nodes, ties } = this.stage.drawing;
    const known = new Map(nodes.map((node) => [node.id, node]));
    return ties.map((tie) => dated(tie, known)).filter((span): span is Span => span !== null);
  }

  private get whole(): Stretch {
    const { spans } = this;
    return reach(spans, !ofThoseYears(spans));
  }

  private get stretch(): Stretch | null {
    return this.clock ? clockOf(this.clock).stretch : chosenIn(this.stage.memory, this.whole);
  }

  /** What of the data is shown now. */
  part(drawing: Drawing): Drawing {
    const { nodes, ties, left } = inTime(drawing, this.stretch);
    this.left = left;
    return { ...drawing, nodes, ties };
  }

  update(): void {
    if (!this.element || !this.panel) return;
    this.element.hidden = !this.spans.length;
    this.panel.update(this.element.clientWidth);
  }

  private given(): TimeGiven {
    const { say, drawing } = this.stage;
    const { elsewhere, undated } = this.left;
    const notes = elsewhere + undated ? [say("time_ties_left", { n: elsewhere, undated, of: drawing.ties.length })] : [];
    return { rows: [], spans: this.spans, group: "person", all: this.whole, chosen: this.stretch ?? this.whole, names: new Set(), notes };
  }

  destroy(): void {
    this.panel?.stop();
    this.unheard();
  }
}
