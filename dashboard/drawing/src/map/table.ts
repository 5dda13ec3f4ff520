// The table twin of a map: the same things with their dates, numbers and places, for reading and for files.
import type { NodeOf } from "../data";
import type { Table } from "../frame/view";
import type { Say } from "../words";
import type { Shown } from "./marks";
import type { HappenedOf, LayerName, MapOptions, RisingOf } from "./options";

export function tableOfMap(options: MapOptions, layer: LayerName, nodes: Map<string, NodeOf>, made: Shown, say: Say): Table {
  return layer === "risings" ? risings(options, nodes, made, say) : happened(options, layer, nodes, made, say);
}

function degrees(options: MapOptions, place: string | null): string {
  const spot = place === null ? undefined : options.spots[place];
  if (!spot) return "";
  const [longitude, latitude] = spot.at;
  return `${spot.off ? "≈ " : ""}${latitude.toFixed(2)}, ${longitude.toFixed(2)}`;
}

function people(rising: RisingOf, say: Say): string {
  const { least, greatest } = rising;
  if (least === null && greatest === null) return "–";
  const [low, high] = [say("n", { n: least ?? greatest! }), say("n", { n: greatest ?? least! })];
  return low === high ? low : `${low}–${high}`;
}

function risings(options: MapOptions, nodes: Map<string, NodeOf>, made: Shown, say: Say): Table {
  const rows = options.risings.flatMap((rising, at) => {
    if (!made.seen.has(rising.id)) return [];
    const places = [...rising.places.map((place) => options.spots[place]?.label ?? ""), ...rising.nowhere];
    return [
      {
        id: rising.id,
        cells: [
          String(at + 1),
          nodes.get(rising.id)?.label ?? rising.id,
          rising.dates,
          people(rising, say),
          places.join(", ") || "–",
          degrees(options, rising.main) || say("map_no_place"),
        ],
      },
    ];
  });
  const columns = ["№", say("map_rising"), say("map_when"), say("map_people_of"), say("map_where"), say("map_degrees")];
  return { caption: say("map_risings"), columns, name: 1, rows };
}

function happened(options: MapOptions, layer: LayerName, nodes: Map<string, NodeOf>, made: Shown, say: Say): Table {
  const shown = (one: HappenedOf): boolean => one.layer === layer && (one.who === "" || made.seen.has(one.who));
  const rows = options.happened.filter(shown).map((one) => ({
    id: one.who || (one.place ?? ""),
    cells: [
      nodes.get(one.who)?.label ?? say("map_n_people", { n: one.people }),
      one.label,
      one.place === null ? "–" : (options.spots[one.place]?.label ?? nodes.get(one.place)?.label ?? "–"),
      degrees(options, one.place) || say("map_no_place"),
    ],
  }));
  return { caption: say(`map_${layer}`), columns: [say("map_who"), say("map_what"), say("map_where"), say("map_degrees")], name: 0, rows };
}
