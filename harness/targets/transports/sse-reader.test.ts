import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SseReader } from './sse-reader.ts';

const read = (text: string, chunk = text.length): string[] => {
  const reader = new SseReader();
  const bytes = Buffer.from(text);
  const events: string[] = [];
  for (let at = 0; at < bytes.length; at += chunk) {
    events.push(...reader.push(bytes.subarray(at, at + chunk), 0).map(({ data }) => data));
  }
  return events;
};

test('data lines are joined, comments and other fields are left out', () => {
  expect(read(': hello\nevent: update\ndata: {\ndata:  "a": 1}\nretry: 5\n\n')).toEqual([
    '{\n "a": 1}',
  ]);
});

test('an id stays the position until another one is given', () => {
  const events = new SseReader().push(Buffer.from('id: 7\ndata: a\n\ndata: b\n\n'), 0);
  expect(events.map(({ id }) => id)).toEqual(['7', '7']);
});

test('however the bytes are cut and the lines ended, the events are the same', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('\n', '\r\n', '\r'),
      fc.integer({ min: 1, max: 40 }),
      (ending, chunk) => {
        const text = ['data: één', '', ': ping', '', 'data: two', 'data: lines', '', ''].join(
          ending,
        );
        expect(read(text, chunk)).toEqual(['één', 'two\nlines']);
      },
    ),
  );
});

test('a comment alone is no event, and half an event is told', () => {
  const reader = new SseReader();
  reader.push(Buffer.from(': ping\n\n'), 0);
  expect(reader.insideEvent).toBe(false);
  reader.push(Buffer.from('data: half'), 0);
  expect(reader.insideEvent).toBe(true);
  reader.push(Buffer.from('\n'), 0);
  expect(reader.insideEvent).toBe(true);
});
