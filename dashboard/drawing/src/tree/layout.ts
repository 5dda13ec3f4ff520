// Where everybody stands: parents above their children, those who are married beside each other, lineages on top. Pure:
// the same family stands the same way.
import { generations, parentsOf, partnersOf, type Family } from "./family";

export const SLOT = 156;
export const ROW = 138;
export const APART = 24;
const LINEAGE_ROW = 64;

export const SHOWN = ["all", "hourglass", "ancestors", "descendants"] as const;
export type Shown = (typeof SHOWN)[number];

export interface Spot {
  x: number;
  y: number;
}

/** A part that is laid out: who stands where in it, how wide it is, and where its head is. */
interface Block {
  spots: Map<string, Spot>;
  width: number;
  head: number;
}

export function laidOut(family: Family, root: string, shown: Shown): Map<string, Spot> {
  if (!family.people.length) return new Map();
  const about = family.byId.get(root)?.kind === "Person" ? root : family.people[0]!.id;
  const spots = shown === "all" ? new Forest(family, about).grown() : hourglass(family, about, shown);
  return withLineages(family, spots);
}

const empty = (): Block => ({ spots: new Map(), width: 0, head: 0 });

/** Blocks beside each other. */
function row(blocks: Block[]): Block {
  const found = empty();
  for (const block of blocks.filter((one) => one.spots.size)) {
    if (found.width) found.width += APART;
    for (const [id, { x, y }] of block.spots) found.spots.set(id, { x: found.width + x, y });
    found.width += block.width;
  }
  found.head = found.width / 2;
  return found;
}

/** `upper` over (or, where it is the other way round, under) the middle of `other`. */
function stacked(people: string[], y: number, other: Block, headAt: number): Block {
  const width = Math.max(people.length * SLOT, other.width);
  const left = Math.min(Math.max(other.head - headAt, 0), Math.max(0, other.width - people.length * SLOT));
  const shift = other.width < people.length * SLOT ? (people.length * SLOT - other.width) / 2 : 0;
  const spots = new Map<string, Spot>();
  for (const [id, at] of other.spots) spots.set(id, { x: at.x + shift, y: at.y });
  const from = shift ? 0 : left;
  people.forEach((id, place) => spots.set(id, { x: from + (place + 0.5) * SLOT, y }));
  return { spots, width, head: from + headAt };
}

class Forest {
  private readonly family: Family;
  private readonly rows: Map<string, number>;
  private readonly taken = new Set<string>();
  private readonly root: string;

  constructor(family: Family, root: string) {
    this.family = family;
    this.root = root;
    this.rows = generations(family, root);
  }

  grown(): Map<string, Spot> {
    const { family } = this;
    const tops = family.people.map(({ id }) => id).filter((id) => !parentsOf(family, id).length);
    const joins = (id: string): boolean => partnersOf(family, id).some((other) => parentsOf(family, other).length);
    const rank = (id: string): number => (joins(id) ? 2 : this.reaches(id, this.root) ? 0 : 1);
    const ordered = tops.map((id, at) => ({ id, at, rank: rank(id) })).sort((a, b) => a.rank - b.rank || a.at - b.at);
    const blocks: Block[] = [];
    for (const id of [...ordered.map((one) => one.id), ...family.people.map((one) => one.id)]) {
      if (!this.taken.has(id)) blocks.push(this.withKin(id, this.rows.get(id)!));
    }
    return row(blocks).spots;
  }

  private reaches(from: string, to: string, steps = 12): boolean {
    if (from === to || this.family.beside.get(from)!.includes(to)) return true;
    return steps > 0 && this.family.children.get(from)!.some((child) => this.reaches(child, to, steps - 1));
  }

  /** Somebody with all below him, and beside him those of whom only is told that they are kin. */
  private withKin(id: string, generation: number): Block {
    const blocks = [this.branch(id, generation)];
    for (const other of this.family.beside.get(id)!) {
      if (!this.taken.has(other) && !parentsOf(this.family, other).length) blocks.push(this.withKin(other, generation));
    }
    const made = row(blocks);
    return { ...made, head: blocks[0]!.head };
  }

  private branch(id: string, generation: number): Block {
    const { family, taken } = this;
    taken.add(id);
    const partners = partnersOf(family, id).filter((one) => !taken.has(one) && !parentsOf(family, one).length);
    for (const one of partners) taken.add(one);
    const people = partners.length > 1 ? [partners[0]!, id, ...partners.slice(1)] : [id, ...partners];
    const below: Block[] = [];
    for (const child of childrenOf(family, people, id)) {
      if (!taken.has(child)) below.push(this.withKin(child, generation + 1));
    }
    return stacked(people, generation * ROW, row(below), headOf(people, id));
  }
}

/** Where those whose children stand below have their middle. */
function headOf(people: string[], id: string): number {
  return people.length === 2 ? SLOT : (people.indexOf(id) + 0.5) * SLOT;
}

/** The children of a group of partners, marriage by marriage, from left to right. */
function childrenOf(family: Family, people: string[], id: string): string[] {
  const others = people.filter((one) => one !== id);
  const of = (partner: string): string[] =>
    family.children.get(id)!.filter((child) => parentsOf(family, child).includes(partner));
  const own = family.children.get(id)!.filter((child) => !others.some((one) => parentsOf(family, child).includes(one)));
  const first = people[0] === id ? [] : of(people[0]!);
  const rest = others.filter((one) => one !== people[0] || people[0] === id).flatMap(of);
  const step = others.flatMap((one) => family.children.get(one)!.filter((child) => !parentsOf(family, child).includes(id)));
  return [...new Set([...first, ...own, ...rest, ...step])];
}

function hourglass(family: Family, root: string, shown: Shown): Map<string, Spot> {
  const taken = new Set<string>([root]);
  const up = shown === "descendants" ? single(root) : above(family, root, 0, taken);
  if (shown === "ancestors") return up.spots;
  const down = below(family, root, 0, new Set([...taken, root]));
  const spots = new Map<string, Spot>();
  for (const [id, { x, y }] of up.spots) spots.set(id, { x: x - up.head, y });
  const head = down.spots.get(root)!.x;
  for (const [id, { x, y }] of down.spots) spots.set(id, { x: x - head, y });
  return spots;
}

function single(id: string): Block {
  return { spots: new Map([[id, { x: SLOT / 2, y: 0 }]]), width: SLOT, head: SLOT / 2 };
}

function above(family: Family, id: string, y: number, taken: Set<string>): Block {
  const blocks: Block[] = [];
  for (const parent of parentsOf(family, id)) {
    if (taken.has(parent)) continue;
    taken.add(parent);
    blocks.push(above(family, parent, y - ROW, taken));
  }
  return stacked([id], y, row(blocks), SLOT / 2);
}

function below(family: Family, id: string, y: number, taken: Set<string>): Block {
  const partners = partnersOf(family, id).filter((one) => !taken.has(one));
  for (const one of partners) taken.add(one);
  const people = partners.length > 1 ? [partners[0]!, id, ...partners.slice(1)] : [id, ...partners];
  const blocks: Block[] = [];
  for (const child of family.children.get(id)!) {
    if (taken.has(child)) continue;
    taken.add(child);
    blocks.push(below(family, child, y + ROW, taken));
  }
  return stacked(people, y, row(blocks), headOf(people, id));
}

/** Lineages over the heads of those who belong to them, the wider ones higher. */
function withLineages(family: Family, spots: Map<string, Spot>): Map<string, Spot> {
  const members = new Map<string, number[]>();
  const wider: string[] = [];
  for (const [id, { x }] of spots) {
    for (const lineage of family.lineage.get(id) ?? []) {
      const inherited = parentsOf(family, id).some((one) => spots.has(one) && family.lineage.get(one)!.includes(lineage));
      if (!inherited) members.set(lineage, [...(members.get(lineage) ?? []), x]);
    }
  }
  const top = Math.min(...[...spots.values()].map(({ y }) => y));
  let level = [...members.keys()];
  const found = new Map(spots);
  const seen = new Set<string>();
  for (let height = 1; level.length; height++) {
    wider.length = 0;
    const wanted = level
      .filter((id) => !seen.has(id))
      .map((id) => ({ id, x: mean(members.get(id)!) }))
      .sort((a, b) => a.x - b.x);
    let last = -Infinity;
    for (const { id, x } of wanted) {
      seen.add(id);
      const at = Math.max(x, last + SLOT);
      last = at;
      found.set(id, { x: at, y: top - 40 - height * LINEAGE_ROW });
      for (const within of family.lineage.get(id) ?? []) {
        members.set(within, [...(members.get(within) ?? []), at]);
        wider.push(within);
      }
    }
    level = [...new Set(wider)];
  }
  return found;
}

function mean(values: number[]): number {
  return values.reduce((sum, one) => sum + one, 0) / values.length;
}
