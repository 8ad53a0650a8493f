import { expect, it } from 'vitest';
import { unmask } from './unmask.ts';

const canary = 'gpc-0123456789abcdef0123';
const surroundings = ['', 'x', 'xy', '{"q":"', '€'].flatMap((before) =>
  ['', 'z', '"}'].map((after) => [before, after] as const),
);

it.each(surroundings)('reads a canary in base64 between %j and %j', (before, after) => {
  const bytes = Buffer.from(`${before}${canary} ${after}`);
  expect(unmask(`{"a":"${bytes.toString('base64')}"}`)).toContain(canary);
  expect(unmask(`?a=${bytes.toString('base64url')}&b`)).toContain(canary);
});

it.each([String.raw`\u0067pc-1`, String.raw`gpc\u002D1`, String.raw`{\"a\":\"\\u0067pc-1\"}`])(
  'reads a canary in %s',
  (text) => expect(unmask(text)).toContain('gpc-1'),
);

it.each([`{"text":"${canary}"}`, String.raw`"\ud83d\ude42"`, 'dwYy', 'Z3BjLQ'.slice(0, 5), ''])(
  'finds nothing more in %j',
  (text) => expect(unmask(text)).not.toContain(canary),
);
