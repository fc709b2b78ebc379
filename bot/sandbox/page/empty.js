// What stands where no phone is yet.

import { avatar, fullName } from "./avatar.js";
import { button, h } from "./dom.js";
import { icon } from "./icons.js";
import { words } from "./words.js";

const MOST = 8;

// With `waits`, somebody else opens the first phones of a world: then it stands only where all were put away.
export function invitation(world, phones, addPhone, room, waits) {
  let begun = !waits;
  const node = h("div", { id: "empty", hidden: true });
  room.prepend(node);
  const draw = () => {
    begun ||= phones.all().length > 0;
    node.hidden = phones.all().length > 0 || !begun;
    if (node.hidden) return;
    const people = [...world.people.values()].filter((person) => !person.is_bot).slice(0, MOST);
    const choice = (person) => button("choice", () => phones.open(person.id), {}, avatar(person, "small"), h("span", { text: fullName(person) }));
    const add = button("main", () => addPhone(), {}, icon("add", 18), h("span", { text: words.t(people.length ? "add.phone" : "empty.button") }));
    const known = people.length ? [h("p", { class: "hint", text: words.t("empty.known") }), h("div", { class: "choices" }, ...people.map(choice))] : [];
    const text = words.t("empty.text", { bot: fullName(world.bot) });
    node.replaceChildren(icon("phone", 56), h("h2", { text: words.t(people.length ? "empty.pick" : "empty.title") }), h("p", { text }), add, ...known);
  };
  world.on("reloaded", () => {
    begun = !waits;
    draw();
  });
  for (const kind of ["person", "people"]) world.on(kind, draw);
  phones.onchange(draw);
  words.onchange(draw);
  draw();
}
