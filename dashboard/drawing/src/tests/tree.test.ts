import { deepEqual, equal, ok } from "node:assert/strict";
import { test } from "node:test";
import type { NodeOf, TieOf } from "../data";
import { familyOf, generations, parentsOf, partnersOf } from "../tree/family";
import { ROW, SLOT, laidOut } from "../tree/layout";
import { runs } from "../tree/paint";
import { person, tie } from "./samples";

const child = (a: string, b: string): TieOf => tie(a, b, { kind: "CHILD_OF", label: "сын" });
const wed = (a: string, b: string): TieOf => tie(a, b, { kind: "SPOUSE_OF", label: "супруги", double: true });
const beside = (a: string, b: string): TieOf => tie(a, b, { kind: "SIBLING_OF", label: "брат" });
const lineage = (id: string): NodeOf => ({ id, kind: "Lineage", mark: "lineage", group: "community", label: id });
const family = (ids: string, ties: TieOf[], loose = {}, more: NodeOf[] = []) =>
  familyOf({ nodes: [...ids.split(" ").map((id) => person(id)), ...more], ties }, new Set(), { loose });

// father with two wives, a son of each, and a grandson
const two = family("f w1 w2 s1 s2 g", [wed("f", "w1"), wed("f", "w2"), child("s1", "f"), child("s1", "w1"), child("s2", "f"), child("s2", "w2"), child("g", "s1")]);

function apart(spots: Map<string, { x: number; y: number }>): void {
  const places = [...spots.values()];
  places.forEach((one, at) =>
    places.slice(at + 1).forEach((other) => ok(one.y !== other.y || Math.abs(one.x - other.x) >= SLOT - 1, `${one.x} ${other.x} in a row`)),
  );
}

test("parents stand above their children and nobody on another", () => {
  const spots = laidOut(two, "f", "all");
  equal(spots.size, 6);
  apart(spots);
  for (const { a, b, kind } of two.ties) if (kind === "CHILD_OF") equal(spots.get(a)!.y - spots.get(b)!.y, ROW);
});

test("a man of two marriages stands between his wives, each above her own children", () => {
  const spots = laidOut(two, "f", "all");
  const x = (id: string): number => spots.get(id)!.x;
  ok(x("w1") < x("f") && x("f") < x("w2"));
  ok(x("s1") < x("s2"));
});

test("a child of two parents hangs on one bracket, and each marriage has its own", () => {
  const lines = runs({ family: two, spots: laidOut(two, "f", "all"), root: "f", loose: {}, look: {} as never });
  const turn = (id: string): number => lines.find((run) => run.tie.id === id)!.points[1]!.y;
  equal(turn("s2 f"), turn("s2 w2"));
  equal(turn("s1 f"), turn("s1 w1"));
  ok(turn("s1 f") !== turn("s2 f"));
});

test("adopted and rival parents hang on lines of their own", () => {
  const ties = [child("c", "f"), child("c", "m"), child("c", "a"), wed("f", "m")];
  const made = family("c f m a", ties, { "c a": "adopted" });
  deepEqual(made.parents.get("c"), ["f", "m"]);
  deepEqual(made.loose.get("c"), ["a"]);
  const spots = laidOut(made, "c", "all");
  const lines = runs({ family: made, spots, root: "c", loose: { "c a": "adopted" }, look: {} as never });
  const from = (id: string): number => lines.find((run) => run.tie.id === id)!.points[0]!.x;
  equal(from("c f"), from("c m"));
  equal(from("c a"), spots.get("a")!.x);
});

test("a couple that adopts a child has it on one line between them", () => {
  const loose = { "c f": "adopted", "c m": "adopted" } as const;
  const made = family("c f m", [wed("f", "m"), child("c", "f"), child("c", "m")], loose);
  const spots = laidOut(made, "c", "all");
  const lines = runs({ family: made, spots, root: "c", loose, look: {} as never });
  const [one, other] = ["c f", "c m"].map((id) => lines.find((run) => run.tie.id === id)!.points[0]!.x);
  equal(one, other);
  equal(one, (spots.get("f")!.x + spots.get("m")!.x) / 2);
});

test("a third parent is never drawn into the union of two", () => {
  const made = family("c a b d", [child("c", "a"), child("c", "b"), child("c", "d")]);
  deepEqual(made.loose.get("c"), ["d"]);
  deepEqual(parentsOf(made, "c"), ["a", "b", "d"]);
});

test("brothers of whom no parent is known stand beside each other", () => {
  const made = family("a b", [beside("a", "b")]);
  const spots = laidOut(made, "a", "all");
  equal(spots.get("a")!.y, spots.get("b")!.y);
  apart(spots);
});

test("ancestors go up, descendants down, the hourglass both ways from one place", () => {
  const ties = [child("c", "f"), child("c", "m"), child("f", "gf"), child("k", "c"), child("k", "s"), child("b", "f")];
  const made = family("c f m gf k s b", ties);
  deepEqual([...laidOut(made, "c", "ancestors").keys()].sort(), ["c", "f", "gf", "m"]);
  deepEqual([...laidOut(made, "c", "descendants").keys()].sort(), ["c", "k", "s"]);
  const both = laidOut(made, "c", "hourglass");
  deepEqual([...both.keys()].sort(), ["c", "f", "gf", "k", "m", "s"]);
  apart(both);
  ok(both.get("gf")!.y < both.get("f")!.y && both.get("c")!.y < both.get("k")!.y);
});

test("cousins who marry, and parents in a circle, are laid out", () => {
  const cousins = [child("a", "g"), child("b", "g"), child("c", "a"), child("d", "b"), wed("c", "d"), child("e", "c"), child("e", "d")];
  const spots = laidOut(family("g a b c d e", cousins), "g", "all");
  equal(spots.size, 6);
  apart(spots);
  const circle = family("a b", [child("a", "b"), child("b", "a")]);
  for (const shown of ["all", "hourglass", "ancestors", "descendants"] as const) ok(laidOut(circle, "a", shown).size > 0);
});

test("lineages stand above the heads of their members, the wider ones higher", () => {
  const member = (a: string, b: string): TieOf => tie(a, b, { kind: "MEMBER_OF" });
  const ties = [child("s", "f"), member("f", "Тама"), member("s", "Тама"), tie("Тама", "Жетіру", { kind: "WITHIN" })];
  const made = family("f s", ties, {}, [lineage("Тама"), lineage("Жетіру")]);
  const spots = laidOut(made, "f", "all");
  ok(spots.get("Жетіру")!.y < spots.get("Тама")!.y && spots.get("Тама")!.y < spots.get("f")!.y);
  const lines = runs({ family: made, spots, root: "f", loose: {}, look: {} as never });
  deepEqual(lines.map((run) => run.tie.id).sort(), ["f Тама", "s f", "Тама Жетіру"]);
});

test("the elder child stands left, by birth and then by name", () => {
  const born = (id: string, year: number): NodeOf => ({ ...person(id), when: [year * 10000 + 101, year * 10000 + 1231] });
  const nodes = [person("f"), born("y", 1900), born("e", 1890)];
  const made = familyOf({ nodes, ties: [child("y", "f"), child("e", "f")] }, new Set(), {});
  const spots = laidOut(made, "f", "all");
  ok(spots.get("e")!.x < spots.get("y")!.x);
});

test("nobody, one, and two thousand descendants", () => {
  equal(laidOut(family("a", []), "a", "all").size, 1);
  equal(laidOut(familyOf({ nodes: [], ties: [] }, new Set(), {}), "", "all").size, 0);
  const ids = Array.from({ length: 2000 }, (_, at) => `n${at}`);
  const many = family(ids.join(" "), ids.slice(1).map((id, at) => child(id, `n${at >> 1}`)));
  const before = performance.now();
  const spots = laidOut(many, "n0", "all");
  equal(spots.size, 2000);
  apart(new Map([...spots].filter(([, { y }]) => y > 8 * ROW)));
  ok(performance.now() - before < 3000);
});

test("the same family stands the same way, and generations are counted from whom it is about", () => {
  deepEqual([...laidOut(two, "f", "all")], [...laidOut(two, "f", "all")]);
  equal(generations(two, "s1").get("f"), -1);
  equal(generations(two, "s1").get("g"), 1);
  deepEqual(partnersOf(two, "f"), ["w1", "w2"]);
});

test("a hidden person leaves no line behind", () => {
  const made = familyOf({ nodes: [person("f"), person("s")], ties: [child("s", "f")] }, new Set(["f"]), {});
  equal(made.ties.length, 0);
  equal(laidOut(made, "s", "all").size, 1);
});
