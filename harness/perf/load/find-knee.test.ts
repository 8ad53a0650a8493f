import { describe, expect, it, onTestFinished } from 'vitest';
import { judgeMeasurements } from '../../gate/criteria/measurements.ts';
import { openEmbeddedTarget } from '../../targets/embedded.ts';
import { describeKnee, findKnee, type KneeStep } from './find-knee.ts';

const late = "the prober's own event loop was 80 ms late";
const held: KneeStep = { sessions: 25, verdict: 'pass', reason: '' };
const broke: KneeStep = { sessions: 50, verdict: 'fail', reason: 'run p95: 900 (limit 500)' };
const unjudged: KneeStep = { sessions: 37, verdict: 'unknown', reason: late };

/** What becomes of the exit code. */
const decided = (steps: readonly KneeStep[]) =>
  judgeMeasurements({ measurements: describeKnee(25, steps) } as never).map(
    ({ verdict, reason }) => [verdict, reason],
  );

describe('the knee', () => {
  it('is no pass while nobody could judge the step at which it would lie', () => {
    expect(decided([held, { ...unjudged, sessions: 50 }])).toEqual([
      ['unknown', `with 50: ${late}`],
    ]);
    expect(decided([held, broke, unjudged])).toEqual([['unknown', `with 37: ${late}`]]);
    expect(decided([])).toMatchObject([['unknown', expect.anything()]]);
  });

  it('is known once a limit broke below what could not be judged, and where none broke', () => {
    expect(decided([held, unjudged, { ...broke, sessions: 31 }])[0]?.[0]).toBe('pass');
    expect(describeKnee(25, [held, unjudged, broke])[1]?.value).toBe(1);
    expect(describeKnee(25, [held, broke, { ...unjudged, sessions: 80 }])[1]?.value).toBe(0);
    expect(decided([held, broke])[0]?.[0]).toBe('pass');
    expect(describeKnee(25, [held])[0]).toMatchObject({
      value: 25,
      reason: 'no limit broke: the knee lies beyond',
    });
  });

  it('is looked for on a target that has no tools, too', async () => {
    const target = await openEmbeddedTarget({ demoUsers: 2 });
    onTestFinished(() => target[Symbol.asyncDispose]());
    const plan = {
      turns: 1,
      everyMs: 100,
      seed: 'word',
      intents: [{ kind: 'plain', text: 'hello' }],
    } as const;
    const [knee] = await findKnee(target, { plan, limits: {}, from: 1, to: 1 });
    expect(knee?.reason).not.toContain('nothing was measured');
  });

  it('is found between what holds and what no target can keep', async () => {
    const target = await openEmbeddedTarget({ demoUsers: 2 });
    onTestFinished(() => target[Symbol.asyncDispose]());
    const plan = { turns: 1, everyMs: 100, seed: 'knee' };
    const [knee] = await findKnee(target, {
      plan,
      limits: { run: { p95: 0.001 } },
      from: 2,
      to: 4,
    });
    expect(knee).toMatchObject({ id: 'load.knee', value: 0, n: 1 });
    expect(knee?.reason).toMatch(/^with 2: /);
  });
});
