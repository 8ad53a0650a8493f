import { expect, it } from 'vitest';
import { digestOf } from '../digest/digest-of.ts';
import { sampleNights } from '../test-support/sample-nights.ts';
import { criteriaHistory } from './criteria-history.ts';

const digests = sampleNights(60, 'staging').map(digestOf);

it('criteria say since when they stand as they do', () => {
  const isolation = criteriaHistory(digests).find(({ id }) => id === 'isolation');
  expect(isolation?.since).toBe(digests[45]?.started_at);
  expect(isolation?.runs.filter(({ verdict }) => verdict === 'fail')).toHaveLength(13);
});
