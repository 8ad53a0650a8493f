import { describe, expect, it, onTestFinished } from 'vitest';
import { openEmbeddedTarget } from '../../targets/embedded.ts';
import { openReferenceApart, type ApartTarget } from '../load/open-apart.ts';
import { measureDelivery } from './measure-delivery.ts';
import { measureSoak } from './measure-soak.ts';

async function apart(users: number): Promise<ApartTarget> {
  const target = await openReferenceApart(users);
  onTestFinished(() => target[Symbol.asyncDispose]());
  return target;
}

describe('measureSoak', () => {
  it('watches the heap of the target while it is under load', async () => {
    const target = await apart(4);
    const plan = { sessions: 4, turns: 20, everyMs: 100, seed: 'soak' };
    const measurements = await measureSoak(target, {
      plan,
      looks: 8,
      growthLimit: 1e12,
      fewestTurns: 80,
    });
    const growth = measurements.at(-1);
    expect(growth).toMatchObject({ id: 'soak.heap-growth', verdict: 'pass', n: 6 });
    const hasty = await measureSoak(target, { plan: { ...plan, seed: 'hasty' }, looks: 8 });
    expect(hasty.at(-1)).toMatchObject({ id: 'soak.heap-growth', verdict: 'unknown' });
    expect(measurements.find(({ id }) => id === 'soak.unanswered')?.n).toBe(80);
  });
});

describe('measureDelivery', () => {
  it('counts the events of long answers, each of them judged', async () => {
    const target = await apart(3);
    const options = { seed: 'long', sessions: 3, answers: 2, pieces: 50 };
    const [events, unfinished] = await measureDelivery(target, options);
    expect(events?.n).toBeGreaterThan(3 * 2 * 50);
    expect(events?.value).toBeGreaterThan(0);
    expect(unfinished).toMatchObject({ verdict: 'pass', value: 0, n: 6 });
  });

  it('fails on a target that delivers fast and wrong', async () => {
    const target = await openEmbeddedTarget({ mutants: ['leak-to-neighbour'] });
    onTestFinished(() => target[Symbol.asyncDispose]());
    const options = { seed: 'wrong', sessions: 2, answers: 1, pieces: 20 };
    const [, unfinished] = await measureDelivery(target, options);
    expect(unfinished).toMatchObject({ verdict: 'fail' });
    expect(unfinished?.reason).toMatch(/^the answers were wrong: /);
  });

  it('does not ask a target for what it cannot do', async () => {
    const target = await apart(1);
    const { profile } = target;
    const intents = { ...profile.intents, phrase: () => undefined };
    const measurements = await measureDelivery(
      { ...target, profile: { ...profile, intents } },
      { seed: 'none' },
    );
    expect(measurements.map(({ verdict }) => verdict)).toEqual(['not-applicable']);
  });
});
