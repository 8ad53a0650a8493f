import { expect, it } from 'vitest';
import { identify } from '../rules/identity.ts';
import { permittedEntries } from './permitted-entries.ts';
import { recordBaseline } from './update-baseline.ts';

function entries(path: string, ...targets: string[]) {
  const place = { rule: 'SSOT003', role: 'store', scope: 'production', path, line: 1 } as const;
  const drafts = targets.map((target) => ({ ...place, symbol: 'Rows', target, message: '' }));
  return recordBaseline(identify(drafts), 'c0ffee');
}

it('lets each entry of the base pay for one that moved, and for no second one', () => {
  const moved = new Map([['new.py', 'old.py']]);
  const before = entries('old.py', 'a', 'b');
  const after = entries('new.py', 'a', 'b', 'c', 'd');
  expect(permittedEntries(after, before, moved)).toEqual(after.slice(0, 2));
  expect(permittedEntries(after, before, new Map())).toEqual([]);
});
