// Who stands behind the picture: the dashboard, or nobody, where the picture is a page of its own.
import type { Chosen, Saved } from "../data";

export type Asked =
  | { what: "choices"; id: string }
  | { what: "expand"; id: string; by: string }
  | { what: "save"; saved: Saved };

export interface Host {
  /** Is there a server that answers? */
  live: boolean;
  chosen(chosen: Chosen): void;
  ask(asked: Asked): void;
}

export const NOBODY: Host = { live: false, chosen: () => {}, ask: () => {} };
