import { expect, it } from 'vitest';
import { staleIn } from './stale-in.ts';

const known = ['LIFE-CANCEL'];
const gave = (...verdicts: ('pass' | 'fail' | 'unknown')[]) =>
  verdicts.map((verdict) => ({ id: 'LIFE-CANCEL', verdict }));

it('calls a known failure stale when its check passes', () => {
  expect(staleIn(gave('unknown', 'pass'), known)).toEqual(known);
});

it('does not do so while it fails anywhere, or where no journey came to it', () => {
  expect(staleIn(gave('pass', 'fail'), known)).toEqual([]);
  expect(staleIn(gave('unknown'), known)).toEqual([]);
});
