// The crowd as a picture: each dot is a person, across when their answer came, downwards the order of the line.

import { attribute, draw, el, text } from "./dom.js";

const WIDTH = 640;
const HEIGHT = 360;
const EDGE = { left: 14, right: 14, top: 26, bottom: 26 };
const BAND = 0.24; // at least so much of the height belongs to those who got in
const SPANS = [250, 500, 1000, 2000, 3000, 5000, 8000, 12_000, 20_000, 40_000, 80_000];
const TICKS = 4;
const RADIUS = { booked: 5.5, waiting: 3, full: 3, failed: 4 };

export class Picture {
  constructor(desk) {
    this.desk = desk;
    this.dots = new Map();
    this.axis = draw("g", { class: "axis", "aria-hidden": "true" });
    this.line = draw("line", { class: "limit", x1: 0, x2: WIDTH });
    this.in = label("s-in");
    this.below = label("s-below");
    this.people = draw("g", { class: "s-dots" });
    this.svg = draw(
      "svg",
      { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: "group" },
      this.axis,
      this.line,
      this.in,
      this.below,
      this.people,
    );
    this.tip = el("p", { class: "tip", hidden: true, "aria-hidden": "true" });
    this.node = el("div", { class: "picture" }, this.svg, this.tip);
    this.listen();
  }

  listen() {
    const dot = (event) => event.target.closest?.("[data-answer]");
    this.svg.addEventListener("pointerover", (event) => this.point(dot(event)));
    this.svg.addEventListener("pointerleave", () => this.point(null));
    this.svg.addEventListener("focusin", (event) => this.point(dot(event)));
    this.svg.addEventListener("focusout", () => this.point(null));
    this.svg.addEventListener("keydown", (event) => this.walk(event));
  }

  paint(rush, answered) {
    if (this.id !== rush.id) this.clear(rush.id);
    attribute(this.svg, "aria-label", this.desk.t("crowd.picture"));
    const span = SPANS.find((each) => each >= Math.max(0, ...answered.map((answer) => answer.at))) ?? SPANS.at(-1);
    const order = ordered(answered);
    const inside = order.filter((answer) => answer.outcome === "booked").length;
    const place = rows(inside, Math.max(rush.people, order.length, 1));
    this.scale(span);
    const edge = place(inside - 0.5);
    for (const [key, value] of Object.entries({ y1: edge, y2: edge, visibility: inside ? "visible" : "hidden" }))
      attribute(this.line, key, value);
    attribute(this.in, "y", EDGE.top + 16);
    attribute(this.below, "y", edge + 22);
    text(this.in, inside ? this.desk.t("crowd.in", { n: inside }) : "");
    text(this.below, inside && inside < order.length ? this.desk.t("crowd.below") : "");
    for (const [i, answer] of order.entries()) this.put(answer, along(answer.at, span), place(i));
  }

  clear(id) {
    this.id = id;
    this.dots.clear();
    this.people.replaceChildren();
    this.point(null);
  }

  scale(span) {
    const marks = Array.from({ length: TICKS + 1 }, (_, i) => (i / TICKS) * span);
    const words = marks.map((at) => this.desk.t("crowd.ms", { ms: at })).join();
    if (words === this.words) return;
    this.words = words;
    const anchors = ["start", ...Array(TICKS - 1).fill("middle"), "end"];
    const parts = marks.flatMap((at, i) => [
      draw("line", { x1: along(at, span), x2: along(at, span), y1: EDGE.top, y2: HEIGHT - EDGE.bottom }),
      draw(
        "text",
        { x: along(at, span), y: HEIGHT - 7, "text-anchor": anchors[i] },
        this.desk.t("crowd.ms", { ms: at }),
      ),
    ]);
    this.axis.replaceChildren(...parts);
  }

  put(answer, x, y) {
    let dot = this.dots.get(answer.person);
    if (!dot) {
      dot = draw("circle", { role: "img", "data-answer": answer.person, tabindex: this.dots.size ? -1 : 0 });
      this.dots.set(answer.person, dot);
      this.people.append(dot);
    }
    attribute(dot, "data-outcome", answer.outcome);
    attribute(dot, "cx", x.toFixed(1));
    attribute(dot, "cy", y.toFixed(1));
    attribute(dot, "r", RADIUS[answer.outcome]);
    attribute(dot, "aria-label", said(this.desk, answer));
  }

  // The name and the place of one person, beside the dot.
  point(dot) {
    attribute(this.tip, "hidden", !dot);
    this.pointed?.removeAttribute("data-pointed");
    this.pointed = dot;
    if (!dot) return;
    attribute(dot, "data-pointed", true);
    text(this.tip, dot.getAttribute("aria-label"));
    const x = Number(dot.getAttribute("cx")) / WIDTH;
    this.tip.style.left = `${Math.min(0.72, Math.max(0.02, x - 0.15)) * 100}%`;
    this.tip.style.top = `${(Number(dot.getAttribute("cy")) / HEIGHT) * 100}%`;
  }

  // Arrow keys go from person to person in the order of the line.
  walk(event) {
    const steps = {
      ArrowRight: 1,
      ArrowDown: 1,
      ArrowLeft: -1,
      ArrowUp: -1,
      PageDown: 20,
      PageUp: -20,
      Home: -1e6,
      End: 1e6,
    };
    const from = event.target.closest?.("[data-answer]");
    if (!from || !(event.key in steps)) return;
    event.preventDefault();
    const dots = [...this.dots.values()].sort((a, b) => a.getAttribute("cy") - b.getAttribute("cy"));
    const to = dots[Math.min(dots.length - 1, Math.max(0, dots.indexOf(from) + steps[event.key]))];
    from.tabIndex = -1;
    to.tabIndex = 0;
    to.focus();
  }
}

// The upper right stays empty, as the line grows to the right and downwards.
function label(name) {
  return draw("text", { class: name, x: WIDTH - EDGE.right, "text-anchor": "end", "aria-hidden": "true" });
}

function along(at, span) {
  return EDGE.left + (at / span) * (WIDTH - EDGE.left - EDGE.right);
}

// Where the person at each place stands, downwards: who got in is given more room than the line below.
function rows(inside, all) {
  const height = HEIGHT - EDGE.top - EDGE.bottom;
  const band = inside && inside < all ? Math.max(BAND, inside / all) * height : (inside / all) * height;
  const below = (height - band) / Math.max(1, all - inside);
  const within = band / Math.max(1, inside);
  return (i) => EDGE.top + (i < inside ? (i + 0.5) * within : band + (i - inside + 0.5) * below);
}

// Who got in, by the time of their answer; then the line, by place as soon as it is known; then whoever got nothing.
export function ordered(answers) {
  const rank = { booked: 0, waiting: 1, full: 1, failed: 2 };
  const place = (answer) => answer.position ?? Infinity;
  const later = (a, b) => (place(a) === place(b) ? a.at - b.at : place(a) - place(b));
  return [...answers].sort((a, b) => rank[a.outcome] - rank[b.outcome] || later(a, b));
}

export function said(desk, answer) {
  const what = answer.outcome === "waiting" && answer.position ? "place" : answer.outcome;
  return desk.t(`crowd.said.${what}`, { name: answer.name, place: answer.position, ms: Math.round(answer.ms) });
}
