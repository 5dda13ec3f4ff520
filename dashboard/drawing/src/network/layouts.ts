// The layouts by name.
import { byForce } from "./force";
import { byMap, byTime } from "./grounds";
import { byGeneration } from "./layers";
import type { Layout } from "./layout";
import { byRising } from "./rising";
import { concentric } from "./rings";

export const LAYOUTS = {
  rising: byRising,
  force: byForce,
  concentric,
  generation: byGeneration,
  map: byMap,
  time: byTime,
} satisfies Record<string, Layout>;

export type LayoutName = keyof typeof LAYOUTS;

export function isLayout(name: string): name is LayoutName {
  return name in LAYOUTS;
}
