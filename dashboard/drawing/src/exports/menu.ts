// The list of exports of what is seen.
import { el } from "../frame/dom";
import type { Frame } from "../frame/frame";
import { pageOf } from "./page";
import { pngFile, svgFile, type Exported } from "./picture";
import { save } from "./save";
import { csvOf, gexfOf, graphmlOf } from "./tables";

const SIZES = [1, 2, 3, 4];

function exported(frame: Frame): Exported {
  return {
    view: frame.view,
    camera: frame.memory.camera ?? { x: 0, y: 0, k: 1 },
    size: frame.size(),
    about: frame.drawing.about,
    look: frame.drawing.look,
    colours: frame.colours(),
    say: frame.say,
  };
}

export function exporters(frame: Frame): HTMLElement {
  const { say } = frame;
  const box = el("details", { class: "export" });
  const offer = (name: string, label: string, make: () => Promise<void> | void): HTMLElement => {
    const made = el("button", { type: "button", "data-export": name }, label);
    made.addEventListener("click", () => {
      Promise.resolve(make()).then(
        () => (box.open = false),
        (error: Error) => list.append(el("p", { role: "alert" }, say("export_failed", { why: error.message }))),
      );
    });
    return made;
  };
  const name = (end: string): string => `${frame.drawing.about.file}.${end}`;
  const pngs = SIZES.map((times) =>
    offer(`png${times}`, `PNG ×${times}`, async () =>
      save(await pngFile(exported(frame), times), name(times === 1 ? "png" : `x${times}.png`), "image/png"),
    ),
  );
  const { about } = frame.drawing;
  const seen = (): ReturnType<typeof frame.view.seen> => frame.view.seen();
  const others = [
    offer("svg", "SVG", async () => save(await svgFile(exported(frame)), name("svg"), "image/svg+xml")),
    offer("csv", "CSV", () => save(csvOf(seen(), about, say), name("csv"), "text/csv")),
    offer("graphml", "GraphML", () => save(graphmlOf(seen(), about, say), name("graphml"), "application/xml")),
    offer("gexf", "GEXF", () => save(gexfOf(seen(), about, say), name("gexf"), "application/xml")),
  ];
  if (frame.host.live) {
    const page = async (): Promise<void> =>
      save(await pageOf(frame.drawing, frame.memory.saved()), name("html"), "text/html");
    others.push(offer("html", "HTML", page));
  }
  const list = el("div", { class: "list" }, ...pngs, ...others);
  box.append(el("summary", { "data-tool": "export" }, say("export")), list);
  // The button may stand at either end of its line: the list opens towards the middle.
  box.addEventListener("toggle", () => {
    const room = frame.field.getBoundingClientRect();
    const own = box.getBoundingClientRect();
    list.classList.toggle("to-right", own.left - room.left < room.width / 2);
  });
  box.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    box.open = false;
    box.querySelector("summary")?.focus();
    event.stopPropagation();
  });
  return box;
}
