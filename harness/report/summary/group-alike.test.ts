import { describe, expect, it } from 'vitest';
import { unknownResult } from '../test-support/sample-results.ts';
import type { Entry } from './entry.ts';
import { groupAlike } from './group-alike.ts';
import { troublesOf } from './troubles-of.ts';

const fail: Entry = { kind: 'check', id: 'A', title: 'a', standing: 'fail', reason: 'same' };

describe('entries that stand alike', () => {
  it('are told together when there are three or more', () => {
    const groups = groupAlike(troublesOf(unknownResult));
    expect(groups.map((group) => group.length)).toEqual([5, 1]);
  });

  it('are told one by one when they failed, or are few', () => {
    const failures = ['A', 'B', 'C'].map((id) => ({ ...fail, id }));
    expect(groupAlike(failures)).toHaveLength(3);
    const few = ['A', 'B'].map((id): Entry => ({ ...fail, id, standing: 'unknown' }));
    expect(groupAlike(few)).toHaveLength(2);
  });

  it('are told together when they are numbers over the same wrong answers', () => {
    const numbers = ['run.p50', 'run.p95', 'run.p99'].map((id): Entry => ({
      ...fail,
      kind: 'measurement',
      id,
    }));
    expect(groupAlike([...numbers, fail])).toEqual([numbers, [fail]]);
  });
});
