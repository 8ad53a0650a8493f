import { expect, it } from 'vitest';
import { judgeHistory } from './judge/judge-history.ts';
import { decoys } from './testing/decoys.ts';

it.each(decoys)('$id, $title: no check flags it', ({ build }) => {
  const results = judgeHistory(build().history);
  const alarms = results.filter(({ verdict }) => verdict === 'fail');
  expect(alarms.map(({ id, witnesses }) => `${id}: ${witnesses[0]?.however}`)).toEqual([]);
  const judged = results.filter(({ verdict }) => verdict === 'pass');
  expect(judged.length).toBeGreaterThan(20);
});
