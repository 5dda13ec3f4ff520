import { equal, ok } from "node:assert/strict";
import { test } from "node:test";
import { SvgPainter, xml } from "../svg";

test("markup in a name is text", () => {
  equal(xml('</script><img onerror="x">&'), "&lt;/script&gt;&lt;img onerror=&quot;x&quot;&gt;&amp;");
});

test("control characters and signs that turn the direction are left out, letters of every script stay", () => {
  equal(xml("a\u0000b\u202ec\u2066d"), "abcd");
  equal(xml("Қаһарман اقباسوۋ"), "Қаһарман اقباسوۋ");
  equal(xml("\ud800"), "\ufffd");
});

test("a label is real text in the file", () => {
  const painter = new SvgPainter();
  painter.begin("d:1", "Айжарқын");
  painter.text(1, 2, "Айжарқын Қанайұлы", { size: 13, colour: "#000" });
  painter.end();
  const text = painter.document(10, 10);
  ok(text.includes(">Айжарқын Қанайұлы</text>"));
  ok(text.startsWith("<svg xmlns="));
  equal(text.match(/<g /g)?.length, text.match(/<\/g>/g)?.length);
});
