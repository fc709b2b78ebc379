// Waiting for a server that is away.

import { get } from "./net.js";

const PAUSE = 1000; // ms between tries to reach a server that is gone
const CALM = 2500; // browsers log each try that fails, so one that goes and comes by plan is asked rarely
const TRIES = 12;

export function pause(milliseconds = PAUSE) {
  return new Promise((done) => setTimeout(done, milliseconds));
}

// Until there is another world than this, or it seems to stay.
export async function another(id) {
  for (let left = TRIES; left > 0; left -= 1) {
    await pause(CALM);
    const shown = await get("/sandbox/world").catch(() => null);
    if (shown && shown.id !== id) return;
  }
}
