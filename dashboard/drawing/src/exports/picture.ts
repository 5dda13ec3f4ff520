// The picture as a file: SVG with real text, and PNG made of that SVG. Title, legend, source, date and version of the
// data go with it, and the letters of our fonts that it needs.
import type { About, Look } from "../data";
import { paintLegend } from "../frame/legend";
import type { Camera } from "../frame/memory";
import type { Size, View } from "../frame/view";
import type { Colours } from "../marks";
import { textWidth, type TextStyle } from "../painter";
import { SvgPainter, xml } from "../svg";
import type { Say } from "../words";
import { facesFor } from "./fonts";

export interface Exported {
  view: View;
  camera: Camera;
  size: Size;
  about: About;
  look: Look;
  colours: Colours;
  say: Say;
}

const EDGE = 24;

/** Words in lines of at most `width` px. */
export function wrapped(words: string, width: number, style: Pick<TextStyle, "size" | "strong">): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of words.split(/\s+/)) {
    const longer = line ? `${line} ${word}` : word;
    if (line && textWidth(longer, style) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  if (line) lines.push(line);
  return lines;
}

/** The SVG without fonts, and its size. */
export function svgOf(given: Exported): { text: string; width: number; height: number } {
  const { view, camera, size, about, look, colours, say } = given;
  const painted = new SvgPainter();
  view.paint(painted, camera, size, null);
  const width = Math.max(size.width, 480) + 2 * EDGE;
  const frame = new SvgPainter();
  const title: TextStyle = { size: 20, strong: true, colour: colours["ink"]! };
  const small: TextStyle = { size: 12, colour: colours["soft"]! };
  let y = EDGE;
  for (const line of wrapped(about.title, width - 2 * EDGE, title)) frame.text(EDGE, (y += 22), line, title);
  const top = y + 14;
  y = top + size.height;
  const beside = new SvgPainter();
  const more = view.paintBeside?.(beside, size.width) ?? 0;
  const besideTop = y + 10;
  if (more) y = besideTop + more;
  y += paintLegend(frame, view.legend(), look, colours, say, { x: EDGE, y: y + 4, width: width - 2 * EDGE }) + 8;
  const lines = [...about.notes, say("made_of", { source: about.source, version: about.version, date: about.date })];
  for (const note of lines) {
    for (const line of wrapped(note, width - 2 * EDGE, small)) frame.text(EDGE, (y += 17), line, small);
  }
  const height = Math.ceil(y + EDGE);
  const inner = painted.document(size.width, size.height).replace("<svg ", `<svg x="${EDGE}" y="${top}" `);
  const time = more ? beside.document(size.width, more).replace("<svg ", `<svg x="${EDGE}" y="${besideTop}" `) : "";
  const paper = `<rect width="${width}" height="${height}" fill="${colours["paper"]}"/>`;
  const head = `<title>${xml(about.title)}</title>${paper}${inner}${time}`;
  return { text: frame.document(width, height, head), width, height };
}

export async function svgFile(given: Exported): Promise<string> {
  const { text } = svgOf(given);
  const faces = await facesFor(text, given.look);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${withFaces(text, faces)}`;
}

function withFaces(text: string, faces: string): string {
  return text.replace(/(<svg [^>]*>)/, `$1<style>${faces}</style>`);
}

/** A PNG `times` as large. */
export async function pngFile(given: Exported, times: number): Promise<Blob> {
  const made = svgOf(given);
  const text = withFaces(made.text, await facesFor(made.text, given.look));
  const url = URL.createObjectURL(new Blob([text], { type: "image/svg+xml" }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = made.width * times;
    canvas.height = made.height * times;
    const ctx = canvas.getContext("2d");
    if (!ctx) throw new Error("no canvas");
    // The first drawing of an image may come before its fonts are ready; the second has them.
    ctx.drawImage(image, 0, 0, canvas.width, canvas.height);
    await new Promise((later) => setTimeout(later, 150));
    ctx.clearRect(0, 0, canvas.width, canvas.height);
    ctx.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((found, failed) =>
      canvas.toBlob((blob) => (blob ? found(blob) : failed(new Error("too large"))), "image/png"),
    );
  } finally {
    URL.revokeObjectURL(url);
  }
}
