import { expect, test } from 'vitest';
import { HistoryBuilder } from '../checks/testing/history-builder.ts';
import type { ProfileConfigInput } from '../contract/profile-config.ts';
import { doubtProfile } from './doubt-profile.ts';
import { findProfile } from './profiles/profile-table.ts';

type Frames = ProfileConfigInput['frames'];

/** What is doubted of a profile of the configuration whose target says a piece twice and then its end. */
function doubts(text: string, rest: Partial<Frames> = {}): string[] {
  const mine: ProfileConfigInput = {
    title: 'built',
    transport: { over: 'websocket' },
    intents: { chat: { id: '$key', ask: '$content' } },
    frames: {
      rules: [
        { when: 'begun', say: 'agent_started' },
        { when: 'piece', say: 'message_delta', text },
        { when: 'broke', say: 'agent_error', code: 'why' },
        { when: 'done', say: 'agent_completed' },
      ],
      ...rest,
    },
  };
  const profile = findProfile('mine', { mine });
  const built = new HistoryBuilder(profile.promises).open('a', 'u');
  built.act('a', 'chat', { calls: 1 });
  const frames = [
    { type: 'begun' },
    { type: 'piece', delta: {} },
    { type: 'piece', delta: { text: '' } },
    { type: 'done', calls: [] },
  ];
  for (const frame of frames) built.frame('a', JSON.stringify(frame));
  return doubtProfile(built.history, profile);
}

test('a path that held nothing in any frame of its rule is named; a rule that met none is not', () => {
  expect(doubts('delta.txet')).toEqual([
    'rule 2 matched 2 frames; its path delta.txet (text) held nothing in any of them',
  ]);
});

test('a path that held something once is in order, an empty text included', () => {
  expect(doubts('delta.text')).toEqual([]);
});

test('a list of calls that no closing frame held is named', () => {
  const tools = { call: 'id', tool: 'name', input: 'input', result: {}, next: {} };
  expect(doubts('delta.text', { clientTools: { ...tools, calls: 'clals' } })).toEqual([
    'frames.clientTools.calls: clals held no list in any frame that said agent_completed (1)',
  ]);
  expect(doubts('delta.text', { clientTools: { ...tools, calls: 'calls' } })).toEqual([]);
});
