// A long list of ticks gets a box to type in: what is ticked stays in sight, the rest shows when its name matches. Enter ticks the
// first match. Without this module the whole list is there.
import { say } from "./say.js";

export function start(group) {
  const choices = [...group.querySelectorAll(".choice")].map((place) => ({
    place, tick: place.querySelector("input"), name: place.textContent.trim(),
  }));
  const note = group.closest("details")?.querySelector(".sheet-note");
  const columns = choices[0].place.parentElement;
  const { box, all, none } = furniture(group, choices.length);
  let whole = false;

  const fits = (choice) => box.value.trim().toLowerCase().split(/\s+/).every((word) => choice.name.toLowerCase().includes(word));
  const found = () => (box.value.trim() ? choices.filter((choice) => fits(choice)) : []);

  function show() {
    const matches = found();
    for (const choice of choices) choice.place.hidden = !(whole && !box.value.trim()) && !choice.tick.checked && !matches.includes(choice);
    columns.hidden = choices.every((choice) => choice.place.hidden);
    none.textContent = box.value.trim() && !matches.length ? `Nothing is called “${box.value.trim()}”.` : "";
    all.textContent = whole ? "Show only what is chosen" : `Show all ${choices.length}`;
    if (note) note.textContent = choices.filter((choice) => choice.tick.checked).map((choice) => choice.name).join(", ");
  }

  function tickFirst() {
    const first = found().find((choice) => !choice.tick.checked) ?? found()[0];
    if (!first) return;
    box.value = "";
    if (!first.tick.checked) first.tick.click();
    say(`${first.name} chosen`);
    show();
  }

  box.addEventListener("input", (event) => { event.stopPropagation(); show(); if (box.value.trim()) say(`${found().length} found`); });
  box.addEventListener("change", (event) => event.stopPropagation());
  box.addEventListener("keydown", (event) => {
    if (event.key === "Enter") { event.preventDefault(); tickFirst(); }
    if (event.key === "Escape" && box.value) { box.value = ""; show(); }
  });
  all.addEventListener("click", () => { whole = !whole; show(); });
  columns.addEventListener("change", show);
  addEventListener("pageshow", show);
  show();
}

function furniture(group, count) {
  const line = document.createElement("div");
  line.className = "filter-line";
  const box = document.createElement("input");
  box.type = "search";
  box.autocomplete = "off";
  box.placeholder = group.dataset.filter;
  box.setAttribute("aria-label", group.dataset.filter);
  const all = document.createElement("button");
  all.type = "button";
  all.className = "btn btn-quiet btn-small";
  all.textContent = `Show all ${count}`;
  const none = document.createElement("p");
  none.className = "small muted";
  line.append(box, all);
  group.querySelector(".check-columns").before(line, none);
  return { box, all, none };
}
