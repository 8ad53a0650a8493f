import { expect, it } from 'vitest';
import { digestOf } from '../digest/digest-of.ts';
import { sampleNights } from '../test-support/sample-nights.ts';
import { unstableOf } from './unstable.ts';

it('what turned three times or more, or needed a second attempt, cannot be trusted', () => {
  const ids = unstableOf(sampleNights(60, 'staging').map(digestOf)).map(({ id }) => id);
  expect(ids).toContain('ISO-CANARY');
  expect(ids).toContain('performance-regression > first event within its budget');
  expect(ids).not.toContain('LIFE-TERM');
});
