// The base map: ground, water, rivers, the borders of today (thin and dashed), a scale, and the names of 1930.
import type { Camera } from "../frame/memory";
import { seenAt, type Size } from "../frame/view";
import type { Colours } from "../marks";
import type { Taken } from "../network/labels";
import { textWidth, type Painter, type TextStyle } from "../painter";
import type { Say } from "../words";
import type { Ground, Rank } from "./options";
import { projected, PX_OF_KM, UNIT } from "./projection";

/** What is drawn at this nearness. */
export function rankAt(k: number): Rank {
  return k >= 3.2 ? 3 : k >= 1.6 ? 2 : 1;
}

export function paintGround(painter: Painter, ground: Ground, camera: Camera, colours: Colours): void {
  const scale = camera.k * UNIT;
  const place = { x: camera.x, y: camera.y, scale };
  const near = rankAt(camera.k);
  const shown = ([rank, path]: [Rank, string]): boolean => rank <= near && path !== "";
  const shore = { colour: colours["waterline"]!, width: 0.8 };
  for (const [rank, path] of ground.rivers.filter(shown)) {
    painter.path(path, { stroke: { colour: colours["waterline"]!, width: rank === 1 ? 1 : 0.6 } }, place);
  }
  for (const [, path] of ground.water.filter(shown)) painter.path(path, { fill: colours["water"]!, stroke: shore }, place);
  for (const [rank, path] of ground.borders) {
    if (!path) continue;
    // A dash is given in px of the picture; the path itself is scaled.
    const dash = (rank === 1 ? [7, 3, 1, 3] : [4, 4]).map((px) => px / scale);
    painter.path(path, { stroke: { colour: colours["edge"]!, width: rank === 1 ? 1 : 0.6, dash }, opacity: 0.9 }, place);
  }
}

const STYLES: Record<"land" | "water" | "town", Pick<TextStyle, "size" | "italic">> = {
  land: { size: 12 },
  water: { size: 12, italic: true },
  town: { size: 12 },
};

/** Names where there is room: what is marked comes first, then waters, towns, states. A water may be named aside. */
export function paintNames(painter: Painter, ground: Ground, camera: Camera, size: Size, colours: Colours, taken: Taken): void {
  const near = rankAt(camera.k);
  const order = ["water", "town", "land"] as const;
  for (const kind of order) {
    for (const name of ground.names) {
      if (name.kind !== kind || name.rank > near) continue;
      const at = seenAt(camera, projected(name.at));
      if (at.x < 0 || at.y < 0 || at.x > size.width || at.y > size.height) continue;
      const style = { ...STYLES[kind], colour: colours["soft"]! };
      const width = textWidth(name.text, style);
      if (kind === "town") paintTown(painter, name.text, at, width, style, taken);
      else {
        const off = (kind === "water" ? ASIDE : [0]).find((dy) => taken.free({ x: at.x - width / 2, y: at.y - 8 + dy, width, height: 14 }));
        if (off === undefined) continue;
        taken.add({ x: at.x - width / 2, y: at.y - 8 + off, width, height: 14 });
        painter.text(at.x, at.y + 4 + off, name.text, { ...style, anchor: "middle" }, kind === "land" ? 0.85 : 1);
      }
    }
  }
}

const ASIDE = [0, -16, 16, -32, 32]; // px up and down

function paintTown(painter: Painter, text: string, at: { x: number; y: number }, width: number, style: TextStyle, taken: Taken): void {
  const dot = { x: at.x - 3, y: at.y - 3, width: 6, height: 6 };
  if (!taken.free(dot)) return;
  const right = { x: at.x + 6, y: at.y - 8, width, height: 15 };
  const left = { ...right, x: at.x - 6 - width };
  const box = [right, left].find((one) => taken.free(one));
  if (!box) return;
  taken.add(dot);
  taken.add(box);
  painter.rect(at.x - 2, at.y - 2, 4, 4, { fill: style.colour });
  painter.text(box === right ? at.x + 6 : at.x - 6, at.y + 4, text, { ...style, anchor: box === right ? "start" : "end" });
}

const LENGTHS = [5, 10, 20, 50, 100, 200, 500, 1000];

/** A bar with its length in km, in the lower left corner. */
export function paintScale(painter: Painter, camera: Camera, size: Size, colours: Colours, say: Say): void {
  const km = LENGTHS.find((length) => length * PX_OF_KM * camera.k >= 60) ?? 1000;
  const width = km * PX_OF_KM * camera.k;
  const [x, y] = [12, size.height - 14];
  const stroke = { colour: colours["ink"]!, width: 1.2 };
  painter.lines([x, y, x + width, y, x, y - 4, x, y + 1, x + width, y - 4, x + width, y + 1], stroke);
  painter.text(x + width + 7, y + 2, say("map_km", { n: km }), { size: 12, colour: colours["ink"]!, halo: colours["land"]! });
}
