/**
 * `npm run bench:prober [-- --sessions 10000] [-- --turns 10] [-- --rounds 1] [-- --json]`: what checking costs under load. One process
 * holds all sessions, each takes a turn of five events per second; the server is a process of its own. Beside it, in turns,
 * the same traffic over bare sockets.
 */
import { execFile } from 'node:child_process';
import { loadavg } from 'node:os';
import { parseArgs, promisify } from 'node:util';
import { proberFlags } from '../../harness/perf/load/prober-flags.ts';
import { readEnvironment } from '../../harness/probe/read-environment.ts';
import { judgeClaim, printClaims } from '../claim.ts';
import type { Outcome } from './plan.ts';
import { openTurnServer } from './turn-server-apart.ts';

const { values } = parseArgs({
  options: {
    sessions: { type: 'string', default: '10000' },
    turns: { type: 'string', default: '10' },
    rounds: { type: 'string', default: '1' },
    json: { type: 'boolean', default: false },
  },
});
const [sessions, turns, rounds] = [values.sessions, values.turns, values.rounds].map(Number) as [
  number,
  number,
  number,
];

async function drive(arm: 'bare' | 'checked'): Promise<Outcome> {
  const server = await openTurnServer();
  try {
    const script = new URL(`drive-${arm}.ts`, import.meta.url).pathname;
    const plan = JSON.stringify({ url: server.url, sessions, turns });
    // Both arms run under the flags of the product's prober.
    const { stdout } = await promisify(execFile)(process.execPath, [...proberFlags, script, plan]);
    return JSON.parse(stdout) as Outcome;
  } finally {
    await server.close();
  }
}

/** The round in the middle, by CPU. */
function middle(outcomes: readonly Outcome[]): Outcome {
  const sorted = outcomes.toSorted((one, other) => one.cpuUsPerTurn - other.cpuUsPerTurn);
  const found = sorted[Math.floor(sorted.length / 2)];
  if (found === undefined) throw new RangeError('at least one round');
  return found;
}

const loadBefore = loadavg()[0] ?? 0;
const taken: Record<'bare' | 'checked', Outcome[]> = { bare: [], checked: [] };
for (let round = 0; round < rounds; round += 1) {
  for (const arm of round % 2 === 0
    ? (['bare', 'checked'] as const)
    : (['checked', 'bare'] as const)) {
    taken[arm].push(await drive(arm));
  }
}
const arms = { bare: middle(taken.bare), checked: middle(taken.checked) };
const { checked, bare } = arms;
const claims = [
  judgeClaim({
    id: 'missed',
    title: 'turns missed',
    value: checked.turns - checked.completed,
    unit: '',
    limit: 0,
    better: 'lower',
  }),
  judgeClaim({
    id: 'wrong',
    title: 'checks that failed',
    value: checked.failedChecks.length,
    unit: '',
    limit: 0,
    better: 'lower',
  }),
  judgeClaim({
    id: 'cpu-share',
    title: `CPU of one core (a bare ws client: ${(bare.cpuShare * 100).toFixed(0)} %)`,
    value: checked.cpuShare * 100,
    unit: '%',
    limit: 60,
    better: 'lower',
  }),
  judgeClaim({
    id: 'memory',
    title: `resident memory per active session (bare: ${(bare.bytesPerSession / 1024).toFixed(1)} KiB)`,
    value: checked.bytesPerSession / 1024,
    unit: 'KiB',
    limit: 40,
    better: 'lower',
  }),
];
const result = {
  environment: readEnvironment(),
  load: { before: loadBefore, after: loadavg()[0] ?? 0 },
  plan: { sessions, turns, everyMs: 1000, rounds },
  arms,
  ratios: {
    cpu: checked.cpuUsPerTurn / bare.cpuUsPerTurn,
    memory: checked.bytesPerSession / bare.bytesPerSession,
  },
  claims,
};

function printArm(name: string, outcome: Outcome): string {
  const { cpuShare, cpuUsPerTurn, bytesPerSession, events, completed, latenessMs } = outcome;
  return `  ${name.padEnd(8)} ${(cpuShare * 100).toFixed(0).padStart(4)} % of a core  ${cpuUsPerTurn.toFixed(0).padStart(4)} µs per turn  ${(bytesPerSession / 1024).toFixed(1).padStart(6)} KiB per session  ${completed} turns, ${events} frames, begun ${latenessMs.toFixed(1)} ms late (p99)\n`;
}

process.stdout.write(
  values.json
    ? `${JSON.stringify(result, undefined, 2)}\n`
    : `${sessions} sessions, ${turns} turns each, one per second (machine load ${result.load.before.toFixed(1)})\n` +
        printArm('bare ws', bare) +
        printArm('checked', checked) +
        (checked.failedChecks.length === 0
          ? ''
          : `  failed: ${checked.failedChecks.join(', ')}\n`) +
        (checked.doubt === undefined ? '' : `  no verdict: ${checked.doubt}\n`) +
        `  checked ÷ bare: ${result.ratios.cpu.toFixed(2)} × CPU, ${result.ratios.memory.toFixed(2)} × memory\n` +
        printClaims(claims),
);
process.exitCode = claims.some(({ verdict }) => verdict === 'broken') ? 1 : 0;
