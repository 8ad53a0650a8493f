import { describe, expect, it } from 'vitest';
import type { CloseCause, HistoryRecord } from '../../contract/history.ts';
import { lifeStart } from '../life/life-start.ts';
import { lifeTermTrunc } from '../life/life-term-trunc.ts';
import { lifeTerm } from '../life/life-term.ts';
import { wireClose } from '../wire/wire-close.ts';
import { wireHalfopen } from '../wire/wire-halfopen.ts';
import { judgeHistory } from './judge-history.ts';
import { HistoryBuilder } from '../testing/history-builder.ts';
import { kindEntry } from './kind-table.ts';
import { RunTracker } from './run-tracker.ts';
import type { RunView } from './run-entry.ts';

interface Told {
  readonly run: RunView | undefined;
  readonly home: boolean | undefined;
  readonly repeat: boolean;
}

function track(built: HistoryBuilder): { told: Told[]; letGo: RunView[]; tracker: RunTracker } {
  const letGo: RunView[] = [];
  const tracker = new RunTracker(built.promises, (run) => letGo.push(run));
  const told = built.records.flatMap((record: HistoryRecord) => {
    tracker.observe(record);
    if (record.type !== 'frame' || record.direction === 'sent') return [];
    return record.events.map((event) => {
      const run = tracker.follow(record, event, kindEntry(event.kind));
      return { run, home: run?.home, repeat: tracker.repeat };
    });
  });
  return { told, letGo, tracker };
}

describe('a run is at home where it was asked for', () => {
  it('and a guest on a second tab', () => {
    const built = new HistoryBuilder().open('a', 'ada').open('tab', 'ada');
    built.chat('a', 'r').say('tab', 'r', 'agent_started').say('a', 'r', 'agent_started');
    expect(track(built).told.map(({ home }) => home)).toEqual([true, false, true]);
  });

  it('even when somebody else sees it first', () => {
    const built = new HistoryBuilder().open('a', 'ada').open('b', 'bob').act('b', 'chat');
    built.say('a', 'r', 'agent_started').say('b', 'r', 'agent_started');
    expect(track(built).told.map(({ home }) => home)).toEqual([false, true]);
  });
});

const twice = (replay: boolean): HistoryBuilder =>
  new HistoryBuilder()
    .open('a', 'ada')
    .say('a', 'r', 'agent_started')
    .say('a', 'r', 'agent_started', { seq: 1, ...(replay ? { replay } : {}) });

describe('a repetition', () => {
  it('is one when it is declared', () => {
    expect(track(twice(true)).told.map(({ repeat }) => repeat)).toEqual([false, true]);
  });

  it('is an event like any other when it is not', () => {
    expect(track(twice(false)).told.map(({ repeat }) => repeat)).toEqual([false, false]);
  });
});

it('closed runs are let go, and their ids remembered in at most 16 bytes each', () => {
  const built = new HistoryBuilder().open('a', 'ada');
  const runs = 4_000;
  for (let index = 0; index < runs; index += 1) {
    built.say('a', `r${index}`, 'agent_started').say('a', `r${index}`, 'agent_completed');
  }
  const { letGo, tracker } = track(built);
  expect(letGo.length).toBeGreaterThan(2_000);
  expect([...tracker.openRuns()]).toEqual([]);
  expect(tracker.closedRuns.size).toBe(letGo.length);
  expect(tracker.closedRuns.bytes / tracker.closedRuns.size).toBeLessThanOrEqual(16);
});

describe('where each message opens a stream', () => {
  /** Two streams of one client: the first breaks off in the middle of its run, the second ends well. */
  function twoStreams(first: CloseCause) {
    const built = new HistoryBuilder().open('a', 'ada');
    built.chat('a', 'r1').say('a', 'r1', 'agent_started').close('a', { cause: first });
    built.open('a', 'ada').chat('a', 'r2').say('a', 'r2', 'agent_started');
    built.say('a', 'r2', 'agent_completed').close('a', { cause: 'stream-end' }).end();
    return built.history;
  }

  it.each([
    ['rst', 'WIRE-CLOSE'],
    ['stream-end', 'LIFE-TERM-TRUNC'],
    ['silence', 'WIRE-HALFOPEN'],
  ] as const)('a run ends as its own stream did: %s', (cause, owner) => {
    const streams = [wireClose, wireHalfopen, lifeTermTrunc, lifeTerm];
    const results = judgeHistory(twoStreams(cause), { checks: streams });
    const red = results.filter(({ verdict }) => verdict === 'fail');
    expect(red.map(({ id }) => id)).toEqual([owner]);
  });

  it('a message that was refused at the door is not waited for', () => {
    const built = new HistoryBuilder().act('a', 'chat', { key: 'k' });
    built.open('a', 'ada', { outcome: 'refused', status: 503 }).wait(60_000).end();
    const [result] = judgeHistory(built.history, { checks: [lifeStart] });
    expect(result?.verdict).toBe('unknown');
  });
});
