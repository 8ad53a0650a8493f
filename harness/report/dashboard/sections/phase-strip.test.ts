import { describe, expect, it } from 'vitest';
import { digestOf } from '../../digest/digest-of.ts';
import { sampleNights } from '../../test-support/sample-nights.ts';
import { criteriaHistory } from '../criteria-history.ts';
import { phaseStrip } from './phase-strip.ts';

const digests = sampleNights(20, 'staging').map(digestOf);
const steady = criteriaHistory(digests).find(({ id }) => id === 'one-factory');
const wavering = criteriaHistory(digests).find(({ id }) => id === 'isolation');

describe('the strips of criteria', () => {
  it('fold away what never wavered, once that is much', () => {
    const many = Array.from({ length: 30 }, () => steady).filter((one) => one !== undefined);
    const markup =
      phaseStrip([...many, ...(wavering === undefined ? [] : [wavering])])?.markup ?? '';
    const [shown = '', folded = ''] = markup.split('<details');
    expect(shown).toContain('isolation: failed in 12 of 20 runs');
    expect(shown).not.toContain('one-factory');
    expect(folded).toContain('30 criteria passed in every run');
  });

  it('are all shown while they are few', () => {
    const markup = phaseStrip(criteriaHistory(digests))?.markup ?? '';
    expect(markup).not.toContain('<details');
    expect(markup).toContain('not yet required');
  });

  it('do not take what was once asked for a present state', () => {
    const [newest] = digests.slice(-1);
    if (newest === undefined) throw new Error('there are no nights');
    const criteria = newest.criteria.filter(({ id }) => id !== 'isolation');
    const markup = phaseStrip(criteriaHistory([...digests, { ...newest, criteria }]))?.markup ?? '';
    expect(markup.match(/not asked now/g)).toHaveLength(1);
  });
});
