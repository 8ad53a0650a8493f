import { change, converse, drop, insertAfter } from '../testing/conversation.ts';
import type { Promises } from '../../contract/promises.ts';
import type { Damage } from '../testing/damage.ts';

const envelopes: Promises['envelopes'] = [
  { begins: 'tool_executing', within: [], ends: 'tool_completed', by: 'call' },
];

export const pairDamages: readonly Damage[] = [
  {
    fault: 'F11',
    title: 'the announcement of a tool is left unsaid',
    owner: 'PAIR-ORPHAN',
    build: () => converse({ alter: drop('tool_executing') }),
  },
  {
    fault: 'F11',
    title: 'one of two calls of the same tool is not announced',
    owner: 'PAIR-ORPHAN',
    build: () =>
      converse({
        chat: { calls: 2 },
        alter: insertAfter('tool_completed', [
          'tool_completed',
          { call: 'second', tool: 'echo', outcome: 'completed' },
        ]),
      }),
  },
  {
    fault: 'F14',
    title: 'a completion too many of a tool that no other call has',
    owner: 'PAIR-GHOST',
    build: () =>
      converse({
        chat: { calls: 1 },
        alter: insertAfter('tool_completed', [
          'tool_completed',
          { call: 'ghost', tool: 'invented', outcome: 'completed' },
        ]),
      }),
  },
  {
    fault: 'F12',
    title: 'the completion of a tool is left unsaid',
    owner: 'PAIR-OPEN',
    build: () => converse({ alter: drop('tool_completed') }),
  },
  {
    fault: 'F12',
    title: 'the completion of a tool is lost',
    owner: 'PAIR-OPEN',
    entails: ['ORD-SEQ-GAP'],
    build: () => converse({ alter: drop('tool_completed'), lost: true }),
  },
  {
    fault: 'D15',
    title: 'a tool without call ids stays open',
    owner: 'PAIR-OPEN',
    build: () =>
      converse({
        alter: (steps) =>
          change('tool_executing', { call: undefined })(drop('tool_completed')(steps)),
      }),
  },
  {
    fault: 'F14',
    title: 'a completion for a call that never was',
    owner: 'PAIR-GHOST',
    build: () =>
      converse({
        alter: insertAfter('tool_completed', [
          'tool_completed',
          { call: 'ghost', tool: 'echo', outcome: 'completed' },
        ]),
      }),
  },
  {
    fault: 'F20',
    title: 'a tool that always throws is called completed',
    owner: 'PAIR-OUTCOME',
    build: () => converse({ chat: { tool_outcome: 'failed' } }),
  },
  {
    fault: 'F20',
    title: 'a success carries an error',
    owner: 'PAIR-OUTCOME',
    build: () => converse({ alter: change('tool_completed', { code: 'TOOL_BROKEN' }) }),
  },
  {
    fault: 'F111',
    title: 'a call goes on that never began',
    owner: 'PAIR-ENVELOPE',
    entails: ['PAIR-ORPHAN'],
    build: () => converse({ promises: { envelopes }, alter: drop('tool_executing') }),
  },
  {
    fault: 'F112',
    title: 'a run completes and leaves a call open',
    owner: 'PAIR-ENVELOPE',
    entails: ['PAIR-OPEN'],
    build: () => converse({ promises: { envelopes }, alter: drop('tool_completed') }),
  },
];
