// Shows what a search may be about while somebody types in its box; choosing one opens that search.
// Without this module the box is sent with its button.
import { combobox, part } from "./combobox.js";

export function start(input) {
  combobox(input, {
    id: `${input.id}-options`, label: "Suggestions", source: input.dataset.suggest, draw, after: input.closest("label"),
    pick: (one) => location.assign(one.url),
  });
}

function draw(one) {
  const jobs = one.jobs === null ? "" : ` · ${one.jobs.toLocaleString("en-US")} ${one.jobs === 1 ? "job" : "jobs"}`;
  const line = part("span", "cluster between", "");
  line.append(part("span", "strong", one.label), " ", part("span", "small muted", one.kind + jobs));
  return [line];
}
