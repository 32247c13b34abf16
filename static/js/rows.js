// Repeating rows without a round trip: "Add another" copies the last row, empty; a row is taken away where it stands.
// Without this module the same buttons are answered by the server.
import { say } from "./say.js";

export function start(group) {
  const { rows: name, noun } = group.dataset;
  const most = Number(group.dataset.most);
  const list = group.querySelector("[data-list]");
  const add = group.querySelector('[data-part="add"]');
  const pattern = new RegExp(`\\b${name}-\\d+-`, "g");
  if (!add) return;

  const changed = () => group.dispatchEvent(new Event("change", { bubbles: true }));
  const boxes = (row) => [...row.querySelectorAll("input, select, textarea")];
  const isBlank = (row) => boxes(row).every((box) => box.tagName === "SELECT" || (box.type === "checkbox" ? !box.checked : !box.value));

  function renumber() {
    [...list.children].forEach((row, n) => {
      for (const element of row.querySelectorAll("[id], [name], [for], [aria-describedby]"))
        for (const key of ["id", "name", "for", "aria-describedby"])
          if (element.hasAttribute(key)) element.setAttribute(key, element.getAttribute(key).replace(pattern, `${name}-${n}-`));
      const remove = row.querySelector('[data-part="remove"]');
      remove.value = n;
      remove.querySelector("[aria-label]").setAttribute("aria-label", `Remove ${noun} ${n + 1}`);
    });
    add.hidden = list.children.length >= most;
  }

  function emptied(row) {
    const copy = row.cloneNode(true);
    copy.querySelectorAll(".field-error").forEach((error) => error.remove());
    copy.querySelectorAll(".field-wrong").forEach((field) => field.classList.remove("field-wrong"));
    for (const box of boxes(copy)) {
      box.removeAttribute("aria-invalid");
      if (box.type === "checkbox") box.checked = false;
      else if (box.tagName === "SELECT") box.selectedIndex = 0;
      else box.value = "";
    }
    return copy;
  }

  add.addEventListener("click", (event) => {
    event.preventDefault();
    const last = list.lastElementChild;
    const row = isBlank(last) ? last : list.appendChild(emptied(last));
    renumber();
    boxes(row)[0].focus();
    if (row !== last) say(`${noun} ${list.children.length}`);
  });

  list.addEventListener("click", (event) => {
    const button = event.target.closest('[data-part="remove"]');
    if (!button) return;
    event.preventDefault();
    const row = button.closest("[data-row]");
    if (list.children.length === 1) list.append(emptied(row));
    const n = [...list.children].indexOf(row);
    row.remove();
    renumber();
    say(`${noun} ${n + 1} removed`);
    boxes(list.children[Math.min(n, list.children.length - 1)])[0].focus();
    changed();
  });
}
