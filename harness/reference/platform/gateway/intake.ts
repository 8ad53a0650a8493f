import { Allowance, type Rate } from '../rate-limit.ts';

/** Refused frames in a row after which a connection counts as abuse. */
const patience = 100;

/** What one connection may say, and how much of it is being answered. */
export class Intake {
  readonly #allowance: Allowance;
  #refused = 0;
  #work = Promise.resolve();

  constructor(rate: Rate) {
    this.#allowance = new Allowance(rate);
  }

  /** Whether one more frame is answered, refused, or one too many. */
  judge(): 'answer' | 'refuse' | 'abuse' {
    if (this.#allowance.take()) {
      this.#refused = 0;
      return 'answer';
    }
    this.#refused += 1;
    return this.#refused > patience ? 'abuse' : 'refuse';
  }

  /** One after the other, in the order of the frames. `answer` must not reject. */
  enqueue(answer: () => Promise<void>): void {
    this.#work = this.#work.then(answer);
  }
}
