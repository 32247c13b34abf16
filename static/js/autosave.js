// Saves a form while one types. The address in data-autosave receives the form as it stands; it may answer
// {"fields": {"version": "7"}} to renew hidden fields, {"swap": {"margin": "<html>"}} to renew parts of the page by id, or {"message": "..."} to say why it could not save.
const PAUSE = 1000;
const RETRY = 10000;

export function start(form) {
  const status = document.querySelector("[data-autosave-status]");
  let timer, running, dirty = false, stopped = false;

  const tell = (text) => { if (status) status.textContent = text; };
  const later = (wait) => { clearTimeout(timer); timer = setTimeout(save, wait); };

  async function save() {
    clearTimeout(timer);
    timer = undefined;
    if (running || !dirty || stopped) return running;
    dirty = false;
    tell("Saving");
    running = send().catch(() => { dirty = true; tell("Not saved: no connection. Trying again."); later(RETRY); });
    await running;
    running = undefined;
    if (dirty && !timer) later(PAUSE);
  }

  async function send() {
    const answer = await fetch(form.dataset.autosave, {
      method: "POST", body: content(form), redirect: "manual",
      headers: { "X-Requested-With": "autosave", Accept: "application/json" },
    });
    const told = await answer.json().catch(() => ({}));
    if (answer.ok) {
      for (const [name, value] of Object.entries(told.fields ?? {})) form.elements[name].value = value;
      for (const [id, html] of Object.entries(told.swap ?? {})) document.getElementById(id)?.replaceChildren(document.createRange().createContextualFragment(html));
      return tell(told.message ?? `Saved ${new Date().toLocaleTimeString([], { hour: "numeric", minute: "2-digit" })}`);
    }
    if (answer.type === "opaqueredirect" || answer.status === 401) { stopped = true; return tell("Not saved: you are logged out. Log in in another tab, then save here."); }
    if (answer.status === 409) { stopped = true; return tell(told.message ?? told.error ?? "Not saved: somebody changed this. Reload to see it."); }
    if (answer.status >= 500 || answer.status === 429) throw new Error(answer.status);
    tell(told.message ?? told.error ?? "Not saved yet: something here needs another look.");
  }

  const changed = () => { dirty = true; later(PAUSE); };
  form.addEventListener("input", changed);
  form.addEventListener("change", changed);
  document.addEventListener("visibilitychange", () => { if (document.hidden) save(); });

  // A save still under way would collide with the form itself: let it end first.
  form.addEventListener("submit", (event) => {
    clearTimeout(timer);
    dirty = false;
    if (!running) { stopped = true; return; }
    event.preventDefault();
    running.finally(() => { stopped = true; form.requestSubmit(event.submitter); });
  });
  addEventListener("pageshow", () => { stopped = false; });
  addEventListener("beforeunload", (event) => { if (dirty && !stopped) event.preventDefault(); });
}

function content(form) {
  const all = new FormData(form);
  for (const [name, value] of [...all]) if (value instanceof File) all.delete(name);
  return all;
}
