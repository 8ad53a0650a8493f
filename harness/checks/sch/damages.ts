import { adasCanary, change, converse, insertAfter } from '../testing/conversation.ts';
import type { Damage } from '../testing/damage.ts';
import { plantSecond, secondCanary, withCalls } from '../testing/told-calls.ts';

const mistyped = { rule: 'SCH-FIELD', pointer: '/payload/tool_name', message: 'expected string' };
const badArguments = { rule: 'SCH-ARGS', pointer: '/payload/parameters', message: 'not JSON' };
const notAnObject = { rule: 'SCH-SHAPE', pointer: '', message: 'the frame is an array' };

const nameless = (raw: string) => () =>
  converse({ after: (built) => built.frame('a', raw, { events: [{ kind: 'unknown' }] }) });

export const schemaDamages: readonly Damage[] = [
  {
    fault: 'F38',
    title: 'a frame is an array',
    owner: 'SCH-SHAPE',
    build: () =>
      converse({ after: (built) => built.frame('a', '[1]', { problems: [notAnObject] }) }),
  },
  {
    fault: 'F50',
    title: 'an event in another envelope',
    owner: 'SCH-SHAPE',
    build: nameless('{"event":{"type":"agent_thinking","run":"r1","seq":9}}'),
  },
  {
    fault: 'F50',
    title: 'an event encoded twice',
    owner: 'SCH-SHAPE',
    build: nameless('{"event":"{\\"type\\":\\"agent_thinking\\",\\"run\\":\\"r1\\"}"}'),
  },
  { fault: 'F39', title: 'no name', owner: 'SCH-KIND', build: nameless('{"run":"r1","seq":9}') },
  {
    fault: 'F40',
    title: 'a field has the wrong type',
    owner: 'SCH-FIELD',
    build: () => converse({ alter: change('tool_executing', { problems: [mistyped] }) }),
  },
  {
    fault: 'F41',
    title: 'an unknown kind',
    owner: 'SCH-UNKNOWN',
    expect: 'info',
    build: () => converse({ alter: insertAfter('agent_thinking', ['unknown', { name: 'usage' }]) }),
  },
  {
    fault: 'F42',
    title: 'a critical kind is misspelt',
    owner: 'SCH-NEARMISS',
    entails: ['LIFE-THINK'],
    build: () =>
      converse({ alter: change('agent_thinking', { kind: 'unknown', name: 'agentThinkin' }) }),
  },
  {
    fault: 'D20',
    title: 'a critical kind is renamed on its way',
    owner: 'SCH-NEARMISS',
    entails: ['LIFE-THINK'],
    build: () =>
      converse({ alter: change('agent_thinking', { kind: 'unknown', name: 'agent_progress' }) }),
  },
  {
    fault: 'F43',
    title: 'an event does not name its run',
    owner: 'SCH-CORR',
    entails: ['LIFE-THINK', 'ORD-SEQ-GAP'],
    build: () => converse({ alter: change('agent_thinking', { run: undefined }) }),
  },
  {
    fault: 'F43',
    title: 'an event does not name its thread',
    owner: 'SCH-CORR',
    build: () =>
      converse({
        promises: { correlation: ['run', 'thread'] },
        alter: change('tool_executing', { thread: undefined }),
      }),
  },
  {
    fault: 'F48',
    title: 'tool arguments are not JSON',
    owner: 'SCH-ARGS',
    build: () => converse({ alter: change('tool_executing', { problems: [badArguments] }) }),
  },
  {
    fault: 'F48',
    title: 'tool arguments are shown as others than the tool got',
    owner: 'SCH-ARGS',
    build: () =>
      converse({
        alter: (steps) =>
          withCalls(steps, ['one', adasCanary, adasCanary], ['two', 'other', adasCanary]),
      }),
  },
  {
    fault: 'D22',
    title: 'two calls get the results of each other',
    owner: 'SCH-SWAP',
    build: () =>
      converse({
        before: plantSecond,
        alter: (steps) =>
          withCalls(steps, ['one', adasCanary, secondCanary], ['two', secondCanary, adasCanary]),
      }),
  },
  {
    fault: 'D21',
    title: 'the same kind in another envelope',
    owner: 'SCH-FINGERPRINT',
    build: () =>
      converse({
        after: (built) =>
          built.event(
            'a',
            { kind: 'progress_update', run: 'r1' },
            { raw: '{"type":"progress_update","data":{},"critical":true}' },
          ),
        alter: insertAfter('agent_thinking', ['progress_update']),
      }),
    entails: ['LIFE-AFTER'],
  },
  {
    fault: 'D22',
    title: 'a tool has the name of its agent',
    owner: 'SCH-SWAP',
    build: () => converse({ alter: change('tool_executing', { tool: 'assistant' }) }),
  },
  {
    fault: 'D22',
    title: 'tool and agent change places',
    owner: 'SCH-SWAP',
    build: () =>
      converse({ alter: change('tool_executing', { tool: 'assistant', agent: 'echo' }) }),
  },
  {
    fault: 'D22',
    title: 'a completion names another tool than its announcement',
    owner: 'SCH-SWAP',
    build: () => converse({ alter: change('tool_completed', { tool: 'count' }) }),
  },
];
