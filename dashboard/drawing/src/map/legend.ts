// The legend of a map is made from what is shown, with what is not shown and why.
import type { LegendEntry, Stage } from "../frame/view";
import { colour, drawMark, type Colours } from "../marks";
import type { Painter } from "../painter";
import type { Say } from "../words";
import type { Mark, Shown } from "./marks";
import type { LayerName, MapOptions } from "./options";

type Sample = (painter: Painter, x: number, y: number, colours: Colours) => number;

const range: Sample = (painter, x, y, colours) => {
  const hue = colour(colours, "uprising");
  painter.circle(x + 9, y, 8.2, { stroke: { colour: hue, width: 1.5, dash: [3, 2] } });
  painter.circle(x + 9, y, 4.5, { fill: hue, opacity: 0.4 });
  painter.circle(x + 9, y, 4.5, { stroke: { colour: hue, width: 1.5 } });
  return 23;
};

const outline: Sample = (painter, x, y, colours) => {
  const hue = colour(colours, "uprising");
  painter.circle(x + 8, y, 6.5, { fill: hue, opacity: 0.14 });
  painter.circle(x + 8, y, 6.5, { stroke: { colour: hue, width: 1.6 } });
  return 21;
};

const lozenge: Sample = (painter, x, y, colours) => {
  painter.path(`M${x + 7} ${y - 6.5}l6.5 6.5l-6.5 6.5l-6.5 -6.5z`, { stroke: { colour: colour(colours, "uprising"), width: 1.6 } });
  return 19;
};

const area: Sample = (painter, x, y, colours) => {
  const hue = colour(colours, "place");
  painter.circle(x + 9, y, 8, { fill: hue, opacity: 0.1 });
  painter.circle(x + 9, y, 8, { stroke: { colour: hue, width: 1, dash: [2, 3] } });
  return 22;
};

const border: Sample = (painter, x, y, colours) => {
  painter.line(x, y, x + 26, y, { colour: colours["edge"]!, width: 1, dash: [7, 3, 1, 3] });
  return 31;
};

const crowd = (group: string): Sample => (painter, x, y, colours) => {
  const hue = colour(colours, group);
  painter.circle(x + 8, y, 7.5, { fill: hue, opacity: 0.16 });
  painter.circle(x + 8, y, 7.5, { stroke: { colour: hue, width: 1.5 } });
  return 21;
};

export function legendOfMap(options: MapOptions, layer: LayerName, made: Shown, unlabelled: number, stage: Stage): LegendEntry[] {
  const { say, drawing } = stage;
  const entries: LegendEntry[] = [];
  const add = (sample: Sample, label: string, n?: number): void => {
    entries.push({ row: "nodes", label, ...(n === undefined ? {} : { n }), sample });
  };
  if (layer === "risings") {
    const rising = new Map(options.risings.map((one) => [one.id, one]));
    const some = (test: (mark: Mark) => boolean): number => made.marks.filter(test).length;
    const alone = some((mark) => mark.radii !== null && (rising.get(mark.id)?.readings ?? 0) < 2);
    const ranged = some((mark) => mark.radii !== null) - alone;
    if (ranged) add(range, say("map_range"), ranged);
    if (alone) add(outline, say("map_one_reading"), alone);
    const none = some((mark) => mark.radii === null);
    if (none) add(lozenge, say("map_no_number"), none);
  } else if (made.marks.length) add(crowd(layer === "people" ? "person" : "coercion"), say(`map_crowd_${layer}`));
  const inexact = made.marks.filter((mark) => mark.off > 0).length;
  if (inexact) add(area, say("map_area"), inexact);
  if (layer === "risings" && made.marks.some((mark) => (options.risings.find((one) => one.id === mark.id)?.places.length ?? 0) > 1)) {
    add((painter, x, y, colours) => {
      drawMark(painter, drawing.look, { mark: "place", group: "place" }, x + 6, y, 11, colours);
      return 17;
    }, say("map_other_places"));
  }
  add(border, say("map_border"));
  if (unlabelled) entries.push({ row: "notes", label: say("map_unnamed", { n: unlabelled }) });
  return entries;
}

/** What the map does not show, with its number: nothing is left out without being said. */
export function notesOf(options: MapOptions, layer: LayerName, made: Shown, rows: number, say: Say): string[] {
  const nowhere = new Set(made.nowhere.filter(Boolean)).size || made.nowhere.length;
  return [
    made.elsewhere ? say("map_other_time", { n: made.elsewhere, of: made.all }) : "",
    made.undated ? say("map_undated", { n: made.undated, of: made.all }) : say("map_all_dated"),
    nowhere ? say("map_nowhere", { n: nowhere, of: made.all }) : "",
    made.inexact ? say("map_inexact", { n: made.inexact }) : "",
    options.counted.includes(layer) ? say("map_counted") : "",
    rows > 0 ? say("map_more_rows", { n: rows }) : "",
  ].filter(Boolean);
}
