// What a chapter of the tour has seen: which steps have happened, in whatever order and by whatever hand. It is kept for
// as long as the browser's tab, so that a reload forgets nothing; another world begins anew.

export class Remembered {
  // `blank()` is what is remembered at first, under `key`; `this.sees(state)` hears every state that is ready.
  constructor(desk, key, blank, changed) {
    Object.assign(this, { desk, key, blank, changed });
    this.memory = this.begun(null);
    desk.state.on((state) => {
      if (this.memory.world !== state.world) this.memory = recalled(key, state.world) ?? this.begun(state.world);
      if (!state.ready) return;
      this.sees(state);
      this.keep();
    });
  }

  begun(world) {
    return { world, done: {}, late: null, ...this.blank() };
  }

  done(step) {
    return Boolean(this.memory.done[step]);
  }

  tick(step) {
    if (this.done(step)) return;
    this.memory.done[step] = true;
    this.keep();
    this.changed(step);
  }

  // The chapter was under way, or over, before this tour began.
  get late() {
    return Boolean(this.memory.late);
  }

  keep() {
    try {
      sessionStorage.setItem(this.key, JSON.stringify(this.memory));
    } catch {
      // Without storage a reload begins the tour again, which harms nobody.
    }
  }
}

function recalled(key, world) {
  try {
    const memory = JSON.parse(sessionStorage.getItem(key));
    return memory?.world === world ? memory : null;
  } catch {
    return null;
  }
}
