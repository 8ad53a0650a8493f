import { expect, it } from 'vitest';
import { z } from 'zod';
import { EventCopy, mask, tooLarge } from './event-copy.ts';
import { SecretKeys } from './secret-keys.ts';

const roomy = 10_000;

function openCopy(...declared: string[]) {
  return new EventCopy(new SecretKeys(declared));
}

it.each([
  'password',
  'db_password',
  'passwordHash',
  'apiKey',
  'api_key',
  'access_token',
  'Authorization',
  'client-secret',
  'credentials',
  'session_cookie',
  'oauth',
])('masks %s', (key) => {
  expect(openCopy().copy({ [key]: 'sesame' }, roomy)).toEqual({ [key]: mask });
});

it.each(['max_tokens', 'author', 'key', 'keyboard', 'city', 'authorised'])('leaves %s', (key) => {
  expect(openCopy().copy({ [key]: 'plain' }, roomy)).toEqual({ [key]: 'plain' });
});

it('masks declared keys, deep inside, and whole objects under a secret key', () => {
  const value = { outer: [{ pin: 1234 }], credentials: { user: 'ada', pass: 'sesame' } };
  expect(openCopy('PIN').copy(value, roomy)).toEqual({
    outer: [{ pin: mask }],
    credentials: mask,
  });
});

it('masks a secret of the arguments in the result and in texts, wherever it stands', () => {
  const copy = openCopy();
  const shown = copy.copy({ note: 'open sesame!', login: { password: 'sesame' } }, roomy);
  expect(shown).toEqual({ note: `open ${mask}!`, login: { password: mask } });
  expect(copy.copy(['sesame'], roomy)).toEqual([mask]);
  expect(copy.maskText('wrong password sesame')).toBe(`wrong password ${mask}`);
});

it('keeps what the schema of a tool calls by a secret name masked, and its other keys plain', () => {
  const keys = new SecretKeys([], z.object({ city: z.string(), token: z.string() }));
  const value = { city: 'Oslo', token: 'sesame' };
  expect(new EventCopy(keys).copy(value, roomy)).toEqual({ city: 'Oslo', token: mask });
});

it('copies, so that later changes do not reach the event', () => {
  const value = { list: [{ n: 1 }], when: new Date(0) };
  const shown = openCopy().copy(value, roomy);
  value.list[0] = { n: 2 };
  expect(shown).toEqual({ list: [{ n: 1 }], when: '1970-01-01T00:00:00.000Z' });
});

it('gives JSON for whatever it is given', () => {
  const value: unknown = {
    big: 12n,
    nothing: undefined,
    run: () => 1,
    list: [undefined, null, Number.NaN],
  };
  const shown = openCopy().copy(value, roomy);
  expect(JSON.parse(JSON.stringify(shown))).toEqual({ big: '12', list: [null, null, null] });
});

it('cannot be made to change a prototype', () => {
  const hostile: unknown = JSON.parse('{"__proto__": {"admin": true}, "city": "Oslo"}');
  const shown = openCopy().copy(hostile, roomy) as { admin?: boolean };
  expect(shown.admin).toBeUndefined();
  expect(Object.getPrototypeOf(shown)).toBe(Object.prototype);
});

it.each([
  ['a long text', 'x'.repeat(200)],
  ['a long list', Array.from({ length: 50 }, () => 1)],
  ['many keys', Object.fromEntries(Array.from({ length: 20 }, (_, n) => [`key-${n}`, n]))],
  ['a long secret', { password: 'x'.repeat(200) }],
])('calls %s too large', (_what, value) => {
  expect(openCopy().copy(value, 100)).toBe(tooLarge);
  expect(openCopy().copy(value, 1_000)).not.toBe(tooLarge);
});

it('calls what is nested beyond every use too large', () => {
  const nest = (depth: number): unknown => (depth === 0 ? 'end' : [nest(depth - 1)]);
  expect(openCopy().copy(nest(64), roomy)).not.toBe(tooLarge);
  expect(openCopy().copy(nest(65), roomy)).toBe(tooLarge);
});

it('calls a cycle too large', () => {
  const cycle: { self?: unknown } = {};
  cycle.self = cycle;
  expect(openCopy().copy(cycle, roomy)).toBe(tooLarge);
});
