// A button with data-copy copies that text and says so in its own words for a moment.
import { say } from "./say.js";

export function start(button) {
  const face = button.querySelector("span") ?? button;
  const label = face.textContent;
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(button.dataset.copy);
      face.textContent = "Copied";
    } catch {
      face.textContent = "Could not copy";
    }
    say(face.textContent);
    setTimeout(() => { face.textContent = label; }, 2000);
  });
}
