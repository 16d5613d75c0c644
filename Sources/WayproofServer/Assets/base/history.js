// Steps of a case that can be taken back and again.

const LIMIT = 100;

export class History {
  #back = [];
  #forth = [];
  #last = null;

  /** Begins anew with what there is. */
  begin(text) {
    this.#back = [];
    this.#forth = [];
    this.#last = text;
  }

  /** Notes what has become of it; letters typed within one field are one step. */
  note(text, key = null) {
    if (text === this.#last) return;
    const joins = key && this.key === key && Date.now() - this.at < 1500;
    if (!joins && this.#last !== null) this.#back.push(this.#last);
    if (this.#back.length > LIMIT) this.#back.shift();
    this.#forth = [];
    this.#last = text;
    this.key = key;
    this.at = Date.now();
  }

  get canUndo() { return this.#back.length > 0; }
  get canRedo() { return this.#forth.length > 0; }

  undo() { return this.#move(this.#back, this.#forth); }
  redo() { return this.#move(this.#forth, this.#back); }

  #move(from, to) {
    if (!from.length) return null;
    to.push(this.#last);
    this.#last = from.pop();
    this.key = null;
    return this.#last;
  }
}
