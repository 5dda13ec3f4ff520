// Our fonts in what is exported: only the faces whose letters occur.
import type { Look } from "../data";

type Face = Look["faces"][number] & { data?: string };

function spans(range: string): [number, number][] {
  return range.split(",").map((span) => {
    const [from, to] = span.trim().replace("U+", "").split("-");
    return [parseInt(from!, 16), parseInt(to ?? from!, 16)];
  });
}

/** The faces of the look that `text` needs. Faces that were embedded in the page itself come as `data`. */
export function needed(text: string, look: Look): Face[] {
  const points = new Set([...text].map((letter) => letter.codePointAt(0)!));
  const serif = text.includes("Serif");
  return look.faces.filter((face) => {
    if (face.family.includes("Mono")) return false;
    if (!serif && face.family.includes("Serif")) return false;
    const ranges = spans(face.range);
    return [...points].some((point) => point > 32 && ranges.some(([from, to]) => point >= from && point <= to));
  });
}

const loaded = new Map<string, Promise<string>>();

/** A file of our own server as base64. */
export function base64(address: string): Promise<string> {
  let found = loaded.get(address);
  if (!found) {
    found = fetch(address)
      .then((answer) => {
        if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
        return answer.arrayBuffer();
      })
      .then((buffer) => {
        let text = "";
        for (const byte of new Uint8Array(buffer)) text += String.fromCharCode(byte);
        return btoa(text);
      });
    loaded.set(address, found);
  }
  return found;
}

/** The bytes of a face, wherever the page has them. */
export function bytesOf(face: Face, look: Look): Promise<string> {
  return face.data ? Promise.resolve(face.data) : base64(look.fonts + face.file);
}

/** Rules of style that embed the faces for `text`. */
export async function facesFor(text: string, look: Look): Promise<string> {
  const rules = needed(text, look).map(async (face) => {
    const data = await bytesOf(face, look);
    const source = `url(data:font/woff2;base64,${data}) format("woff2")`;
    return `@font-face{font-family:"${face.family}";font-weight:${face.weight};src:${source};unicode-range:${face.range}}`;
  });
  return (await Promise.all(rules)).join("");
}
