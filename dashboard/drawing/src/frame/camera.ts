// Moving the picture: d3-zoom on the field, the camera kept in the memory of the picture.
import { select, type Selection } from "d3-selection";
import { zoom, zoomIdentity, type ZoomBehavior } from "d3-zoom";
import type { Memory, Camera } from "./memory";
import type { Box, Point, Size, View } from "./view";

interface Shown {
  view: View;
  memory: Memory;
  size(): Size;
  repaint(): void;
}

const ROUNDS = 4; // labels do not grow with the scale, so that it is found step by step
const MARGIN = 16;
const LARGEST_FIT = 1.25; // a small picture is not blown up

export class CameraMan {
  private readonly behaviour: ZoomBehavior<HTMLElement, unknown>;
  private readonly selection: Selection<HTMLElement, unknown, null, undefined>;
  private readonly shown: Shown;
  private readonly reach: () => [number, number];

  constructor(field: HTMLElement, shown: Shown, reach: () => [number, number], grabs: (event: MouseEvent) => boolean) {
    this.shown = shown;
    this.reach = reach;
    this.selection = select(field);
    this.behaviour = zoom<HTMLElement, unknown>()
      .filter((event: MouseEvent) => {
        // The wheel scrolls the page until the picture is meant: it has the focus, or Ctrl is held.
        if (event.type === "wheel") return event.ctrlKey || field.matches(":focus, :focus-within");
        return !event.button && !grabs(event);
      })
      .clickDistance(4)
      .on("zoom", (event: { transform: Camera }) => {
        const { x, y, k } = event.transform;
        shown.memory.camera = { x, y, k };
        shown.repaint();
      });
    this.selection.call(this.behaviour).on("dblclick.zoom", null);
    if (shown.memory.camera) this.set(shown.memory.camera);
  }

  get now(): Camera {
    return this.shown.memory.camera ?? { x: 0, y: 0, k: 1 };
  }

  fit(ids?: Iterable<string>): void {
    const room = this.shown.size();
    if (!room.width) return;
    const some = ids && [...ids].map((id) => this.shown.view.place(id));
    let k = 1;
    for (let round = 0; round < ROUNDS; round++) {
      const box = some ? around(some) : this.shown.view.bounds(k);
      if (!box) return;
      k = this.scaleFor(box, room, some ? Math.max(1, this.now.k) : LARGEST_FIT);
      if (round < ROUNDS - 1) continue;
      this.set({ k, x: room.width / 2 - (box.x + box.width / 2) * k, y: room.height / 2 - (box.y + box.height / 2) * k });
    }
  }

  private scaleFor(box: Box, { width, height }: Size, most: number): number {
    const k = Math.min((width - 2 * MARGIN) / Math.max(box.width, 1), (height - 2 * MARGIN) / Math.max(box.height, 1));
    return Math.min(Math.max(k, this.reach()[0]), most);
  }

  centre(at: Point): void {
    const { width, height } = this.shown.size();
    const k = Math.max(this.now.k, 0.9);
    this.set({ k, x: width / 2 - at.x * k, y: height / 2 - at.y * k });
  }

  zoomBy(factor: number): void {
    this.behaviour.scaleExtent(this.reach());
    this.selection.call(this.behaviour.scaleBy, factor);
  }

  pan(dx: number, dy: number): void {
    const { x, y, k } = this.now;
    this.set({ x: x + dx, y: y + dy, k });
  }

  private set(camera: Camera): void {
    const [least, most] = this.reach();
    this.behaviour.scaleExtent([Math.min(least, camera.k), most]);
    this.selection.call(this.behaviour.transform, zoomIdentity.translate(camera.x, camera.y).scale(camera.k));
  }
}

function around(points: (Point | null)[]): Box | null {
  const there = points.filter((point): point is Point => point !== null);
  if (!there.length) return null;
  const xs = there.map((point) => point.x);
  const ys = there.map((point) => point.y);
  const x = Math.min(...xs) - 80;
  const y = Math.min(...ys) - 60;
  return { x, y, width: Math.max(...xs) + 80 - x, height: Math.max(...ys) + 60 - y };
}
