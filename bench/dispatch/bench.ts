/**
 * Launches the measurement several times, because a process may sit in a slower mode of the compiler for all its life,
 * and judges the claims by the median launch. Flags: `--json`, `--launches N`, `--rounds N`.
 */
import { execFile } from 'node:child_process';
import { cpus } from 'node:os';
import { parseArgs, promisify } from 'node:util';
import type { Share } from './breakdown.ts';
import { judgeClaims } from './claims.ts';
import type { Launch } from './launch.ts';
import { median } from './median.ts';
import { printTable } from './print-table.ts';

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    launches: { type: 'string', default: '5' },
    rounds: { type: 'string', default: '60' },
  },
});

async function launch<Result>(file: string, ...args: string[]): Promise<Result> {
  const script = new URL(file, import.meta.url).pathname;
  const { stdout } = await promisify(execFile)(process.execPath, [script, ...args]);
  return JSON.parse(stdout) as Result;
}

const launches: Launch[] = [];
for (let nth = 0; nth < Number(values.launches); nth += 1) {
  launches.push(await launch<Launch>('launch.ts', values.rounds));
}

const result = {
  environment: { node: process.version, cpu: cpus()[0]?.model ?? 'unknown', cores: cpus().length },
  launches: launches.length,
  arms: (launches[0]?.arms ?? []).map(({ id, title }, nth) => ({
    id,
    title,
    ns: median(launches.map(({ arms }) => arms[nth]?.ns ?? Number.NaN)),
  })),
  claims: judgeClaims(launches.map(({ ratios }) => ratios)),
  breakdown: await launch<readonly Share[]>('breakdown.ts'),
};

process.stdout.write(
  values.json ? `${JSON.stringify(result, undefined, 2)}\n` : printTable(result),
);
process.exitCode = result.claims.some(({ verdict }) => verdict === 'broken') ? 1 : 0;
