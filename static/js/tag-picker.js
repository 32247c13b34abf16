// Chooses code families from a list that opens while typing: the ARIA combobox pattern over the server's own suggestions.
// Without this module the same box and its Add button are answered by the server.
import { say } from "./say.js";

const PAUSE = 120;

export function start(picker) {
  const { prefix, source } = picker.dataset;
  const input = picker.querySelector(`#${CSS.escape(prefix)}-typed`);
  const list = picker.querySelector("[data-list]");
  const template = picker.querySelector("[data-row-template]");
  const box = listbox(prefix, input);
  let timer, asked, found = [], active = -1;

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
      open(words);
    } catch (error) {
      if (error.name !== "AbortError") close();
    }
  }

  function open(words) {
    box.replaceChildren(...(found.length ? found.map((family, n) => option(`${prefix}-option-${n}`, family)) : [nothing(words)]));
    box.hidden = false;
    input.setAttribute("aria-expanded", "true");
    point(found.length ? 0 : -1);
    box.scrollIntoView({ block: "nearest" });
    say(found.length ? `${found.length} found` : `Nothing found for ${words}`);
  }

  function close() {
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

  function pick(family) {
    if (!family) return;
    const there = [...list.children].find((row) => row.dataset.slug === family.slug);
    const row = there ?? list.appendChild(filled(template, next(list, prefix), family));
    input.value = "";
    close();
    say(there ? `${family.label} is already in the list` : `${family.label} added`);
    (row.querySelector('[data-part="share"]') ?? input).focus();
    picker.dispatchEvent(new Event("change", { bubbles: true }));
  }

  input.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(ask, PAUSE); });
  input.addEventListener("blur", () => setTimeout(close, 150));
  input.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && found.length) { event.preventDefault(); point((active + step + found.length) % found.length); }
    else if (step) { event.preventDefault(); ask(); }
    else if (event.key === "Enter") { event.preventDefault(); found.length ? pick(found[Math.max(active, 0)]) : ask(); }
    else if (event.key === "Escape" && !box.hidden) { event.stopPropagation(); close(); }
  });
  box.addEventListener("mousedown", (event) => event.preventDefault());
  box.addEventListener("click", (event) => pick(found[[...box.children].indexOf(event.target.closest('[role="option"]'))]));

  picker.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (button?.name === `${prefix}-add`) { event.preventDefault(); found.length ? pick(found[Math.max(active, 0)]) : (input.focus(), ask()); }
    if (button?.dataset.part === "remove") {
      event.preventDefault();
      const row = button.closest("[data-row]");
      say(`${row.querySelector('[data-part="label"]').textContent} removed`);
      row.remove();
      input.focus();
      picker.dispatchEvent(new Event("change", { bubbles: true }));
    }
  });
}

function listbox(prefix, input) {
  const box = document.createElement("ul");
  box.id = `${prefix}-options`;
  box.className = "picker-options";
  box.hidden = true;
  box.setAttribute("role", "listbox");
  box.setAttribute("aria-label", "Code families");
  input.after(box);
  for (const [name, value] of Object.entries({ role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": box.id })) input.setAttribute(name, value);
  return box;
}

function part(tag, className, text) {
  const element = document.createElement(tag);
  element.className = className;
  element.textContent = text;
  return element;
}

function option(id, family) {
  const item = part("li", "picker-option", "");
  item.id = id;
  item.setAttribute("role", "option");
  item.append(part("span", "code-chip-set", family.set), " ", part("span", "strong", family.label), " ", part("span", "family-chip-span", family.ranges ?? ""));
  if (family.why) item.append(part("span", "picker-option-why", family.why));
  return item;
}

function nothing(words) {
  const item = part("li", "picker-option", `Nothing found for “${words}”. Try a code, or one plain word.`);
  item.setAttribute("role", "option");
  item.setAttribute("aria-disabled", "true");
  return item;
}

function next(list, prefix) {
  const taken = [...list.querySelectorAll('[data-part="slug"]')].map((input) => Number(input.name.slice(prefix.length + 1).split("-")[0]));
  return Math.max(-1, ...taken) + 1;
}

function filled(template, n, family) {
  const row = template.content.firstElementChild.cloneNode(true);
  row.dataset.slug = family.slug;
  row.querySelectorAll("[name]").forEach((field) => { field.name = field.name.replace("__n__", n); });
  const at = (name) => row.querySelector(`[data-part="${name}"]`);
  at("slug").value = family.slug;
  at("label").textContent = family.label;
  at("name").prepend(part("span", "code-chip-set", family.set), " ");
  at("name").append(" ", part("span", "family-chip-span", family.ranges ?? ""));
  at("need")?.setAttribute("aria-label", `Need for ${family.label}`);
  at("share")?.setAttribute("aria-label", `Share of the work for ${family.label}, percent`);
  at("remove").value = n;
  at("remove").setAttribute("aria-label", `Remove ${family.label}`);
  return row;
}
