import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, onTestFinished, test, vi } from 'vitest';
import { ConfigSchema, type ConfigInput } from '../../contract/config.ts';
import { openTarget } from '../open-target.ts';

const url = 'https://chat.example.com';

afterEach(() => void vi.unstubAllEnvs());

async function usersOf(staging: NonNullable<ConfigInput['targets']>[string]) {
  const target = await openTarget('staging', ConfigSchema.parse({ targets: { staging } }));
  return target.users;
}

test('people come from the variables of the target, as many as there are', async () => {
  vi.stubEnv('GOLDEN_PATH_STAGING_EMAIL', 'one@example.com');
  vi.stubEnv('GOLDEN_PATH_STAGING_PASSWORD', 'first secret');
  vi.stubEnv('GOLDEN_PATH_STAGING_EMAIL_2', 'two@example.com');
  vi.stubEnv('GOLDEN_PATH_STAGING_PASSWORD_2', 'second secret');
  const people = [
    { name: 'staging-1', email: 'one@example.com', password: 'first secret' },
    { name: 'staging-2', email: 'two@example.com', password: 'second secret' },
  ];
  expect(await usersOf({ url })).toEqual(people);
  expect(await usersOf({ url, credentials: { env: 'GOLDEN_PATH_STAGING' } })).toEqual(people);
});

test.each([
  [{}, 'GOLDEN_PATH_STAGING_EMAIL and GOLDEN_PATH_STAGING_PASSWORD are not set'],
  [{ EMAIL: 'a@example.com' }, 'GOLDEN_PATH_STAGING_PASSWORD is not set'],
  // An empty one is a secret that a CI does not have.
  [{ EMAIL: 'a@example.com', PASSWORD: '' }, 'GOLDEN_PATH_STAGING_PASSWORD is not set'],
  [
    { EMAIL: 'a@example.com', PASSWORD: 'first secret', EMAIL_2: 'b@example.com' },
    'GOLDEN_PATH_STAGING_PASSWORD_2 is not set',
  ],
])('what is missing is named, and never what is there: %j', async (set, sentence) => {
  for (const [name, value] of Object.entries(set)) vi.stubEnv(`GOLDEN_PATH_STAGING_${name}`, value);
  const error = await usersOf({ url }).catch((reason: unknown) => reason);
  expect(error).toMatchObject({ code: 'CREDENTIALS_MISSING', exitCode: 64 });
  expect(String(error)).toContain(sentence);
  expect(JSON.stringify(error)).not.toContain('first secret');
});

test('people come from a file, and a file that is wrong tells nothing of what it holds', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'golden-path-credentials-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'people.json');
  const read = () => usersOf({ url, credentials: { file } });
  await expect(read()).rejects.toThrow('is not there');
  writeFileSync(file, '[{"email": "a@example.com", "password": "hidden word"]');
  const error = await read().catch((reason: unknown) => reason);
  expect(error).toMatchObject({ code: 'CREDENTIALS_MISSING', where: file });
  expect(String(error)).not.toContain('hidden word');
  writeFileSync(file, '[{"email": "a@example.com", "password": "hidden word"}]');
  expect(await read()).toEqual([
    { name: 'staging-1', email: 'a@example.com', password: 'hidden word' },
  ]);
});

test('an address that stands in a variable is taken from there, or missed by name', async () => {
  vi.stubEnv('GOLDEN_PATH_STAGING_URL', '');
  const config = ConfigSchema.parse({
    targets: {
      staging: {
        url: { env: 'GOLDEN_PATH_STAGING_URL' },
        users: [{ email: 'a@b', password: 'c' }],
      },
    },
  });
  await expect(openTarget('staging', config)).rejects.toMatchObject({
    code: 'TARGET_URL_MISSING',
    exitCode: 2,
    where: 'GOLDEN_PATH_STAGING_URL',
  });
  vi.stubEnv('GOLDEN_PATH_STAGING_URL', 'staging');
  await expect(openTarget('staging', config)).rejects.toThrow('holds no address');
  vi.stubEnv('GOLDEN_PATH_STAGING_URL', url);
  expect(await openTarget('staging', config)).toMatchObject({ name: 'staging', url });
});

test('a platform on this machine has the demo people, a bare address whom its variables name', async () => {
  expect(await usersOf({ url: 'http://127.0.0.1:1' })).toHaveLength(32);
  vi.stubEnv('GOLDEN_PATH_EMAIL', 'one@example.com');
  vi.stubEnv('GOLDEN_PATH_PASSWORD', 'first secret');
  const { users } = await openTarget(url, ConfigSchema.parse({}));
  expect(users).toEqual([{ name: 'target-1', email: 'one@example.com', password: 'first secret' }]);
});
