import { expect, it } from 'vitest';
import type { CheckResult } from '../../contract/check-result.ts';
import { lifeTerm } from '../life/life-term.ts';
import { converse, drop } from '../testing/conversation.ts';
import { HistoryBuilder } from '../testing/history-builder.ts';
import { judgeOne } from '../testing/judge-one.ts';
import { mergeResults } from './merge-results.ts';

const pass = judgeOne(lifeTerm, converse());
const fail = judgeOne(lifeTerm, converse({ alter: drop('agent_completed'), end: 'deadline' }));
const idle = judgeOne(lifeTerm, new HistoryBuilder());
const left: CheckResult = { ...idle, verdict: 'not-applicable', reason: 'left out' };
const crash: CheckResult = { ...idle, cause: 'harness-error', reason: 'it crashed' };

it.each([
  ['the worst wins', [pass, fail], 'fail'],
  ['a history without anything to judge takes no part', [idle, pass], 'pass'],
  ['nothing to judge anywhere is unknown', [idle, idle], 'unknown'],
  ['a crash is not drowned', [pass, crash], 'unknown'],
  ['not applicable anywhere stays so', [left, left], 'not-applicable'],
  ['not applicable here, judged there', [left, pass], 'pass'],
] as const)('%s', (_title, parts, verdict) => {
  expect(mergeResults(parts).map((result) => result.verdict)).toEqual([verdict]);
});

it('adds up what was met', () => {
  const [merged] = mergeResults([pass, fail]);
  expect(merged?.exercised).toBe(pass.exercised + fail.exercised);
  expect(merged?.witnesses).toEqual(fail.witnesses);
});
