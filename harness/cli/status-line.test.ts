import { afterEach, expect, test } from 'vitest';
import { openStatusLine, type StatusLine, type StatusStream } from './status-line.ts';

let written = '';
let time = 0;
let status: StatusLine | undefined;
afterEach(() => status?.stop());

function open(stream: Partial<StatusStream>): StatusLine {
  written = '';
  time = 0;
  const write = (text: string): void => void (written += text);
  status = openStatusLine({ columns: 60, ...stream, write }, () => time);
  return status;
}

const wipe = '\r\u001b[2K';

test('a terminal is told what is left of the time that it took before', () => {
  const line = open({ isTTY: true });
  line.start('gate', 42_000);
  expect(written).toBe(`${wipe}gate: 0 s, about 42 s left`);
  time = 12_000;
  line.say('mission-critical: exit 0');
  expect(written).toContain(`${wipe}mission-critical: exit 0\n${wipe}gate: 12 s, about 30 s left`);
  time = 43_000;
  line.say('staging: exit 0');
  expect(written.endsWith('gate: 43 s, longer than the last time')).toBe(true);
  line.stop();
  expect(written.endsWith(wipe)).toBe(true);
  line.say('done');
  expect(written.endsWith(`${wipe}done\n`)).toBe(true);
});

test('who has never run it is not told a time that nobody knows', () => {
  open({ isTTY: true }).start('gate');
  expect(written).toBe(`${wipe}gate: 0 s`);
});

test('the line is cut to the terminal', () => {
  open({ isTTY: true, columns: 10 }).start('a rather long command');
  expect(written).toBe(`${wipe}a rather `);
});

test('anything but a terminal gets one line after the other', () => {
  const line = open({});
  line.start('gate', 42_000);
  line.say('mission-critical: exit 0');
  line.stop();
  expect(written).toBe('mission-critical: exit 0\n');
});
