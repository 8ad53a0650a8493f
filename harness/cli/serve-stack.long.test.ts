import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { StackDescriptionSchema } from '../contract/stack.ts';
import { hasPrograms } from '../reference/stack/testing/has-programs.ts';

interface Answer {
  readonly status: number;
  readonly body: unknown;
}

const bin = resolve('bin/golden-path.js');
const embedded = ['--database', 'embedded', '--bus', 'embedded'];
const started: ChildProcess[] = [];

afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL');
});

function run(words: readonly string[], env: Record<string, string> = {}) {
  const child = spawn(process.execPath, [bin, ...words], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  });
  started.push(child);
  const ended = once(child, 'exit').then(([code]) => code as number | null);
  return { child, said: text(child.stderr), ended };
}

async function serve(...words: string[]) {
  const serving = run(['serve', '--stack', 'staging', ...words]);
  const line = await Promise.race([
    once(createInterface(serving.child.stdout), 'line').then(([first]) => String(first)),
    serving.said.then((said) => {
      throw new Error(`the stack did not start\n${said}`);
    }),
  ]);
  return { ...serving, line };
}

async function answers(url: string): Promise<boolean> {
  try {
    await fetch(url);
    return true;
  } catch (error) {
    // Not trusted here, but somebody is there.
    return String((error as Error).cause).includes('certificate');
  }
}

describe.runIf(hasPrograms('nginx', 'openssl'))('serve --stack staging', () => {
  it.each([
    ['SIGINT', 130],
    ['SIGKILL', null],
  ] as const)('leaves nothing behind at %s', async (signal, code) => {
    const { child, line, ended } = await serve('--json', ...embedded);
    const stack = StackDescriptionSchema.parse(JSON.parse(line));
    const places = [stack.url, stack.control, ...stack.nodes.map(({ url }) => url)];
    await expect(Promise.all(places.map(answers))).resolves.toEqual(places.map(() => true));
    child.kill(signal);
    await expect(ended).resolves.toBe(code);
    await vi.waitFor(
      async () => {
        await expect(Promise.all(places.map(answers))).resolves.toEqual(places.map(() => false));
        expect(existsSync(dirname(stack.caFile))).toBe(false);
      },
      { timeout: 60_000 },
    );
  });

  it('says what it uses, and how it is judged; a probe that is told of its authority passes', async () => {
    const { child, line: url, said, ended } = await serve(...embedded);
    const distrusting = run(['probe', url, '--users', '2']);
    await expect(distrusting.ended).resolves.toBe(2);
    await expect(distrusting.said).resolves.toContain('error TARGET_UNTRUSTED');
    child.kill('SIGINT');
    await ended;
    const lines = await said;
    expect(lines).toMatch(/^proxy +nginx, process \d+, TLS/m);
    expect(lines).toMatch(/^node two +http:\/\/127\.0\.0\.1:\d+, process \d+$/m);
    expect(lines).toMatch(/^database +SQLite, one file for both: /m);
    expect(lines).toMatch(/^bus +relayed by the process that started the nodes$/m);
    expect(lines).toMatch(/^judge it +NODE_EXTRA_CA_CERTS=\S+ golden-path gate --target https:/m);
  });

  it('is walked like any target once its authority is named', async () => {
    const { line } = await serve('--json', ...embedded);
    const { url, caFile } = StackDescriptionSchema.parse(JSON.parse(line));
    const words = ['probe', url, '--users', '4', '--json', '--quiet'];
    const probe = run(words, { NODE_EXTRA_CA_CERTS: caFile });
    const result = JSON.parse(await text(probe.child.stdout)) as {
      checks: { id: string; verdict: string; level: string }[];
    };
    const failed = result.checks.filter(
      ({ id, level, verdict }) => level === 'MUST' && verdict === 'fail' && !id.startsWith('LAT-'),
    );
    expect(failed).toEqual([]);
    expect(result.checks.find(({ id }) => id === 'LIFE-TERM')).toMatchObject({ verdict: 'pass' });
  });

  it('tells of a node that died, and brings it back when it is asked to', async () => {
    const { child, line, said, ended } = await serve('--json', ...embedded);
    const { control, nodes } = StackDescriptionSchema.parse(JSON.parse(line));
    const describeNow = async (path = '/', method = 'GET'): Promise<Answer> => {
      const response = await fetch(control + path, { method });
      return { status: response.status, body: await response.json() };
    };
    const pidOfOne = async (): Promise<number | null | undefined> =>
      StackDescriptionSchema.parse((await describeNow()).body).nodes[0]?.pid;
    process.kill(nodes[0]?.pid ?? 0, 'SIGKILL');
    await vi.waitFor(async () => expect(await pidOfOne()).toBe(null), { timeout: 60_000 });
    await expect(describeNow('/nodes/one/restart', 'PUT')).resolves.toMatchObject({ status: 200 });
    await expect(pidOfOne()).resolves.toBeGreaterThan(0);
    await expect(describeNow('/nodes/three/down', 'PUT')).resolves.toMatchObject({ status: 404 });
    await expect(describeNow('/nodes', 'PUT')).resolves.toMatchObject({ status: 404 });
    child.kill('SIGTERM');
    await expect(ended).resolves.toBe(143);
    await expect(said).resolves.toContain('node one has ended (SIGKILL)');
  });
});

describe('serve --stack staging refuses', () => {
  async function refusal(words: readonly string[], env: Record<string, string> = {}) {
    const { said, ended } = run(['serve', '--stack', 'staging', ...words], env);
    const code = await ended;
    const message = await said;
    expect(message).not.toMatch(/^\s+at .*:\d+:\d+/m);
    return { code, message };
  }

  it('a machine without its programs, and says what to install', async () => {
    const empty = await mkdtemp(join(tmpdir(), 'golden-path-empty-'));
    const { code, message } = await refusal(embedded, { PATH: empty });
    await rm(empty, { recursive: true });
    expect(code).toBe(64);
    // nginx is also looked for where only root's PATH leads.
    expect(message).toMatch(
      /error STACK_PROGRAM_MISSING {2}the program "(nginx|openssl)" is not installed/,
    );
    expect(message).toContain('apt-get install nginx-light openssl');
  });

  it.each([
    [['--host', '0.0.0.0'], 'USAGE'],
    [['--idle', 'soon'], 'USAGE'],
    [['--database', 'postgres://nobody@127.0.0.1:1/none'], 'PLATFORM_OPTION_INVALID'],
    [['--bus', 'nats://127.0.0.1:1'], 'PLATFORM_OPTION_INVALID'],
  ])('%j', async (words, error) => {
    const { code, message } = await refusal(words);
    expect(code).toBe(64);
    expect(message).toContain(`error ${error}`);
  });

  it('a port that is taken', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const { code, message } = await refusal(['--port', String(port), ...embedded]);
    server.close();
    expect(code).toBe(64);
    expect(message).toContain(`nobody can listen at port ${port} of 127.0.0.1`);
  });
});
