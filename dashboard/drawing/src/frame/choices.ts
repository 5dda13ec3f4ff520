// What a node can be expanded by, with counts: the reader chooses, and nothing floods the picture.
import type { Choice } from "../data";
import { el } from "./dom";
import type { Frame } from "./frame";

export function choicesMenu(given: { id: string; options: Choice[] }, frame: Frame): HTMLElement | null {
  const at = frame.where(given.id);
  if (!at) return null;
  const { say } = frame;
  const node = frame.drawing.nodes.find((one) => one.id === given.id);
  const menu = el("div", { class: "menu", role: "menu", "aria-label": say("expand") });
  const close = (): void => {
    menu.remove();
    frame.field.focus();
  };
  menu.append(el("b", {}, el("bdi", {}, node?.label ?? given.id)));
  for (const { what, label, n } of given.options) {
    const pick = el("button", { type: "button", role: "menuitem", "data-by": what }, label, el("b", {}, say("n", { n })));
    pick.addEventListener("click", () => {
      close();
      frame.host.ask({ what: "expand", id: given.id, by: what });
    });
    menu.append(pick);
  }
  if (!given.options.length) menu.append(el("p", {}, say("nothing_more")));
  const shut = el("button", { type: "button", role: "menuitem" }, say("close"));
  shut.addEventListener("click", close);
  menu.append(shut);
  menu.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close();
    const all = [...menu.querySelectorAll("button")];
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    const here = all.indexOf((menu.getRootNode() as ShadowRoot).activeElement as HTMLButtonElement);
    if (step) all[(here + step + all.length) % all.length]?.focus();
    if (step || event.key === "Escape") event.preventDefault();
  });
  const box = frame.field.getBoundingClientRect();
  menu.style.left = `${Math.max(4, Math.min(at.x - box.left + 14, box.width - 260))}px`;
  menu.style.top = `${Math.max(4, Math.min(at.y - box.top + 10, box.height - 40 * (given.options.length + 2)))}px`;
  requestAnimationFrame(() => menu.querySelector("button")?.focus());
  return menu;
}
