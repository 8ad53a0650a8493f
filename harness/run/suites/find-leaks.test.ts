import { once } from 'node:events';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { expect, test, vi } from 'vitest';
import { findLeaks, lookAround, restore } from './find-leaks.ts';

test('a test that leaves everything as it was has no leak', () => {
  expect(findLeaks(lookAround(), lookAround())).toEqual([]);
});

test('variables that were set, changed or taken away are named, and put back', () => {
  const before = lookAround();
  process.env['GOLDEN_PATH_LEAK'] = 'left';
  expect(findLeaks(before, lookAround())).toEqual(['it left process.env.GOLDEN_PATH_LEAK changed']);
  restore(before);
  expect(process.env['GOLDEN_PATH_LEAK']).toBeUndefined();
  const path = process.env['PATH'];
  delete process.env['PATH'];
  expect(findLeaks(before, lookAround())).toEqual(['it left process.env.PATH changed']);
  restore(before);
  expect(process.env['PATH']).toBe(path);
});

test('a server that listens on is seen', async () => {
  const before = lookAround();
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  expect(findLeaks(before, lookAround())).toEqual(['it left 1 server listening']);
  server.close();
  await once(server, 'close');
});

test('another clock is seen', () => {
  const before = lookAround();
  vi.useFakeTimers();
  const leaks = findLeaks(before, lookAround());
  vi.useRealTimers();
  expect(leaks).toEqual(['it left another clock in place']);
  expect(findLeaks(before, lookAround())).toEqual([]);
});

test('another folder is seen', () => {
  const before = lookAround();
  const after = { ...before, folder: tmpdir() };
  expect(findLeaks(before, after)).toEqual([`it left the working folder at ${tmpdir()}`]);
});
