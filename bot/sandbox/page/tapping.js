// A tap on a button under a message: from the press to the bot's answer.

import { follow } from "./links.js";
import { order } from "./net.js";

const PATIENCE = 15_000; // ms: so long a bot has time to answer, and so long the button shows that it waits

export async function tap(phone, message, data, node) {
  if (phone.offline) return phone.says(phone.t("no.network"));
  if (node.classList.contains("waiting")) return;
  const free = wait(node);
  const body = { person: phone.person.id, chat: message.chat.id, message_id: message.message_id, data };
  try {
    const { query_id: id } = await order("taps", body);
    if (id) show(phone, await answer(phone, id));
  } catch (error) {
    if (/^no button/.test(error.message)) phone.says(phone.t("button.gone"));
    else phone.failed(error);
  } finally {
    free();
  }
}

function wait(node) {
  node.classList.add("waiting");
  node.setAttribute("aria-busy", "true");
  return () => {
    node.classList.remove("waiting");
    node.removeAttribute("aria-busy");
  };
}

// The bot's answer, or null when none came in time. It may have come before we even knew what to wait for.
function answer(phone, id) {
  const come = phone.world.answers.get(id);
  if (come) return come;
  return new Promise((resolve) => {
    const done = (found) => {
      clearTimeout(timer);
      phone.taps.delete(id);
      resolve(found);
    };
    const timer = setTimeout(() => done(null), PATIENCE);
    phone.taps.set(id, done);
  });
}

function show(phone, found) {
  if (!found) return phone.says(phone.t("no.answer"));
  if (found.alert && found.text) phone.notices.alert(found.text);
  else if (found.text) phone.says(found.text);
  if (found.url) follow.url(found.url, phone);
}
