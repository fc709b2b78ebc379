// Small helpers for nodes: everything on the stage changes in place, so that nothing flickers and nothing loses focus.

// A new element. `on…` functions are listeners, true and false set and leave out an attribute, children are nodes or texts.
export function el(name, attributes = {}, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) put(node, key, value);
  node.append(...children.filter((child) => child !== null));
  return node;
}

// A new element of a picture.
export function draw(name, attributes = {}, ...children) {
  const node = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) put(node, key, value);
  node.append(...children);
  return node;
}

function put(node, key, value) {
  if (typeof value === "function") node.addEventListener(key.slice(2), value);
  else attribute(node, key, value);
}

// Each of these writes only what differs: an untouched node costs nothing and is not read out again.
export function text(node, words) {
  const wanted = String(words ?? "");
  if (node.textContent !== wanted) node.textContent = wanted;
}

export function attribute(node, key, value) {
  const wanted = value === true ? "" : value;
  if (wanted === false || wanted === null || wanted === undefined) node.removeAttribute(key);
  else if (node.getAttribute(key) !== String(wanted)) node.setAttribute(key, wanted);
}

const kept = new WeakMap();

// One row for each item, found again by its key, in the order of the items. `make(item)` gives a node, `update(node, item)`
// writes into it. A row that stays is not moved unless it has to be.
export function keyed(parent, items, key, make, update) {
  const old = kept.get(parent) ?? new Map();
  const rows = new Map();
  for (const item of items) rows.set(String(key(item, rows.size)), item);
  for (const [name, node] of old) if (!rows.has(name)) node.remove();
  let next = parent.firstElementChild;
  const nodes = new Map();
  for (const [name, item] of rows) {
    const node = old.get(name) ?? make(item);
    nodes.set(name, node);
    if (node === next) next = next.nextElementSibling;
    else parent.insertBefore(node, next);
    update(node, item, old.has(name));
  }
  kept.set(parent, nodes);
}

const GLOWS = 4;
let glowing = 0;

// Something here has just changed: a calm glow that goes away by itself. Where everything changes, nothing glows.
export function flash(node) {
  if (glowing >= GLOWS || matchMedia("(prefers-reduced-motion: reduce)").matches) return;
  const glow = "color-mix(in srgb, var(--accent) 20%, transparent)";
  glowing += 1;
  node.animate({ backgroundColor: [glow, "transparent"] }, { duration: 1600, easing: "ease-out" }).onfinish = () =>
    (glowing -= 1);
}

// Narrow screens show one tab at a time.
export function bring(node) {
  const tab = node.closest("#stage") && document.querySelector('#tabs [data-tab="stage"]');
  if (tab?.checkVisibility()) tab.click();
  node.dispatchEvent(new CustomEvent("reveal", { bubbles: true })); // whatever is folded around it unfolds
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  node.scrollIntoView({ block: "center", inline: "nearest", behavior: calm ? "auto" : "smooth" });
}
