// What Python says of a map (dashboard/atlas/drawn.py writes exactly this).
import type { When } from "../data";

/** [earliest, latest, sure from, sure to]: days as YYYYMMDD; the sure part is null where nothing is certain. */
export type Span = [...When, ...When];
export type Rank = 1 | 2 | 3;

export interface Ground {
  /** Left, top, right, bottom in halves of a kilometre: what is drawn, and what is looked at first. */
  box: [number, number, number, number];
  home: [number, number, number, number];
  water: [Rank, string][];
  rivers: [Rank, string][];
  borders: [Rank, string][];
  names: { kind: "land" | "water" | "town"; text: string; at: [number, number]; rank: Rank }[];
}

export interface SpotOf {
  label: string;
  at: [number, number];
  /** How far off it may lie, or how far it reaches, in km; 0 is a point. */
  off: number;
}

export interface EpisodeOf {
  label: string;
  span: Span;
  place: string | null;
}

export interface RisingOf {
  id: string;
  /** Its name without what stands in brackets and without the word «rising». */
  short: string;
  least: number | null;
  greatest: number | null;
  readings: number;
  span: Span;
  /** The dates in words. */
  dates: string;
  main: string | null;
  places: string[];
  /** Named places of which nobody says where they lie. */
  nowhere: string[];
  episodes: EpisodeOf[];
}

export type LayerName = "risings" | "people" | "measures";

export interface HappenedOf {
  layer: Exclude<LayerName, "risings">;
  /** The person, or empty where people are only counted. */
  who: string;
  label: string;
  place: string | null;
  span: Span;
  people: number;
}

export interface MapOptions {
  ground: Ground;
  spots: Record<string, SpotOf>;
  risings: RisingOf[];
  happened: HappenedOf[];
  /** Layers of too many people to name them: they are counted place by place. */
  counted: LayerName[];
  /** Is the map what its page is about? Then its settings stand in the address. */
  linked: boolean;
  /** Is what is shown to fill the picture, not the whole country? */
  near: boolean;
}
