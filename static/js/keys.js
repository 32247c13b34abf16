// One-key shortcuts: inside [data-keys], the link or button with data-key="a" is pressed by A. A button with
// data-keys-switch turns them off and on again, and the choice is kept.
const OFF = "keys-off";

export function start(place) {
  const off = () => localStorage.getItem(OFF) === "yes";
  const toggle = place.querySelector("[data-keys-switch]");
  const label = () => { if (toggle) { toggle.textContent = off() ? "Turn shortcuts on" : "Turn shortcuts off"; toggle.hidden = false; } };
  toggle?.addEventListener("click", () => { off() ? localStorage.removeItem(OFF) : localStorage.setItem(OFF, "yes"); label(); });
  label();
  place.querySelectorAll("[data-key]").forEach((target) => target.setAttribute("aria-keyshortcuts", target.dataset.key));

  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
    if (off() || typing || event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
    const target = place.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
    if (!target) return;
    event.preventDefault();
    if (target.matches("input, textarea, select, details")) target.focus(); else target.click();
  });
}
