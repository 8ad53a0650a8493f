import { expect, it } from 'vitest';
import type { FrameRecord } from '../../contract/history.ts';
import { ownEntry } from './own-entry.ts';

const two = [
  { is: 'end', id: 'c1', out: 'x' },
  { is: 'end', id: 'c2', out: 'y' },
];
const begun = { is: 'begin', id: 'c1' };

/** The entry of the last event of a frame whose events belong to these calls. */
function last(raw: string, ...calls: readonly string[]): string | undefined {
  const events = calls.map((call) => ({ kind: 'tool_completed' as const, call }));
  const frame: FrameRecord = {
    type: 'frame',
    n: 0,
    at: 0,
    wall: 0,
    connection: 'a',
    epoch: 0,
    direction: 'received',
    raw,
    encoding: 'text',
    bytes: raw.length,
    events,
  };
  const event = events.at(-1);
  return event === undefined ? undefined : ownEntry(frame, event);
}

it.each([
  ['a list', JSON.stringify(two)],
  ['a list in an object', JSON.stringify({ session: 's', ops: two })],
])('of %s, the entry that names the call', (_title, raw) => {
  expect(last(raw, 'c1', 'c2')).toBe(JSON.stringify(two[1]));
});

it('of several entries that name the call, the one in the place of the event', () => {
  expect(last(JSON.stringify([begun, ...two]), 'c2', 'c1', 'c1')).toBe(JSON.stringify(two[0]));
});

it.each([
  ['an entry too many names the call', JSON.stringify([begun, ...two])],
  ['no entry names it', JSON.stringify([{ id: 'c2' }, { id: 'c3' }])],
  ['the frame is no JSON', 'c1'],
])('nothing where %s', (_title, raw) => {
  expect(last(raw, 'c2', 'c1')).toBeUndefined();
});

it('all of a frame with one event', () => {
  expect(last('anything', 'c1')).toBe('anything');
});
