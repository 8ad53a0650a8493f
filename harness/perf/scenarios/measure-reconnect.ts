import { setTimeout as pause } from 'node:timers/promises';
import type { Measurement } from '../../contract/measurement.ts';
import { describeHistory } from '../../probe/describe-history.ts';
import { LiveSink } from '../../probe/recorder/live-sink.ts';
import { Recorder } from '../../probe/recorder/recorder.ts';
import type { Session } from '../../probe/session.ts';
import type { Intent } from '../../targets/profile.ts';
import type { Target } from '../../targets/target.ts';
import { LatencyHistogram } from '../latency/latency-histogram.ts';
import { measureLatency, type LatencyLimits } from '../latency/measure-latency.ts';
import { firstAskable } from '../load/first-askable.ts';
import { openSessions } from '../load/open-sessions.ts';
import { describeWrongAnswers } from '../load/wrong-answers.ts';
import { distrust } from '../watch/find-bottleneck.ts';
import { findDeparture } from '../watch/find-departure.ts';

export interface ReconnectOptions {
  readonly seed: string;
  /** Sessions that drop together (20). */
  readonly sessions?: number;
  /** How often each of them does (3). */
  readonly rounds?: number;
  readonly limits?: LatencyLimits;
}

const slow = (milliseconds: number): Intent => ({ kind: 'slow', milliseconds });

/**
 * Three tools finish while the client is away, so there is something to miss; the fourth outlasts its return. A target that takes
 * one wish at a time is asked for that one.
 */
const usualWork = [[slow(40), slow(40), slow(40), slow(1000)], [slow(1000)]] as const;

/** How long the line is dead. */
const awayMs = 150;

/** Asks for work, drops in the middle, comes back, asks for what it missed, and stays to the end. */
async function dropAndResume(
  session: Session,
  work: readonly Intent[],
  key: string,
): Promise<{ readonly resumedAfterMs: number } | undefined> {
  const run = await session.chat(work, { key });
  if (run === undefined) return undefined;
  session.drop();
  await pause(awayMs);
  const start = performance.now();
  if (!(await session.connect())) return undefined;
  // A client that was slow to come back may have the end before it asks: live, or from before the line was cut.
  const ended = run.terminal.then((early) => early ?? session.terminalOf(run.run));
  const completed = await session.resume(run.run);
  const resumedAfterMs = performance.now() - start;
  if (completed?.kind !== 'resume_completed' || (await ended) === undefined) return undefined;
  return { resumedAfterMs };
}

/** Every round of all sessions; returns how many reconnects failed. */
async function dropAll(
  sessions: readonly Session[],
  { work, seed, rounds }: { work: readonly Intent[]; seed: string; rounds: number },
  resumed: LatencyHistogram,
): Promise<number> {
  let failed = 0;
  for (let round = 0; round < rounds; round += 1) {
    const ends = await Promise.all(
      sessions.map((session) =>
        dropAndResume(session, work, `${seed}-${session.connection}-${round}`),
      ),
    );
    for (const end of ends) {
      if (end === undefined) failed += 1;
      else resumed.record(end.resumedAfterMs);
    }
  }
  return failed;
}

const named = { id: 'reconnect', title: 'from a dropped line to the end of the replay' };

/**
 * How long a client whose line dropped in the middle of a run waits until it has missed nothing.
 *
 * @returns `reconnect.p50|p95|p99` (ms, from dialling to the end of the replay) and `reconnect.failed` (limit 0; a failed MUST check
 *   over the same history fails it too). `not-applicable` when the target does not promise to resume or has no tool that lasts, all
 *   `unknown` when it went away on the way.
 * @throws {HarnessError} TARGET_UNREACHABLE or TARGET_LOGIN_REFUSED.
 */
export async function measureReconnect(
  target: Target,
  { seed, sessions: count = 20, rounds = 3, limits = {} }: ReconnectOptions,
): Promise<Measurement[]> {
  const { capabilities } = target.profile.promises;
  const base = {
    id: 'reconnect.failed',
    title: 'reconnects that missed something',
    unit: 'count',
  } as const;
  const work = firstAskable(target.profile.intents, usualWork);
  if (work === undefined || !capabilities.includes('resume')) {
    const reason =
      work === undefined
        ? 'the target cannot be asked for work that lasts'
        : 'the target does not promise to resume';
    return [{ ...base, value: 0, n: 0, verdict: 'not-applicable', reason }];
  }
  const resumed = new LatencyHistogram();
  const handshakes = new LatencyHistogram();
  const judge = new LiveSink();
  const recorder = new Recorder(describeHistory(target, 'reconnect', seed), [judge]);
  try {
    const sessions = await openSessions(target, count, recorder, { name: seed, handshakes });
    const failed = await dropAll(sessions, { work, seed, rounds }, resumed);
    recorder.add({ type: 'end', reason: 'complete' });
    for (const session of sessions) session.close();
    const wrong = describeWrongAnswers(judge.results());
    const isBroken = failed > 0 || wrong !== undefined;
    const measurements: Measurement[] = [
      ...measureLatency(named, resumed, limits),
      {
        ...base,
        value: failed,
        n: count * rounds,
        limit: 0,
        verdict: isBroken ? 'fail' : 'pass',
        ...(wrong === undefined ? {} : { reason: wrong }),
      },
    ];
    return distrust(measurements, isBroken ? await findDeparture(target) : undefined);
  } finally {
    recorder.close();
    resumed.destroy();
    handshakes.destroy();
  }
}
