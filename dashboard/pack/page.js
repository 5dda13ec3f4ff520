// The pack: language, projector mode, evidence by click, live pictures, the search for a name. Everything stands in the
// page itself; texts are put in as texts, never as HTML.
const data = JSON.parse(document.getElementById("pack-data").textContent);
const root = document.documentElement;
const lang = () => root.lang;
const slides = [...document.querySelectorAll(".slide")];

/** A value in the language shown: what differs by language stands under "=". */
function told(value) {
  if (Array.isArray(value)) return value.map(told);
  if (value === null || typeof value !== "object") return value;
  if ("=" in value && Object.keys(value).length === 1) return value["="][lang()];
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, told(one)]));
}

function say(key, values = {}) {
  return told(data.words[key]).replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");
}

function el(name, attributes, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes ?? {})) made.setAttribute(key, value);
  made.append(...children.filter((child) => child !== null && child !== ""));
  return made;
}

// --- language, theme -------------------------------------------------------------------------------------------------

function speak(chosen) {
  root.lang = chosen;
  for (const button of document.querySelectorAll("[data-lang]"))
    button.setAttribute("aria-pressed", String(button.dataset.lang === chosen));
  document.getElementById("name").placeholder = say("search_hint");
  document.title = document.querySelector(`header h1[lang=${chosen}]`).textContent;
  const evidence = told(data.evidence);
  claims = evidence.claims;
  sources = evidence.sources;
  for (const slide of slides) if (slide.mounted) draw(slide);
  find();
}

let claims = [];
let sources = [];
for (const button of document.querySelectorAll("[data-lang]")) button.addEventListener("click", () => speak(button.dataset.lang));

function dark() {
  return root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
}

document.getElementById("theme").addEventListener("click", () => turnTheme());

function turnTheme() {
  root.dataset.theme = dark() ? "light" : "dark";
  for (const slide of slides) if (slide.mounted) draw(slide);
}

// --- projector -------------------------------------------------------------------------------------------------------

let now = 0;
const showing = () => document.body.classList.contains("show");

function show(place) {
  now = Math.max(0, Math.min(slides.length - 1, place));
  document.body.className = "show";
  slides.forEach((slide, at) => slide.classList.toggle("now", at === now));
  for (const button of slides[now].querySelectorAll("[data-turn]"))
    button.disabled = slides[now + Number(button.dataset.turn)] === undefined;
  slides[now].focus({ preventScroll: true });
  standAt(`#${now + 1}`);
}

/** The slide stands in the address, so that a link or a reload comes back to it; inside another page there is none. */
function standAt(hash) {
  if (location.protocol !== "about:") history.replaceState(null, "", hash);
}

function leave() {
  document.body.className = "read";
  slides.forEach((slide) => slide.classList.remove("now", "alive"));
  if (document.fullscreenElement) void document.exitFullscreen();
  standAt("#");
  slides[now].scrollIntoView();
}

document.getElementById("show").addEventListener("click", () => {
  root.requestFullscreen?.().catch(() => {});
  show(now);
});
document.getElementById("print").addEventListener("click", () => print());

const NEXT = new Set(["ArrowRight", "PageDown", " "]);
const BACK = new Set(["ArrowLeft", "PageUp", "Backspace"]);

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest?.("input, dialog, .live")) return;
  if ((event.key === "Enter" || event.key === " ") && event.target.closest?.("[data-c], button")) {
    const asked = event.target.closest("g[data-c]");
    if (!asked) return;
    event.preventDefault();
    open(asked.dataset.c);
  } else if (!showing()) {
    if (event.key === "p") show(now);
    return;
  } else if (NEXT.has(event.key)) show(now + 1);
  else if (BACK.has(event.key)) show(now - 1);
  else if (event.key === "Home") show(0);
  else if (event.key === "End") show(slides.length - 1);
  else if (event.key === "Escape") leave();
  else if (event.key === "l") alive(slides[now]);
  else if (event.key === "d") turnTheme();
  else return;
  event.preventDefault();
});

document.addEventListener("fullscreenchange", () => {
  if (!document.fullscreenElement && showing()) leave();
});

// --- evidence --------------------------------------------------------------------------------------------------------

const dialog = document.getElementById("evidence");
const LINES = { certain: "━", probable: "╍", possible: "┅", doubtful: "┉", not_rated: "╌" };

/** What stands behind claims, source by source. */
function open(numbers) {
  const bySource = new Map();
  for (const one of numbers.split(" ")) {
    const claim = claims[Number(one)];
    for (const cited of claim?.cites ?? [null]) bySource.set(cited, [...(bySource.get(cited) ?? []), claim]);
  }
  const said = dialog.querySelector(".said");
  said.replaceChildren(...[...bySource].map(([cited, some]) => sourceBlock(cited === null ? null : sources[cited], some)));
  dialog.showModal();
  dialog.scrollTop = 0;
}

function sourceBlock(source, some) {
  const rows = some.map((claim) =>
    el(
      "li",
      {},
      el("b", {}, claim.of),
      ...(claim.said ?? []).map(([name, value]) => el("div", {}, el("span", { class: "soft" }, `${name}: `), value)),
      el("div", {}, el("span", { class: "soft" }, say("place")), " ", claim.locator ?? el("span", { class: "soft" }, say("no_place"))),
      claim.quote ? el("q", { dir: "auto" }, claim.quote) : null,
      el("div", {}, claim.status ? el("span", { class: "status" }, claim.status) : null, claim.status ? " " : null,
        [claim.manner, ""].filter(Boolean).join(" · "), " ", el("i", { class: "m", "aria-hidden": "true" }, LINES[claim.certainty] ?? ""), " ", claim.sure),
      claim.why ? el("div", { class: "soft" }, claim.why) : null,
    ),
  );
  return el(
    "section",
    {},
    el("h3", {}, el("i", { class: "m evidence", "aria-hidden": "true" }, "▤"), " ", source?.label ?? "–"),
    source?.title && source.title !== source.label ? el("p", {}, source.title) : null,
    source ? el("p", { class: "soft" }, [source.said, source.held ?? say("no_archive")].filter(Boolean).join(" · ")) : null,
    el("ul", {}, ...rows),
  );
}

document.addEventListener("click", (event) => {
  const asked = event.target.closest("[data-c]");
  if (asked) open(asked.dataset.c);
  const turn = event.target.closest("[data-turn]");
  if (turn) show(now + Number(turn.dataset.turn));
  const live = event.target.closest(".to-live");
  if (live) alive(live.closest(".slide"));
  const goes = event.target.closest("[data-goes]");
  if (goes) slides[Number(goes.dataset.goes)].scrollIntoView();
});
dialog.querySelector(".close").addEventListener("click", () => dialog.close());
dialog.addEventListener("click", (event) => {
  if (event.target === dialog) dialog.close();
});

// --- live pictures ---------------------------------------------------------------------------------------------------

/** Put the live picture in the place of the still one, or the still one back. */
function alive(slide) {
  if (!slide.querySelector(".live")) return;
  const on = slide.classList.toggle("alive");
  const words = on ? "still" : "live";
  for (const each of slide.querySelectorAll(".to-live .l")) each.textContent = data.words[words]["="][each.lang];
  if (on) draw(slide);
}

function draw(slide) {
  const box = slide.querySelector(".live");
  const drawing = { ...told(data.live[slide.dataset.n]) };
  drawing.look.faces = [];
  if (showing()) drawing.height = Math.max(320, innerHeight - 300);
  slide.mounted?.destroy();
  const place = el("div", {});
  box.replaceChildren(place);
  slide.mounted = window.koterilisDrawing.mount(place, drawing, `slide-${slide.dataset.n}`);
}

const nears = new IntersectionObserver((entries) => {
  for (const { target, isIntersecting } of entries)
    if (isIntersecting && !showing() && !target.mounted) {
      nears.unobserve(target);
      if (!target.classList.contains("alive")) alive(target);
    }
}, { rootMargin: "200px" });
for (const slide of slides) if (slide.querySelector(".live")) nears.observe(slide);

// --- the search for a name: the letters and rules are those of kb.names ------------------------------------------------

const FOLDED = { ä: "a", ö: "o", ü: "u", ū: "u", ı: "i", ğ: "g", q: "k", ŋ: "n", ħ: "h", ʤ: "j", w: "u" };
const RULES = [
  [/[iıy][iıy]+/g, "i"],
  [/(?<=[aäeiıoöuūüy])[iı](?=e)/g, ""],
  [/^[iı](?=e)/g, ""],
  [/([qk])[qk]+/g, "$1"],
  [/([ğg])[ğg]+/g, "$1"],
];
const GLIDE = /(?<=[aäeiıoöuūüy])[yı]|[yı](?=[aäeoöuūü])/g;

function table(letters) {
  const escaped = Object.keys(letters).sort((a, b) => b.length - a.length).map((one) => one.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return [letters, new RegExp(`${escaped.join("|")}|.`, "gsu")];
}

const TABLES = { cyrillic: table(data.letters.cyrillic), latin: table(data.letters.latin) };

/** The Latin skeleton of a word, as kb.names.fold makes it. */
export function skeleton(word) {
  const lower = word.toLowerCase().replace("i̇", "i").replaceAll("-", "");
  const script = /\p{Script=Cyrillic}/u.test(lower) ? "cyrillic" : "latin";
  const [letters, pattern] = TABLES[script];
  let said = (lower.match(pattern) ?? [])
    .map((group) => letters[group] ?? (/[a-z]/.test(group.normalize("NFD")[0]) ? group.normalize("NFD")[0] : ""))
    .join("");
  if (script === "latin") said = said.replace(GLIDE, "i");
  for (const [rule, instead] of RULES) said = said.replace(rule, instead);
  return said.replace(/(.)\1+(?!ly$)/g, "$1").replace(/./gu, (sound) => FOLDED[sound] ?? sound);
}

const ENDING = /(?:uli|uly|kizi|kyzy|oglu|ogly|ovic|evic|ovna|evna|ova|eva|ina|ov|ev|in)$/;
const stem = (word) => (word.length > 4 ? word.replace(ENDING, "") : word);

/** Letters put in, left out, changed or swapped. */
function distance(a, b) {
  const rows = Array.from({ length: a.length + 1 }, (_, i) => [i]);
  for (let j = 1; j <= b.length; j++) rows[0][j] = j;
  for (let i = 1; i <= a.length; i++)
    for (let j = 1; j <= b.length; j++) {
      const change = a[i - 1] === b[j - 1] ? 0 : 1;
      rows[i][j] = Math.min(rows[i - 1][j] + 1, rows[i][j - 1] + 1, rows[i - 1][j - 1] + change);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) rows[i][j] = Math.min(rows[i][j], rows[i - 2][j - 2] + 1);
    }
  return rows[a.length][b.length];
}

/** How well one word of a question fits one of a name, from 0 to 1. */
function fits(asked, word) {
  if (asked === word) return 1;
  if (word.startsWith(asked) && asked.length > 2) return 0.9;
  const [one, other] = [stem(asked), stem(word)];
  if (one === other) return 0.95;
  const longest = Math.max(one.length, other.length);
  const allowed = longest > 7 ? 2 : longest > 3 ? 1 : 0;
  const off = distance(one, other);
  return off <= allowed ? 0.85 - 0.1 * off : 0;
}

function score(asked, keys) {
  return Math.max(0, ...keys.map((key) => {
    const words = key.split(" ");
    const best = asked.map((one) => Math.max(0, ...words.map((word) => fits(one, word))));
    return best.includes(0) ? 0 : best.reduce((sum, one) => sum + one, 0) / best.length - 0.01 * Math.max(0, words.length - asked.length);
  }));
}

export function search(text) {
  const asked = (text.match(/[\p{L}\p{M}]+(?:['’ʼ-][\p{L}\p{M}]+)*/gu) ?? []).map(skeleton).filter((one) => one.length > 1);
  if (!asked.length) return [];
  return data.people
    .map((person, place) => ({ person, place, score: score(asked, person.keys) }))
    .filter((one) => one.score > 0)
    .sort((a, b) => b.score - a.score || a.place - b.place)
    .slice(0, 20);
}

const MOST_LETTERS = 100;

function find() {
  const asked = document.getElementById("name").value.slice(0, MOST_LETTERS);
  const box = document.getElementById("found");
  if (asked.trim().length < 2) return box.replaceChildren();
  const hits = search(asked);
  if (!hits.length) return box.replaceChildren(el("p", {}, say("nobody", { n: data.people.length, all: data.all })));
  return box.replaceChildren(el("ul", {}, ...hits.map(({ person }) => {
    const on = person.slides.map((place) => el("button", { type: "button", "data-goes": place, class: "link" }, `${say("on_slides")} ${place + 1}`));
    const name = el("button", { type: "button", "data-c": person.c.join(" "), class: "link strong" }, person.names[0]);
    const others = person.names.slice(1).join(" · ");
    return el("li", {}, name, others ? el("span", { class: "soft" }, ` ${others}`) : null, el("div", {}, told(person.parts) || say("no_part")), el("div", { class: "ends" }, ...on));
  })));
}

document.getElementById("name").addEventListener("input", find);
document.getElementById("search").addEventListener("submit", (event) => event.preventDefault());

// --- how it was opened: #3 is the third slide on the screen, ?lang and what is to be printed stand there too ------------

const asked = new URLSearchParams(location.hash.slice(1));
if (asked.get("print")) root.dataset.print = asked.get("print");
speak(["ru", "kk", "en"].includes(asked.get("lang")) ? asked.get("lang") : lang());
if (/^#\d+$/.test(location.hash)) show(Number(location.hash.slice(1)) - 1);
window.koterilisPack = { search, skeleton, show };
