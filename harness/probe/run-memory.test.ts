import { expect, it } from 'vitest';
import { RunMemory } from './run-memory.ts';

it('knows after a reconnect how far each run was seen before it, whatever comes live since', () => {
  const memory = new RunMemory();
  memory.note('r', { kind: 'agent_started', seq: 1 });
  memory.note('r', { kind: 'agent_thinking', seq: 3 });
  memory.note('r', { kind: 'agent_started', seq: 1, replay: true });
  expect(memory.seenBefore('r')).toBeUndefined();
  memory.reconnect();
  memory.note('r', { kind: 'tool_executing', seq: 7 });
  expect(memory.seenBefore('r')).toBe(3);
});

it('gives an end that came early once, and knows the thread of a run', () => {
  const memory = new RunMemory();
  const end = { kind: 'agent_completed' } as const;
  memory.note('r', end);
  memory.noteThread('r', 't');
  expect(memory.takeTerminal('r')).toBe(end);
  expect(memory.takeTerminal('r')).toBeUndefined();
  expect([memory.threadOf('r'), memory.threadOf('other')]).toEqual(['t', undefined]);
});

it('forgets the run that it met longest ago', () => {
  const memory = new RunMemory();
  for (let run = 0; run < 65; run += 1) memory.noteThread(`r${run}`, 't');
  expect([memory.threadOf('r0'), memory.threadOf('r1')]).toEqual([undefined, 't']);
});
