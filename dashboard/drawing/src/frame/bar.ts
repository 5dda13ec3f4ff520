// The bar above the picture: what the view offers, then what all views share.
import { exporters } from "../exports/menu";
import { el } from "./dom";
import type { Frame } from "./frame";
import type { Tool } from "./view";

function button(label: string, run: () => void, more: Record<string, string | boolean | undefined> = {}): HTMLElement {
  const made = el("button", { type: "button", ...more }, label);
  made.addEventListener("click", run);
  return made;
}

function toolOf(tool: Tool): HTMLElement {
  if (tool.kind === "button") {
    const pressed = tool.pressed === undefined ? undefined : String(tool.pressed);
    const more = { "data-tool": tool.name, title: tool.title, disabled: tool.off, "aria-pressed": pressed };
    return button(tool.label, tool.run, more);
  }
  const select = el("select", { "data-tool": tool.name, "aria-label": tool.label });
  for (const [value, label] of tool.options) {
    const option = el("option", { value }, label);
    option.selected = value === tool.value;
    select.append(option);
  }
  select.addEventListener("change", () => tool.set(select.value));
  return el("label", {}, el("span", {}, tool.label), select);
}

export function barOf(frame: Frame): HTMLElement {
  const { say } = frame;
  const { nodes } = frame.memory.chosen;
  const { hidden, pinned } = frame.memory.now;
  const some = nodes.length > 0;
  const all = some && nodes.every((id) => pinned.has(id));
  const tools: HTMLElement[] = [
    ...frame.view.tools().map(toolOf),
    el(
      "span",
      { class: "together" },
      button("−", () => frame.zoomBy(1 / 1.3), { "aria-label": say("zoom_out"), "data-tool": "out" }),
      button("+", () => frame.zoomBy(1.3), { "aria-label": say("zoom_in"), "data-tool": "in" }),
      button(say("fit"), () => frame.fit(), { "data-tool": "fit" }),
    ),
    el(
      "span",
      { class: "together" },
      button("↶", () => frame.undo(true), {
        "data-tool": "undo",
        disabled: !frame.memory.canUndo,
        title: say("undo"),
        "aria-label": say("undo"),
      }),
      button("↷", () => frame.undo(false), {
        "data-tool": "redo",
        disabled: !frame.memory.canRedo,
        title: say("redo"),
        "aria-label": say("redo"),
      }),
    ),
    button(say("lasso"), () => frame.armLasso(), {
      "data-tool": "lasso",
      title: say("lasso_help"),
      "aria-pressed": String(frame.lassoArmed),
    }),
  ];
  if (some) {
    const pin = (): void => frame.edit((now) => nodes.forEach((id) => (all ? now.pinned.delete(id) : now.pinned.add(id))));
    const hide = (): void => frame.edit((now) => nodes.forEach((id) => now.hidden.add(id)));
    if (frame.view.drag) tools.push(button(say(all ? "unpin" : "pin"), pin, { "data-tool": "pin" }));
    tools.push(button(say("hide"), hide, { "data-tool": "hide" }));
    if (frame.host.live && nodes.length === 1 && !frame.view.expand) {
      tools.push(button(say("expand"), () => frame.expand(nodes[0]!), { "data-tool": "expand" }));
    }
  }
  if (hidden.size) {
    const show = (): void => frame.edit((now) => now.hidden.clear());
    tools.push(button(say("show_hidden", { n: hidden.size }), show, { "data-tool": "show" }));
  }
  tools.push(finder(frame), exporters(frame));
  if (frame.host.live && frame.drawing.keeps) {
    const save = (): void => frame.host.ask({ what: "save", saved: frame.memory.saved() });
    tools.push(button(say("save"), save, { "data-tool": "save" }));
  }
  return el("div", { class: "bar", role: "toolbar", "aria-label": say("tools") }, ...tools);
}

const FOUND_AT_ONCE = 8;

function finder(frame: Frame): HTMLElement {
  const { say } = frame;
  const input = el("input", { type: "search", placeholder: say("find"), "aria-label": say("find"), maxlength: "100" });
  const list = el("div", { class: "found" });
  const go = (id: string): void => {
    frame.chooseOne({ what: "node", id });
    frame.centre(id);
    frame.field.focus();
  };
  const look = (): string[] => {
    const wanted = input.value.trim().toLocaleLowerCase();
    if (!wanted) return [];
    const has = (text: string): boolean => text.toLocaleLowerCase().includes(wanted);
    return frame.view.seen().nodes.filter((node) => has(node.label) || has(node.sub ?? "")).map((node) => node.id);
  };
  input.addEventListener("input", () => {
    const ids = look();
    const labels = new Map(frame.drawing.nodes.map((node) => [node.id, node.label]));
    const names = ids.slice(0, FOUND_AT_ONCE).map((id) => button(labels.get(id) ?? id, () => go(id)));
    const left = ids.length - names.length;
    const none = input.value.trim() && !ids.length ? el("p", {}, say("not_found")) : null;
    list.replaceChildren(...names, ...(left > 0 ? [el("p", {}, say("and_more", { n: left }))] : []), ...(none ? [none] : []));
  });
  input.addEventListener("keydown", (event) => {
    const first = event.key === "Enter" ? look()[0] : undefined;
    if (first) go(first);
    if (event.key === "Escape") frame.field.focus();
    event.stopPropagation();
  });
  return el("span", { class: "find" }, input, list);
}
