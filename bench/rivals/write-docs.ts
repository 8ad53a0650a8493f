import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import type { Environment } from '../../harness/contract/environment.ts';
import type { Row } from './row.ts';

const file = new URL('../../docs/benchmarks.md', import.meta.url).pathname;
const [begin, end] = ['<!-- rivals: begin -->', '<!-- rivals: end -->'];

function section(rows: readonly Row[], environment: Environment, load: number, at: Date): string {
  const { node, cpu, cores, memory_mb: memory } = environment;
  const lines = rows.map(
    ({ what, rival, ours, theirs, ratio, better }) =>
      `| ${what} | ${rival} | ${ours} | ${theirs} | ${ratio.toPrecision(2)} | ${better} |`,
  );
  return [
    begin,
    '',
    `Measured ${at.toISOString().slice(0, 10)} by \`npm run bench:rivals\` on ${cores} × ${cpu}, ${Math.round(memory / 1024)} GB, Node ${node}, machine load ${load.toFixed(1)} at the start.`,
    'The ratio is golden-path ÷ rival, both of the same run; absolute figures are the machine’s.',
    '',
    '| what | rival | golden-path | rival’s | ratio | better is |',
    '| --- | --- | --- | --- | --- | --- |',
    ...lines,
    '',
    end,
  ].join('\n');
}

/** Puts the measured table where it stood before in docs/benchmarks.md. */
export async function writeDocs(
  rows: readonly Row[],
  environment: Environment,
  load: number,
): Promise<void> {
  const text = await readFile(file, 'utf8');
  const [front, rest] = text.split(begin);
  const [, back] = (rest ?? '').split(end);
  if (front === undefined || back === undefined) throw new Error(`${file} lacks ${begin} … ${end}`);
  await writeFile(file, `${front}${section(rows, environment, load, new Date())}${back}`);
  await promisify(execFile)('oxfmt', [file]);
}
