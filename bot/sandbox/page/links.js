// Links into Telegram: what they mean here, and following them on the phone they were tapped on.

// {start: payload} for a deep link to the bot (payload may be empty), {share: url, text}, or null for another link.
export function meaning(address, bot) {
  let url;
  try {
    url = new URL(address);
  } catch {
    return null;
  }
  const query = url.searchParams;
  if (url.protocol === "tg:") return within(url.hostname || url.pathname.replace(/\W/g, ""), query, bot);
  if (!["t.me", "telegram.me", "telegram.dog"].includes(url.hostname)) return null;
  const [first, second] = url.pathname.split("/").filter(Boolean);
  if (first === "share") return { share: query.get("url") ?? "", text: query.get("text") ?? "" };
  return first?.toLowerCase() === bot.username.toLowerCase() && !second ? { start: query.get("start") ?? "" } : null;
}

function within(verb, query, bot) {
  if (verb === "msg_url" || verb === "share") return { share: query.get("url") ?? "", text: query.get("text") ?? "" };
  const isBot = verb === "resolve" && query.get("domain")?.toLowerCase() === bot.username.toLowerCase();
  return isBot ? { start: query.get("start") ?? "" } : null;
}

// The first deep link in what is shared.
export function deepLink({ share, text }, bot) {
  const links = [share, ...(text.match(/https?:\/\/\S+/g) ?? [])];
  return links.map((link) => meaning(link, bot)).find((one) => one?.start !== undefined) ?? null;
}

// A click in a phone: those on links that stay in Telegram are followed here.
export function follow(event, phone) {
  const link = event.target.closest?.("a[href]");
  if (!link || link.hasAttribute("download")) return;
  if (follow.url(link.href, phone)) event.preventDefault();
}

// Follow an address on a phone. False when it leads out of Telegram.
follow.url = (address, phone) => {
  const what = meaning(address, phone.world.bot);
  if (!what) return false;
  if (what.share !== undefined) phone.app.share(what, phone);
  else if (what.start) phone.start(what.start);
  else phone.turn(phone.person.id);
  return true;
};

