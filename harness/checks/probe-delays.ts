import type { HistoryRecord } from '../contract/history.ts';
import type { Findings } from './findings.ts';

/** Delays that are remembered; the deadlines that are judged by them lie no further back. */
const remembered = 64;
/** Within this time a delay of the probe is noticed and recorded, in ms: what came first may have been read first. */
const noticedWithinMs = 1_100;
/** Share of a deadline that may be the probe's own: it waits no longer than the deadline, and is never quite punctual. */
const ownShare = 0.1;

/** Something that took too long. */
export interface Wait {
  /** Monotonic times, in ms. */
  readonly from: number;
  readonly until: number;
  /** How long it may take, in ms. */
  readonly deadline: number;
}

interface Suspicion extends Wait {
  readonly convict: () => void;
}

/**
 * When the event loop of the probe was late, and by how much. What came meanwhile was read late, and what the target
 * waited for was sent late: a wait that was the probe's own convicts nobody, and leaves a doubt.
 */
export class ProbeDelays {
  readonly #findings: Findings;
  readonly #noticed: { readonly at: number; readonly ms: number }[] = [];
  #suspicions: Suspicion[] = [];

  constructor(findings: Findings) {
    this.#findings = findings;
  }

  /** To be told of every record that the check hears, notices of the harness among them. */
  hear(record: HistoryRecord): void {
    if (this.#suspicions.length > 0) this.#settle(record.at - noticedWithinMs);
    if (record.type !== 'harness' || record.notice !== 'lag') return;
    this.#noticed.push({ at: record.at, ms: record.ms ?? 0 });
    if (this.#noticed.length > remembered) this.#noticed.shift();
  }

  /** Calls `convict` unless the wait was the probe's own: not at once, but when no notice can come any more. */
  judge(wait: Wait, convict: () => void): void {
    this.#suspicions.push({ ...wait, convict });
  }

  /** The history has ended: what was suspected is decided. */
  end(): void {
    this.#settle(Infinity);
  }

  #settle(before: number): void {
    const open: Suspicion[] = [];
    for (const suspicion of this.#suspicions) {
      if (suspicion.until >= before) open.push(suspicion);
      else this.#decide(suspicion);
    }
    this.#suspicions = open;
  }

  #decide({ from, until, deadline, convict }: Suspicion): void {
    let own = 0;
    for (const { at, ms } of this.#noticed) {
      // A delay counts as far as it overlaps the wait: what passed before, or after, held up nothing.
      own += Math.max(0, Math.min(at, until) - Math.max(at - ms, from));
    }
    if (own === 0 || until - from - own > deadline * (1 - ownShare)) return convict();
    this.#findings.doubt(
      `harness-error: the event loop of the probe was ${Math.round(own)} ms late while it waited`,
    );
  }
}
