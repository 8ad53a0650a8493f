import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { demoUsers } from '../../harness/targets/demo-users.ts';
import { findProfile } from '../../harness/targets/profiles/profile-table.ts';
import type { Target } from '../../harness/targets/target.ts';
import type { StrangerRow } from './stranger-table.ts';

/** The slowest of them forks, compiles a graph and only then listens. */
const startMs = 30_000;

/** Starts a foreign server as a child process and waits until it says where it listens. Throws when it does not. */
export async function openStranger({
  name,
  server,
  profile,
  path = '',
}: StrangerRow): Promise<Target> {
  const entry = fileURLToPath(new URL(`../../suites/strangers/${server}.ts`, import.meta.url));
  const child = spawn(process.execPath, [entry], { stdio: ['pipe', 'pipe', 'pipe'] });
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
  return {
    name,
    url: url + path,
    profile: findProfile(profile),
    users: demoUsers(),
    async [Symbol.asyncDispose]() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.stdin.end();
      await gone;
    },
  };
}
