import { expect, it } from 'vitest';
import { measureAlone } from './measure-alone.ts';

const spin = (query: string): URL => new URL(`../paired/fixtures/spin.ts${query}`, import.meta.url);

const measure = (query: string) =>
  measureAlone({ name: 'spin', workload: spin(query), seed: 'alone', launches: 1 });

it('measures cost per request and its ratio to the control', async () => {
  const [cpu, ratio] = await measure('?rounds=1000');
  expect(cpu).toMatchObject({ id: 'speed.spin.cpu-per-request', unit: 'us', n: 36 });
  expect(cpu?.verdict).toBe('not-applicable');
  expect(ratio?.unit).toBe('ratio');

  // Ten times the work: more than any processor slows down between two measurements of CPU time.
  const [, heavier] = await measure('?rounds=10000');
  expect(heavier?.value).toBeGreaterThan((ratio?.value ?? Infinity) * 2);

  const [wrong] = await measure('?wrong');
  expect(wrong).toMatchObject({ verdict: 'fail' });
});
