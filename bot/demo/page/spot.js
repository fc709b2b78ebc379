// Shows the very button: brings it into view and draws a ring around it until it is pressed or some time has passed.

import { bring, el } from "./dom.js";

const SHOWN_FOR = 20_000;
const PATIENCE = 3000;
const SETTLED = 400;
const GLANCE = 60;
const OPENER = "button.commands";
const ROOM = 5; // pixels between the ring and what it is around

let ring = null;
let current = 0;

// The node of a place: on a phone the first such button of the newest message that has any.
export function find(place) {
  if (place.css) return document.querySelector(place.css);
  if (place.share) return document.querySelector(`.event[data-code="${place.code}"] [data-share="${place.share}"]`);
  const phone = document.querySelector(`section.phone[data-person="${place.person}"]`);
  if (!phone || (place.chat && phone.dataset.chat !== String(place.chat))) return null;
  if (place.command) return command(phone, place.command);
  const does = new RegExp(`^\\d+:${place.verb}${place.event === undefined ? "" : `:${place.event}`}(:|$)`);
  const fits = (each) => does.test(each.dataset.data);
  const message = [...phone.querySelectorAll("button.inline")].findLast(fits)?.closest("article.message") ?? null;
  return place.whole || !message ? message : [...message.querySelectorAll("button.inline")].find(fits);
}

// In the list of commands; while that is shut, the button that opens it.
function command(phone, name) {
  const item = phone.querySelector(`.command-item[data-command="${name}"]`);
  return item?.checkVisibility() ? item : phone.querySelector(OPENER);
}

// Opens what is needed, then points at the first of the places that is there, and says which; null when none is.
export async function show(desk, places) {
  const phones = desk.app.phones;
  for (const place of places.filter((each) => each.person)) {
    const known = document.querySelector(`section.phone[data-person="${place.person}"]`);
    if (!known || place.chat) await phones.open(place.person, { chat: place.chat });
    if (!known) await soon(() => document.querySelector(`section.phone[data-person="${place.person}"] article.message`));
  }
  const place = await soon(() => places.find(find));
  if (!place) return null;
  if (place.person) await phones.show(place.person);
  const node = find(place);
  bring(node);
  if (node.matches("button")) node.focus({ preventScroll: true });
  surround(() => find(place));
  return place;
}

async function soon(look) {
  const until = performance.now() + PATIENCE;
  for (;;) {
    const found = look();
    if (found || performance.now() > until) return found;
    await new Promise((done) => setTimeout(done, GLANCE));
  }
}

function surround(seek) {
  ring ??= document.body.appendChild(el("div", { class: "stage-ring", hidden: true, "aria-hidden": "true" }));
  const mine = ++current;
  const began = performance.now();
  let again = true;
  const goesOn = (event) => event.target.closest(OPENER); // to the command in the list that it opens
  const pressed = (event) => seek()?.contains(event.target) && !goesOn(event) && end();
  const escaped = (event) => event.key === "Escape" && end();
  document.addEventListener("click", pressed, true);
  document.addEventListener("keydown", escaped, true);

  function end() {
    document.removeEventListener("click", pressed, true);
    document.removeEventListener("keydown", escaped, true);
    if (mine === current) ring.hidden = true;
    current += mine === current;
  }

  function follow() {
    if (mine !== current) return end();
    const node = seek();
    const passed = performance.now() - began;
    if (!node || passed > SHOWN_FOR) return end();
    const box = node.getBoundingClientRect();
    ring.hidden = !inSight(node, box);
    if (again && passed > SETTLED) {
      again = false;
      if (ring.hidden) node.scrollIntoView({ block: "center" }); // a phone that came to view has scrolled to its end meanwhile
    }
    ring.style.transform = `translate(${box.left - ROOM}px, ${box.top - ROOM}px)`;
    ring.style.width = `${box.width + 2 * ROOM}px`;
    ring.style.height = `${box.height + 2 * ROOM}px`;
    requestAnimationFrame(follow);
  }
  follow();
}

// Neither scrolled away nor behind something.
function inSight(node, box) {
  const hit = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
  return box.width > 0 && hit !== null && (node.contains(hit) || hit.contains(node));
}
