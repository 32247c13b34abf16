// Starts the enhancements a page asks for by its attributes. Every page works without any of them.
const parts = {
  "[data-autosave]": "./autosave.js",
  "[data-live]": "./live.js",
  "[data-tag-picker]": "./tag-picker.js",
  "[data-rows]": "./rows.js",
  "[data-confirm]": "./confirm.js",
  "[data-copy]": "./copy.js",
  "[data-keys]": "./keys.js",
  "[data-reveal]": "./reveal.js",
  "[data-when], [data-unless]": "./when.js",
  "[data-filter]": "./filter.js",
  "[data-sum], [data-sum-most]": "./sum.js",
  "[data-pay-line]": "./pay-line.js",
  "[data-suggest]": "./suggest.js",
  "[data-recent-list], form[action$='/log-out']": "./recent.js",
};

for (const [selector, module] of Object.entries(parts)) {
  const found = document.querySelectorAll(selector);
  if (found.length) import(module).then(({ start }) => found.forEach(start));
}

document.querySelector("[data-focus]")?.focus();

// The filters unfold on wide screens, where the summary that would open them is not shown.
const wide = matchMedia("(min-width: 60rem)");
const unfold = () => document.querySelectorAll("[data-open-when-wide]").forEach((sheet) => { sheet.open = wide.matches; });
wide.addEventListener("change", unfold);
unfold();

// The phone menu closes with Escape and by a tap elsewhere.
const menu = document.querySelector(".site-menu");
if (menu) {
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && menu.open) { menu.open = false; menu.querySelector("summary").focus(); }
  });
  document.addEventListener("click", (event) => { if (!menu.contains(event.target)) menu.open = false; });
}
