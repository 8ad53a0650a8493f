/**
 * `npm run strangers [-- --json] [--html FILE] [--store PLACE] [--only NAMES] [--journeys N] [--heavy]`: real servers,
 * one line each. `--record` writes the corpus anew instead.
 */
import { existsSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { keepResult } from '../harness/run/keep-result.ts';
import { isGreen, judgeStranger, type StrangerReport } from './strangers/judge-stranger.ts';
import { recordCorpus } from './strangers/record-corpus.ts';
import { renderPage } from './strangers/render-page.ts';
import { renderTerminal } from './strangers/render-terminal.ts';
import { resultOf } from './strangers/result-of.ts';
import { strangerTable } from './strangers/stranger-table.ts';

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    html: { type: 'string' },
    /** Result store for the dashboard: a SQLite file or postgres://. */
    store: { type: 'string' },
    only: { type: 'string' },
    journeys: { type: 'string', default: '50' },
    heavy: { type: 'boolean', default: false },
    record: { type: 'boolean', default: false },
  },
});

const wanted = values.only?.split(',');
const rows = strangerTable.filter(({ name, heavy = false }) =>
  wanted === undefined ? values.heavy || !heavy : wanted.includes(name),
);
const missing = [
  ...(existsSync('suites/strangers/node_modules') ? [] : ['npm run strangers:install']),
  ...(rows.some(({ heavy }) => heavy === true) && !existsSync('suites/strangers/heavy/node_modules')
    ? ['npm run strangers:install -- --heavy']
    : []),
];
if (rows.length === 0 || missing.length > 0) {
  const names = strangerTable.map(({ name }) => name).join(', ');
  const what = missing.length > 0 ? `first: ${missing.join(', then ')}` : `--only takes: ${names}`;
  process.stderr.write(`${what}\n`);
  process.exit(64);
}

const startedAt = new Date();
const reports: StrangerReport[] = [];
const broken: { name: string; error: string }[] = [];
for (const row of rows) {
  process.stderr.write(`${row.name} …\n`);
  try {
    if (values.record) await recordCorpus(row);
    else reports.push(await judgeStranger(row, Number(values.journeys)));
  } catch (error) {
    // It could not be started, or the harness broke: nothing is said about it, and the others go on.
    const message = error instanceof Error ? error.message : String(error);
    broken.push({ name: row.name, error: message });
    process.stderr.write(`${row.name}: untestable: ${message}\n`);
  }
}
const green = reports.every(isGreen);
if (values.record) process.exit(broken.length > 0 ? 2 : 0);
if (values.html !== undefined) writeFileSync(values.html, renderPage(reports));
if (values.store !== undefined) {
  await keepResult(resultOf(reports, broken, startedAt), values.store);
}
const out = values.json
  ? `${JSON.stringify({ green: green && broken.length === 0, broken, reports }, null, 2)}\n`
  : renderTerminal(reports);
process.stdout.write(out);
process.exitCode = green ? (broken.length > 0 ? 2 : 0) : 1;
