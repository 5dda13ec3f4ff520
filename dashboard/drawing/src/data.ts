// What Python hands over (dashboard/drawing/data.py writes exactly this). All views share it; what only one of them
// needs stands under its own name (`network`, `map`, `tree`).

export type Lang = "ru" | "kk" | "en";
export type Certainty = "certain" | "probable" | "possible" | "doubtful" | "not_rated";
/** Days as YYYYMMDD; null where open or not known. */
export type When = [number | null, number | null];

/** One claim behind a tie or an entity, in words. */
export interface EvidenceOf {
  source: string;
  locator?: string;
  quote?: string;
  status?: string;
}

export interface NodeOf {
  id: string;
  kind: string;
  /** The shape, a key of `look.shapes`: `insurgent`, `uprising`, `case` … */
  mark: string;
  /** The colour, a key of `look.light`: `person`, `uprising`, `place`, `evidence`, `community`, `coercion`. */
  group: string;
  label: string;
  /** A line below the label: role, dates. */
  sub?: string;
  href?: string;
  /** What sizes the node where the reader asks for it; by name of the measure (`ties`, `sources`, `participants`). */
  measures?: Record<string, number>;
  /** Longitude and latitude, and how far off it may be (km) where the place is only approximate. */
  at?: [number, number] | [number, number, number];
  when?: When;
  /** Of how many entities this one node speaks, where the view is a summary. */
  members?: number;
  /** Lines of the card in a page without a server behind it. */
  facts?: [string, string][];
  evidence?: EvidenceOf[];
}

export interface TieOf {
  id: string;
  a: string;
  b: string;
  kind: string;
  label: string;
  certainty: Certainty;
  /** How many sources stand behind it; two or more make the line thick. */
  sources: number;
  /** The short word in a frame: «по версии следствия». */
  status?: string;
  /** Kinship is a double line. */
  double?: boolean;
  when?: When;
  /** How many ties this one line speaks of, where the view is a summary. */
  members?: number;
  evidence?: EvidenceOf[];
}

export interface Look {
  light: Record<string, string>;
  dark: Record<string, string>;
  /** Outlines of the marks in a box 100 high. */
  shapes: Record<string, { path: string; width: number }>;
  /** Faces that are embedded in what is exported; `file` below `fonts`. */
  faces: { family: string; file: string; weight: string; range: string }[];
  /** Address of the folder of fonts, and of this very script, on the page's own server. */
  fonts: string;
  script: string;
  /** `sha256-…` of the script, for the policy of an exported page. */
  hash: string;
}

export interface About {
  /** Heads exports and names their files. */
  title: string;
  file: string;
  /** Whose data: one line below the picture. */
  source: string;
  version: string;
  /** Day on which it was made, ISO. */
  date: string;
  /** Sentences to stand with the picture: what is left out, what is unknown. */
  notes: string[];
}

export interface Choice {
  what: string;
  label: string;
  n: number;
}

export interface Drawing {
  view: "network" | "map" | "tree";
  lang: Lang;
  about: About;
  /** Texts of dashboard/texts/drawing.toml in `lang`; `{n}` and `{n:form|form|form}` are filled in here. */
  words: Record<string, string>;
  /** The twelve months in `lang`. */
  months: string[];
  /** Words of the legend: by mark, by kind of tie, by certainty. */
  terms: { marks: Record<string, string>; ties: Record<string, string>; certainty: Record<string, string> };
  look: Look;
  nodes: NodeOf[];
  ties: TieOf[];
  /** Height of the picture in px. */
  height: number;
  /** What a node can be expanded by, in answer to a double click. */
  choices?: { id: string; options: Choice[] };
  /** Whether the page that shows it can save the view. */
  keeps?: boolean;
  /** A view opened again: where things stood. */
  saved?: Saved;
  network?: unknown;
  map?: unknown;
  tree?: unknown;
}

/** What a saved view keeps beside its question. */
export interface Saved {
  places?: Record<string, [number, number]>;
  pinned?: string[];
  hidden?: string[];
  settings?: Record<string, string>;
  camera?: { x: number; y: number; k: number };
  hints?: Record<string, { side: "left" | "right" | "above" | "below" | "any"; lift?: number }>;
}

/** What is chosen: nodes (one by a click, many by the lasso) or a tie. */
export interface Chosen {
  nodes: string[];
  tie: string | null;
}
