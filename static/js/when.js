// Asks only what matters: a part with data-when="work_model=onsite hybrid" shows while one of these values is chosen, one with
// data-unless="all_states=y" while it is not. What has an error always shows. Without this module everything is there.
export function start(part) {
  const form = part.closest("form");
  const rule = part.dataset.when ?? part.dataset.unless;
  const [name, values] = rule.split("=");
  const wanted = new Set(values.split(" "));
  const only = "when" in part.dataset;

  const show = () => {
    const chosen = new FormData(form).getAll(name).some((value) => wanted.has(value));
    part.hidden = chosen !== only && !part.querySelector(".field-wrong");
  };
  form.addEventListener("change", (event) => { if (event.target.name === name) show(); });
  addEventListener("pageshow", show);
  show();
}
