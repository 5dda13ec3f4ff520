// The picture by keyboard alone. Arrows go from one entity to the next; with Shift they move the picture.
import type { Frame } from "./frame";
import type { Point } from "./view";

const WAYS: Record<string, Point> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};
const STEP = 60;

export function keyPressed(event: KeyboardEvent, frame: Frame): void {
  if ((event.target as Element).closest("input, select, button, .menu")) return;
  if (acts(event, frame)) {
    event.preventDefault();
    event.stopPropagation();
  }
}

function acts(event: KeyboardEvent, frame: Frame): boolean {
  const way = WAYS[event.key];
  const chosen = frame.memory.chosen.nodes;
  const held = event.ctrlKey || event.metaKey;
  if (way) return event.shiftKey ? moved(frame, way) : next(frame, way);
  if (held && event.code === "KeyZ") return done(() => frame.undo(!event.shiftKey));
  if (held && event.code === "KeyY") return done(() => frame.undo(false));
  if (held || event.altKey) return false;
  switch (event.code) {
    case "Equal":
    case "NumpadAdd":
      return done(() => frame.zoomBy(1.3));
    case "Minus":
    case "NumpadSubtract":
      return done(() => frame.zoomBy(1 / 1.3));
    case "Digit0":
    case "Numpad0":
      return done(() => frame.fit());
    case "Slash":
      return done(() => frame.field.closest(".kb-drawing")?.querySelector<HTMLInputElement>(".find input")?.focus());
    case "Escape":
      return chosen.length > 0 || frame.memory.chosen.tie !== null ? done(() => frame.chooseOne(null)) : false;
    case "Enter":
    case "KeyE":
      return chosen[0] !== undefined && done(() => frame.expand(chosen[0]!));
    case "KeyH":
    case "Delete":
      return chosen.length > 0 && done(() => frame.edit((now) => chosen.forEach((id) => now.hidden.add(id))));
    case "KeyP":
      return chosen.length > 0 && done(() => frame.edit((now) => chosen.forEach((id) => toggle(now.pinned, id))));
    default:
      return false;
  }
}

function done(act: () => void): true {
  act();
  return true;
}

export function toggle(set: Set<string>, id: string): void {
  if (!set.delete(id)) set.add(id);
}

function moved(frame: Frame, way: Point): true {
  frame.pan(-way.x * STEP, -way.y * STEP);
  return true;
}

/** Choose the nearest entity in a direction; what lies straight ahead is nearer than what lies aside. */
function next(frame: Frame, way: Point): boolean {
  const nodes = frame.view.seen().nodes;
  const from = frame.memory.chosen.nodes[0];
  const at = from ? frame.view.place(from) : null;
  if (!at) {
    const first = nodes[0];
    if (!first) return false;
    frame.chooseOne({ what: "node", id: first.id });
    frame.centre(first.id);
    return true;
  }
  let best: string | null = null;
  let least = Infinity;
  for (const node of nodes) {
    const ahead = (node.x - at.x) * way.x + (node.y - at.y) * way.y;
    const aside = Math.abs((node.x - at.x) * way.y) + Math.abs((node.y - at.y) * way.x);
    const far = ahead + 2 * aside;
    if (node.id !== from && ahead > 1 && far < least) {
      least = far;
      best = node.id;
    }
  }
  if (best) {
    frame.chooseOne({ what: "node", id: best });
    frame.centre(best);
  }
  return true;
}
