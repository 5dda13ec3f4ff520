// One stretch of time for all pictures of a page that show the same thing: a brush in one filters the others too.
import type { Stretch } from "./months";

type Heard = () => void;

export class Clock {
  /** What is chosen, null where it is all the time there is. */
  stretch: Stretch | null = null;
  private readonly heard = new Map<object, Heard>();

  set(who: object, chosen: Stretch, whole: Stretch): void {
    const next = chosen.from === whole.from && chosen.to === whole.to ? null : chosen;
    if (next?.from === this.stretch?.from && next?.to === this.stretch?.to) return;
    this.stretch = next;
    for (const [other, tell] of this.heard) if (other !== who) tell();
  }

  /** Be told when somebody else changes it; call what is returned to hear no more. */
  listen(who: object, tell: Heard): () => void {
    this.heard.set(who, tell);
    return () => this.heard.delete(who);
  }
}

const clocks = new Map<string, Clock>();

export function clockOf(name: string): Clock {
  let found = clocks.get(name);
  if (!found) clocks.set(name, (found = new Clock()));
  return found;
}
