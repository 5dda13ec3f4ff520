// Who stands behind the picture: the dashboard, or nobody, where the picture is a page of its own.
import type { Chosen, Saved } from "../data";

export type Asked =
  | { what: "choices"; id: string }
  | { what: "expand"; id: string; by: string }
  | { what: "save"; saved: Saved };

/** The address of the page: what stands in it can be sent to others. */
export interface Address {
  read(name: string): string;
  /** Empty values are taken out; nothing is loaded anew. */
  write(values: Record<string, string>): void;
}

export interface Host {
  /** Where the picture keeps how it is looked at; only where it is what its page is about. */
  address?: Address;
  /** Is there a server that answers? */
  live: boolean;
  chosen(chosen: Chosen): void;
  ask(asked: Asked): void;
}

export const NOBODY: Host = { live: false, chosen: () => {}, ask: () => {} };
