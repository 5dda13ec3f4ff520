import { deepEqual, equal, ok } from "node:assert/strict";
import { test } from "node:test";
import type { Span } from "../map/options";
import { axisOf, counted, linesOf, monthAt, paintHead, paintRows, years, type Row } from "../time/lanes";
import { monthOf, monthWords, ofThoseYears, reach, readMonth, stretchWords, within, written } from "../time/months";
import { SvgPainter } from "../svg";
import { Memory } from "../frame/memory";
import { chosenIn } from "../time/brush";
import { clockOf } from "../time/clock";
import { inTime } from "../time/net";
import { look, person, rising, say, tie } from "./samples";

const RU = ["январь", "февраль", "март", "апрель", "май", "июнь", "июль", "август", "сентябрь", "октябрь", "ноябрь", "декабрь"];
const YEARS = { from: 1928 * 12, to: 1932 * 12 + 11 };
const row = (label: string, spans: Span[]): Row => ({ id: label, n: "1", label, dates: "", spans, points: [], group: "uprising", nowhere: false, shown: true });

test("something is sure, possible, of another time or undated", () => {
  const march = { from: monthOf(19300301), to: monthOf(19300331) };
  equal(within([19300207, 19300401, 19300310, 19300320], march), "sure");
  equal(within([19300207, 19300401, 19300401, 19300401], march), "possible");
  equal(within([19280101, 19331231, null, null], march), "possible");
  equal(within([19300207, 19300216, 19300207, 19300216], march), "no");
  equal(within([null, 19290101, null, null], march), "no");
  equal(within([19290101, null, null, null], march), "possible");
  equal(within([null, null, null, null], march), "undated");
});

test("months are written as each language writes them, and read back from the address", () => {
  equal(monthWords(1930 * 12 + 2, RU, "ru"), "март 1930");
  equal(monthWords(1930 * 12 + 2, RU, "kk"), "1930 ж. март");
  equal(stretchWords({ from: 1930 * 12, to: 1930 * 12 + 1 }, RU, "ru"), "январь 1930 – февраль 1930");
  for (const month of [0, 1930 * 12 + 11, 9999 * 12]) equal(readMonth(written(month)), month);
  for (const text of ["", "1930", "1930-13", "1930-00", "x"]) equal(readMonth(text), null);
});

test("an axis reaches over four centuries when it is asked to, with years that do not lie on each other", () => {
  const spans: Span[] = [[16500101, 16501231, null, null], [19300101, 19301231, null, null], [20260101, 20260101, null, null]];
  deepEqual(reach(spans, false), YEARS);
  const whole = reach(spans, true);
  deepEqual(whole, { from: 1650 * 12, to: 2026 * 12 + 11 });
  const axis = axisOf(380, whole, true);
  const marked = years(axis);
  ok(marked.length >= 2 && marked.length <= axis.width / 42);
  equal(ofThoseYears(spans), false);
  equal(ofThoseYears([]), true);
});

test("each part of the axis counts what is sure and what is possible there", () => {
  const bars = counted([[19280101, 19321231, 19300101, 19301231], [null, null, null, null], [19100101, 19110101, null, null]], YEARS, 60);
  equal(bars.length, 60);
  deepEqual([bars[0]!.sure, bars[0]!.possible, bars[24]!.sure, bars[35]!.sure, bars[36]!.sure], [0, 1, 1, 1, 0]);
});

test("a press on the axis means its month, also beside it", () => {
  const axis = axisOf(400, YEARS, false);
  equal(monthAt(axis, axis.x + 1), YEARS.from);
  equal(monthAt(axis, axis.x + axis.width + 50), YEARS.to);
  equal(monthAt(axis, 0), YEARS.from);
});

test("long names take two lines, and every row is painted without a hole in its numbers", () => {
  const label = "Выступление ".repeat(12).trim();
  const { lines, height } = linesOf([row(label, []), row("Адай", [])], 150);
  deepEqual(lines.map((line) => line.words.length), [2, 1]);
  equal(height, lines[1]!.y + lines[1]!.height);
  const rows = [row(label, [[19280101, 19321231, 19300101, 19300202]]), row("<b>", [[null, null, null, null]]), row("x", [[15000101, 15001231, null, null]])];
  const painter = new SvgPainter();
  const given = { colours: look.light, say, chosen: new Set(["<b>"]), stretch: { from: YEARS.from, to: YEARS.from } };
  const axis = axisOf(380, YEARS, true);
  paintHead(painter, axis, rows.flatMap((one) => one.spans), given.stretch, "uprising", look.light);
  paintRows(painter, rows, axis, 44, given);
  const made = painter.document(380, 200);
  ok(!/NaN|undefined|<b>/.test(made));
});

test("a network shows what may have been in a stretch, and counts what it leaves out", () => {
  const nodes = [
    { ...rising("early"), when: [19290101, 19291231] as [number, number] },
    { ...rising("late"), when: [19310101, 19311231] as [number, number] },
    ...["a", "b", "c", "d"].map((id) => person(id)),
  ];
  const ties = [
    tie("a", "early"),
    tie("b", "early", { when: [19290501, 19290501] }),
    tie("c", "late"),
    tie("a", "c", { kind: "KIN_OF" }),
    tie("a", "b", { kind: "KIN_OF" }),
    tie("d", "d2"),
  ];
  const spring = inTime({ nodes, ties }, { from: 1929 * 12, to: 1929 * 12 + 3 });
  deepEqual(spring.nodes.map((node) => node.id), ["early", "a"]);
  deepEqual(spring.ties.map((one) => one.id), ["a early"]);
  deepEqual(spring.left, { elsewhere: 2, undated: 3 });
  const year = inTime({ nodes, ties }, { from: 1929 * 12, to: 1929 * 12 + 11 });
  deepEqual(year.ties.map((one) => one.id), ["a early", "b early", "a b"]);
  equal(inTime({ nodes, ties }, null).ties.length, ties.length);
});

test("a clock tells the others, once, and not who set it", () => {
  const clock = clockOf("test");
  const heard: string[] = [];
  const [map, net] = [{}, {}];
  clock.listen(map, () => heard.push("map"));
  const leave = clock.listen(net, () => heard.push("net"));
  clock.set(map, { from: 5, to: 6 }, YEARS);
  clock.set(map, { from: 5, to: 6 }, YEARS);
  deepEqual([heard, clock.stretch], [["net"], { from: 5, to: 6 }]);
  leave();
  clock.set(map, YEARS, YEARS);
  deepEqual([heard, clock.stretch], [["net"], null]);
});

test("a stretch of the address is kept within all the time there is", () => {
  const memory = new Memory();
  equal(chosenIn(memory, YEARS), null);
  memory.now.settings.set("from", "1900-01").set("to", "1930-03");
  deepEqual(chosenIn(memory, YEARS), { from: YEARS.from, to: 1930 * 12 + 2 });
  memory.now.settings.set("from", "1931-01");
  equal(chosenIn(memory, YEARS), null);
});
