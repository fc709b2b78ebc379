// Which commands a person is shown where, as Telegram's apps resolve it, and the list of them.

import { arrows, button, h } from "./dom.js";

// Scopes from the narrowest to the widest; within each, the person's language goes before none.
function scopes(chat, person) {
  if (chat.type === "private") return [{ type: "chat", chat_id: chat.id }, { type: "all_private_chats" }, { type: "default" }];
  const status = chat.members?.find((member) => member.user.id === person.id)?.status;
  const manages = status === "creator" || status === "administrator";
  return [
    { type: "chat_member", chat_id: chat.id, user_id: person.id },
    manages && { type: "chat_administrators", chat_id: chat.id },
    { type: "chat", chat_id: chat.id },
    manages && { type: "all_chat_administrators" },
    { type: "all_group_chats" },
    { type: "default" },
  ].filter(Boolean);
}

export function commandsFor(lists, chat, person) {
  const language = (person.language_code ?? "").slice(0, 2);
  for (const scope of scopes(chat, person)) {
    for (const code of language ? [language, ""] : [""]) {
      const found = lists.find((list) => list.language_code === code && same(list.scope, scope));
      if (found) return found.commands;
    }
  }
  return [];
}

function same(written, scope) {
  const other = typeof written === "string" ? JSON.parse(written) : written;
  return ["type", "chat_id", "user_id"].every((name) => other[name] === scope[name]);
}

// The list above the input field. `chosen(command)` is told which one was tapped.
export class CommandList {
  constructor(chosen, left) {
    this.chosen = chosen;
    this.element = h("div", { class: "command-list", hidden: true, data: { tLabel: "commands" }, role: "group" });
    arrows(this.element, "button");
    this.element.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      event.stopPropagation();
      this.hide();
      left();
    });
  }

  get open() {
    return !this.element.hidden;
  }

  show(commands) {
    const item = (one) => {
      const inside = [h("strong", { text: `/${one.command}` }), h("span", { text: one.description })];
      return button("command-item", () => this.chosen(one.command), { data: { command: one.command } }, ...inside);
    };
    this.element.replaceChildren(...commands.map(item));
    this.element.hidden = !commands.length;
  }

  hide() {
    this.element.hidden = true;
  }

  focus() {
    this.element.querySelector("button")?.focus();
  }
}
