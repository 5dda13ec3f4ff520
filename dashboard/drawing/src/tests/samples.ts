// Small entities and ties for the tests.
import type { Look, NodeOf, TieOf } from "../data";
import type { Say } from "../words";

export function person(id: string, label = `Лицо ${id}`): NodeOf {
  return { id, kind: "Person", mark: "insurgent", group: "person", label };
}

export function rising(id: string, label = `Восстание ${id}`): NodeOf {
  return { id, kind: "Uprising", mark: "uprising", group: "uprising", label };
}

export function tie(a: string, b: string, more: Partial<TieOf> = {}): TieOf {
  return { id: `${a} ${b}`, a, b, kind: "TOOK_PART_IN", label: "участие", certainty: "not_rated", sources: 1, ...more };
}

const COLOURS = "paper panel ink soft edge rule mark land water waterline person uprising place evidence community coercion";
const colours = Object.fromEntries(COLOURS.split(" ").map((name, at) => [name, `#0000${String(at).padStart(2, "0")}`]));
const shape = { path: "M0 0L100 0L100 100z", width: 100 };

/** A look with every colour that pictures of the map use, and one shape for all marks. */
export const look: Look = {
  light: colours,
  dark: colours,
  shapes: Object.fromEntries(["organisation", "uprising", "place", "insurgent"].map((name) => [name, shape])),
  faces: [],
  fonts: "",
  script: "",
  hash: "",
};

export const say: Say = (key, values = {}) => [key, ...Object.values(values)].join(" ");
