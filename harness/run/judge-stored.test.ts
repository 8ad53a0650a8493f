import { expect, it } from 'vitest';
import { converse } from '../checks/testing/conversation.ts';
import { HistoryBuilder } from '../checks/testing/history-builder.ts';
import { judgeHistories } from './judge-stored.ts';

const judge = (built: HistoryBuilder) =>
  judgeHistories([{ file: 'built.ndjson', history: built.history }]).gate;

it('passes on what a history shows, and asks for nothing that it could not show', () => {
  expect(judge(converse())?.verdict).toBe('pass');
});

it('never passes on a history that shows nothing of a target, however whole it is', () => {
  expect(judge(new HistoryBuilder().end())?.verdict).toBe('unknown');
});

it('never passes on the beginning of a walk that was broken off', () => {
  const gate = judge(converse({ end: 'aborted' }));
  expect(gate?.verdict).toBe('unknown');
  expect(gate?.criteria.find(({ id }) => id === 'META-RECORDER')?.reason).toContain('broken off');
});
