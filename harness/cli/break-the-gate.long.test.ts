import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { copyOurs, smallSuite, smallSuiteSource, type BrokenCopy } from './testing/copy-of-ours.ts';

/** One way to break the gate: what is done before, what is typed, how it must end, what it must say. */
interface Case {
  readonly prepare?: () => void;
  readonly words?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Runs the command line under another one. */
  readonly under?: (command: readonly string[]) => readonly string[];
  readonly exit: readonly number[];
  readonly says: RegExp;
}

let copy: BrokenCopy;
let folder: string;
beforeAll(() => {
  copy = copyOurs();
});
afterAll(() => copy[Symbol.dispose]());
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'golden-path-broken-'));
});
afterEach(() => {
  copy.write(smallSuite, smallSuiteSource());
  rmSync(folder, { recursive: true, force: true });
});

const small = ['gate', '--suite', 'mission-critical'];

function run({ words = small, env = {}, under = (command) => command }: Case) {
  const [program = '', ...rest] = under([process.execPath, copy.bin, ...words]);
  const { status, signal, stdout, stderr } = spawnSync(program, rest, {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, COLUMNS: '400', ...env },
  });
  return { status, signal, said: `${stdout}\n${stderr}` };
}

/** In the folder where the command runs. */
function file(name: string, text: string): string {
  const path = join(folder, name);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, text);
  return path;
}

test('left alone, the gate passes', () => {
  const { status, said } = run({ exit: [0], says: /PASS/ });
  expect(said).toContain('PASS');
  expect(status).toBe(0);
});

/** Every criterion of phase 1. */
const phaseOne = [
  'consumer-map',
  'surface-file',
  'suites-discovered',
  'checks-proven',
  'existing-suites',
  'ratchet',
  'rollback-drill',
];

/** Sets the clock of every process back by an hour from the moment a file appears: while the suite is at work. */
const clockStep = `
import { existsSync } from 'node:fs';
const { now } = Date;
let isSet = false;
const shown = () => {
  isSet ||= existsSync(process.env.STEP_FILE);
  return now() - (isSet ? 3_600_000 : 0);
};
globalThis.Date = class extends Date {
  constructor(...parts) { if (parts.length === 0) super(shown()); else super(...parts); }
  static now() { return shown(); }
};
`;

const cases: Readonly<Record<string, () => Case>> = {
  'a suite is removed': () => ({
    prepare: () => copy.remove(smallSuite),
    exit: [2],
    says: /no test ran/,
  }),
  'nothing is selected': () => ({
    prepare() {
      const off = Object.fromEntries(
        phaseOne.map((id) => [id, { off: true, reason: 'to see what happens' }]),
      );
      file('golden-path.config.json', JSON.stringify({ gate: { criteria: off } }));
    },
    words: ['gate', '--phase', '1'],
    exit: [2],
    says: /every criterion of this phase is left out: nothing was judged/,
  }),
  'a criterion is selected that is not there': () => ({
    words: ['gate', '--only', 'rollback-dril'],
    exit: [64],
    says: /there is no criterion "rollback-dril" \(did you mean "rollback-drill"\?\)/,
  }),
  'tests are skipped': () => ({
    prepare: () => copy.write(smallSuite, smallSuiteSource('', 'test.skip')),
    exit: [2],
    says: /1 of 1 tests were skipped/,
  }),
  'a reporter cannot write': () => ({
    prepare: () => mkdirSync(join(folder, 'taken')),
    words: [...small, '--reporter', 'junit=taken'],
    exit: [70],
    says: /REPORTER_FAILED +junit: EISDIR/,
  }),
  'the target cannot be reached': () => ({
    words: [...small, '--target', 'ws://127.0.0.1:9'],
    exit: [2],
    says: /nothing answers at http:\/\/127\.0\.0\.1:9/,
  }),
  'a history is cut off': () => ({
    prepare: () =>
      copy.write(
        smallSuite,
        smallSuiteSource(`
        const { join } = await import('node:path');
        const { statSync, truncateSync } = await import('node:fs');
        const path = join(process.env.GOLDEN_PATH_RUN_FOLDER, seen.histories[0]);
        truncateSync(path, Math.floor(statSync(path).size / 2));`),
      ),
    exit: [2],
    says: /the history histories\/truth\.ndjson is cut off: it has no end/,
  }),
  'a worker is killed': () => ({
    prepare: () =>
      copy.write(smallSuite, smallSuiteSource(`process.kill(process.pid, 'SIGKILL');`)),
    exit: [2],
    says: /mission-critical .*unknown|no test ran|something broke outside of a test/,
  }),
  'a runner is killed': () => ({
    prepare: () =>
      copy.write(smallSuite, smallSuiteSource(`process.kill(process.ppid, 'SIGKILL');`)),
    exit: [2],
    says: /SIGKILL/,
  }),
  'the clock is set back': () => ({
    prepare() {
      file('clock.mjs', clockStep);
      const step = `(await import('node:fs')).writeFileSync(process.env.STEP_FILE, '');`;
      copy.write(smallSuite, smallSuiteSource(step));
    },
    env: {
      NODE_OPTIONS: `--import=${join(folder, 'clock.mjs')}`,
      STEP_FILE: join(folder, 'now'),
    },
    exit: [2],
    says: /the clock of this machine was set back by 3600 s/,
  }),
  'the disk is full': () => ({
    under: (command) => [
      'unshare',
      '-rm',
      'sh',
      '-c',
      `mount -t tmpfs -o size=96k none . && cd "$PWD" && ${command.map((word) => `'${word}'`).join(' ')}`,
    ],
    exit: [2, 70],
    says: /ENOSPC|no space/,
  }),
  'a report goes to a full device': () => ({
    words: [...small, '--reporter', 'json=/dev/full'],
    exit: [70],
    says: /REPORTER_FAILED +json: ENOSPC/,
  }),
  'the config is wrong': () => ({
    prepare: () => void file('golden-path.config.json', '{"gate": {"phases": 4}}'),
    exit: [64],
    says: /"phases" is not a known key/,
  }),
  'the config loosens without a reason': () => ({
    prepare: () =>
      void file(
        'golden-path.config.json',
        '{"gate": {"criteria": {"rollback-drill": {"off": true}}}}',
      ),
    words: ['gate', '--phase', '1'],
    exit: [64],
    says: /rollback-drill/,
  }),
};

/** A full disk needs a disk of our own, which not every machine lets us have. */
const canMount = spawnSync('unshare', ['-rm', 'sh', '-c', 'mount -t tmpfs none /tmp']).status === 0;

test.each(Object.keys(cases).filter((name) => name !== 'the disk is full' || canMount))(
  '%s: never a pass, always a clear sentence',
  (name) => {
    const broken = cases[name]?.();
    if (broken === undefined) throw new Error(`there is no case "${name}"`);
    broken.prepare?.();
    const { status, said } = run(broken);
    expect(said).toMatch(broken.says);
    expect(broken.exit).toContain(status);
    expect(said).not.toMatch(/^\s+at .*:\d+:\d+/m);
  },
);

test('whatever was stored of a broken run is still readable', () => {
  copy.write(smallSuite, smallSuiteSource(`process.kill(process.ppid, 'SIGKILL');`));
  run({ exit: [2], says: /SIGKILL/ });
  const id = readdirSync(join(folder, 'reports')).find((name) => /^\d/.test(name));
  const stored = JSON.parse(
    readFileSync(join(folder, 'reports', id ?? '', 'result.json'), 'utf8'),
  ) as {
    readonly gate: unknown;
  };
  expect(stored.gate).toMatchObject({ verdict: 'unknown', exit_code: 2 });
});
