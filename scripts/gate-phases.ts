/**
 * Proves the gate on a migration that really goes from broken to clean: gate N on specimen N must pass, and on specimen
 * N−1 it must fail with exactly the criteria of the plan. Every gate is a process of its own, as in CI.
 * `--json` prints the table as JSON; `--store DIR` keeps the results, reduced to what the criteria rest on;
 * `--only N/M` runs one pair (gate N on specimen M); `--no-paired` leaves out what takes minutes.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ResultSchema, type Result } from '../harness/contract/result.ts';
import { layOutPhase } from '../suites/specimens/rollout/lay-out-phase.ts';
import { gatePlan, type GatePair } from './phases/gate-plan.ts';
import { markdownTable } from './generate/markdown-table.ts';
import { reduceResult } from './phases/reduce-result.ts';

interface Row {
  readonly gate: number;
  readonly specimen: number;
  readonly exit: number;
  readonly red: readonly string[];
  /** Required criteria without a verdict. */
  readonly unknown: readonly string[];
  readonly seconds: number;
  /** Exactly as planned. */
  readonly right: boolean;
}

const { values: options } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    store: { type: 'string' },
    only: { type: 'string', multiple: true },
    paired: { type: 'boolean', default: true },
  },
  allowNegative: true,
});

const say = (line: string): void => void process.stderr.write(`${line}\n`);
const folder = mkdtempSync(join(tmpdir(), 'golden-path-phases-'));
const started = performance.now();

const pairs = gatePlan.filter(
  ({ gate, specimen }) => options.only?.includes(`${gate}/${specimen}`) ?? true,
);
const rows: Row[] = [];
// Gates that measure want the machine for themselves; the others mostly wait.
const waiting = pairs.filter(({ gate }) => gate < 3);
const measuring = pairs.filter(({ gate }) => gate >= 3);
await Promise.all([0, 1].map((lane) => runAll(waiting.filter((_, index) => index % 2 === lane))));
await runAll(measuring);
rmSync(folder, { recursive: true, force: true });

const inOrder = rows.toSorted(
  (left, right) => left.gate - right.gate || right.specimen - left.specimen,
);
const seconds = Math.round((performance.now() - started) / 1000);
process.stdout.write(
  options.json ? `${JSON.stringify({ seconds, gates: inOrder }, undefined, 2)}\n` : render(inOrder),
);
process.exitCode = inOrder.length === pairs.length && inOrder.every(({ right }) => right) ? 0 : 1;

async function runAll(some: readonly GatePair[]): Promise<void> {
  for (const pair of some) rows.push(await runPair(pair));
}

async function runPair({ gate, specimen, red: planned }: GatePair): Promise<Row> {
  const began = performance.now();
  const work = join(folder, `gate-${gate}-on-${specimen}`);
  const tree = join(work, 'tree');
  mkdirSync(work, { recursive: true });
  await layOutPhase(`phase-${specimen}`, tree);
  const { exit, output } = await runGate(gate, specimen, work, tree);
  const result = readResult(output);
  const required = result?.gate?.criteria.filter((one) => one.required) ?? [];
  const having = (verdict: string): string[] =>
    required.filter((one) => one.verdict === verdict).map(({ id }) => id);
  const red = having('fail');
  const unknown = having('unknown');
  const expected = planned.length === 0 ? 0 : 1;
  const right = exit === expected && same(red, planned) && unknown.length === 0;
  if (result !== undefined && options.store !== undefined) keep(result, gate, specimen);
  const row = { gate, specimen, exit, red, unknown, right };
  const took = Math.round((performance.now() - began) / 1000);
  say(`gate ${gate} on specimen ${specimen}: exit ${exit} after ${took} s, ${describe(row)}`);
  if (!right) {
    for (const one of required.filter(({ verdict }) => verdict === 'fail' || verdict === 'unknown'))
      say(`  ${one.verdict} ${one.id}: ${one.reason}`);
  }
  return { ...row, seconds: took };
}

async function runGate(
  gate: number,
  specimen: number,
  work: string,
  tree: string,
): Promise<{ exit: number; output: string }> {
  const bin = join(import.meta.dirname, '..', 'bin', 'golden-path.js');
  const words = [
    'gate',
    `--phase=${gate}`,
    `--target=specimen:phase-${specimen}`,
    `--config=${join(tree, 'golden-path.config.json')}`,
    '--json',
    ...(options.paired ? [] : ['--no-paired']),
  ];
  const child = spawn(process.execPath, [bin, ...words], {
    cwd: work,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  let log = '';
  child.stderr.on('data', (chunk: Buffer) => (log += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0 && code !== 1) say(log);
  return { exit: code ?? 70, output: Buffer.concat(chunks).toString() };
}

function readResult(output: string): Result | undefined {
  try {
    return ResultSchema.parse(JSON.parse(output));
  } catch (error) {
    say(`no result: ${String(error).split('\n')[0] ?? ''}`);
    return undefined;
  }
}

function keep(result: Result, gate: number, specimen: number): void {
  const target = options.store ?? '';
  mkdirSync(target, { recursive: true });
  const path = join(target, `gate-${gate}-on-phase-${specimen}.json`);
  writeFileSync(path, `${JSON.stringify(reduceResult(result))}\n`);
}

function same(left: readonly string[], right: readonly string[]): boolean {
  return left.toSorted().join() === right.toSorted().join();
}

function describe({ red, unknown, right }: Omit<Row, 'seconds'>): string {
  const parts = [
    red.length === 0 ? 'nothing red' : `red: ${red.join(', ')}`,
    ...(unknown.length === 0 ? [] : [`unknown: ${unknown.join(', ')}`]),
    right ? 'as planned' : 'NOT AS PLANNED',
  ];
  return parts.join('; ');
}

function render(all: readonly Row[]): string {
  const table = all.map((row) => [
    `${row.gate} on ${row.specimen}`,
    String(row.exit),
    [...row.red, ...row.unknown.map((id) => `${id}?`)].join(', ') || 'none',
    String(row.seconds),
    row.right ? 'as planned' : 'NOT AS PLANNED',
  ]);
  const head = ['gate on specimen', 'exit', 'red', 'seconds', ''];
  return `${markdownTable(head, table)}\n${seconds} s in all\n`;
}
