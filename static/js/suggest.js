// Shows what a search may be about while somebody types in its box; choosing one opens that search.
// Without this module the box is sent with its button.
import { combobox, part } from "./combobox.js";

export function start(input) {
  combobox(input, {
    id: `${input.id}-options`, label: "Suggestions", source: input.dataset.suggest, draw, after: input.closest("label"),
    pick: (one) => location.assign(one.url),
  });
}

// A code stands out from its title, which may be long; a name is one piece.
function draw(one) {
  const isCode = one.jobs === null && one.label.includes(": ");
  const [name, title] = isCode ? [one.label.split(": ", 1)[0], one.label.slice(one.label.indexOf(": ") + 2)] : [one.label, ""];
  const jobs = one.jobs === null ? "" : ` · ${one.jobs.toLocaleString("en-US")} ${one.jobs === 1 ? "job" : "jobs"}`;
  const line = part("span", "cluster between", ""), said = part("span", "", "");
  said.append(part("span", "strong", name), " ", part("span", "small", title));
  line.append(said, " ", part("span", "small muted", one.kind + jobs));
  return [line];
}
