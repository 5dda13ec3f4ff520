// The painter of exports and of browsers without canvas: SVG with real text.
import { SANS, SERIF, type Painter, type Shaped, type Stroke, type TextStyle } from "./painter";

const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** A text for XML: escaped, without the control characters that XML forbids and those that turn the direction. */
export function xml(words: string): string {
  return words
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufffe\uffff]/g, "")
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "\ufffd")
    .replace(/[&<>"]/g, (sign) => ENTITIES[sign]!);
}

const round = (value: number): string => String(Math.round(value * 10) / 10);

export class SvgPainter implements Painter {
  private readonly parts: string[] = [];

  line(x1: number, y1: number, x2: number, y2: number, stroke: Stroke, opacity = 1): void {
    const ends = `x1="${round(x1)}" y1="${round(y1)}" x2="${round(x2)}" y2="${round(y2)}"`;
    this.parts.push(`<line ${ends}${pen(stroke)}${faint(opacity)}/>`);
  }

  lines(ends: number[], stroke: Stroke, opacity = 1): void {
    let d = "";
    for (let at = 0; at < ends.length; at += 4) {
      const [x1, y1, x2, y2] = ends.slice(at, at + 4) as [number, number, number, number];
      d += `M${round(x1)} ${round(y1)}L${round(x2)} ${round(y2)}`;
    }
    if (d) this.parts.push(`<path d="${d}" fill="none"${pen(stroke)}${faint(opacity)}/>`);
  }

  circle(x: number, y: number, radius: number, style: Shaped): void {
    this.parts.push(`<circle cx="${round(x)}" cy="${round(y)}" r="${round(radius)}"${shaped(style)}/>`);
  }

  rect(x: number, y: number, width: number, height: number, style: Shaped): void {
    const box = `x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}"`;
    this.parts.push(`<rect ${box}${shaped(style)}/>`);
  }

  path(d: string, style: Shaped, place?: { x: number; y: number; scale: number }): void {
    const stroke = style.stroke && place ? { ...style.stroke, width: style.stroke.width / place.scale } : style.stroke;
    const moved = place
      ? ` transform="translate(${round(place.x)} ${round(place.y)}) scale(${Math.round(place.scale * 1e4) / 1e4})"`
      : "";
    this.parts.push(`<path d="${d}"${moved}${shaped(stroke ? { ...style, stroke } : style)}/>`);
  }

  text(x: number, y: number, words: string, style: TextStyle, opacity = 1): void {
    const anchor = style.anchor && style.anchor !== "start" ? ` text-anchor="${style.anchor}"` : "";
    const weight = style.strong ? ' font-weight="600"' : "";
    const slant = style.italic ? ' font-style="italic"' : "";
    const family = style.serif ? ` font-family="${SERIF.replaceAll('"', "&quot;")}"` : "";
    const halo = style.halo
      ? ` stroke="${style.halo}" stroke-width="3" stroke-linejoin="round" paint-order="stroke"`
      : "";
    const at = `x="${round(x)}" y="${round(y)}" font-size="${style.size}" fill="${style.colour}"`;
    this.parts.push(`<text ${at}${anchor}${weight}${slant}${family}${halo}${faint(opacity)}>${xml(words)}</text>`);
  }

  begin(name: string, title: string): void {
    this.parts.push(`<g data-id="${xml(name)}"><title>${xml(title)}</title>`);
  }

  end(): void {
    this.parts.push("</g>");
  }

  /** What was painted, in an `<svg>` of this size; `head` stands before it (fonts, title). */
  document(width: number, height: number, head = ""): string {
    const size = `width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"`;
    const family = `font-family="${SANS.replaceAll('"', "&quot;")}"`;
    return `<svg xmlns="http://www.w3.org/2000/svg" ${size} ${family}>${head}${this.parts.join("\n")}</svg>`;
  }
}

function faint(opacity: number): string {
  return opacity === 1 ? "" : ` opacity="${round(opacity)}"`;
}

function pen(stroke: Stroke): string {
  const dash = stroke.dash?.length ? ` stroke-dasharray="${stroke.dash.map(round).join(" ")}"` : "";
  const width = Math.round(stroke.width * 100) / 100;
  return ` stroke="${stroke.colour}" stroke-width="${width}"${dash}${stroke.round ? ' stroke-linecap="round"' : ""}`;
}

function shaped(style: Shaped): string {
  const stroke = style.stroke ? pen(style.stroke) : "";
  return ` fill="${style.fill ?? "none"}"${stroke}${faint(style.opacity ?? 1)}`;
}
