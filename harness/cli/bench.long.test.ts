import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { describe, expect, onTestFinished, test } from 'vitest';
import { ResultSchema, type Result } from '../contract/result.ts';

const bin = resolve('bin/golden-path.js');

function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'golden-path-bench-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

function commitAll(folder: string): void {
  const git = (...words: string[]): void => {
    execFileSync('git', ['-C', folder, '-c', 'user.name=t', '-c', 'user.email=t@t', ...words]);
  };
  git('init', '--quiet');
  git('add', '.');
  git('commit', '--quiet', '--message', 'before');
}

interface Ended {
  readonly status: number | null;
  readonly result: Result;
  /** Stderr. */
  readonly said: string;
}

/** Runs the real command in a folder; `watch` sees each line it says. */
async function bench(
  folder: string,
  words: readonly string[],
  watch: (line: string, child: ChildProcess) => void = () => {},
): Promise<Ended> {
  const child = spawn(process.execPath, [bin, 'bench', '--seed', 'bench', ...words], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  createInterface(child.stderr).on('line', (line) => {
    said += `${line}\n`;
    watch(line, child);
  });
  child.stdout.resume();
  await once(child, 'close');
  const run = readdirSync(join(folder, 'reports')).find((name) => /^\d{4}-/.test(name));
  if (run === undefined) throw new Error(`no result was written: ${said}`);
  const text = readFileSync(join(folder, 'reports', run, 'result.json'), 'utf8');
  rmSync(join(folder, 'reports', run), { recursive: true });
  return { status: child.exitCode, said, result: ResultSchema.parse(JSON.parse(text)) };
}

const find = ({ measurements }: Result, id: string) =>
  measurements.find((measurement) => measurement.id === id);

/** The reference platform in the process of the workload, dearer by what a file beside it says; a request is a whole turn. */
const turns = `
import { readFileSync } from 'node:fs';
import { startPlatform } from 'golden-path/reference';

const throttle = Number(readFileSync(new URL('./throttle.txt', import.meta.url), 'utf8'));
const frames = { burst: 1e9, perSecond: 1e9 };
let socket;
let end;
let asked = 0;

export async function setup() {
  const platform = await startPlatform({ demoUsers: 1, throttle, limits: { frames } });
  const login = await fetch(platform.url + '/auth/login', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: 'user-1@example.test', password: 'golden-path-demo' }),
  });
  const { access_token: token } = await login.json();
  socket = new WebSocket(platform.wsUrl, ['golden-path.v1', 'bearer.' + token]);
  await new Promise((open) => (socket.onopen = open));
  socket.onmessage = ({ data }) => data.includes('"agent_completed"') && end();
}

export async function run(requests) {
  for (let nth = 0; nth < requests; nth += 1) {
    const ended = new Promise((resolve) => (end = resolve));
    asked += 1;
    const key = 'turn-' + asked;
    socket.send(JSON.stringify({ type: 'chat_message', content: 'echo hello', idempotency_key: key }));
    await ended;
  }
  return requests;
}
`;

describe('golden-path bench --against', () => {
  test(
    'turns red when the server is throttled by a tenth, and not while it is the same',
    { timeout: 600_000, retry: 1 },
    async () => {
      const folder = makeFolder();
      mkdirSync(join(folder, 'node_modules'));
      symlinkSync(resolve('.'), join(folder, 'node_modules', 'golden-path'), 'junction');
      writeFileSync(join(folder, '.gitignore'), 'node_modules\nreports\n');
      writeFileSync(join(folder, 'turns.mjs'), turns);
      writeFileSync(join(folder, 'throttle.txt'), '0');
      const config = { bench: { workloads: ['turns.mjs'] } };
      writeFileSync(join(folder, 'golden-path.config.json'), JSON.stringify(config));
      commitAll(folder);
      const words = ['--against', 'HEAD', '--only', 'workloads'];

      const same = await bench(folder, words);
      expect(find(same.result, 'speed.turns.cpu')?.verdict).not.toBe('fail');

      writeFileSync(join(folder, 'throttle.txt'), '0.1');
      // A machine torn between many tenants may leave a minute's comparison undecided, and rightly: then it is asked again.
      let throttled = await bench(folder, words);
      for (let again = 0; again < 2 && throttled.status === 2; again += 1) {
        throttled = await bench(folder, words);
      }
      const cpu = find(throttled.result, 'speed.turns.cpu');
      expect(cpu).toMatchObject({ verdict: 'fail', limit: 1.05 });
      expect(cpu?.reason).toMatch(/^regressed/);
      expect(throttled.status).toBe(1);
    },
  );

  test('measures this repository by its own configuration', async () => {
    const folder = makeFolder();
    for (const name of [
      'harness',
      'suites',
      'package.json',
      'package-lock.json',
      'tsconfig.json',
    ]) {
      cpSync(name, join(folder, name), { recursive: true });
    }
    cpSync('golden-path.config.ts', join(folder, 'golden-path.config.ts'));
    symlinkSync(resolve('node_modules'), join(folder, 'node_modules'), 'junction');
    writeFileSync(join(folder, '.gitignore'), 'node_modules\nreports\n');
    commitAll(folder);
    const { result } = await bench(folder, ['--against', 'HEAD', '--only', 'workloads']);
    const cpu = find(result, 'speed.dispatcher-workload.cpu');
    expect(cpu?.n).toBeGreaterThanOrEqual(5 * 36);
    expect(cpu?.verdict).not.toBe('fail');
    expect(find(result, 'memory.held.dispatcher-workload')).toMatchObject({ verdict: 'pass' });
  });
});

/** Waits until the server has sent so many events. */
async function untilEvents(url: string, wanted: number): Promise<void> {
  await expect
    .poll(
      async () => {
        const text = await (await fetch(`${url}/metrics`)).text();
        return Number(/^golden_path_events_total (\d+)/m.exec(text)?.[1] ?? 0);
      },
      { timeout: 240_000 },
    )
    .toBeGreaterThanOrEqual(wanted);
}

test('a target that is killed in mid-run leaves what was measured, and nothing is judged', async () => {
  const folder = makeFolder();
  const server = spawn(process.execPath, [bin, 'serve', '--port', '0'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void server.kill('SIGKILL'));
  const [url] = (await once(createInterface(server.stdout), 'line')) as [string];
  let killed: Promise<void> | undefined;
  async function killAmidst(): Promise<void> {
    await untilEvents(url, 40);
    server.kill('SIGKILL');
  }
  const words = ['--target', url, '--only', 'target', '--sessions', '8'];
  const { status, result } = await bench(folder, words, (line) => {
    if (line.includes('sessions take')) killed ??= killAmidst();
  });
  await killed;
  expect(status).toBe(2);
  const runs = find(result, 'load.run.p50');
  expect(runs?.n).toBeGreaterThan(0);
  expect(runs).toMatchObject({ verdict: 'unknown' });
  expect(runs?.reason).toContain('the target went away');
  expect(find(result, 'bench.reconnect')).toMatchObject({ verdict: 'unknown' });
  expect(result.gate?.verdict).toBe('unknown');
});

test('an interrupted measurement leaves at once, and a report of what there is', async () => {
  const folder = makeFolder();
  const words = ['--only', 'target', '--record'];
  const { status, result, said } = await bench(folder, words, (line, child) => {
    if (line.includes('sessions take')) child.kill('SIGINT');
  });
  expect(status).toBe(130);
  expect(said).toContain('nothing was recorded: the measurement was interrupted');
  expect(existsSync(join(folder, 'reports', 'baselines'))).toBe(false);
  expect(find(result, 'bench.load')).toMatchObject({ verdict: 'unknown', reason: 'interrupted' });
  expect(find(result, 'bench.delivery')?.reason).toBe('interrupted before its turn came');
  expect(result.gate?.verdict).toBe('unknown');
});

test('recorded runs are what later ones are held against', async () => {
  const folder = makeFolder();
  const workload = 'export function run(requests) { return requests; }';
  writeFileSync(join(folder, 'nothing.mjs'), workload);
  const config = { bench: { workloads: ['nothing.mjs'] } };
  writeFileSync(join(folder, 'golden-path.config.json'), JSON.stringify(config));
  const words = ['--only', 'workloads', '--record'];
  const first = await bench(folder, words);
  expect(find(first.result, 'trend.levels')).toBeUndefined();
  const second = await bench(folder, words);
  expect(find(second.result, 'trend.levels')).toMatchObject({
    verdict: 'not-applicable',
    reason: 'needs 10 comparable runs, has 2',
  });
  const file = join(folder, 'reports', 'baselines', 'bench.jsonl');
  expect(readFileSync(file, 'utf8').trim().split('\n')).toHaveLength(2);

  writeFileSync(join(folder, 'nothing.mjs'), 'export function run() { return 0; }');
  const wrong = await bench(folder, words);
  expect(wrong.said).toMatch(/not recorded: speed\.nothing\.\*, for \d+ requests failed/);
  expect(readFileSync(file, 'utf8').trim().split('\n')).toHaveLength(2);

  writeFileSync(file, '{\n');
  const child = spawn(process.execPath, [bin, 'bench', ...words], { cwd: folder });
  child.stdout.resume();
  const said = await child.stderr.setEncoding('utf8').toArray();
  expect(said.join('')).toContain('BASELINE_UNREADABLE');
});
