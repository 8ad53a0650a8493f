import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { demoPassword } from '../../contract/demo-users.ts';
import { HarnessError } from '../../contract/harness-error.ts';
import type { Result } from '../../contract/result.ts';
import { Withholding } from './withholding.ts';

const password = 'p"ss w\\rd';
const withholding = new Withholding([
  { name: 'staging-1', email: 'probe@example.com', password },
  { name: 'known@example.com', email: 'known@example.com', password: 'other word' },
]);

test.each([
  ['as it is', `login ${password} refused`],
  ['in JSON', JSON.stringify({ password })],
  ['in JSON within JSON', JSON.stringify({ body: JSON.stringify({ password }) })],
  ['in an address', `/login?password=${encodeURIComponent(password)}`],
  ['of another person', 'fill("other word")'],
  ['who is called by a number', 'login probe@example.com'],
])('a secret %s is withheld', (_, text) => {
  const clean = withholding.clean(text);
  expect(clean).toContain('[withheld]');
  expect(clean).not.toMatch(/ss w|p%22ss|other word|probe@/);
});

test('whoever is called by an address keeps it, and the public password of demo people is none', () => {
  expect(withholding.clean('known@example.com')).toBe('known@example.com');
  const demo = new Withholding([{ name: 'user-1', email: 'user-1@x', password: demoPassword }]);
  expect(demo.clean(demoPassword)).toBe(demoPassword);
});

test('a result stays one', () => {
  const result = { doubts: [`typed ${password}`], tests: [{ error: `fill("${password}")` }] };
  const clean = withholding.cleanResult(result as unknown as Result);
  expect(clean.doubts).toEqual(['typed [withheld]']);
  expect(JSON.stringify(clean)).not.toContain('ss w');
});

test('an error tells its sentence without it', () => {
  const error = withholding.cleanError(
    new HarnessError('USAGE', `not ${password}`, { where: 'x' }),
  );
  expect(error).toMatchObject({ code: 'USAGE', message: 'not [withheld]', where: 'x' });
  const strange = new RangeError('x');
  expect(withholding.cleanError(strange)).toBe(strange);
});

test('every file below is gone through; what is no text is removed', () => {
  const folder = mkdtempSync(join(tmpdir(), 'golden-path-withhold-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  mkdirSync(join(folder, 'deep', 'er'), { recursive: true });
  const log = join(folder, 'deep', 'er', 'suite.log');
  const image = join(folder, 'deep', 'picture.bin');
  const other = join(folder, 'other.bin');
  writeFileSync(log, `typed ${password}\n`);
  writeFileSync(image, Buffer.concat([Buffer.from([0, 1]), Buffer.from('other word')]));
  writeFileSync(other, Buffer.from([0, 1, 2]));
  expect(withholding.cleanFolder(folder)).toEqual([image]);
  expect(readFileSync(log, 'utf8')).toBe('typed [withheld]\n');
  expect([existsSync(image), existsSync(other)]).toEqual([false, true]);
});
