// The page begins here: the world, the phones, and what else shall stand on the page.

import { applyTheme, bar, theme } from "./bar.js";
import { NewPhone, Share } from "./dialogs.js";
import { invitation } from "./empty.js";
import { icon } from "./icons.js";
import { refreshMoments } from "./moment.js";
import * as net from "./net.js";
import { Phones } from "./phones.js";
import { Roster } from "./roster.js";
import { World } from "./store.js";
import { Tabs } from "./tabs.js";
import { paint, words } from "./words.js";

const PATIENCE = 600; // ms for which a broken line is nobody's business

applyTheme();
document.documentElement.lang = words.language;

const world = new World();
const stage = document.getElementById("stage");
const room = document.getElementById("phones");
const wiring = { theme, share: (what, phone) => share.open(what, phone), news };
const phones = new Phones(world, room, wiring);
const tabs = new Tabs(phones, stage);
const roster = new Roster(phones);
const newPhone = new NewPhone(world, phones, net);
const share = new Share(world, phones, newPhone);
const top = bar(world, () => newPhone.open());

line();
world.on("clock", refreshMoments);
world.on("reloaded", () => (phones.again(), top.title()));
paint(document.documentElement);
await world.begin();
top.title();
phones.restore();
const more = await net.get("/page/extras.json").catch((error) => broken("extras", error));
invitation(world, phones, () => newPhone.open(), room, more.length > 0);
await extras(more, { world, words, phones, net, icons: { icon }, slot });

// Something came on a phone that may be out of view.
function news(phone) {
  tabs.tell(phone);
  roster.tell(phone);
}

// A calm word while the server cannot be reached.
function line() {
  const node = document.getElementById("line");
  node.dataset.t = "line.down";
  let waiting;
  world.on("disconnected", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => (node.hidden = false), PATIENCE);
  });
  world.on("connected", () => {
    clearTimeout(waiting);
    node.hidden = true;
  });
}

// Places for what others add to the page.
function slot(name) {
  if (name === "bar") return top.slot;
  if (name === "tour") return document.getElementById("tour-slot");
  stage.hidden = false;
  tabs.draw();
  return stage;
}

// A part of the page did not load: the phones work without it, but it has to be said.
function broken(what, error) {
  console.error(what, error);
  const node = document.getElementById("line");
  node.dataset.t = "part.missing";
  paint(node.parentElement);
  node.hidden = false;
  return [];
}

async function extras(urls, app) {
  for (const url of urls) {
    try {
      await (await import(url)).default(app);
    } catch (error) {
      broken(url, error);
    }
  }
}
