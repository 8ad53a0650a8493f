/**
 * `npm run bench:artillery [-- --sessions 5000] [-- --rounds 1] [-- --json]`: the same journey with the same checks, by Artillery and by
 * golden-path's prober: log in, connect, ten turns a second apart, every frame projected, recorded and judged. CPU and memory
 * are those of the whole process, start included; the server is a process of its own.
 * Install Artillery first: `npm run bench:install:artillery`.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { proberFlags } from '../../harness/perf/load/prober-flags.ts';
import { readEnvironment } from '../../harness/probe/read-environment.ts';
import { judgeClaim, printClaims } from '../claim.ts';
import { openTurnServer } from '../prober/turn-server-apart.ts';

const { values } = parseArgs({
  options: {
    sessions: { type: 'string', default: '5000' },
    rounds: { type: 'string', default: '1' },
    json: { type: 'boolean', default: false },
  },
});
const sessions = Number(values.sessions);
const rounds = Number(values.rounds);
const turns = 10;
const arrivalSeconds = 10;

interface Used {
  readonly cpuSeconds: number;
  readonly peakBytes: number;
  readonly completed: number;
  readonly failedChecks: readonly string[];
}

const here = (name: string): string => new URL(name, import.meta.url).pathname;

/** Starts one tool as a process of its own that reports what it used, and waits for its end. */
async function run(
  words: readonly string[],
  folder: string,
  env: Record<string, string>,
): Promise<{ usage: Omit<Used, 'completed' | 'failedChecks'>; printed: string }> {
  const usageFile = join(folder, 'usage.json');
  const child = spawn(
    process.execPath,
    ['--import', here('../prober/report-usage.mjs'), ...words],
    {
      env: { ...process.env, ...env, BENCH_USAGE_FILE: usageFile },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let printed = '';
  let complaints = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (printed += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (complaints += text));
  await once(child, 'close');
  if (child.exitCode !== 0)
    throw new Error(
      `${words.join(' ')} ended with ${child.exitCode}: ${complaints.slice(-2000)} ${printed.slice(-2000)}`,
    );
  const { cpuMs, peakRssBytes } = JSON.parse(await readFile(usageFile, 'utf8')) as {
    cpuMs: number;
    peakRssBytes: number;
  };
  return { usage: { cpuSeconds: cpuMs / 1000, peakBytes: peakRssBytes }, printed };
}

async function runOurs(url: string, folder: string): Promise<Used> {
  const plan = JSON.stringify({ url, sessions, turns });
  const words = [...proberFlags, here('../prober/drive-checked.ts'), plan];
  const { usage, printed } = await run(words, folder, {});
  const { completed, failedChecks } = JSON.parse(printed) as Used;
  return { ...usage, completed, failedChecks };
}

async function runArtillery(url: string, folder: string): Promise<Used> {
  const scenario = join(folder, 'scenario.json');
  const outcome = join(folder, 'outcome.json');
  const turn = [{ function: 'takeTurn' }, { think: 1 }];
  const script = {
    config: {
      target: url,
      phases: [{ duration: arrivalSeconds, arrivalRate: sessions / arrivalSeconds }],
      processor: here('processor.mjs'),
    },
    scenarios: [
      { engine: 'ws', flow: [{ connect: { function: 'logIn' } }, { loop: turn, count: turns }] },
    ],
  };
  await writeFile(scenario, JSON.stringify(script));
  const { usage } = await run(
    [here('node_modules/artillery/bin/run'), 'run', '--quiet', scenario],
    folder,
    {
      BENCH_TARGET: url,
      BENCH_OUTCOME_FILE: outcome,
      BENCH_TURNS: String(sessions * turns),
      ARTILLERY_DISABLE_TELEMETRY: 'true',
      WORKERS: '1',
    },
  );
  // Turns that never ended leave no outcome behind.
  const text = await readFile(outcome, 'utf8').catch(() => '{"completed":0,"failedChecks":[]}');
  const { completed, failedChecks } = JSON.parse(text) as Used;
  return { ...usage, completed, failedChecks };
}

const tools = { 'golden-path': runOurs, artillery: runArtillery };
type Tool = keyof typeof tools;

async function use(tool: Tool): Promise<Used> {
  const server = await openTurnServer();
  const folder = await mkdtemp(join(tmpdir(), 'golden-path-bench-'));
  try {
    return await tools[tool](server.url, folder);
  } finally {
    await server.close();
    await rm(folder, { recursive: true, force: true });
  }
}

const taken: Record<Tool, Used[]> = { 'golden-path': [], artillery: [] };
const loadBefore = loadavg()[0] ?? 0;
for (let round = 0; round < rounds; round += 1) {
  for (const tool of ['golden-path', 'artillery'] as const) taken[tool].push(await use(tool));
}
const least = (tool: Tool, of: 'cpuSeconds' | 'peakBytes'): number =>
  Math.min(...taken[tool].map((used) => used[of]));
const arms = Object.fromEntries(
  Object.entries(taken).map(([tool, used]) => [
    tool,
    {
      cpuSeconds: least(tool as Tool, 'cpuSeconds'),
      peakBytes: least(tool as Tool, 'peakBytes'),
      completed: used.map(({ completed }) => completed),
      failedChecks: used.flatMap(({ failedChecks }) => failedChecks),
    },
  ]),
) as Record<
  Tool,
  { cpuSeconds: number; peakBytes: number; completed: number[]; failedChecks: string[] }
>;
const [ours, theirs] = [arms['golden-path'], arms.artillery];
const due = sessions * turns;
const claims = [
  judgeClaim({
    id: 'missed',
    title: 'turns golden-path missed, or checks that failed',
    value:
      Math.max(...ours.completed.map((completed) => due - completed)) + ours.failedChecks.length,
    unit: '',
    limit: 0,
    better: 'lower',
  }),
  judgeClaim({
    id: 'cpu',
    title: "golden-path's CPU ÷ Artillery's",
    value: ours.cpuSeconds / theirs.cpuSeconds,
    unit: '',
    limit: 0.33,
    better: 'lower',
  }),
  judgeClaim({
    id: 'memory',
    title: "golden-path's peak memory ÷ Artillery's",
    value: ours.peakBytes / theirs.peakBytes,
    unit: '',
    limit: 0.5,
    better: 'lower',
  }),
];
const result = {
  environment: readEnvironment(),
  load: { before: loadBefore, after: loadavg()[0] ?? 0 },
  plan: { sessions, turns, everyMs: 1000, rounds },
  arms,
  claims,
};
const lines = Object.entries(arms).map(
  ([tool, { cpuSeconds, peakBytes, completed, failedChecks }]) =>
    `  ${tool.padEnd(12)} ${cpuSeconds.toFixed(1).padStart(6)} s CPU  ${(peakBytes / 2 ** 20).toFixed(0).padStart(5)} MiB  ${completed.join(', ')} of ${due} turns  failed checks: ${failedChecks.join(' ') || 'none'}\n`,
);
process.stdout.write(
  values.json
    ? `${JSON.stringify(result, undefined, 2)}\n`
    : `${sessions} sessions × ${turns} turns, the same checks, least of ${rounds} (machine load ${loadBefore.toFixed(1)})\n${lines.join('')}${printClaims(claims)}`,
);
process.exitCode = claims.some(({ verdict }) => verdict === 'broken') ? 1 : 0;
