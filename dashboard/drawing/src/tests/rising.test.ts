import { deepEqual, equal, ok } from "node:assert/strict";
import { test } from "node:test";
import { netOf } from "../network/graph";
import { byRising } from "../network/rising";
import { newcomers } from "../network/stay";
import { person, rising, tie } from "./samples";

const room = { width: 1200, height: 700 };
const people = Array.from({ length: 20 }, (_, at) => person(`p${at}`));
const data = { nodes: [rising("u1"), rising("u2"), ...people], ties: people.map(({ id }, at) => tie(id, at < 12 ? "u1" : "u2")) };
data.ties.push(tie("p0", "u2"));

test("nobody stands on another", () => {
  const spots = [...byRising(netOf(data, new Set()), room, null).values()];
  equal(spots.length, data.nodes.length);
  const places = new Set(spots.map(({ x, y }) => `${Math.round(x / 6)} ${Math.round(y / 6)}`));
  equal(places.size, spots.length);
});

test("the same network stands the same way", () => {
  const [one, other] = [0, 1].map(() => [...byRising(netOf(data, new Set()), room, null)]);
  deepEqual(one, other);
});

test("a person of two risings stands between them", () => {
  const spots = byRising(netOf(data, new Set()), room, null);
  const [upper, lower] = ["u1", "u2"].map((id) => spots.get(id)!.y).sort((a, b) => a - b);
  ok(spots.get("p0")!.y > upper! && spots.get("p0")!.y < lower!);
});

test("a rising of thousands is laid out, and no network, one node, too", () => {
  const crowd = Array.from({ length: 4500 }, (_, at) => person(`c${at}`));
  const large = netOf({ nodes: [rising("u"), ...crowd], ties: crowd.map(({ id }) => tie(id, "u")) }, new Set());
  equal(byRising(large, room, null).size, 4501);
  equal(byRising(netOf({ nodes: [], ties: [] }, new Set()), room, null).size, 0);
  equal(byRising(netOf({ nodes: [person("p")], ties: [] }, new Set()), room, null).size, 1);
});

test("who comes later finds a place of its own, and nobody moves", () => {
  const net = netOf(data, new Set());
  const known = new Map([...byRising(net, room, null)].map(([id, { x, y }]): [string, [number, number]] => [id, [x, y]]));
  known.delete("p3");
  known.delete("p19");
  const found = newcomers(net, known);
  deepEqual([...found.keys()].sort(), ["p19", "p3"]);
  for (const [x, y] of found.values()) {
    for (const [ox, oy] of known.values()) ok(Math.hypot(x - ox, y - oy) > 9);
  }
});
