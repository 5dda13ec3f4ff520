// What stands beside the map, a row each: risings in their order, or people with all that has a date of theirs.
import type { NodeOf } from "../data";
import type { Stage } from "../frame/view";
import type { Row } from "../time/lanes";
import type { Shown } from "./marks";
import type { EpisodeOf, HappenedOf, LayerName, MapOptions, RisingOf, Span } from "./options";

const MOST_ROWS = 300;
/** Later than any day: what is only known between years stands after what is certain, and the undated last. */
const NEVER = 1e8;
/** Of so few people each thing that happened gets a row of its own: a life. */
const LIVES = 2;

export function spansOf(options: MapOptions, layer: LayerName): Span[] {
  if (layer === "risings") return options.risings.map((rising) => rising.span);
  return options.happened.filter((one) => one.layer === layer).map((one) => one.span);
}

/** The rows, and how many there would be. */
export function rowsOf(
  options: MapOptions,
  layer: LayerName,
  nodes: Map<string, NodeOf>,
  made: Shown,
  stage: Pick<Stage, "memory">,
): { all: number; rows: Row[] } {
  const { hidden } = stage.memory.now;
  const rows = layer === "risings" ? risings(options, made) : people(options, layer, nodes, made);
  const kept = rows.filter((row) => !hidden.has(row.id));
  return { all: kept.length, rows: kept.slice(0, MOST_ROWS) };
}

function risings(options: MapOptions, made: Shown): Row[] {
  const alone = options.risings.length === 1;
  const rows = options.risings.map((rising, at) => ({
    id: rising.id,
    n: alone ? "" : String(at + 1),
    label: rising.short,
    dates: rising.dates,
    spans: [rising.span],
    points: rising.episodes.map((one) => one.span),
    group: "uprising",
    nowhere: rising.main === null,
    shown: made.seen.has(rising.id),
  }));
  return alone ? [...rows, ...options.risings.flatMap((rising) => rising.episodes.map((one) => episode(rising, one, options)))] : rows;
}

/** Of one rising alone, its episodes have rows too. */
function episode(rising: RisingOf, one: EpisodeOf, options: MapOptions): Row {
  const nowhere = one.place === null || !options.spots[one.place];
  return { id: rising.id, n: "", label: one.label, dates: "", spans: [one.span], points: [], group: "uprising", nowhere, shown: true };
}

function people(options: MapOptions, layer: LayerName, nodes: Map<string, NodeOf>, made: Shown): Row[] {
  const all = options.happened.filter((one) => one.layer === layer);
  const by = new Map<string, HappenedOf[]>();
  for (const one of all) {
    const key = one.who || (one.place ?? "");
    const known = by.get(key);
    if (known) known.push(one);
    else by.set(key, [one]);
  }
  const lives = by.size <= LIVES;
  const rows = [...by].flatMap(([id, of]) => {
    const label = nodes.get(id)?.label ?? options.spots[id]?.label ?? id;
    const row = (name: string, some: HappenedOf[]): Row => ({
      id,
      n: "",
      label: name,
      dates: some.map((one) => one.label).join(", "),
      spans: some.map((one) => one.span),
      points: [],
      group: some.some((one) => one.layer === "measures") ? "coercion" : "person",
      nowhere: some.every((one) => one.place === null || !options.spots[one.place]),
      shown: some.some((one) => one.who === "" || made.seen.has(one.who)),
    });
    return lives ? of.map((one) => row(one.label, [one])) : [row(label, of)];
  });
  const first = (row: Row): number => Math.min(...row.spans.map((span) => span[2] ?? (span[0] ?? NEVER) + NEVER));
  return rows.sort((a, b) => first(a) - first(b) || (a.label < b.label ? -1 : 1));
}
