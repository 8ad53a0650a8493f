import type { CanonicalEvent } from '../../contract/canonical-event.ts';
import type { CheckFold, RunTrack } from '../../contract/check.ts';
import type { HistoryRecord } from '../../contract/history.ts';
import type { Seat } from './seat.ts';

type Step = CheckFold['step'];

/** A listener list as two flat arrays: the inner loop of the judge makes nothing but calls. */
interface Listeners {
  readonly seats: readonly Seat[];
  readonly steps: Step[];
}

/** The checks that hear one topic. */
export class Audience {
  /** Checks of single runs: told only what the connection sees that asked for the run. */
  readonly #atHome: Listeners;
  readonly #everywhere: Listeners;

  constructor(seats: readonly Seat[]) {
    this.#atHome = listen(seats.filter(({ check }) => check.scope === 'run'));
    this.#everywhere = listen(seats.filter(({ check }) => check.scope !== 'run'));
  }

  tell(record: HistoryRecord, event: CanonicalEvent | undefined, run: RunTrack | undefined): void {
    if (this.#atHome.steps.length > 0 && (run === undefined || run.home)) {
      call(this.#atHome, 0, record, event, run);
    }
    if (this.#everywhere.steps.length > 0) call(this.#everywhere, 0, record, event, run);
  }
}

function listen(seats: readonly Seat[]): Listeners {
  const steps = seats.map(({ fold }) => (fold === undefined ? rest : fold.step.bind(fold)));
  return { seats, steps };
}

/** What a fold does once it has crashed. */
const rest: Step = () => {};

function call(
  listeners: Listeners,
  start: number,
  record: HistoryRecord,
  event: CanonicalEvent | undefined,
  run: RunTrack | undefined,
): void {
  const { steps } = listeners;
  let place = start;
  try {
    for (; place < steps.length; place += 1) steps[place]?.(record, event, run);
  } catch (error) {
    listeners.seats[place]?.crash(error);
    steps[place] = rest;
    call(listeners, place + 1, record, event, run);
  }
}
