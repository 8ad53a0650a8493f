import type { Verdict } from '../../contract/verdict.ts';

export type State = Exclude<Verdict, 'not-applicable'>;

/** The golden path turned from one state to another, and stayed there for as many rounds as asked for. */
export interface StateChange {
  /** `unseen` before the first round. */
  readonly from: State | 'unseen';
  readonly to: State;
}

/** Tells a change of state from a blip: only rounds in a row that agree change it. */
export class StateWatch {
  readonly #confirm: number;
  readonly #seen = new Set<State>();
  #state: State | 'unseen' = 'unseen';
  #pending: State | undefined;
  #agreeing = 0;

  /** `confirm`: how many rounds in a row must agree, at least 1. */
  constructor(confirm: number) {
    this.#confirm = confirm;
  }

  get state(): State | 'unseen' {
    return this.#state;
  }

  /** States that were ever confirmed, and one that the last rounds saw and nobody contradicted. */
  get seen(): State[] {
    return [...this.#seen, ...(this.#pending === undefined ? [] : [this.#pending])];
  }

  /** Takes the verdict of a round; gives the change that it completes. The first round is believed at once. */
  add(verdict: Verdict): StateChange | undefined {
    const seen = verdict === 'not-applicable' ? 'unknown' : verdict;
    if (seen === this.#state) {
      this.#pending = undefined;
      this.#agreeing = 0;
      return undefined;
    }
    this.#agreeing = seen === this.#pending ? this.#agreeing + 1 : 1;
    this.#pending = seen;
    if (this.#state !== 'unseen' && this.#agreeing < this.#confirm) return undefined;
    const change = { from: this.#state, to: seen };
    this.#state = seen;
    this.#seen.add(seen);
    this.#pending = undefined;
    this.#agreeing = 0;
    return change;
  }
}
