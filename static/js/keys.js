// One-key shortcuts: inside [data-keys], the link, button or tick with data-key="a" is pressed by A. What stands folded away is
// unfolded first: a tick is set at once, a button waits for the next press. A button with data-keys-switch turns all of it off and
// on again, and the choice is kept.
const OFF = "keys-off";
const TYPING = "input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]";

export function start(place) {
  const off = () => localStorage.getItem(OFF) === "yes";
  const toggle = place.querySelector("[data-keys-switch]");
  const label = () => { if (toggle) { toggle.textContent = off() ? "Turn shortcuts on" : "Turn shortcuts off"; toggle.hidden = false; } };
  toggle?.addEventListener("click", () => { off() ? localStorage.removeItem(OFF) : localStorage.setItem(OFF, "yes"); label(); });
  label();
  showCurrent(place);
  place.querySelectorAll("[data-key]").forEach((target) => target.setAttribute("aria-keyshortcuts", target.dataset.key));

  document.addEventListener("keydown", (event) => {
    const elsewhere = event.ctrlKey || event.metaKey || event.altKey || event.target.closest?.(TYPING);
    if (off() || elsewhere || event.repeat || document.querySelector("dialog[open]")) return;
    const target = place.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
    if (!target) return;
    event.preventDefault();
    press(target);
  });
}

// A long list that scrolls by itself begins where one stands.
function showCurrent(place) {
  const current = place.querySelector("[aria-current=true]");
  const scrolling = current?.closest("[data-scrolls]");
  if (scrolling && scrolling.scrollHeight > scrolling.clientHeight) scrolling.scrollTop = current.offsetTop - scrolling.offsetTop - scrolling.clientHeight / 3;
}

function press(target) {
  const fold = target.closest("details");
  const hidden = fold && !fold.open && target.tagName !== "SUMMARY";
  if (hidden) fold.open = true;
  if (hidden && target.type !== "checkbox") return fold.querySelector("input:not([type=hidden])").focus();
  target.click();
  if (target.type === "checkbox") target.focus();
  if (target.tagName === "SUMMARY" && fold.open) fold.querySelector("input:not([type=hidden])")?.focus();
}
