// What happenings teach the page about people and chats.

import { order } from "./net.js";

const ANSWERS = 200; // answers kept for taps whose own reply is still on its way

export function isIn(status) {
  return ["creator", "administrator", "member"].includes(status);
}

// What a happening changes in the world.
export function learn(world, { kind, chat_id: chatId, data }) {
  const chat = world.chats.get(chatId);
  switch (kind) {
    case "person":
      world.people.set(data.id, { ...world.people.get(data.id), ...data });
      if (!chat) world.chats.set(data.id, { ...data, type: "private", started: false, blocked: false });
      break;
    case "chat":
      world.refresh();
      break;
    case "clock":
      world.skew = Date.parse(data.now) - Date.now();
      break;
    case "answer":
      world.answers.set(data.query_id, data);
      if (world.answers.size > ANSWERS) world.answers.delete(world.answers.keys().next().value);
      break;
    case "member":
      if (chat) join(chat, data.new_chat_member);
      break;
    case "commands":
      world.commands = world.commands.filter((l) => l.scope !== data.scope || l.language_code !== data.language_code);
      if (data.commands.length) world.commands.push(data);
      break;
    case "call":
      if (data.method === "setMyDescription") world.refresh();
      if (data.method === "deleteMyCommands") askCommands(world);
      break;
    case "message":
      if (chat) note(world, chat, data);
  }
}

async function askCommands(world) {
  const all = await order("commands").catch(() => null);
  world.whole &&= all !== null;
  if (all) world.commands = all.commands;
}

function join(chat, member) {
  if (chat.type === "private") return void (chat.blocked = member.status === "kicked");
  chat.members = [...(chat.members ?? []).filter((m) => m.user.id !== member.user.id), member];
}

function note(world, chat, message) {
  if (chat.type === "private" && message.from.id === chat.id) chat.started = true;
  if (message.migrate_to_chat_id) {
    chat.gone = true;
    world.refresh();
  }
  const topic = message.forum_topic_created;
  const known = chat.topics?.some((t) => t.message_thread_id === message.message_id);
  if (topic && !known) (chat.topics ??= []).push({ message_thread_id: message.message_id, name: topic.name });
}
