import { expect, test } from 'vitest';
import { converse, drop, legalSteps } from '../../checks/testing/conversation.ts';
import type { HistoryBuilder } from '../../checks/testing/history-builder.ts';
import { LiveSink } from './live-sink.ts';
import { MemorySink } from './memory-sink.ts';
import { Recorder } from './recorder.ts';

function judgeLive(built: HistoryBuilder) {
  const kept = new MemorySink();
  const live = new LiveSink(kept);
  live.begin(built.history.header);
  for (const record of built.records) live.record(record);
  live.end();
  return { kept: kept.history.records, results: live.results() };
}

/** Ada talks for so long that what she said first is forgotten; then her next run begins without a start. */
function talkOn(built: HistoryBuilder): void {
  for (let run = 0; run < 20; run += 1) {
    built.chat('a', `more-${run}`);
    for (const [kind, rest] of legalSteps(`more-${run}`, 'gpc-ada-1')) {
      if (run < 19 || kind !== 'agent_started') built.say('a', `more-${run}`, kind, rest);
    }
  }
  built.say('a', 'more-19', 'agent_started');
}

test('nothing is kept while nothing fails', () => {
  const { kept, results } = judgeLive(converse());
  expect(kept).toEqual([]);
  expect(results.filter(({ verdict }) => verdict === 'fail')).toEqual([]);
});

test('of the connection where a check fails the latest records are kept, once and in order', () => {
  const { kept } = judgeLive(converse({ after: talkOn }));
  const numbers = kept.map(({ n }) => n);
  expect(numbers.length).toBeGreaterThan(0);
  expect(numbers.length).toBeLessThanOrEqual(64);
  expect(numbers).toEqual([...new Set(numbers)].toSorted((left, right) => left - right));
  expect(new Set(kept.map((record) => 'connection' in record && record.connection))).toEqual(
    new Set(['a']),
  );
});

test('who keeps the latest records hears when a batch is over', () => {
  const { header } = converse().history;
  let flushes = 0;
  const kept = { begin() {}, record() {}, flush: () => void (flushes += 1), end() {} };
  const recorder = new Recorder(header, [new LiveSink(kept)]);
  recorder.add({ type: 'harness', notice: 'model-match' });
  expect(flushes).toBe(1);
});

test('a witness shows the bytes that are still kept', () => {
  const { results } = judgeLive(converse({ alter: drop('tool_completed') }));
  const witness = results.find(({ id }) => id === 'PAIR-OPEN')?.witnesses[0];
  expect(witness?.raw.length).toBe(witness?.records.length);
});
