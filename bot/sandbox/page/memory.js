// What this browser remembers. Some keep no storage for pages like this one; then nothing is remembered.

const PREFIX = "sandbox.";

export function recall(name) {
  try {
    return JSON.parse(localStorage.getItem(PREFIX + name));
  } catch {
    return null;
  }
}

export function remember(name, value) {
  try {
    localStorage.setItem(PREFIX + name, JSON.stringify(value));
  } catch {
    // Full or forbidden: the page works without.
  }
}

// Phones belong to one world; those of worlds that are gone would only pile up.
export function recallPhones(world) {
  return recall(`phones.${world}`);
}

export function rememberPhones(world, phones) {
  try {
    const stale = Object.keys(localStorage).filter((key) => key.startsWith(`${PREFIX}phones.`));
    for (const key of stale) if (key !== `${PREFIX}phones.${world}`) localStorage.removeItem(key);
  } catch {
    return;
  }
  remember(`phones.${world}`, phones);
}
