// Who is whose parent, child, spouse, brother: read from the ties of a picture. Pure.
import type { Drawing, NodeOf, TieOf } from "../data";

/** What Python says of this view. */
export interface TreeOptions {
  /** Who the tree is about. */
  root?: string;
  /** Ties to parents that are not those by birth: by adoption, or one of several who are named as the same parent. */
  loose?: Record<string, "adopted" | "rival">;
}

export interface Family {
  people: NodeOf[];
  lineages: NodeOf[];
  byId: Map<string, NodeOf>;
  ties: TieOf[];
  /** The tie between two, in either direction, by `key`. */
  between: Map<string, TieOf>;
  /** Parents by birth, two at most. */
  parents: Map<string, string[]>;
  /** Adoptive parents, and those whom another source puts in the place of one. */
  loose: Map<string, string[]>;
  children: Map<string, string[]>;
  spouses: Map<string, string[]>;
  /** Brothers, sisters and other kin of whom it is not told through whom. */
  beside: Map<string, string[]>;
  lineage: Map<string, string[]>;
}

export const PARENT = "CHILD_OF";
const MOST_PARENTS = 2;

export const key = (a: string, b: string): string => (a < b ? `${a}\n${b}` : `${b}\n${a}`);

export function familyOf(drawing: Pick<Drawing, "nodes" | "ties">, hidden: ReadonlySet<string>, options: TreeOptions): Family {
  const nodes = drawing.nodes.filter((node) => !hidden.has(node.id));
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const ties = drawing.ties.filter((tie) => byId.has(tie.a) && byId.has(tie.b) && tie.a !== tie.b);
  const lists = (): Map<string, string[]> => new Map(nodes.map((node) => [node.id, []]));
  const family: Family = {
    people: nodes.filter((node) => node.kind === "Person"),
    lineages: nodes.filter((node) => node.kind === "Lineage"),
    byId, ties,
    between: new Map(ties.map((tie) => [key(tie.a, tie.b), tie])),
    parents: lists(), loose: lists(), children: lists(), spouses: lists(), beside: lists(), lineage: lists(),
  }; // prettier-ignore
  for (const tie of ties) put(family, tie, options.loose?.[tie.id]);
  for (const some of family.children.values()) some.sort((a, b) => order(byId.get(a)!, byId.get(b)!));
  return family;
}

function put(family: Family, { a, b, kind }: TieOf, loose: string | undefined): void {
  const add = (to: Map<string, string[]>, from: string, other: string): void => {
    if (!to.get(from)!.includes(other)) to.get(from)!.push(other);
  };
  if (kind === PARENT) {
    const own = family.parents.get(a)!;
    add(loose || own.length >= MOST_PARENTS ? family.loose : family.parents, a, b);
    add(family.children, b, a);
  } else if (kind === "MEMBER_OF" || kind === "WITHIN") add(family.lineage, a, b);
  else {
    const into = kind === "SPOUSE_OF" ? family.spouses : family.beside;
    add(into, a, b);
    add(into, b, a);
  }
}

/** Elder first where birth is known, then by name. */
function order(a: NodeOf, b: NodeOf): number {
  const born = (node: NodeOf): number => node.when?.[0] ?? node.when?.[1] ?? 99_999_999;
  return born(a) - born(b) || a.label.localeCompare(b.label) || (a.id < b.id ? -1 : 1);
}

/** All parents, by birth or not. */
export function parentsOf(family: Family, id: string): string[] {
  return [...(family.parents.get(id) ?? []), ...(family.loose.get(id) ?? [])];
}

/** With whom somebody has a marriage or a child. */
export function partnersOf(family: Family, id: string): string[] {
  const shared = (family.children.get(id) ?? []).flatMap((child) => parentsOf(family, child).filter((other) => other !== id));
  return [...new Set([...(family.spouses.get(id) ?? []), ...shared])];
}

/** How many generations somebody is below (above: less than 0) the one whom the tree is about. */
export function generations(family: Family, root: string): Map<string, number> {
  const found = new Map<string, number>();
  const walk = (from: string): void => {
    found.set(from, 0);
    const queue = [from];
    for (let at = 0; at < queue.length; at++) {
      const id = queue[at]!;
      const own = found.get(id)!;
      const near: [string[], number][] = [
        [partnersOf(family, id), own],
        [family.beside.get(id)!, own],
        [parentsOf(family, id), own - 1],
        [family.children.get(id)!, own + 1],
      ];
      for (const [ids, row] of near)
        for (const other of ids) {
          if (found.has(other)) continue;
          found.set(other, row);
          queue.push(other);
        }
    }
  };
  if (family.byId.get(root)?.kind === "Person") walk(root);
  for (const { id } of family.people) if (!found.has(id)) walk(id);
  return found;
}
