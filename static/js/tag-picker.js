// Chooses code families from a list that opens while typing: the ARIA combobox pattern over the server's own suggestions.
// Without this module the same box and its Add button are answered by the server.
import { combobox, part } from "./combobox.js";
import { say } from "./say.js";

export function start(picker) {
  const { prefix, source } = picker.dataset;
  const input = picker.querySelector(`#${CSS.escape(prefix)}-typed`);
  const list = picker.querySelector("[data-list]");
  const template = picker.querySelector("[data-row-template]");
  const typing = combobox(input, {
    id: `${prefix}-options`, label: "Code families", source, draw, pick, first: true,
    nothing: (words) => `Nothing found for “${words}”. Try a code, or one plain word.`,
  });

  function pick(family) {
    const there = [...list.children].find((row) => row.dataset.slug === family.slug);
    const row = there ?? list.appendChild(filled(template, next(list, prefix), family));
    input.value = "";
    say(there ? `${family.label} is already in the list` : `${family.label} added`);
    (row.querySelector('[data-part="share"]') ?? input).focus();
    picker.dispatchEvent(new Event("change", { bubbles: true }));
  }

  picker.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (button?.name === `${prefix}-add`) { event.preventDefault(); input.focus(); typing.take(); }
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

function draw(family) {
  const said = [part("span", "code-chip-set", family.set), " ", part("span", "strong", family.label), " ", part("span", "family-chip-span", family.ranges ?? "")];
  return family.why ? [...said, part("span", "picker-option-why", family.why)] : said;
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
