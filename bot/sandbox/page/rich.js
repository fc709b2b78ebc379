// Text with entities as Telegram renders it. Offsets count UTF-16 units, as JavaScript's strings do.

import { h } from "./dom.js";
import { codeBlock, command, quote, spoiler } from "./marks.js";
import { moment } from "./moment.js";

const TAGS = { bold: "strong", italic: "em", underline: "u", strikethrough: "s", code: "code" };
const BLOCKS = ["pre", "blockquote", "expandable_blockquote"];

// Nodes for a text. `screen` is where it is read: `language`, `now()`, `t(key)`, `command(text)`, `says(text)`.
export function rich(text, entities, screen) {
  const root = document.createDocumentFragment();
  fill(root, text, 0, text.length, [...(entities ?? [])].sort(outerFirst), screen);
  return root;
}

function outerFirst(a, b) {
  return a.offset - b.offset || b.length - a.length;
}

// Puts text[start:end] into `parent`; `entities` lie within it, outer ones first.
function fill(parent, text, start, end, entities, screen) {
  let at = start;
  let rest = entities;
  while (rest.length) {
    const [entity, ...others] = rest;
    const stop = Math.min(entity.offset + entity.length, end);
    const inner = others.filter((other) => other.offset < stop);
    rest = others.filter((other) => other.offset >= stop);
    if (entity.offset > at) parent.append(text.slice(at, entity.offset));
    const { node, inside } = made(entity, text.slice(entity.offset, stop), screen);
    if (inside) fill(inside, text, entity.offset, stop, inner, screen);
    parent.append(node);
    at = stop;
    if (BLOCKS.includes(entity.type) && text[at] === "\n" && at < end) at += 1; // the block ends the line already
  }
  if (at < end) parent.append(text.slice(at, end));
}

// The node of an entity, and where what is in it goes (nowhere when the node shows something else instead).
function made(entity, text, screen) {
  switch (entity.type) {
    case "text_link":
    case "url":
      return whole(link(entity.url || text));
    case "email":
      return whole(h("a", { class: "link", href: `mailto:${text}` }));
    case "spoiler":
      return whole(spoiler(screen));
    case "bot_command":
      return whole(command(text, screen));
    case "date_time":
      return moment(entity, screen);
    case "pre":
      return codeBlock(entity.language, text, screen);
    case "blockquote":
      return whole(h("blockquote"));
    case "expandable_blockquote":
      return quote(text, screen);
    case "code":
      return whole(h("code"));
    default:
      return whole(TAGS[entity.type] ? h(TAGS[entity.type]) : h("span", { class: entity.type.replace(/_/g, "-") }));
  }
}

function whole(node) {
  return { node, inside: node };
}

function link(url) {
  const full = /^[a-z][a-z0-9+.-]*:/i.test(url) ? url : `http://${url}`;
  const safe = /^(https?|tg):/i.test(full) ? full : null;
  return h("a", { class: "link", href: safe, target: "_blank", rel: "noopener noreferrer", title: safe });
}
