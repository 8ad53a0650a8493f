/** The events of one run in order and once each, however often and in whatever pieces they arrive. */
export class RunFeed {
  #waiting = new Map();
  #apply;
  lastSeq = 0;
  ended = false;

  /** `apply` gets each event exactly once, by ascending `seq`. */
  constructor(apply) {
    this.#apply = apply;
  }

  /** False when an event before this one is missing. */
  take(event) {
    if (event.seq > this.lastSeq) this.#waiting.set(event.seq, event);
    let next = this.#waiting.get(this.lastSeq + 1);
    while (next !== undefined) {
      this.lastSeq = next.seq;
      this.#waiting.delete(next.seq);
      this.ended = ['agent_completed', 'agent_error', 'agent_cancelled'].includes(next.type);
      this.#apply(next);
      next = this.#waiting.get(this.lastSeq + 1);
    }
    return this.#waiting.size === 0;
  }
}
