import { expect, it } from 'vitest';
import { digestOf } from '../../digest/digest-of.ts';
import { sampleNights } from '../../test-support/sample-nights.ts';
import { failuresOf, lastFailures } from './run-list.ts';

const [night] = sampleNights(1, 'staging').map(digestOf);
if (night === undefined) throw new Error('there is no night');

/** Nights that ended with these sentences; none for one that passed. */
const nights = (...sentences: readonly string[]) =>
  sentences.map((sentence, index) => ({
    ...night,
    run_id: `night-${String(index + 1)}`,
    started_at: `2026-11-0${String(index + 1)}T02:00:00.000Z`,
    verdict: sentence === '' ? ('pass' as const) : ('fail' as const),
    sentence,
  }));

it('tells once what failed night after night, and links to the newest', () => {
  const digests = nights('a failed', 'a failed', '', 'a failed', 'b failed', 'b failed');
  expect(failuresOf(digests).map(({ run_id: id }) => id)).toEqual([
    'night-6',
    'night-4',
    'night-2',
  ]);
  const { markup } = lastFailures(digests);
  expect(markup).toContain('2 runs since 2026-11-05');
  expect(markup).toContain('2 runs since 2026-11-01');
});

it('says so when every run passed', () => {
  expect(lastFailures(nights('', '')).markup).toContain('Every run on record passed.');
});
