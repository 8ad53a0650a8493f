import { setTimeout as pause } from 'node:timers/promises';
import { join } from 'node:path';
import type { Result } from '../../contract/result.ts';
import { mergeVerdicts } from '../../contract/verdict.ts';
import type { Journey } from '../../probe/journeys/journey.ts';
import type { Target } from '../../targets/target.ts';
import type { Switchgear } from '../drill/switchgear.ts';
import { sendNotice, type Notice } from './send-notice.ts';
import { StateWatch, type State, type StateChange } from './state-watch.ts';
import { walkRound } from './walk-round.ts';

export interface WatchOrder {
  readonly target: Target;
  readonly journeys: readonly Journey[];
  readonly users: number;
  readonly strict: boolean;
  readonly seed: string;
  /** Unique name of this watch, and its folder. */
  readonly id: string;
  readonly folder: string;
  /** From the beginning of one round to that of the next; a round that takes longer delays the next one. */
  readonly everyMs: number;
  /** Rounds in a row that must agree before the state counts as changed. */
  readonly confirm: number;
  /** Stop after so many rounds. */
  readonly rounds?: number | undefined;
  /** Stop once this long was watched. */
  readonly forMs?: number | undefined;
  /** Go on watching after a change of state. */
  readonly stay: boolean;
  /** Leads back to the phase before, once, when a path that was delivered no longer is. */
  readonly gear?: Switchgear | undefined;
  /** Gets a POST at every change of state. */
  readonly webhook?: string | undefined;
  readonly keep: (result: Result) => Promise<void>;
  readonly say: (line: string) => void;
  readonly signal?: AbortSignal | undefined;
}

export interface Watched {
  readonly rounds: number;
  readonly changes: readonly StateChange[];
  /** The worst state seen; a path that was broken for a while was broken. */
  readonly worst: State;
  /** How the revert ended, where one was ordered. */
  readonly reverted?: 'healed' | 'not healed' | 'failed';
}

/** Rounds that a reverted target gets to show that the path is delivered again. */
const healingRounds = 10;

/** Walks canary journeys in a loop, keeps every round, and reacts when the golden path changes its state. */
export async function watchTarget(order: WatchOrder): Promise<Watched> {
  return new Watch(order).run();
}

class Watch {
  readonly #order: WatchOrder;
  readonly #states: StateWatch;
  readonly #begun = performance.now();
  readonly #changes: StateChange[] = [];
  #rounds = 0;
  #reverted: Watched['reverted'];
  /** Round in which the revert was done; from then on healing is awaited. */
  #healingSince: number | undefined;

  constructor(order: WatchOrder) {
    this.#order = order;
    this.#states = new StateWatch(order.confirm);
  }

  async run(): Promise<Watched> {
    const { everyMs, signal } = this.#order;
    for (;;) {
      if (signal?.aborted === true) break;
      const begun = performance.now();
      if (await this.#round()) break;
      const rest = Math.max(0, everyMs - (performance.now() - begun));
      if (this.#isOver(rest)) break;
      await pause(rest, undefined, signal === undefined ? {} : { signal }).catch(() => undefined);
    }
    return {
      rounds: this.#rounds,
      changes: this.#changes,
      worst: mergeVerdicts(this.#states.seen),
      ...(this.#reverted === undefined ? {} : { reverted: this.#reverted }),
    };
  }

  /** One round; true when there is nothing left to watch for. */
  async #round(): Promise<boolean> {
    const { id, folder, seed, keep, say } = this.#order;
    this.#rounds += 1;
    const name = `round-${String(this.#rounds).padStart(4, '0')}`;
    const result = await walkRound({
      ...this.#order,
      id: `${id}-${name}`,
      folder: join(folder, name),
      seed: `${seed}-${this.#rounds}`,
    });
    await keep(result).catch((error: unknown) => say(`not kept: ${String(error)}`));
    say(lineOf(result));
    const change = this.#states.add(result.gate?.verdict ?? 'unknown');
    if (change === undefined) return this.#isHealingOver();
    this.#changes.push(change);
    return this.#react(change, result);
  }

  async #react(change: StateChange, result: Result): Promise<boolean> {
    const { gear, stay, say } = this.#order;
    if (change.from !== 'unseen' || change.to !== 'pass') {
      say(`state changed: ${change.from} -> ${change.to}`);
      await this.#notify('state-change', change, result);
    }
    if (this.#healingSince !== undefined && change.to === 'pass') {
      this.#reverted = 'healed';
      this.#healingSince = undefined;
      say('the golden path is delivered again after the revert');
      return !stay;
    }
    if (change.from === 'pass' && gear !== undefined && this.#reverted === undefined) {
      return this.#revert(gear, change, result);
    }
    if (this.#healingSince !== undefined) return this.#isHealingOver();
    const begins = change.from === 'unseen' && change.to === 'pass';
    return !stay && !begins;
  }

  async #revert(gear: Switchgear, change: StateChange, result: Result): Promise<boolean> {
    const { say, stay } = this.#order;
    say(`reverting from ${gear.current} to ${gear.previous}`);
    const problem = await gear.revert();
    if (problem !== undefined) {
      this.#reverted = 'failed';
      say(`the revert failed: ${problem}`);
      await this.#notify('revert-failed', change, result, problem);
      return !stay;
    }
    this.#reverted = 'not healed';
    this.#healingSince = this.#rounds;
    say('reverted; watching whether the golden path is delivered again');
    await this.#notify('reverted', change, result);
    return false;
  }

  #isHealingOver(): boolean {
    if (this.#healingSince === undefined) return false;
    if (this.#rounds - this.#healingSince < healingRounds) return false;
    this.#healingSince = undefined;
    this.#order.say(`the golden path is not delivered ${healingRounds} rounds after the revert`);
    return !this.#order.stay;
  }

  async #notify(
    event: Notice['event'],
    change: StateChange,
    result: Result,
    sentence = lineOf(result),
  ): Promise<void> {
    const { webhook, target, signal, say } = this.#order;
    if (webhook === undefined) return;
    const failing = (result.gate?.criteria ?? []).filter(
      ({ required, verdict }) => required && verdict !== 'pass' && verdict !== 'not-applicable',
    );
    const notice = {
      event,
      target: target.name,
      ...change,
      at: new Date().toISOString(),
      sentence,
      run_id: result.run_id,
      failing: failing.map(({ id, reason }) => ({ id, reason })),
    };
    const problem = await sendNotice(webhook, notice, signal);
    if (problem !== undefined) say(`the webhook was not told: ${problem}`);
  }

  #isOver(restMs: number): boolean {
    const { rounds, forMs } = this.#order;
    if (rounds !== undefined && this.#rounds >= rounds) return true;
    return forMs !== undefined && performance.now() - this.#begun + restMs > forMs;
  }
}

/** `23:04:05 FAIL     PAIR-OPEN, LIFE-TERM (1.2 s)`. */
function lineOf({ started_at: at, duration_ms: ms, gate, checks }: Result): string {
  const verdict = gate?.verdict ?? 'unknown';
  const red = (gate?.criteria ?? []).filter((one) => one.required && one.verdict === verdict);
  const passed = checks.filter((check) => check.verdict === 'pass').length;
  const names = red.slice(0, 4).map(({ id }) => id);
  const more = red.length > names.length ? ` and ${red.length - names.length} more` : '';
  const [first] = red;
  const why = first?.reason ?? 'nothing was decided';
  const all = `${names.join(', ')}${more}`;
  const told = red.length > 1 ? `${all} (${first?.id}: ${why})` : `${all}: ${why}`;
  const what = verdict === 'pass' ? `${passed} checks passed` : told;
  const seconds = (ms / 1000).toFixed(1);
  return `${at.slice(11, 19)} ${verdict.toUpperCase().padEnd(8)}${what} (${seconds} s)`;
}
