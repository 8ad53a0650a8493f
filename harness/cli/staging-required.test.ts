import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const bin = resolve('bin/golden-path.js');
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'golden-path-staging-'));
  const staging = {
    url: { env: 'GOLDEN_PATH_STAGING_URL' },
    users: [{ email: 'a@b', password: 'c' }],
  };
  const remote = { url: 'https://chat.example.invalid' };
  const config = { targets: { staging, remote }, staging: { target: 'staging' } };
  writeFileSync(join(folder, 'golden-path.config.json'), JSON.stringify(config));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** In an environment that knows nothing of staging. */
function run(...words: string[]): Promise<Ended> {
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !name.startsWith('GOLDEN_PATH_')),
  );
  return new Promise((done) => {
    execFile(process.execPath, [bin, ...words], { cwd: folder, env }, (error, stdout, stderr) => {
      done({ code: error === null ? 0 : Number(error.code), stdout, stderr });
    });
  });
}

const missing = 'the address of "staging" stands in GOLDEN_PATH_STAGING_URL, which is not set';

test('a gate whose configuration requires staging says that nobody gave its address, and does not pass', async () => {
  const { code, stdout, stderr } = await run('gate', '--suite', 'staging');
  expect(stderr).toContain(`staging: ${missing}`);
  expect(stdout).toContain(`no test ran (${missing})`);
  expect(stdout).toMatch(/^UNKNOWN: .*suite:staging has no verdict/m);
  expect(code).toBe(2);
});

test('a gate of a target whose address is missing is a result: unknown', async () => {
  const { code, stdout } = await run('gate', '--target', 'staging', '--quiet');
  expect(stdout).toContain(missing);
  expect(stdout).toContain('target-reachable');
  expect(code).toBe(2);
});

test('and so is a night, which is remembered and told all the same', async () => {
  const file = join(folder, 'night.md');
  const words = ['--target', 'staging', '--quiet', '--reporter', `night=${file}`];
  const { code, stdout } = await run('nightly', ...words);
  expect(stdout).toContain(missing);
  expect(code).toBe(2);
  const told = readFileSync(file, 'utf8');
  expect(told).toContain('**❔ UNKNOWN · `staging`');
  expect(told).toContain('**Without evidence**: load (left out: the target could not be reached)');
  const stored = await run('report', 'export');
  expect(stored.stdout).toContain('golden-path nightly --target staging');
});

test('a night without people to log in names the variables, and starts nothing', async () => {
  const { code, stderr, stdout } = await run('nightly', '--target', 'remote');
  expect(stderr).toContain('CREDENTIALS_MISSING');
  expect(stderr).toContain('GOLDEN_PATH_REMOTE_EMAIL and GOLDEN_PATH_REMOTE_PASSWORD are not set');
  expect(stdout).toBe('');
  expect(code).toBe(64);
});

test('a rate that is none is wrong usage', async () => {
  const { code, stderr } = await run('nightly', '--target', 'staging', '--rate', 'slowly');
  expect(stderr).toContain('"slowly" is not a rate (write "1/s"');
  expect(code).toBe(64);
});
