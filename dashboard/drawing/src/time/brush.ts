// A stretch of time as settings of a picture: moved by a hand or by the player, undone in one step.
import type { Memory } from "../frame/memory";
import type { Stage } from "../frame/view";
import { readMonth, written, type Stretch } from "./months";

const ENDS = ["from", "to"] as const;

/** What the settings say, within all the time there is; null where that is all of it. */
export function chosenIn(memory: Memory, whole: Stretch): Stretch | null {
  const [from, to] = ENDS.map((name) => readMonth(memory.setting(name, ""))) as [number | null, number | null];
  if (from === null || to === null || from > to) return null;
  const within = (month: number): number => Math.min(whole.to, Math.max(whole.from, month));
  return { from: within(from), to: within(to) };
}

export class Brush {
  private before: string[] | null = null;

  /** Choose a stretch; while the hand has not let go nothing is kept that would have to be undone. */
  choose(stage: Stage, whole: Stretch, chosen: Stretch, done: boolean): void {
    const { settings } = stage.memory.now;
    const all = chosen.from === whole.from && chosen.to === whole.to;
    const next = all ? ["", ""] : [written(chosen.from), written(chosen.to)];
    this.before ??= ENDS.map((name) => settings.get(name) ?? "");
    const set = (some: string[], into: Map<string, string>): void => ENDS.forEach((name, at) => into.set(name, some[at]!));
    if (!done) {
      set(next, settings);
      stage.refresh();
      return;
    }
    set(this.before, settings); // what was before the hand began is what undoing brings back
    this.before = null;
    stage.edit((now) => set(next, now.settings));
  }
}
