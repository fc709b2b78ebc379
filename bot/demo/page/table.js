// A small table whose newest row comes first, with its head in the page's language.

import { attribute, el, flash, keyed, text } from "./dom.js";

export class Table {
  constructor(name, columns) {
    this.columns = columns;
    this.caption = el("caption", { class: "unseen" });
    this.heads = columns.map(() => el("th", { scope: "col" }));
    this.body = el("tbody");
    this.node = el(
      "table",
      { class: name },
      this.caption,
      el("thead", { class: "unseen" }, el("tr", {}, ...this.heads)),
      this.body,
    );
  }

  label(caption, heads) {
    text(this.caption, caption);
    for (const [i, head] of heads.entries()) text(this.heads[i], head);
  }

  // `cells(item)` gives the texts of a row, `marks(item)` its attributes; a row that says something new glows.
  fill(items, cells, marks) {
    keyed(
      this.body,
      items,
      (item) => item.id,
      () => el("tr", {}, ...this.columns.map((name) => el("td", { class: name }))),
      (row, item) => {
        const before = row.textContent;
        for (const [i, words] of cells(item).entries()) text(row.children[i], words);
        for (const [key, value] of Object.entries(marks(item))) attribute(row, key, value);
        if (this.filled && row.textContent !== before) flash(row);
      },
    );
    this.filled = true;
  }
}
