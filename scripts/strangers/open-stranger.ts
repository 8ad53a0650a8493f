import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { demoUsers } from '../../harness/targets/demo-users.ts';
import { findProfile } from '../../harness/targets/profiles/profile-table.ts';
import { tighten } from '../../harness/faults/matrix/tighten.ts';
import type { Target } from '../../harness/targets/target.ts';
import { findEngineProblem, type Manifest } from './find-engine-problem.ts';
import type { StrangerRow } from './stranger-table.ts';

function readManifest(server: string, made: string): Manifest {
  const heavy = server.startsWith('heavy/') ? 'heavy/' : '';
  const folder = new URL(`../../suites/strangers/${heavy}node_modules/`, import.meta.url);
  return JSON.parse(readFileSync(new URL(`${made}/package.json`, folder), 'utf8')) as Manifest;
}

/** The slowest of them forks, compiles a graph and only then listens. */
const startMs = 30_000;

/** Starts a foreign server as a child process and waits until it says where it listens. Throws when it does not. */
export async function openStranger({
  name,
  server,
  made,
  words = [],
  profile,
  path = '',
  deadlines = {},
  declares = [],
}: StrangerRow): Promise<Target> {
  const problem = findEngineProblem(readManifest(server, made));
  if (problem !== undefined) throw new Error(problem);
  const entry = fileURLToPath(new URL(`../../suites/strangers/${server}.ts`, import.meta.url));
  const child = spawn(process.execPath, [entry, ...words], { stdio: ['pipe', 'pipe', 'pipe'] });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said = (said + chunk.toString()).slice(-2_000)));
  const signal = AbortSignal.timeout(startMs);
  const gone = once(child, 'exit');
  const first = await Promise.race([
    once(createInterface({ input: child.stdout }), 'line', { signal }).catch(() => []),
    gone.then(() => []),
  ]);
  const [line] = first as string[];
  if (line === undefined) {
    child.kill('SIGTERM');
    throw new Error(`${name} did not start: ${said.trim() || 'it said nothing'}`);
  }
  child.stdout.resume();
  const { url } = JSON.parse(line) as { url: string };
  const spoken = findProfile(profile);
  const { capabilities } = spoken.promises;
  const promises = { ...spoken.promises, capabilities: [...capabilities, ...declares] };
  return {
    name,
    url: url + path,
    profile: { ...spoken, promises: tighten(promises, { deadlines }) },
    users: demoUsers(),
    async [Symbol.asyncDispose]() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.stdin.end();
      await gone;
    },
  };
}
