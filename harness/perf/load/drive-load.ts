import { setTimeout as pause } from 'node:timers/promises';
import { describeHistory } from '../../probe/describe-history.ts';
import { LiveSink } from '../../probe/recorder/live-sink.ts';
import { Recorder } from '../../probe/recorder/recorder.ts';
import type { RecordSink } from '../../probe/recorder/sink.ts';
import type { Session } from '../../probe/session.ts';
import { wordingOf, type Wording } from '../../probe/wording.ts';
import type { Intent } from '../../targets/profile.ts';
import type { Target } from '../../targets/target.ts';
import { ProberWatch } from '../watch/prober-watch.ts';
import { awaitEnds } from './await-ends.ts';
import { firstAskable } from './first-askable.ts';
import type { LoadLatency, LoadOutcome } from './load-outcome.ts';
import type { LoadPlan } from './load-plan.ts';
import { openSessions } from './open-sessions.ts';
import { readingPaceMs } from './reading-pace.ts';
import { TurnMeter } from './turn-meter.ts';
import { scheduleTurns } from './turn-schedule.ts';

/** One fast tool, or a word where the target has no such tool. */
const usualTurns: readonly (readonly Intent[])[] = [
  [{ kind: 'echo', text: 'load' }],
  [{ kind: 'plain', text: 'load' }],
];

/** What every turn of a plan says; `undefined` where the target cannot be asked for it. */
function wordingOfTurns({ profile }: Target, { intents }: LoadPlan): Wording | undefined {
  const asked = intents ?? firstAskable(profile.intents, usualTurns);
  return asked === undefined ? undefined : wordingOf(profile.intents, asked);
}

/** Begins every turn at its time, and resolves when the last one has ended or its deadline has passed. */
async function takeTurns(
  target: Target,
  sessions: readonly Session[],
  wording: Wording,
  { turns, everyMs, seed }: LoadPlan,
  meter: TurnMeter,
): Promise<void> {
  const { promises } = target.profile;
  const schedule = scheduleTurns({ sessions: sessions.length, turns, everyMs });
  const start = performance.now();

  for (let next = schedule.nextAt(); next !== undefined; next = schedule.nextAt()) {
    const early = next - (performance.now() - start);
    if (early > 0) await pause(early);
    for (const { session: nth, turn, intendedAt } of schedule.due(performance.now() - start)) {
      const session = sessions[nth];
      if (session?.connected !== true) continue;
      const key = `${seed}-${session.connection}-${turn}`;
      meter.announce(key, session.connection, Math.max(0, performance.now() - start - intendedAt));
      session.say(wording, key);
    }
  }
  await awaitEnds(meter, sessions, promises.deadlines.terminal_ms);
}

function encode(meter: TurnMeter): LoadOutcome['latencies'] {
  const entries = Object.entries(meter.latencies).map(([name, histogram]) => {
    const text = histogram.encode();
    histogram.destroy();
    return [name, text];
  });
  return Object.fromEntries(entries) as Record<LoadLatency, string>;
}

/**
 * Puts a target under load from this process: sessions of the probe's own class, every event judged as it comes.
 *
 * @param sinks Further takers of the records, such as a file.
 * @throws {HarnessError} TARGET_UNREACHABLE or TARGET_LOGIN_REFUSED.
 */
export async function driveLoad(
  target: Target,
  plan: LoadPlan,
  sinks: readonly RecordSink[] = [],
): Promise<LoadOutcome> {
  const residentBefore = process.memoryUsage.rss();
  const meter = new TurnMeter();
  const judge = new LiveSink();
  const recorder = new Recorder(
    describeHistory(target, 'load', plan.seed),
    [meter, judge, ...sinks],
    { paceMs: readingPaceMs },
  );
  const sessions = await openSessions(target, plan.sessions, recorder, {
    name: plan.seed,
    handshakes: meter.latencies.handshake,
    forgetful: true,
  });
  const countConnected = (): number => sessions.filter((session) => session.connected).length;
  const connected = countConnected();
  const watch = new ProberWatch();
  const start = performance.now();
  const wording = wordingOfTurns(target, plan);
  if (wording !== undefined) await takeTurns(target, sessions, wording, plan, meter);
  const elapsedMs = performance.now() - start;
  const strain = watch.stop();
  const stillConnected = countConnected();
  recorder.add({ type: 'end', reason: 'complete' });
  recorder.close();
  for (const session of sessions) session.close();
  return {
    latencies: encode(meter),
    sessions: plan.sessions,
    connected,
    stillConnected,
    turns: wording === undefined ? 0 : plan.sessions * plan.turns,
    completed: meter.completed,
    events: meter.events,
    elapsedMs,
    strain,
    memoryBytes: Math.max(0, process.resourceUsage().maxRSS * 1024 - residentBefore),
    checks: judge.results(),
  };
}
