// The one component: Streamlit mounts it by the default export, a page of its own finds its data in itself.
import type { Chosen, Drawing } from "./data";
import { DATA } from "./exports/page";
import { el } from "./frame/dom";
import { Frame } from "./frame/frame";
import { NOBODY, type Address, type Asked, type Host } from "./frame/host";
import { variables } from "./frame/theme";
import type { MakeView } from "./frame/view";
import { mapView } from "./map/view";
import { networkView } from "./network/view";
import style from "./style.css";
import { treeView } from "./tree/view";

/** The views, by the name that stands in the data. How to add one: README.md. */
const VIEWS: Record<Drawing["view"], MakeView> = { network: networkView, map: mapView, tree: treeView };

export interface Mounted {
  frame: Frame;
  update(drawing: Drawing): void;
  destroy(): void;
}

/** Show `drawing` in `box`; what it remembers is kept under `key`. */
export function mount(box: HTMLElement, drawing: Drawing, key: string, host: Host = NOBODY): Mounted {
  const root = box.getRootNode() as Document | ShadowRoot;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(variables(drawing.look) + style);
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  box.classList.add("kb-drawing");
  let shown = drawing.view;
  let frame = framed(box, drawing, key, host);
  const mounted: Mounted = {
    frame,
    update(next) {
      if (next.view === shown) frame.take(next);
      else {
        frame.destroy();
        shown = next.view;
        mounted.frame = frame = framed(box, next, key, host);
      }
    },
    destroy() {
      frame.destroy();
      root.adoptedStyleSheets = root.adoptedStyleSheets.filter((one) => one !== sheet);
    },
  };
  return mounted;
}

function framed(box: HTMLElement, drawing: Drawing, key: string, host: Host): Frame {
  const frame = new Frame(box, drawing, key, VIEWS[drawing.view], host);
  (box as HTMLElement & { drawing?: Frame }).drawing = frame;
  return frame;
}

interface Given {
  data: { stamp: string; name: string; drawing: Drawing };
  parentElement: HTMLElement | ShadowRoot;
  setStateValue(name: string, value: unknown): void;
  setTriggerValue(name: string, value: unknown): void;
}

const ADDRESS: Address = {
  read: (name) => new URLSearchParams(window.location.search).get(name) ?? "",
  write(values) {
    const here = new URL(window.location.href);
    for (const [name, value] of Object.entries(values)) {
      if (value) here.searchParams.set(name, value);
      else here.searchParams.delete(name);
    }
    if (here.href !== window.location.href) window.history.replaceState(window.history.state, "", here);
  },
};

type Stamped = HTMLElement & { stamp?: string; mounted?: Mounted; given?: Given };

/** Called by Streamlit at each run of the page; the same data change nothing. */
export default function (given: Given): () => void {
  const { data, parentElement } = given;
  const box = parentElement.querySelector<Stamped>(".kb-place")!;
  box.given = given; // the setters of the last run are the ones that are heard
  if (!box.mounted) {
    const host: Host = {
      live: true,
      address: ADDRESS,
      chosen: (chosen: Chosen) => box.given?.setStateValue("chosen", chosen),
      ask: (asked: Asked) => box.given?.setTriggerValue("asked", asked),
    };
    box.mounted = mount(box, data.drawing, data.name, host);
  } else if (box.stamp !== data.stamp) box.mounted.update(data.drawing);
  box.stamp = data.stamp;
  return () => {
    box.mounted?.destroy();
    delete box.mounted;
  };
}

async function alone(source: HTMLElement): Promise<void> {
  const drawing = JSON.parse(source.textContent ?? "") as Drawing;
  for (const face of drawing.look.faces as (Drawing["look"]["faces"][number] & { data?: string })[]) {
    if (!face.data) continue;
    const bytes = Uint8Array.from(atob(face.data), (letter) => letter.charCodeAt(0));
    const made = new FontFace(face.family, bytes, { weight: face.weight, unicodeRange: face.range });
    document.fonts.add(await made.load());
  }
  const box = el("div");
  const heading = el("h1", {}, drawing.about.title);
  const foot = el("footer", {}, [...drawing.about.notes].join(" "));
  const page = new CSSStyleSheet();
  page.replaceSync(
    "body{margin:24px;background:light-dark(" +
      `${drawing.look.light["paper"]},${drawing.look.dark["paper"]});color:light-dark(${drawing.look.light["ink"]},` +
      `${drawing.look.dark["ink"]});font:400 15px/1.45 'Noto Sans',sans-serif}h1{font-size:27px;font-weight:600}` +
      "footer{font-size:13px;margin-top:12px}",
  );
  document.adoptedStyleSheets = [page];
  document.body.append(heading, box, foot);
  mount(box, drawing, "page");
}

const source = typeof document === "undefined" ? null : document.getElementById(DATA);
if (source) void alone(source);
if (typeof window !== "undefined") Object.assign(window, { koterilisDrawing: { mount } });
