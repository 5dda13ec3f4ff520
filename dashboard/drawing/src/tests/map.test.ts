import { deepEqual, equal, ok } from "node:assert/strict";
import { test } from "node:test";
import { geoConicConformal } from "d3-geo";
import { clustered, fan, parts } from "../map/clusters";
import { radii, shown } from "../map/marks";
import { moves, movesIn } from "../map/moves";
import type { HappenedOf, MapOptions, RisingOf, Span } from "../map/options";
import { inPlane } from "../map/projection";
import { paintMap } from "../map/paint";
import { SvgPainter } from "../svg";
import { look, say } from "./samples";

const NOWHEN: Span = [null, null, null, null];
const WHOLE = { from: 1928 * 12, to: 1932 * 12 + 11 };
const all = { layer: "risings" as const, stretch: WHOLE, whole: true, exact: false, hidden: new Set<string>() };

function of(id: string, more: Partial<RisingOf> = {}): RisingOf {
  const none = { least: null, greatest: null, readings: 0, main: null, places: [], nowhere: [], episodes: [] };
  return { id, short: id, dates: "", span: NOWHEN, ...none, ...more };
}

function happened(who: string, place: string | null, span: Span, more: Partial<HappenedOf> = {}): HappenedOf {
  return { layer: "people", who, label: "was", place, span, people: 1, ...more };
}

function options(more: Partial<MapOptions>): MapOptions {
  const spots = {
    a: { label: "A", at: [68.6, 44.2] as [number, number], off: 25 },
    b: { label: "B", at: [61.2607, 48.6196] as [number, number], off: 0 },
  };
  const ground = { box: [0, 0, 1, 1], home: [-2982, -1655, 2915, 1645], water: [], rivers: [], borders: [], names: [] };
  return { ground, spots, risings: [], happened: [], counted: [], linked: false, near: false, ...more } as MapOptions;
}

test("places lie where d3-geo puts them, to the poles", () => {
  const d3 = geoConicConformal().parallels([43, 53]).rotate([-67, 0]).center([0, 48]).scale(12742).translate([0, 0]);
  for (const at of [[67, 48], [46.8, 49.4], [85.7, 48.4], [52.9, 40], [-120, -20], [67, 80]] as [number, number][]) {
    const [x, y] = d3(at)!;
    const ours = inPlane(at);
    ok(Math.abs(ours.x - x) < 0.01 && Math.abs(ours.y - y) < 0.01, `${at}`);
  }
  for (const at of [[67, 90], [67, -90]] as [number, number][]) ok(Number.isFinite(inPlane(at).x + inPlane(at).y));
});

test("a rising is as large as its readings say, and has no radius where none says a number", () => {
  const [least, greatest] = radii(of("u", { least: 400, greatest: 2000 }))!;
  ok(least < greatest);
  ok(Math.abs((greatest / least) ** 2 - 5) < 0.01); // areas are as the numbers
  deepEqual(radii(of("u", { least: 300 })), radii(of("u", { least: 300, greatest: 300 })));
  equal(radii(of("u")), null);
});

test("what has no coordinates is not drawn and is counted, with what is undated and of another time", () => {
  const risings = [
    of("here", { main: "b", span: [19300207, 19300216, 19300207, 19300216] }),
    of("vague", { main: "a", span: [19280101, 19321231, null, null] }),
    of("nowhere", { span: [19300301, 19300331, 19300301, 19300331] }),
    of("undated", { main: "b" }),
  ];
  const whole = shown(options({ risings }), all);
  deepEqual(whole.marks.map((mark) => mark.id), ["here", "vague", "undated"]);
  deepEqual([whole.nowhere, whole.undated, whole.elsewhere, whole.all], [["nowhere"], 1, 0, 4]);
  const month = { from: 1930 * 12 + 1, to: 1930 * 12 + 1 };
  const february = shown(options({ risings }), { ...all, stretch: month, whole: false });
  deepEqual(february.marks.map((mark) => [mark.id, mark.sure]), [["here", true], ["vague", false]]);
  deepEqual([february.undated, february.elsewhere], [1, 1]);
  equal(shown(options({ risings }), { ...all, exact: true }).inexact, 1);
});

test("people are counted once at a place, and counted crowds by their number", () => {
  const day: Span = [19300101, 19300101, 19300101, 19300101];
  const made = [happened("p", "b", day), happened("p", "b", NOWHEN), happened("q", "b", day), happened("", "a", day, { people: 70 })];
  const people = shown(options({ happened: made }), { ...all, layer: "people" });
  deepEqual(people.marks.map((mark) => [mark.id, mark.people, mark.of]), [["a", 70, []], ["b", 2, ["p", "q"]]]);
  equal(people.all, 73);
});

test("marks that lie on each other are one cluster, which nearness parts where their places differ", () => {
  const risings = [of("u1", { main: "b" }), of("u2", { main: "b" }), of("u3", { main: "a", least: 4000 })];
  const marks = shown(options({ risings }), all).marks;
  const clusters = clustered(marks, 1);
  deepEqual(clusters.map((one) => one.marks.map((mark) => mark.id)), [["u3"], ["u1", "u2"]]);
  equal(parts(clusters[1]!), false);
  equal(parts(clustered(marks, 0.001)[0]!), true);
});

test("nothing in an opened cluster lies on another", () => {
  for (const n of [1, 2, 5, 8, 9, 40, 60]) {
    const spread = fan(n, 24);
    equal(spread.length, n);
    spread.forEach((a, i) => spread.slice(i + 1).forEach((b) => ok(Math.hypot(a.x - b.x, a.y - b.y) > 14, `${n}`)));
  }
});

test("an arrow goes only where the order of two places is certain", () => {
  const stops = [
    happened("p", "a", [19300101, 19300131, 19300101, 19300131]),
    happened("p", "b", [19300301, 19300331, 19300301, 19300331]),
    happened("q", "a", [19300101, 19301231, null, null]),
    happened("q", "b", [19300301, 19300331, null, null]),
    happened("r", "a", NOWHEN),
    happened("r", "b", [19300301, 19300331, null, null]),
    happened("s", "a", [19300101, 19300131, null, null]),
    happened("s", "a", [19310101, 19310131, null, null]),
  ];
  const found = moves(options({ happened: stops }));
  deepEqual(found.map((move) => [move.who, move.day]), [["p", 19300301]]);
  equal(movesIn(found, { from: 1930 * 12, to: 1930 * 12 + 1 }).length, 0);
  equal(movesIn(found, { from: 1930 * 12 + 2, to: 1930 * 12 + 2 }).length, 1);
});

test("a map without any place, and names that look like markup or run to the left, are painted and harm nothing", () => {
  const nasty = '</script><svg onload=1>"&';
  const risings = [of("u", { main: "a", short: nasty }), of("v", { main: "a", short: "تەمىر" })];
  const nodes = risings.map((one) => ({ id: one.id, kind: "Uprising", mark: "uprising", group: "uprising", label: one.short }));
  for (const given of [options({ spots: {}, risings }), options({ risings })]) {
    const painter = new SvgPainter();
    const made = shown(given, all);
    const scene = {
      drawing: { look } as never,
      options: given,
      nodes: new Map(nodes.map((node) => [node.id, node])),
      clusters: clustered(made.marks, 1),
      moves: [],
      opened: clustered(made.marks, 1)[0] ?? null,
      risings: new Map(risings.map((rising) => [rising.id, rising])),
      layer: "risings",
    };
    const eye = { camera: { x: 400, y: 250, k: 1 }, size: { width: 800, height: 500 }, colours: look.light, say, lit: null, chosen: new Set(["u"]) };
    paintMap(painter, scene, eye);
    const drawnSvg = painter.document(800, 500);
    ok(!drawnSvg.includes("<svg onload"));
    equal(drawnSvg.includes("&lt;/script&gt;"), given.spots["a"] !== undefined);
    ok(!/NaN|undefined/.test(drawnSvg));
  }
});
