import { describe, expect, it, onTestFinished } from 'vitest';
import type { Measurement } from '../../contract/measurement.ts';
import type { PlatformOptions } from '../../reference/index.ts';
import { openEmbeddedTarget } from '../../targets/embedded.ts';
import type { RecordSink } from '../../probe/recorder/sink.ts';
import type { Intent } from '../../targets/profile.ts';
import type { Target } from '../../targets/target.ts';
import { driveLoad } from './drive-load.ts';
import type { LoadOutcome } from './load-outcome.ts';
import { measureLoad } from './measure-load.ts';
import { openReferenceApart } from './open-apart.ts';
import { runLoad } from './run-load.ts';
import { describeWrongAnswers } from './wrong-answers.ts';

const plan = { sessions: 12, turns: 3, everyMs: 100, seed: 'load-test' };
const ease = { loopDelayMs: 1, longestGcMs: 1, cpuShare: 0.1 };

async function embedded(options: PlatformOptions): Promise<Target> {
  const target = await openEmbeddedTarget(options);
  onTestFinished(() => target[Symbol.asyncDispose]());
  return target;
}

/** The same target, as if it could be asked for wishes of these kinds only. */
function askedFor(target: Target, kinds: readonly Intent['kind'][]): Target {
  const { intents } = target.profile;
  const phrase: typeof intents.phrase = (wishes) =>
    wishes.every(({ kind }) => kinds.includes(kind)) ? intents.phrase(wishes) : undefined;
  return { ...target, profile: { ...target.profile, intents: { ...intents, phrase } } };
}

const byId = (measurements: readonly Measurement[]): Record<string, Measurement> =>
  Object.fromEntries(measurements.map((measurement) => [measurement.id, measurement]));

/** As if the prober had been at ease: unit tests share their machine. */
const atEase = (outcomes: readonly LoadOutcome[]): LoadOutcome[] =>
  outcomes.map((outcome) => ({ ...outcome, strain: ease }));

describe('a load', () => {
  it('takes every turn of every session from several processes, judges all, and measures from intended times', async () => {
    const target = await openReferenceApart(plan.sessions);
    onTestFinished(() => target[Symbol.asyncDispose]());
    const outcomes = await runLoad(target, plan, 2);
    expect(outcomes.map(({ sessions }) => sessions)).toEqual([6, 6]);
    for (const { checks } of outcomes) {
      expect(describeWrongAnswers(checks)).toBeUndefined();
      expect(checks.find(({ id }) => id === 'PAIR-OPEN')).toMatchObject({
        verdict: 'pass',
        exercised: 18,
      });
    }
    const seen = byId(measureLoad(atEase(outcomes), { run: { p95: 60_000 } }));
    expect(seen['load.unanswered']).toMatchObject({ verdict: 'pass', value: 0, n: 36 });
    expect(seen['load.unconnected']).toMatchObject({ verdict: 'pass', n: 12 });
    expect(seen['load.run.p95']).toMatchObject({ verdict: 'pass', n: 36 });
    expect(seen['load.first-event.p50']?.value).toBeLessThanOrEqual(
      seen['load.run.p50']?.value ?? 0,
    );
    expect(seen['load.tool.p50']?.n).toBe(36);
    expect(seen['load.handshake.p50']?.n).toBe(12);
    expect(seen['load.events']?.n).toBeGreaterThan(36 * 5);
    expect((await target.usage()).rssBytes).toBeGreaterThan(1e6);
  });

  it('fails every number of a target that answers wrongly', async () => {
    const target = await embedded({ demoUsers: plan.sessions, mutants: ['swap-order'] });
    const outcome = await driveLoad(target, plan);
    const measurements = measureLoad(atEase([outcome]));
    expect(new Set(measurements.map(({ verdict }) => verdict))).toEqual(new Set(['fail']));
    expect(measurements[0]?.reason).toMatch(/^the answers were wrong: .*ORD-/);
  });

  it('says a word to a target that has no tool for a turn', async () => {
    const target = await embedded({ demoUsers: plan.sessions });
    const outcome = await driveLoad(askedFor(target, ['plain']), { ...plan, turns: 1 });
    expect(byId(measureLoad(atEase([outcome])))['load.unanswered']).toMatchObject({
      verdict: 'pass',
      n: 12,
    });
  });

  it('knows nothing of a target that it can ask for nothing', async () => {
    const target = await embedded({ demoUsers: 2 });
    const outcome = await driveLoad(askedFor(target, []), { ...plan, sessions: 2 });
    expect(byId(measureLoad(atEase([outcome])))['load.unanswered']).toMatchObject({
      verdict: 'unknown',
      n: 0,
      reason: 'nothing was asked that the target can be asked for',
    });
  });

  it('knows nothing when the prober was the bottleneck', async () => {
    const target = await embedded({ demoUsers: plan.sessions });
    const outcome = await driveLoad(target, { ...plan, turns: 1 });
    const strained = { ...outcome, strain: { ...ease, cpuShare: 0.97 } };
    const measurements = measureLoad([{ ...outcome, strain: ease }, strained]);
    expect(new Set(measurements.map(({ verdict }) => verdict))).toEqual(new Set(['unknown']));
    expect(measurements[0]?.reason).toContain('97 % of a core');
  });

  it('fails on a turn that was never answered and on a session that never got in', async () => {
    const target = await embedded({ demoUsers: plan.sessions });
    const [outcome] = atEase([await driveLoad(target, { ...plan, turns: 1 })]);
    if (outcome === undefined) throw new TypeError('one load has one outcome');
    const worse = {
      ...outcome,
      completed: outcome.completed - 1,
      connected: outcome.connected - 2,
    };
    const seen = byId(measureLoad([worse]));
    expect(seen['load.unanswered']).toMatchObject({ verdict: 'fail', value: 1 });
    expect(seen['load.unconnected']).toMatchObject({ verdict: 'fail', value: 2 });
  });

  it('knows nothing when the target goes away on the way, and keeps what it saw', async () => {
    const target = await openEmbeddedTarget({ demoUsers: plan.sessions });
    let stopped: PromiseLike<void> | undefined;
    const stopAfterFirstTurn: RecordSink = {
      begin() {},
      end() {},
      record(record) {
        const over =
          record.type === 'frame' && record.events.some(({ kind }) => kind === 'agent_completed');
        if (over) stopped ??= target[Symbol.asyncDispose]();
      },
    };
    const outcome = await driveLoad(target, { ...plan, turns: 5 }, [stopAfterFirstTurn]);
    await stopped;
    const measurements = measureLoad(atEase([outcome]));
    expect(new Set(measurements.map(({ verdict }) => verdict))).toEqual(new Set(['unknown']));
    expect(measurements[0]?.reason).toMatch(/^the target went away: .* after \d+ turns$/);
    expect(byId(measurements)['load.run.p50']?.n).toBeGreaterThan(0);
  });

  it('ends with what could not be reached', async () => {
    const target = await openEmbeddedTarget({ demoUsers: 1 });
    await target[Symbol.asyncDispose]();
    await expect(driveLoad(target, plan)).rejects.toMatchObject({ code: 'TARGET_UNREACHABLE' });
    await expect(runLoad(target, plan)).rejects.toMatchObject({
      code: 'TARGET_UNREACHABLE',
      where: target.url,
    });
  });
});
