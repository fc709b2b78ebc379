// What stands in a private chat where nothing was said yet: what the bot says of itself.

import { avatar } from "./avatar.js";
import { h } from "./dom.js";

export function aboutBot(phone) {
  const { bot, chats, descriptions } = phone.world;
  if (chats.get(phone.chatId)?.type !== "private") return null;
  const text = descriptions[phone.language] ?? descriptions[""] ?? phone.t("about.none");
  return h("div", { class: "about-bot" }, avatar(bot, "large"), h("strong", { text: phone.t("about") }), h("p", { text }));
}
