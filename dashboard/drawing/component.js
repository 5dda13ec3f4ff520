// The one component of Köterilis KB: puts HTML made by dashboard/views into its root.
// The HTML is trusted here because views/markup.py escapes every text; no script ever stands in it.
// A plain click on an inner link moves as the browser's own Back and Forward do, which Streamlit follows without
// reloading; the link itself stays a real address, so that opening in a new tab, copying and bookmarking work.
// The address bar always names the language shown.
export default function (component) {
  const { data, parentElement } = component;
  const root = parentElement.querySelector(".kb");
  if (root.shown !== data.html) {
    root.innerHTML = data.html;
    root.shown = data.html;
    root.lang = data.lang;
  }
  const here = new URL(window.location.href);
  if (here.searchParams.get("lang") !== data.lang) {
    here.searchParams.set("lang", data.lang);
    window.history.replaceState(window.history.state, "", here);
  }
  document.documentElement.lang = data.lang;
  const popups = () => root.querySelectorAll("details.pop[open]");
  const toTop = () => {
    for (let box = parentElement.host; box; box = box.parentElement) box.scrollTop = 0;
  };
  root.onclick = (event) => {
    const at = event.composedPath()[0];
    popups().forEach((open) => open.contains(at) || open.removeAttribute("open"));
    const copied = at.closest("[data-copy]");
    if (copied) {
      navigator.clipboard.writeText(copied.dataset.copy).then(() => {
        copied.textContent = copied.dataset.done;
      });
    }
    const link = at.closest("a[data-inner], a[data-lang]");
    if (!link || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    const there = new URL(link.dataset.lang ? window.location.href : link.getAttribute("href"), window.location.href);
    if (link.dataset.lang) there.searchParams.set("lang", link.dataset.lang);
    if (link.dataset.lang) {
      window.history.replaceState({}, "", there);
    } else {
      window.history.pushState({}, "", there);
      toTop();
    }
    window.dispatchEvent(new PopStateEvent("popstate"));
  };
  root.onkeydown = (event) => {
    if (event.key !== "Escape") return;
    popups().forEach((open) => {
      open.removeAttribute("open");
      open.querySelector("summary").focus();
    });
  };
}
