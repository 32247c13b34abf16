// A list that opens under a text box while somebody types: the ARIA combobox pattern over what the server suggests.
//
// combobox(input, { id, label, source, draw, pick, first, nothing, after }): `source` answers ?q= with a list, `draw(one)` makes what stands
// in one option, `pick(one)` is told what was chosen. `first`: the first option is pointed at as the list opens, so that Enter takes
// it; otherwise Enter sends what was typed. `nothing(words)` is said when the list is empty; without it the list stays shut.
// The list is put behind `after`, or behind the box itself.
import { say } from "./say.js";

const PAUSE = 120;

export function combobox(input, { id, label, source, draw, pick, first = false, nothing, after = input }) {
  const box = listbox(id, label);
  let timer, asked, found = [], active = -1;
  after.after(box);
  for (const [name, value] of Object.entries({ role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": id })) input.setAttribute(name, value);

  async function ask() {
    const words = input.value.trim();
    asked?.abort();
    if (!words) return close();
    asked = new AbortController();
    try {
      const url = new URL(source, location.href);
      url.searchParams.set("q", words);
      const answer = await fetch(url, { signal: asked.signal, headers: { Accept: "application/json" } });
      if (!answer.ok) return close();
      found = await answer.json();
      if (document.activeElement === input || first) open(words);
    } catch (error) {
      if (error.name !== "AbortError") close();
    }
  }

  function open(words) {
    if (!found.length && !nothing) return close();
    box.replaceChildren(...(found.length ? found.map((one, n) => option(`${id}-${n}`, draw(one))) : [empty(nothing(words))]));
    box.hidden = false;
    input.setAttribute("aria-expanded", "true");
    point(found.length && first ? 0 : -1);
    box.scrollIntoView({ block: "nearest" });
    say(found.length ? `${found.length} found` : `Nothing found for ${words}`);
  }

  function close() {
    clearTimeout(timer);
    asked?.abort();
    box.hidden = true;
    found = [];
    input.setAttribute("aria-expanded", "false");
    point(-1);
  }

  function point(n) {
    active = n;
    [...box.children].forEach((item, at) => item.setAttribute("aria-selected", String(at === n)));
    if (n < 0) return input.removeAttribute("aria-activedescendant");
    input.setAttribute("aria-activedescendant", box.children[n].id);
    box.children[n].scrollIntoView({ block: "nearest" });
  }

  function choose(one) {
    if (!one) return;
    close();
    pick(one);
  }

  // Takes what is pointed at, or the first there is, or looks for what was typed.
  const take = () => (found.length ? choose(found[Math.max(active, 0)]) : ask());

  input.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(ask, PAUSE); });
  input.addEventListener("blur", () => setTimeout(close, 150));
  input.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && found.length) { event.preventDefault(); point(active < 0 && step < 0 ? found.length - 1 : (active + step + found.length) % found.length); }
    else if (step) { event.preventDefault(); ask(); }
    else if (event.key === "Enter" && (first || active >= 0)) { event.preventDefault(); take(); }
    else if (event.key === "Enter") close();
    else if (event.key === "Escape" && !box.hidden) { event.preventDefault(); event.stopPropagation(); close(); }
  });
  box.addEventListener("mousedown", (event) => event.preventDefault());
  box.addEventListener("click", (event) => choose(found[[...box.children].indexOf(event.target.closest('[role="option"]'))]));
  return { take };
}

function listbox(id, label) {
  const box = document.createElement("ul");
  box.id = id;
  box.className = "picker-options";
  box.hidden = true;
  box.setAttribute("role", "listbox");
  box.setAttribute("aria-label", label);
  return box;
}

function option(id, parts) {
  const item = part("li", "picker-option", "");
  item.id = id;
  item.setAttribute("role", "option");
  item.append(...parts);
  return item;
}

function empty(words) {
  const item = option("", [words]);
  item.removeAttribute("id");
  item.setAttribute("aria-disabled", "true");
  return item;
}

export function part(tag, className, text) {
  const element = document.createElement(tag);
  element.className = className;
  element.textContent = text;
  return element;
}
