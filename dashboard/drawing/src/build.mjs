// Builds ../../static/drawing.js, the one committed file: the same bytes from the same sources.
//   node build.mjs            writes it
//   node build.mjs --check    fails where the committed file is not the one that the sources make
//   node build.mjs --tests    writes the tests for `node --test`
import { build } from "esbuild";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

const TARGET = new URL("../../static/drawing.js", import.meta.url);
const MOST = { bytes: 450_000, zipped: 130_000 };
const FIRST = "// Built from dashboard/drawing/src by `npm run build`: change the sources, not this file.\n";
const shared = { bundle: true, format: "esm", charset: "utf8", loader: { ".css": "text" }, logLevel: "warning" };

if (process.argv.includes("--tests")) {
  const names = readdirSync("tests").filter((name) => name.endsWith(".test.ts"));
  await build({ ...shared, entryPoints: names.map((name) => `tests/${name}`), outdir: "built-tests", platform: "node" });
} else {
  const made = await build({
    ...shared,
    entryPoints: ["index.ts"],
    minify: true,
    legalComments: "inline",
    target: "es2022",
    write: false,
  });
  const text = FIRST + made.outputFiles[0].text;
  const sizes = { bytes: Buffer.byteLength(text), zipped: gzipSync(text).length };
  console.log(`drawing.js: ${sizes.bytes} bytes, ${sizes.zipped} gzipped`);
  for (const name of Object.keys(MOST)) {
    if (sizes[name] > MOST[name]) throw new Error(`drawing.js is too large: ${sizes[name]} ${name}, at most ${MOST[name]}`);
  }
  if (process.argv.includes("--check")) {
    if (readFileSync(TARGET, "utf8") !== text) throw new Error("dashboard/static/drawing.js is stale: npm run build");
  } else {
    writeFileSync(TARGET, text);
  }
}
