import { LLMock } from '@copilotkit/aimock';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { judgeHistory } from '../../checks/judge/judge-history.ts';
import { drop } from '../../faults/damage/message-damages.ts';
import { strike } from '../../faults/damage/strike.ts';
import { openFaultyTarget } from '../../faults/open-faulty-target.ts';
import type { Damage } from '../../faults/proxy/interference.ts';
import { isLive } from '../../faults/proxy/message.ts';
import { goldenPath } from '../../probe/journeys/golden-path.ts';
import { truth } from '../../probe/journeys/truth.ts';
import { walk } from '../../probe/walk.ts';
import { demoUsers } from '../demo-users.ts';
import type { Target } from '../target.ts';
import { findProfile } from './profile-table.ts';

let calls = 0;

/** The calls that a message asks for, unless they have their results already. */
function callsFor(asked: string) {
  return [...asked.matchAll(/^Use the tool (\w+) with (.*)$/gm)].map(
    ([, name = '', input = '']) => {
      calls += 1;
      return { id: `call-${calls}`, name, arguments: input };
    },
  );
}

const foreign = new LLMock({ port: 0, chunkSize: 8 });

beforeAll(async () => {
  foreign.on({ predicate: () => true }, ({ messages }) => {
    const last = messages.at(-1);
    const { content } = last ?? {};
    const text =
      typeof content === 'string'
        ? content
        : (content ?? []).map((part) => part.text ?? '').join('');
    if (last?.role === 'tool') return { content: `The tool said: ${text}` };
    const toolCalls = callsFor(text);
    return toolCalls.length === 0 ? { content: 'An answer.' } : { toolCalls };
  });
  await foreign.start();
});

afterAll(() => foreign.stop());

function foreignTarget(): Target {
  return {
    name: 'foreign',
    url: foreign.url,
    profile: findProfile('openai-realtime'),
    users: demoUsers(),
    [Symbol.asyncDispose]: () => Promise.resolve(),
  };
}

async function verdictsOf(target: Target, journey = goldenPath) {
  const history = await walk(target, journey, { users: 3, seed: 'rt' });
  const must = judgeHistory(history).filter(({ level }) => level === 'MUST');
  const why = must
    .filter(({ verdict }) => verdict === 'fail')
    .map(({ id, witnesses }) => `${id}: ${witnesses[0]?.however}`);
  return {
    why,
    passed: must.filter(({ verdict }) => verdict === 'pass').map(({ id }) => id),
    history,
  };
}

const exercised = [
  'LIFE-START',
  'LIFE-START-ONCE',
  'LIFE-TERM',
  'LIFE-TERM-ONCE',
  'LIFE-WORK',
  'LIFE-AFTER',
  'PAIR-OPEN',
  'PAIR-ORPHAN',
  'PAIR-OUTCOME',
  'ORD-PO',
  'ORD-PAIR',
  'ONCE-EVENT',
  'ONCE-EXEC',
  'ONCE-TOOL',
  'ONCE-RUNID',
  'TXT-CONCAT',
  'ISO-CANARY',
  'ISO-RUNMIX',
  'SCH-CORR',
  'WIRE-JSON',
  'WIRE-CLOSE',
  'WIRE-HANDSHAKE',
];

test('a clean walk is green, and what the protocol promises is exercised', async () => {
  const { why, passed } = await verdictsOf(foreignTarget());
  expect(why).toEqual([]);
  expect(passed).toEqual(expect.arrayContaining(exercised));
});

test('an answer is held against what its tool gave', async () => {
  const { why, passed } = await verdictsOf(foreignTarget(), truth);
  expect(why).toEqual([]);
  expect(passed).toContain('TRUTH-ANSWER');
});

test('a run is a chain of turns with one start and one terminal', async () => {
  const { history } = await verdictsOf(foreignTarget());
  const events = history.records.flatMap((record) =>
    record.type === 'frame' && record.direction === 'received' ? record.events : [],
  );
  const started = events.find(({ kind }) => kind === 'agent_started');
  const run = events.filter((event) => event.run !== undefined && event.run === started?.run);
  const told = run.filter(({ kind }) => kind !== 'progress_update' && kind !== 'message_delta');
  expect(new Set(run.map(({ turn }) => turn ?? 'none')).size).toBeGreaterThan(2);
  expect(told.map(({ kind }) => kind)).toEqual([
    'message_accepted',
    'agent_started',
    'tool_executing',
    'tool_executing',
    'tool_executing',
    'tool_completed',
    'tool_completed',
    'tool_completed',
    'agent_completed',
  ]);
  expect(
    told
      .filter(({ kind }) => kind === 'tool_completed')
      .every(({ derived_from: n }) => n !== undefined),
  ).toBe(true);
});

describe('each fault is reported by its owner and by nobody else', () => {
  const reset = strike(
    (message) => isLive(message, 'tool_executing'),
    'reset the line',
    (_message, lane) => {
      lane.reset();
      return [];
    },
  );
  test.each<[string, Damage, string]>([
    ['a call is not announced', drop('tool_executing'), 'PAIR-ORPHAN'],
    ['a piece of the answer is lost', drop('message_delta'), 'TXT-CONCAT'],
    ['a start is lost', drop('agent_started'), 'LIFE-START'],
    ['the line is reset', reset, 'WIRE-CLOSE'],
  ])('%s', async (_title, damage, owner) => {
    const faulty = await openFaultyTarget(foreignTarget(), damage, { seed: 'rt', users: 3 });
    try {
      const { why } = await verdictsOf(faulty);
      expect(faulty.errors).toEqual([]);
      expect(faulty.bites.map(({ inFlight }) => inFlight)).toEqual([true]);
      expect(why.map((each) => each.split(':')[0])).toEqual([owner]);
    } finally {
      await faulty[Symbol.asyncDispose]();
    }
  });
});
