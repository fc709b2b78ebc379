// Icons drawn here: 24 by 24, lines in the colour of the text.

const SVG = "http://www.w3.org/2000/svg";
const PATHS = {
  add: "M12 5v14M5 12h14",
  alert: "M12 8v5M12 16.5v.01M12 3.5l9.5 16.5h-19z",
  away: "M3 3l18 18M5 12.6a10 10 0 0 1 4.2-2.5M14 10a10 10 0 0 1 5 2.6M8.5 16.1a5 5 0 0 1 7 0M2 8.8a15 15 0 0 1 4.6-3M10.6 5a15 15 0 0 1 11.4 3.9M12 20v.01",
  block: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM5.7 5.7l12.6 12.6",
  bolt: "M13 2 4.5 13.5H11L10 22l8.5-11.5H12z",
  check: "M5 12.5l4.5 4.5L19 7",
  checks: "M2.5 12.5 7 17l8.5-9.5M12 16.5l.5.5L21.5 7.5",
  clock: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 7v5l3.5 2",
  close: "M6 6l12 12M18 6 6 18",
  copy: "M9 9h10v11H9zM5 15V4h10",
  down: "M6 9.500l6 6 6-6",
  file: "M6 3h8l4 4v14H6zM14 3v4h4",
  flag: "M5.5 21.5V4c4.500-2.500 8 2.500 13 0v9.500c-5 2.500-8.500-2.500-13 0",
  globe: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM3 12h18M12 3c5 5.5 5 12.5 0 18M12 3c-5 5.5-5 12.5 0 18",
  hash: "M9 4 7 20M17 4l-2 16M4.5 9h16M3.5 15h16",
  keyboard: "M3 6h18v12H3zM7 10v.01M11 10v.01M15 10v.01M18 10v.01M8 14h8",
  link: "M8 16 17 7M9 7h8v8",
  menu: "M4 7h16M4 12h16M4 17h16",
  moon: "M20 14.500A8 8 0 0 1 9.5 4a8 8 0 1 0 10.5 10.500z",
  more: "M12 5v.01M12 12v.01M12 19v.01",
  person: "M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM4 20.500c1-4 4-6 8-6s7 2 8 6",
  phone: "M8 2.500h8A1.5 1.5 0 0 1 17.5 4v16a1.5 1.5 0 0 1-1.5 1.500H8A1.5 1.5 0 0 1 6.5 20V4A1.5 1.5 0 0 1 8 2.500zM11 18.500h2",
  play: "M7 4.500v15l12-7.500z",
  reply: "M9 6 3.5 11.5 9 17M4 11.500h9c4 0 7 2 7.5 6.5",
  reset: "M4 5v5h5M4.5 10A8 8 0 1 1 4 14",
  send: "M3.5 4.5 21 12 3.5 19.5 6 12zM6 12h7",
  share: "M12 15V4M8 7.5 12 3.500l4 4M5 12v8h14v-8",
  sun: "M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM12 2.500v2M12 19.500v2M2.5 12h2M19.5 12h2M5.3 5.300l1.4 1.400M17.3 17.300l1.4 1.400M18.7 5.300l-1.4 1.400M6.7 17.300l-1.4 1.4",
  unblock: "M6 11h12v9H6zM9 11V8a3 3 0 0 1 5.8-1",
  online: "M5 12.600a10 10 0 0 1 14 0M8.5 16.100a5 5 0 0 1 7 0M2 8.800a15 15 0 0 1 20 0M12 20v.01",
};

// An <svg> that says nothing to screen readers: whoever uses it has a name of its own.
export function icon(name, size = 20) {
  const svg = document.createElementNS(SVG, "svg");
  const attributes = { viewBox: "0 0 24 24", width: size, height: size, "aria-hidden": "true", class: `icon icon-${name}` };
  for (const [key, value] of Object.entries(attributes)) svg.setAttribute(key, value);
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", PATHS[name] ?? PATHS.more);
  svg.append(path);
  return svg;
}
