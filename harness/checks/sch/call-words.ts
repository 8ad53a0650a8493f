import type { CanonicalEvent } from '../../contract/canonical-event.ts';
import type { CheckContext, RunTrack } from '../../contract/check.ts';
import type { HistoryRecord } from '../../contract/history.ts';
import { Canaries } from '../iso/canaries.ts';
import { ownEntry } from './own-entry.ts';

/** What was planted by the probe and stands in the announcement, and in the completion, of one call. */
export interface Words {
  readonly call: string;
  readonly announced: number;
  readonly completed: number;
  readonly given: ReadonlySet<string>;
  readonly got: ReadonlySet<string>;
  /** The announcement may show only a part of what was given. */
  readonly partial: boolean;
}

interface Announcement {
  readonly n: number;
  readonly given: ReadonlySet<string>;
  readonly partial: boolean;
}

/** An ellipsis, or a field that is empty so far: streams announce a call before its arguments are known. */
const unsaid = /…|\.\.\.|\\u2026|:\s*(?:\{\}|""|\[\]|null)/;

/**
 * Which planted words went into a call, and which came out. Only calls that the target names: who guesses which call
 * ended would judge its own guess.
 */
export class CallWords {
  readonly #canaries = new Canaries();
  readonly #announced: (run: RunTrack) => Map<string, Announcement>;

  constructor(context: CheckContext) {
    this.#announced = context.perRun(() => new Map<string, Announcement>());
  }

  /** Gives the words of a call once it completes. */
  hear(record: HistoryRecord, event?: CanonicalEvent, run?: RunTrack): Words | undefined {
    if (record.type === 'plant') this.#canaries.plant(record);
    if (this.#canaries.isEmpty) return undefined;
    if (record.type !== 'frame' || run === undefined || event?.call === undefined) return undefined;
    const said = ownEntry(record, event);
    if (said === undefined) return undefined;
    const calls = this.#announced(run);
    const words = new Set(this.#canaries.findIn(said).map(({ text }) => text));
    if (event.kind === 'tool_executing') {
      const partial = unsaid.test(said);
      calls.set(event.call, { n: record.n, given: words, partial });
    }
    const announcement = calls.get(event.call);
    if (event.kind !== 'tool_completed' || announcement === undefined) return undefined;
    const { n: announced, given, partial } = announcement;
    return { call: event.call, announced, completed: record.n, given, got: words, partial };
  }

  /** The record that announced another call of this run with one of these words. */
  givenElsewhere(run: RunTrack, call: string, words: ReadonlySet<string>): number | undefined {
    for (const [other, { n, given }] of this.#announced(run)) {
      if (other !== call && !given.isDisjointFrom(words)) return n;
    }
    return undefined;
  }
}
