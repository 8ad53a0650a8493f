import { array, assert, integer, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { digestOf } from '../digest/digest-of.ts';
import { sampleNights } from '../test-support/sample-nights.ts';
import { changePoints } from './change-points.ts';
import { chartsOf } from './charts-of.ts';
import { criteriaHistory } from './criteria-history.ts';
import { unstableOf } from './unstable.ts';

const digests = sampleNights(60, 'staging').map(digestOf);

describe('a change of level', () => {
  it('is found where it happened', () => {
    const latency = chartsOf(digests, 't').find(({ title }) => title === 'run.p95');
    expect(latency?.changes).toEqual([latency?.times[35]]);
  });

  it('is found twice when it goes and comes back', () => {
    const values = Array.from({ length: 45 }, (_, index) => {
      return (index % 3) + (index >= 15 && index < 30 ? 9 : 0);
    });
    expect(changePoints(values)).toEqual([15, 30]);
  });

  it('is neither one slow night nor a flat line nor too short a series', () => {
    const spike = Array.from({ length: 40 }, (_, index) => (index === 20 ? 900 : (index * 7) % 5));
    expect(changePoints(spike)).toEqual([]);
    expect(changePoints(Array.from({ length: 50 }, () => 5))).toEqual([]);
    expect(changePoints([1, 1, 1, 9, 9, 9])).toEqual([]);
  });

  it('depends on the order of size alone, not on the unit', () => {
    assert(
      property(array(integer({ min: 1, max: 50 }), { maxLength: 60 }), (values) => {
        expect(changePoints(values.map((value) => value * 1000))).toEqual(changePoints(values));
      }),
    );
  });
});

describe('criteria over time', () => {
  it('say since when they stand as they do', () => {
    const isolation = criteriaHistory(digests).find(({ id }) => id === 'isolation');
    expect(isolation?.since).toBe(digests[45]?.started_at);
    expect(isolation?.runs.filter(({ verdict }) => verdict === 'fail')).toHaveLength(13);
  });
});

describe('what cannot be trusted', () => {
  it('is what turned three times or more, or needed a second attempt', () => {
    const ids = unstableOf(digests).map(({ id }) => id);
    expect(ids).toContain('ISO-CANARY');
    expect(ids).toContain('performance-regression > first event within its budget');
    expect(ids).not.toContain('LIFE-TERM');
  });
});
