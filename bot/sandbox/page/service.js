// The lines in the middle of a chat that say what happened to it.

import { fullName } from "./avatar.js";
import { summary } from "./media.js";

// The sentence, or null for an ordinary message.
export function serviceText(message, screen) {
  const by = fullName(message.sender_chat ?? message.from);
  const t = (key, values = {}) => screen.t(key, { name: by, by, ...values });
  const came = message.new_chat_members;
  if (came) return came.map((one) => change(t, message.from, one, "joined", "added")).join("\n");
  if (message.left_chat_member) return change(t, message.from, message.left_chat_member, "left", "removed");
  if (message.pinned_message) return t("pinned", { text: summary(message.pinned_message, screen, 40) });
  if (message.forum_topic_created) return t("topic.created", { topic: message.forum_topic_created.name });
  if (message.forum_topic_edited?.name) return t("topic.changed", { topic: message.forum_topic_edited.name });
  if (message.forum_topic_closed) return t("topic.closed");
  if (message.forum_topic_reopened) return t("topic.reopened");
  if (message.group_chat_created || message.supergroup_chat_created) return t("group.created");
  if (message.new_chat_title) return t("group.title", { title: message.new_chat_title });
  if (message.migrate_to_chat_id || message.migrate_from_chat_id) return t("group.moved");
  return null;
}

function change(t, from, who, alone, byOther) {
  const name = fullName(who);
  return from.id === who.id ? t(alone, { name }) : t(byOther, { name });
}
