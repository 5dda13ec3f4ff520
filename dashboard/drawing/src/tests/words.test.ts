import { equal, throws } from "node:assert/strict";
import { test } from "node:test";
import { number, sayer } from "../words";

const ru = sayer({ s: "{n} {n:источник|источника|источников}", made: "{source}, {date}" }, "ru");

test("Russian numbers take their form", () => {
  const said = [1, 2, 5, 11, 21, 104, 0].map((n) => ru("s", { n }).split(" ")[1]);
  equal(said.join(" "), "источник источника источников источников источник источника источников");
});

test("thousands are parted by a thin space", () => equal(number(80000, "kk"), "80\u202f000"));

test("texts are put in as they are, braces and all", () => equal(ru("made", { source: "{n}", date: "1930" }), "{n}, 1930"));

test("a word that is missing is an error, not a blank", () => throws(() => ru("none")));
