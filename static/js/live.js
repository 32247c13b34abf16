// Filters that answer at once: the page is fetched again and every element with data-swap (and an id) is replaced.
// The address follows, so that Back, reload and a shared link show the same. The words of data-announce are spoken.
// The button in data-live-button then leads from an unfolded sheet to the results, and says how many there are. A link with
// data-more leads to the whole of a list: here it opens in place, and stays open when the filters are fetched again.
import { keep } from "./recent.js";
import { say } from "./say.js";

let under_way;

export function start(form) {
  mark();
  remember();
  const go = () => show(address(form), true);
  if (form.dataset.live === "typing") whileTyping(form);
  form.addEventListener("change", go);
  form.addEventListener("click", (event) => {
    const link = event.target.closest("[data-more]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    unfold(link).then((list) => list.querySelector("input, a")?.focus(), () => location.assign(link.href));
  });
  form.addEventListener("submit", (event) => { event.preventDefault(); go().then(() => onward(form)); });
  addEventListener("popstate", () => show(location.href, false));
}

function mark() {
  for (const foot of document.querySelectorAll("[data-live-button]")) {
    foot.classList.add("is-live");
    foot.querySelector("button").textContent = foot.dataset.liveButton;
  }
}

// The address says what was understood: what stands in data-address, and nothing else.
function remember() {
  const found = document.querySelector("[data-address]");
  if (!found) return;
  history.replaceState(history.state, "", found.dataset.address);
  keep(found);
}

function onward(form) {
  if (matchMedia("(min-width: 60rem)").matches) return;
  form.querySelector("[data-open-when-wide]")?.removeAttribute("open");
  const title = document.querySelector("[data-announce]");
  title?.setAttribute("tabindex", "-1");
  title?.focus();
}

// Each pause in typing is answered; Back leads to what was there before the typing, not through every letter.
function whileTyping(form) {
  let pause;
  form.addEventListener("input", () => {
    clearTimeout(pause);
    pause = setTimeout(() => show(address(form), false).then(() => history.replaceState(null, "", address(form))), 200);
  });
}

function address(form) {
  const url = new URL(form.action);
  const given = [...new FormData(form)].filter(([, value]) => value !== "");
  url.search = new URLSearchParams(given);
  url.hash = "";
  return url.href;
}

async function show(url, anew) {
  under_way?.abort();
  under_way = new AbortController();
  const { signal } = under_way;
  try {
    const page = await fetched(url, signal);
    const whole = [...document.querySelectorAll(".facet [data-whole]")].map((list) => list.dataset.whole);
    const links = whole.map((name) => page.querySelector(`[data-more="${name}"]`)).filter(Boolean);
    await Promise.allSettled(links.map((link) => unfold(link, signal)));
    signal.throwIfAborted();
    const there = new URL(page.querySelector("[data-address]")?.dataset.address ?? url, location.href).href;
    if (anew && there !== location.href) history.pushState(null, "", there);
    swap(page);
  } catch (error) {
    if (error.name !== "AbortError") location.assign(url);
  }
}

async function fetched(url, signal) {
  const answer = await fetch(url, { signal, headers: { "X-Requested-With": "live" } });
  if (!answer.ok) throw new Error(answer.status);
  return new DOMParser().parseFromString(await answer.text(), "text/html");
}

async function unfold(link, signal) {
  const list = (await fetched(link.href, signal)).querySelector("[data-whole] :is(.ticks, ul)");
  list.dataset.whole = link.dataset.more;
  link.parentElement.querySelector(".ticks, ul").replaceWith(list);
  link.remove();
  return list;
}

// How the same control is found on the fresh page: a tick has no id, but its name and value are its own.
function named(control) {
  if (control?.id) return `#${CSS.escape(control.id)}`;
  return control?.name && `:not([type="hidden"])[name="${CSS.escape(control.name)}"][value="${CSS.escape(control.value)}"]`;
}

function swap(page) {
  const focused = named(document.activeElement);
  const open = [...document.querySelectorAll("[data-swap] details[open]")].map((part) => part.id).filter(Boolean);
  for (const old of document.querySelectorAll("[data-swap]")) {
    const fresh = page.getElementById(old.id);
    if (fresh) old.replaceWith(fresh); else old.replaceChildren();
  }
  open.forEach((id) => document.getElementById(id)?.setAttribute("open", ""));
  mark();
  remember();
  document.title = page.title;
  if (focused) document.querySelector(focused)?.focus({ preventScroll: true });
  const spoken = document.querySelector("[data-announce]");
  if (spoken) say(spoken.textContent.trim());
}
