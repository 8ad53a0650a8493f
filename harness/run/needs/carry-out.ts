import type { Need } from '../../contract/need.ts';
import type { Result } from '../../contract/result.ts';
import { HarnessError } from '../../contract/harness-error.ts';
import { whyStopped } from '../why-stopped.ts';
import { suiteTable, type SuiteEntry } from '../suites/suite-table.ts';

/** What carrying out one need gave: parts of the result, or how a suite ended. */
export interface Settled {
  readonly need: Need;
  readonly duration_ms: number;
  readonly parts: Partial<Result>;
  readonly ending?: Result['suites'][number];
  /** Why it gave nothing. */
  readonly why?: string;
}

export interface Carriers {
  /** Carries out one need that is no suite. */
  readonly carry: (need: Need) => Promise<Partial<Result>>;
  readonly runSuite: (suite: SuiteEntry) => Promise<Result['suites'][number]>;
  readonly signal: AbortSignal;
  /** Hears of each need as it settles, and may take its time: nothing new starts in its lane meanwhile. */
  readonly settled: (settled: Settled) => Promise<void>;
}

/** Reading source keeps a processor busy and every clock waiting: it goes first, alone. */
const first: readonly Need[] = ['audit'];

/**
 * What waits for others most of the time goes side by side. Whatever uses, changes or loads the target stands in one
 * lane: the drill leads the target elsewhere, and no suite may be in the middle of it.
 */
const lanes: readonly (readonly Need[])[] = [
  ['discovery', 'mission-critical', 'ssot-compliance', 'drill', 'comparison', 'event-loss'],
  ['documents', 'existing', 'proof'],
];

/** Measurements and the browser get the machine for themselves. */
const alone: readonly Need[] = ['performance-regression', 'staging', 'paired-speed'];

/** Carries out each need once, what is independent in parallel. Throws wrong configuration and faults of our own. */
export async function carryOut(needs: readonly Need[], carriers: Carriers): Promise<void> {
  const inOrder = (wanted: readonly Need[]): Need[] =>
    wanted.filter((need) => needs.includes(need));
  await runLane(inOrder(first), carriers);
  await allOrFirstError(lanes.map((lane) => runLane(inOrder(lane), carriers)));
  await runLane(inOrder(alone), carriers);
}

async function runLane(needs: readonly Need[], carriers: Carriers): Promise<void> {
  for (const need of needs) {
    const why = whyStopped(carriers.signal);
    if (why !== undefined) await carriers.settled({ need, duration_ms: 0, parts: {}, why });
    else if (carriers.signal.aborted) return;
    else await carriers.settled(await carryOne(need, carriers));
  }
}

async function carryOne(need: Need, { carry, runSuite }: Carriers): Promise<Settled> {
  const started = performance.now();
  const took = (): number => Math.round(performance.now() - started);
  const suite = suiteTable.find(({ name }) => name === need);
  try {
    if (suite !== undefined) {
      const ending = await runSuite(suite);
      return { need, duration_ms: took(), parts: {}, ending };
    }
    return { need, parts: await carry(need), duration_ms: took() };
  } catch (error) {
    // Wrong configuration is for the user to know at once; what could not be had is no evidence, and said so.
    if (!(error instanceof HarnessError) || error.exitCode === 64) throw error;
    return { need, duration_ms: took(), parts: {}, why: error.message };
  }
}

/** Waits for all, so that nothing goes on behind our back, then throws the first error. */
async function allOrFirstError(lanesRunning: readonly Promise<void>[]): Promise<void> {
  const endings = await Promise.allSettled(lanesRunning);
  for (const ending of endings) if (ending.status === 'rejected') throw ending.reason;
}
