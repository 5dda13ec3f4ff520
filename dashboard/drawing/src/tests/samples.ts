// Small entities and ties for the tests.
import type { NodeOf, TieOf } from "../data";

export function person(id: string, label = `Лицо ${id}`): NodeOf {
  return { id, kind: "Person", mark: "insurgent", group: "person", label };
}

export function rising(id: string, label = `Восстание ${id}`): NodeOf {
  return { id, kind: "Uprising", mark: "uprising", group: "uprising", label };
}

export function tie(a: string, b: string, more: Partial<TieOf> = {}): TieOf {
  return { id: `${a} ${b}`, a, b, kind: "TOOK_PART_IN", label: "участие", certainty: "not_rated", sources: 1, ...more };
}
