/**
 * Starts a stack like staging on this machine, runs the staging suite against it through its proxy, and takes it away:
 * what a night against real staging does, from an empty machine. The mission-critical suite goes along, because the
 * page alone does not exercise every check, and what was never exercised is no pass. Ends with the verdict's exit code.
 * `--json` prints seconds and verdict as JSON; further words go to the gate.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { exitCodes } from '../harness/contract/exit-code.ts';
import { StackDescriptionSchema } from '../harness/contract/stack.ts';

const bin = 'bin/golden-path.js';
const suites = ['mission-critical', 'staging'].flatMap((name) => ['--suite', name]);
const { values: options, positionals: words } = parseArgs({
  options: { json: { type: 'boolean', default: false } },
  allowPositionals: true,
});

const started = performance.now();
const secondsSince = (from: number): number => Math.round((performance.now() - from) / 100) / 10;

const serving = spawn(process.execPath, [bin, 'serve', '--stack', 'staging', '--json'], {
  stdio: ['ignore', 'pipe', 'inherit'],
});
const gone = once(serving, 'exit') as Promise<[number | null]>;
const line = await Promise.race([
  once(createInterface(serving.stdout), 'line').then(([first]) => String(first)),
  gone.then(() => undefined),
]);
if (line === undefined) {
  const [code] = await gone;
  process.exitCode = code ?? exitCodes.fault;
} else {
  const startSeconds = secondsSince(started);
  const { url, caFile, database, bus } = StackDescriptionSchema.parse(JSON.parse(line));
  const gate = spawn(
    process.execPath,
    [bin, 'gate', '--target', url, ...suites, '--compact', ...words],
    {
      stdio: ['ignore', options.json ? 2 : 1, 2],
      env: { ...process.env, NODE_EXTRA_CA_CERTS: caFile },
    },
  );
  const [code] = (await once(gate, 'exit')) as [number | null];
  serving.kill('SIGINT');
  await gone;
  const exit = code ?? exitCodes.fault;
  const verdict = Object.entries(exitCodes).find(([, one]) => one === exit)?.[0] ?? 'fault';
  const seconds = secondsSince(started);
  const report = {
    verdict,
    exit,
    seconds,
    startSeconds,
    database: database.engine,
    bus: bus.engine,
  };
  process.stdout.write(
    options.json
      ? `${JSON.stringify(report)}\n`
      : `stack: ${verdict} after ${seconds} s, ${startSeconds} s of it to start (${database.engine}, ${bus.engine})\n`,
  );
  process.exitCode = exit;
}
