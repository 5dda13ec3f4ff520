// Choosing many at once: a line drawn round them, with Shift held or after the button of the bar.
import { shape } from "./dom";
import type { Point } from "./view";

export class Lasso {
  armed = false;
  private points: Point[] | null = null;
  private readonly field: HTMLElement;
  private readonly caught: (points: Point[]) => void;
  private readonly line = shape("polygon", { class: "lasso" });
  private readonly layer = shape("svg", { class: "lasso-layer", "aria-hidden": "true" });

  constructor(field: HTMLElement, caught: (points: Point[]) => void) {
    this.field = field;
    this.caught = caught;
    this.layer.append(this.line);
  }

  get drawing(): boolean {
    return this.points !== null;
  }

  start(event: PointerEvent, from: Point): void {
    this.points = [from];
    this.field.append(this.layer);
    this.field.setPointerCapture(event.pointerId);
    const box = this.field.getBoundingClientRect();
    const move = (next: PointerEvent): void => {
      this.points?.push({ x: next.clientX - box.left, y: next.clientY - box.top });
      this.line.setAttribute("points", (this.points ?? []).map((at) => `${at.x},${at.y}`).join(" "));
    };
    const end = (): void => {
      this.field.removeEventListener("pointermove", move);
      this.field.removeEventListener("pointerup", end);
      this.layer.remove();
      this.line.removeAttribute("points");
      const drawn = this.points ?? [];
      this.armed = false;
      setTimeout(() => (this.points = null)); // the click that ends it is not a choice of its own
      if (drawn.length > 2) this.caught(drawn);
    };
    this.field.addEventListener("pointermove", move);
    this.field.addEventListener("pointerup", end);
  }

  /** Is a point inside the line? */
  holds(points: Point[], at: Point): boolean {
    let inside = false;
    for (let here = 0, last = points.length - 1; here < points.length; last = here++) {
      const a = points[here]!;
      const b = points[last]!;
      const crosses = a.y > at.y !== b.y > at.y && at.x < ((b.x - a.x) * (at.y - a.y)) / (b.y - a.y) + a.x;
      if (crosses) inside = !inside;
    }
    return inside;
  }
}
