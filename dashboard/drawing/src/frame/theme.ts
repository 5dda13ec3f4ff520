// Light or dark as the page is now.
import type { Look } from "../data";
import type { Colours } from "../marks";

/** The colours that hold where `probe` stands: Streamlit sets `color-scheme`, a page of its own follows the system. */
export function coloursOf(look: Look, probe: HTMLElement): Colours {
  const shown = getComputedStyle(probe).backgroundColor;
  return shown === "rgb(0, 0, 0)" ? look.dark : look.light;
}

/** The colours as variables of the style sheet. */
export function variables(look: Look): string {
  const rules = Object.keys(look.light).map(
    (name) => `--${name.replaceAll("_", "-")}:light-dark(${look.light[name]},${look.dark[name]});`,
  );
  return `.kb-drawing{${rules.join("")}}.kb-probe{background:light-dark(#fff,#000)}`;
}
