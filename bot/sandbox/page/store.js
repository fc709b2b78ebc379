// The world as this page knows it: people, chats, time, and the happenings that change them.

import { Conversation } from "./conversation.js";
import { isIn, learn } from "./learning.js";
import { get, order, Stream } from "./net.js";
import { another, pause } from "./patience.js";

const KINDS = [
  "message", "edit", "delete", "tap", "answer", "action", "commands", "member", "chat", "call", "clock", "person",
  "reaction", "unpin",
];
const CALLS_OF_USE = /"(keyboard|remove_keyboard|force_reply)"|"setMyDescription"|"deleteMyCommands"/;

export class World {
  constructor() {
    this.id = null;
    this.bot = null;
    this.people = new Map();
    this.chats = new Map();
    this.commands = [];
    this.descriptions = {};
    this.answers = new Map();
    this.connected = false;
    this.whole = true; // false: something could not be loaded, so all is loaded anew when the line is up again
    this.serial = 0;
    this.skew = 0;
    this.stream = null;
    this.kinds = new Set(KINDS);
    this.listeners = new Map();
    this.watched = new Map();
  }

  // Sandbox time.
  now() {
    return new Date(Date.now() + this.skew);
  }

  // Hear every happening of a kind, and "connected", "disconnected", "reloaded". Returns how to stop.
  on(kind, fn) {
    if (!this.listeners.has(kind)) this.listeners.set(kind, new Set());
    this.listeners.get(kind).add(fn);
    if (!["connected", "disconnected", "reloaded"].includes(kind)) {
      this.kinds.add(kind);
      this.stream?.hear(kind);
    }
    return () => this.listeners.get(kind).delete(fn);
  }

  tell(kind, happening) {
    for (const fn of [...(this.listeners.get(kind) ?? [])]) fn(happening);
  }

  // Keep a chat's messages here for as long as somebody watches; returns it and how to stop.
  watch(chatId, fn) {
    let chat = this.watched.get(chatId);
    if (!chat) {
      chat = new Conversation(chatId);
      this.watched.set(chatId, chat);
      chat.load().catch(() => (this.whole = false));
    }
    chat.watchers.add(fn);
    const off = () => {
      chat.watchers.delete(fn);
      if (!chat.watchers.size && this.watched.get(chatId) === chat) this.watched.delete(chatId);
    };
    return { chat, off };
  }

  // The groups a person is in, and their chat with the bot first.
  chatsOf(personId) {
    const own = this.chats.get(personId);
    const there = (chat) => chat.members?.some((m) => m.user.id === personId && isIn(m.status));
    return [own, ...[...this.chats.values()].filter((chat) => !chat.gone && there(chat))].filter(Boolean);
  }

  // Load everything and follow it from there, for as long as the page is open. Resolves when the first load is done.
  async begin() {
    for (;;) {
      try {
        await this.load();
        break;
      } catch {
        this.lost();
        await pause();
      }
    }
    this.follow();
  }

  async load() {
    const [shown, { commands }] = await Promise.all([get("/sandbox/world"), order("commands")]);
    this.take(shown);
    this.serial = shown.serial;
    this.commands = commands;
    this.id = shown.id ?? "";
  }

  // People, chats and time from the document; returns nothing.
  take(shown) {
    this.bot = shown.bot;
    this.descriptions = shown.descriptions ?? {};
    this.people = new Map(shown.people.map((person) => [person.id, person]));
    this.chats = new Map(shown.chats.map((chat) => [chat.id, chat]));
    this.skew = Date.parse(shown.now) - Date.now();
  }

  follow() {
    this.stream = new Stream("/sandbox/stream", this.serial, this.kinds, {
      heard: (kind, serial, json) => this.hear(kind, serial, json),
      opened: () => this.found(),
      failed: () => this.reach(),
    });
  }

  found() {
    this.fresh = true;
    if (this.connected) return;
    this.connected = true;
    this.tell("connected");
  }

  lost() {
    if (!this.connected && this.id !== null) return;
    this.connected = false;
    this.tell("disconnected");
  }

  // The line broke: try until somebody answers, and see whether it is still the same world.
  async reach() {
    this.lost();
    for (;;) {
      await pause();
      const shown = await get("/sandbox/world").catch(() => null);
      if (shown === null) continue;
      if (this.whole && shown.id === this.id && shown.serial >= this.serial) return void this.follow();
      return void this.again();
    }
  }

  // Everything anew: another world, or a gap in what was heard.
  async again() {
    this.stream.close();
    const before = this.id;
    this.whole = false;
    try {
      await this.load();
      if (before !== this.id) for (const id of [...this.watched.keys()]) this.chats.has(id) || this.watched.delete(id);
      await Promise.all([...this.watched.values()].map((chat) => chat.load()));
    } catch {
      return void this.reach();
    }
    this.whole = true;
    this.answers.clear();
    this.tell("reloaded");
    this.follow();
  }

  // This world is about to be replaced: hear no more of it. Resolves when the next one is loaded.
  async leave() {
    this.stream.close();
    await another(this.id);
    await this.again();
  }

  // Only people and chats anew: a group came, and its happening does not say who is in it.
  refresh() {
    clearTimeout(this.refreshing);
    this.refreshing = setTimeout(async () => {
      const shown = await get("/sandbox/world").catch(() => null);
      this.whole &&= shown !== null;
      if (shown?.id !== this.id) return;
      this.take(shown);
      this.tell("people");
    }, 50);
  }

  hear(kind, serial, json) {
    if (serial <= this.serial) return;
    const gap = this.fresh && serial > this.serial + 1;
    this.fresh = false;
    if (gap) return void this.again();
    this.serial = serial;
    if (kind === "call" && !this.listeners.get("call")?.size && !CALLS_OF_USE.test(json)) return;
    const happening = JSON.parse(json);
    learn(this, happening);
    this.conversation(happening)?.take(happening);
    this.tell(kind, happening);
  }

  conversation({ kind, chat_id: chat, data }) {
    if (kind !== "call") return this.watched.get(chat);
    return data.verdict === "accepted" ? this.watched.get(data.chat_id) : undefined;
  }
}
