// Makes nodes. Text goes in as text, never as markup.

// `props`: `class`, `text`, `data` (dataset), `on` (listeners), anything else is an attribute; true is an empty one,
// null and false are none.
export function h(tag, props = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) put(node, name, value);
  node.append(...children.filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

function put(node, name, value) {
  if (value === null || value === undefined || value === false) return;
  if (name === "class") node.className = value;
  else if (name === "text") node.textContent = value;
  else if (name === "data") Object.assign(node.dataset, value);
  else if (name === "on") for (const [event, fn] of Object.entries(value)) node.addEventListener(event, fn);
  else node.setAttribute(name, value === true ? "" : value);
}

// A button that does one thing.
export function button(name, tapped, props = {}, ...children) {
  return h("button", { type: "button", class: name, on: { click: tapped }, ...props }, ...children);
}

// What is inside when it is not itself in the way of who clicks outside: calls `away` on a press elsewhere or Escape.
export function dismissable(node, away) {
  const pressed = (event) => {
    if (!node.contains(event.target)) away(event);
  };
  const key = (event) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    away(event);
  };
  document.addEventListener("pointerdown", pressed, true);
  node.addEventListener("keydown", key);
  return () => {
    document.removeEventListener("pointerdown", pressed, true);
    node.removeEventListener("keydown", key);
  };
}

// Up and down, Home and End move among the nodes that `select` finds in `list`.
export function arrows(list, select) {
  list.addEventListener("keydown", (event) => {
    const nodes = [...list.querySelectorAll(select)];
    const at = nodes.indexOf(document.activeElement);
    const places = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: nodes.length - 1 };
    if (!(event.key in places) || !nodes.length) return;
    event.preventDefault();
    nodes[(places[event.key] + nodes.length) % nodes.length].focus();
  });
}
