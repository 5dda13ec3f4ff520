// The legend of a network: the marks and lines that are in it, with how many of each.
import type { Certainty, Drawing } from "../data";
import type { LegendEntry } from "../frame/view";
import type { Say } from "../words";
import type { Net } from "./graph";

const MARKS = [
  "uprising", "insurgent", "accused", "soviet", "witness", "side_unknown", "case", "measure", "place", "organisation",
  "lineage", "source", "archival_unit",
]; // prettier-ignore
const CERTAINTIES: Certainty[] = ["certain", "probable", "possible", "doubtful", "not_rated"];

export function legendEntries(net: Net, terms: Drawing["terms"], say: Say): LegendEntry[] {
  const marks = new Map<string, { n: number; group: string }>();
  for (const { mark, group } of net.nodes) marks.set(mark, { n: (marks.get(mark)?.n ?? 0) + 1, group });
  const order = [...marks.keys()].sort((a, b) => MARKS.indexOf(a) - MARKS.indexOf(b));
  const nodes = order.map((mark): LegendEntry => {
    const { n, group } = marks.get(mark)!;
    return { row: "nodes", label: terms.marks[mark] ?? mark, n, mark: { mark, group } };
  });
  const ties: LegendEntry[] = [];
  for (const certainty of CERTAINTIES) {
    const n = net.ties.filter((tie) => tie.certainty === certainty).length;
    if (n) ties.push({ row: "ties", label: terms.certainty[certainty] ?? certainty, n, line: { certainty, sources: 1 } });
  }
  const kin = net.ties.filter((tie) => tie.double).length;
  if (kin) ties.push({ row: "ties", label: say("kinship"), n: kin, line: { certainty: "certain", sources: 1, double: true } });
  const thick = net.ties.filter((tie) => tie.sources > 1).length;
  if (thick) ties.push({ row: "ties", label: say("thick"), n: thick, line: { certainty: "certain", sources: 2 } });
  return [...nodes, ...ties];
}
