// How long something still takes, as a countdown that keeps its width.

const SECOND = 1000;
const DAY = 86_400;

export function left(milliseconds) {
  const all = Math.max(0, Math.ceil(milliseconds / SECOND));
  const days = Math.floor(all / DAY);
  const hours = Math.floor((all % DAY) / 3600);
  const minutes = Math.floor((all % 3600) / 60);
  const clock = [hours, minutes, all % 60].map((part) => String(part).padStart(2, "0"));
  if (hours === 0 && days === 0) clock.shift();
  return (days ? `${days} d ` : "") + clock.join(":");
}
