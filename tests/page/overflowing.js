// What is wider than the page, or cut off in it: a sentence each. What its own container scrolls or hides is meant.
() => {
  const width = document.documentElement.clientWidth;
  const scrolls = element => {
    const meant = element.textContent.trim() ? ["auto", "scroll"] : ["auto", "scroll", "hidden", "clip"];
    for (let outer = element.parentElement; outer && outer !== document.body; outer = outer.parentElement) {
      if (meant.includes(getComputedStyle(outer).overflowX)
        && outer.getBoundingClientRect().right <= width + 1) return true;
    }
    return false;
  };
  const named = element => element.tagName.toLowerCase() + (element.id && `#${element.id}`)
    + [...element.classList].map(name => `.${name}`).join("") + ` "${element.textContent.trim().slice(0, 40)}"`;
  const shown = element => element.getClientRects().length > 0 && getComputedStyle(element).visibility !== "hidden";
  const found = document.documentElement.scrollWidth > width ? ["the page can be scrolled sideways"] : [];
  for (const element of document.body.querySelectorAll("*")) {
    if (!shown(element)) continue;
    const { left, right, width: wide } = element.getBoundingClientRect();
    const { overflowX, textOverflow } = getComputedStyle(element);
    const out = wide > 1 && (right > width + 1 || left < -1);
    if (out && !scrolls(element)) found.push(`${named(element)} sticks out`);
    const cut = element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 1;
    const own = [...element.childNodes].some(node => node.nodeType === 3 && node.textContent.trim());
    if (cut && own && overflowX !== "visible" && textOverflow !== "ellipsis" && element.tagName !== "TEXTAREA"
      && !["auto", "scroll"].includes(overflowX)) found.push(`${named(element)} is cut off`);
  }
  return found;
}
