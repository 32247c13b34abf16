// Asks before a form with data-confirm acts. The question is the attribute; the answer button wears the form's own label.
export function start(form) {
  let sure = false;
  form.addEventListener("submit", (event) => {
    if (sure) return;
    event.preventDefault();
    ask(form.dataset.confirm, event.submitter, () => { sure = true; form.requestSubmit(event.submitter); });
  });
}

function ask(question, submitter, go) {
  const dialog = document.createElement("dialog");
  dialog.className = "dialog";
  dialog.setAttribute("aria-labelledby", "dialog-question");
  const text = document.createElement("p");
  text.id = "dialog-question";
  text.textContent = question;
  const buttons = document.createElement("div");
  buttons.className = "cluster actions";
  const yes = button(submitter?.textContent.trim() || "Go on", submitter?.className ?? "btn btn-primary");
  const no = button("Keep as it is", "btn btn-secondary");
  buttons.append(yes, no);
  dialog.append(text, buttons);
  document.body.append(dialog);
  yes.addEventListener("click", () => { dialog.close(); go(); });
  no.addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => { dialog.remove(); submitter?.focus(); });
  dialog.showModal();
  no.focus();
}

function button(text, className) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = className;
  made.textContent = text;
  return made;
}
