/** Holds calls back, in their order, until they are released; from then on each is made at once. */
export class EarlyCalls {
  #held: (() => void)[] | undefined;

  constructor(released = false) {
    this.#held = released ? undefined : [];
  }

  get released(): boolean {
    return this.#held === undefined;
  }

  run(call: () => void): void {
    if (this.#held === undefined) call();
    else this.#held.push(call);
  }

  release(): void {
    const held = this.#held ?? [];
    this.#held = undefined;
    for (const call of held) call();
  }
}
