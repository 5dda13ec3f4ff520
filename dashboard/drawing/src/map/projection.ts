// Lambert's conformal conic of the base map; dashboard/drawing/prepare_region.py projects its outlines the same way.
import type { Point } from "../frame/view";

const rad = Math.PI / 180;
const [first, second] = [43 * rad, 53 * rad];
const [middle, level] = [67, 48];
const RADIUS = 2 * 6371; // halves of a kilometre
const LIMIT = 89.5; // at a pole the plane has no place

const tan = (latitude: number): number => Math.tan(Math.PI / 4 + latitude / 2);
const power = Math.log(Math.cos(first) / Math.cos(second)) / Math.log(tan(second) / tan(first));
const reach = (Math.cos(first) * tan(first) ** power) / power;
const away = (latitude: number): number => reach / tan(latitude * rad) ** power;

/** Px at scale 1 for half a kilometre: Kazakhstan is then about 900 px wide. */
export const UNIT = 0.15;
export const PX_OF_KM = 2 * UNIT;

/** Where a place lies in the plane, in halves of a kilometre right of and below the middle. */
export function inPlane([longitude, latitude]: readonly [number, number]): Point {
  const east = ((((longitude - middle + 180) % 360) + 360) % 360) - 180;
  const turn = power * east * rad;
  const far = away(Math.max(-LIMIT, Math.min(LIMIT, latitude)));
  return { x: far * Math.sin(turn) * RADIUS, y: (far * Math.cos(turn) - away(level)) * RADIUS };
}

/** The same in px at scale 1. */
export function projected(at: readonly [number, number]): Point {
  const { x, y } = inPlane(at);
  return { x: x * UNIT, y: y * UNIT };
}
