import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ResultSchema, type Result } from '../contract/result.ts';
import { startPlatform, type RunningPlatform } from '../reference/index.ts';
import { hashPassword } from '../reference/platform/auth/password.ts';
import { openDatabase } from '../reference/platform/store/open-database.ts';
import { createStore } from '../reference/platform/store/store.ts';

const bin = resolve('bin/golden-path.js');
/** Nobody else would write these by chance. */
const people = Array.from({ length: 4 }, (_, nth) => ({
  email: `probe-${nth + 1}@staging.invalid`,
  password: `hush "${nth + 1}" Zq7!correct horse`,
}));
const secrets = people.flatMap(({ email, password }) => [email, password]);

/** A night with a browser takes a minute alone, and five where twenty processes share two processors. */
const hungAfter = 1_200_000;

let folder: string;
let platform: RunningPlatform;

/** A platform that only these people may enter, as staging is. */
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'golden-path-nightly-'));
  const database = join(folder, 'platform.sqlite');
  const store = await createStore(await openDatabase(database));
  for (const [nth, { email, password }] of people.entries()) {
    const passwordHash = await hashPassword(password, 10);
    await store.accounts.save({ userId: `usr_probe_${nth + 1}`, email, passwordHash });
  }
  await store.close();
  platform = await startPlatform({ database });
  const staging = {
    url: { env: 'GOLDEN_PATH_STAGING_URL' },
    credentials: { env: 'GOLDEN_PATH_STAGING' },
  };
  writeFileSync(join(folder, 'golden-path.config.json'), JSON.stringify({ targets: { staging } }));
});
afterEach(async () => {
  await platform.stop();
  rmSync(folder, { recursive: true, force: true });
});

interface Night {
  readonly code: number;
  readonly printed: string;
  readonly result: Result;
  /** Runs that the platform itself has counted. */
  readonly runs: number;
}

async function countRuns(): Promise<number> {
  const metrics = await (await fetch(`${platform.url}/metrics`)).text();
  return Number(/^golden_path_runs_total (\d+)$/m.exec(metrics)?.[1]);
}

async function live(...words: string[]): Promise<Night> {
  const before = await countRuns();
  const variables = people.flatMap(({ email, password }, nth) => {
    const end = nth === 0 ? '' : `_${nth + 1}`;
    return [
      [`GOLDEN_PATH_STAGING_EMAIL${end}`, email],
      [`GOLDEN_PATH_STAGING_PASSWORD${end}`, password],
    ];
  });
  const env = {
    ...process.env,
    GOLDEN_PATH_STAGING_URL: platform.url,
    ...(Object.fromEntries(variables) as Record<string, string>),
  };
  const asked = ['nightly', '--target', 'staging', ...words];
  const { code, printed } = await new Promise<Pick<Night, 'code' | 'printed'>>((done) => {
    const options = { cwd: folder, env, maxBuffer: 64 * 1024 * 1024 };
    execFile(process.execPath, [bin, ...asked], options, (error, stdout, stderr) =>
      done({ code: error === null ? 0 : Number(error.code), printed: stdout + stderr }),
    );
  });
  const stored = readFileSync(join(folder, 'reports', 'latest', 'result.json'), 'utf8');
  const result = ResultSchema.parse(JSON.parse(stored));
  return { code, printed, result, runs: (await countRuns()) - before };
}

function verdictsOf({ gate }: Result): Record<string, string> {
  return Object.fromEntries((gate?.criteria ?? []).map(({ id, verdict }) => [id, verdict]));
}

/** Every byte that a night leaves behind, store and its journal included. */
function search(secret: string): string[] {
  const place = join(folder, 'reports');
  const files = readdirSync(place, { recursive: true, withFileTypes: true });
  const forms = [secret, JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret)];
  return files
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => forms.some((form) => readFileSync(path).includes(form)));
}

test(
  'of two nights at a shared target the second knows the first, and nothing holds a secret',
  { timeout: hungAfter },
  async () => {
    const options = ['--rate', '60/s', '--max-runs', '2000', '--soak', '2 s'];
    const first = await live(...options);
    // Every part was carried out; whether its latencies can be believed is a matter of the machine.
    expect(first.code).toBe(first.result.gate?.exit_code);
    expect(verdictsOf(first.result)).toMatchObject({
      'suite:mission-critical': 'pass',
      'suite:staging': 'pass',
      'night:load': 'pass',
      'night:reconnect': 'pass',
      'night:delivery': 'pass',
      'night:soak': 'pass',
      'ISO-CANARY': 'pass',
    });
    // Its process is not ours: memory is not judged, and says so.
    const growth = first.result.measurements.find(({ id }) => id === 'soak.heap-growth');
    expect(growth).toMatchObject({ verdict: 'not-applicable' });
    expect(first.result.night?.trend).toMatchObject({ nights: 0 });
    // A repeated message is paid for twice: what was spent covers what was started.
    expect(first.runs).toBeGreaterThan(100);
    expect(first.result.night?.runs).toBeGreaterThanOrEqual(first.runs);

    // Cheap, and a night all the same.
    const second = await live('--rate', '60/s', '--max-runs', '20');
    expect(second.result.night?.trend).toMatchObject({
      nights: 1,
      last: { run_id: first.result.run_id },
    });
    await promisify(execFile)(process.execPath, [bin, 'report', 'build', '--out', 'reports/site'], {
      cwd: folder,
    });
    const dashboard = readFileSync(join(folder, 'reports', 'site', 'index.html'), 'utf8');
    expect(dashboard).toContain('golden-path nightly --target staging');
    expect(dashboard).toContain('load.run');
    const said = first.printed + second.printed;
    for (const secret of secrets) {
      expect(search(secret)).toEqual([]);
      expect(said).not.toContain(secret);
    }
    // The search finds what is there: people are called by a number.
    expect(search('staging-1').length).toBeGreaterThan(3);
  },
);

test(
  'the limit of runs is never exceeded, and what it cut short is unknown for that reason',
  { timeout: hungAfter },
  async () => {
    const { code, result, runs } = await live(
      '--rate',
      '100/s',
      '--max-runs',
      '50',
      '--soak',
      '2 s',
    );
    expect(runs).toBeGreaterThan(20);
    expect(runs).toBeLessThanOrEqual(50);
    expect(code).toBe(2);
    const criteria = new Map((result.gate?.criteria ?? []).map((one) => [one.id, one]));
    const short = ['suite:mission-critical', 'suite:staging', 'night:load', 'night:soak'];
    for (const id of short) {
      expect(criteria.get(id)).toMatchObject({
        verdict: 'unknown',
        reason: expect.stringContaining('--max-runs') as string,
      });
    }
    expect([...criteria.values()].filter(({ verdict }) => verdict === 'fail')).toEqual([]);
  },
);

test(
  'when the time is over nothing more is started, and what is missing is unknown for that reason',
  { timeout: hungAfter },
  async () => {
    const { code, result, runs } = await live('--rate', '1/s', '--max-duration', '4 s');
    expect(code).toBe(2);
    // A burst of one journey, and what a second gives.
    expect(runs).toBeLessThan(40);
    const unknown = (result.gate?.criteria ?? []).filter(({ verdict }) => verdict === 'unknown');
    const told = unknown.filter(({ id }) => /^(?:suite|night):/.test(id));
    expect(told.length).toBeGreaterThanOrEqual(5);
    for (const { reason } of told) expect(reason).toContain('--max-duration');
  },
);
