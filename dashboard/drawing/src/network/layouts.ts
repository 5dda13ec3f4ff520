// The layouts by name.
import type { Layout } from "./layout";
import { byRising } from "./rising";

export const LAYOUTS = { rising: byRising } satisfies Record<string, Layout>;

export type LayoutName = keyof typeof LAYOUTS;
