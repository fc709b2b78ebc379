// What a test needs inside the page: eyes that wait for something to appear, and a spot to put the finger on.
// The same file serves every browser. It only looks: all input comes from outside, as real events.
"use strict";
if (!window.eyes) window.eyes = (() => {
  const broken = [];
  let wanted = null;
  let under = null;
  let hit = null;
  addEventListener("pointerdown", event => { under = event.target; }, true);
  addEventListener("securitypolicyviolation", event => {
    broken.push(`${event.violatedDirective} forbids ${event.blockedURI || event.sample || "something"}`);
  });
  addEventListener("click", event => { hit = event.target; }, true);

  const shown = element => element.getClientRects().length > 0 && !element.closest("[inert], [hidden]");

  // The last one that is shown and fits: `css` names it, `data` is how its callback data begins, `text` is on it.
  function find({ css, data, text, after = 0, hidden = false }) {
    return [...document.querySelectorAll(css)].reverse().find(element => {
      const said = element.dataset.data ?? "";
      const message = Number(element.closest("article.message")?.dataset.id ?? Infinity);
      return (hidden || shown(element)) && message > after
        && (data === undefined || said === data || said.startsWith(`${data}:`))
        && (text === undefined || element.textContent.includes(text));
    });
  }

  // What the function finds, as soon as it does; it looks again whenever the page has changed.
  function until(look, patience, said) {
    return new Promise((resolve, reject) => {
      const watch = new MutationObserver(again);
      const late = setTimeout(() => end(() => reject(new Error(`${said} did not come`))), patience);
      function end(then) {
        watch.disconnect();
        clearTimeout(late);
        then();
      }
      function again() {
        const found = look();
        if (found) end(() => resolve(found));
      }
      watch.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
      again();
    });
  }

  const frame = () => new Promise(requestAnimationFrame);

  // Where its middle is, once it has come to rest and nothing lies over it.
  async function spot(what, patience) {
    const end = performance.now() + patience;
    for (let before = ""; performance.now() < end; await frame()) {
      const element = await until(() => find(what), end - performance.now(), JSON.stringify(what));
      element.scrollIntoView({ block: "nearest", inline: "nearest", behavior: "instant" });
      const { left, top, width, height } = element.getBoundingClientRect();
      const place = [left, top, width, height].join();
      const [x, y] = [left + width / 2, top + height / 2];
      const over = document.elementFromPoint(x, y);
      if (place === before && !element.disabled && over && (element.contains(over) || over.contains(element))) {
        [wanted, under, hit] = [element, null, null];
        return { x, y };
      }
      before = place;
    }
    throw new Error(`nobody could have tapped ${JSON.stringify(what)}`);
  }

  // Whether an event met what it was meant for. When the page moves between down and up, the click goes to whatever holds
  // both places: that is a click beside the button, not on it.
  function meets(target) {
    const control = wanted.closest("button, a, summary, select, input, label");
    return control ? control.contains(target) : wanted.contains(target) || target.contains(wanted);
  }

  // Whether the finger has come down on what it was meant for, and then whether that was a click.
  const touches = () => Boolean(under) && meets(under);
  async function clicked() {
    for (let left = 30; !hit && left; left -= 1) await frame();
    return Boolean(hit) && meets(hit);
  }

  return { broken, find, until, spot, touches, clicked };
})();
