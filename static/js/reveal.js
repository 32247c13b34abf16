// A password field with data-reveal gets a button that shows what was typed, and hides it again when the form is sent.
import { say } from "./say.js";

export function start(input) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "btn btn-quiet btn-small";
  button.setAttribute("aria-controls", input.id);
  const set = (shown) => {
    input.type = shown ? "text" : "password";
    button.textContent = shown ? "Hide" : "Show";
    button.setAttribute("aria-label", shown ? "Hide the password" : "Show the password");
  };
  set(false);
  button.addEventListener("click", () => {
    const shown = input.type === "password";
    set(shown);
    say(shown ? "The password is shown" : "The password is hidden");
  });
  input.form?.addEventListener("submit", () => set(false));
  const frame = document.createElement("div");
  frame.className = "reveal";
  input.replaceWith(frame);
  frame.append(input, button);
}
