// The last searches, kept in this browser and nowhere else. A results page says its own in data-recent (its words) and
// data-address; the front page has an empty [data-recent-list] that they are put into, with a button that forgets them all.
// Whoever logs out leaves none behind: the next at a shared computer is somebody else.
const KEY = "recent-searches", MOST = 6;

export function keep({ dataset: { recent, address } }) {
  if (!recent) return;
  const others = kept().filter((one) => one.label !== recent);
  write([{ label: recent, url: address }, ...others].slice(0, MOST));
}

export function start(section) {
  if (section.matches("form")) return section.addEventListener("submit", () => write([]));
  show(section);
  section.querySelector("button").addEventListener("click", () => { write([]); show(section); });
}

function show(section) {
  const list = section.querySelector("ul"), found = kept();
  section.hidden = !found.length;
  list.replaceChildren(...found.map(link));
}

function link({ label, url }) {
  const item = document.createElement("li"), anchor = document.createElement("a");
  anchor.href = new URL(url, location.origin).pathname + new URL(url, location.origin).search;
  anchor.textContent = label;
  item.append(anchor);
  return item;
}

// A browser may forbid to keep anything, or hold what somebody else wrote there.
function kept() {
  try {
    const found = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return Array.isArray(found) ? found.filter((one) => typeof one?.label === "string" && String(one.url).startsWith("/")) : [];
  } catch { return []; }
}

function write(searches) {
  try { localStorage.setItem(KEY, JSON.stringify(searches)); } catch { /* then nothing is remembered */ }
}
