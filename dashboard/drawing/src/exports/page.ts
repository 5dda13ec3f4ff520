// The picture as one page that needs no server and asks for nothing outside: data, script and fonts are in it, and its
// policy forbids all else.
import type { Drawing, Saved } from "../data";
import { xml } from "../svg";
import { bytesOf, needed } from "./fonts";

export const DATA = "kb-drawing-data";

export async function pageOf(drawing: Drawing, saved: Saved): Promise<string> {
  const script = await fetch(drawing.look.script).then((answer) => {
    if (!answer.ok) throw new Error(`${drawing.look.script}: ${answer.status}`);
    return answer.text();
  });
  const faces = needed(JSON.stringify([drawing.nodes, drawing.words, drawing.about, "Serif"]), drawing.look);
  const embedded = await Promise.all(faces.map(async (face) => ({ ...face, data: await bytesOf(face, drawing.look) })));
  const { choices: _, ...kept } = drawing;
  return pageText({ ...kept, saved, look: { ...drawing.look, faces: embedded } }, script);
}

/** The text of the page. */
export function pageText(drawing: Drawing, script: string): string {
  const data = JSON.stringify(drawing).replaceAll("<", "\\u003c").replaceAll("\u2028", "\\u2028").replaceAll("\u2029", "\\u2029");
  const policy = `default-src 'none'; script-src '${drawing.look.hash}'; img-src data: blob:; base-uri 'none'; form-action 'none'`;
  return [
    `<!doctype html><html lang="${drawing.lang}"><head><meta charset="utf-8">`,
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">',
    `<title>${xml(drawing.about.title)}</title></head><body>`,
    `<script type="application/json" id="${DATA}">${data}</script>`,
    `<script type="module">${script}</script></body></html>`,
  ].join("\n");
}
