/**
 * `npm run bench:rivals [-- --quick] [-- --json]`: golden-path beside its rivals, one table with ratios, which also goes into docs/benchmarks.md.
 */
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { readEnvironment } from '../../harness/probe/read-environment.ts';
import { collectRows } from './collect-rows.ts';
import { writeDocs } from './write-docs.ts';

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
});

const load = loadavg()[0] ?? 0;
const environment = readEnvironment();
const rows = await collectRows(values.quick);
await writeDocs(rows, environment, load);

const widest = (cell: (row: (typeof rows)[number]) => string): number =>
  Math.max(...rows.map((row) => cell(row).length));
const [what, rival] = [widest((row) => row.what), widest((row) => row.rival)];
process.stdout.write(
  values.json
    ? `${JSON.stringify({ environment, load, rows }, undefined, 2)}\n`
    : rows
        .map(
          (row) =>
            `${row.what.padEnd(what)}  ${row.rival.padEnd(rival)}  ${row.ours.padStart(10)}  ${row.theirs.padStart(10)}  ${row.ratio.toPrecision(2).padStart(6)} ×  (${row.better} is better)\n`,
        )
        .join(''),
);
