/**
 * How fast a stored history is judged again, with all checks on and in one thread, beside the least that any judge
 * must do: read the file, parse each line, and keep a map of runs. Rounds are interleaved; medians are compared.
 *
 *   node bench/recheck/recheck.ts [--events 500000] [--rounds 5] [--json]
 */
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createJudge } from '../../harness/checks/judge/judge.ts';
import type { HistoryHeader, HistoryRecord } from '../../harness/contract/history.ts';
import { readRecords } from '../../harness/run/evidence/read-records.ts';
import { header, makeHistory } from './make-history.ts';
import { readLines } from './read-lines.ts';

const { values } = parseArgs({
  options: {
    events: { type: 'string', default: '500000' },
    rounds: { type: 'string', default: '5' },
    json: { type: 'boolean', default: false },
  },
});

function write(path: string, events: number): number {
  const file = openSync(path, 'w');
  let lines = 0;
  let text = `${JSON.stringify(header)}\n`;
  for (const record of makeHistory(events)) {
    text += `${JSON.stringify(record)}\n`;
    lines += 1;
    if (text.length < 1024 * 1024) continue;
    writeSync(file, text);
    text = '';
  }
  writeSync(file, text);
  closeSync(file);
  return lines;
}

/** Processor time of this thread: what else runs on the machine must not decide. */
function cpuMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

function parseOnly(path: string): number {
  const runs = new Map<string, number>();
  const started = cpuMs();
  readLines(path, (line) => {
    const record = JSON.parse(line) as HistoryRecord | HistoryHeader;
    if (!('type' in record) || record.type !== 'frame') return;
    for (const { run, kind } of record.events) {
      if (run === undefined) continue;
      if (kind === 'agent_completed') runs.delete(run);
      else runs.set(run, (runs.get(run) ?? 0) + 1);
    }
  });
  return cpuMs() - started;
}

function judge(path: string): number {
  const started = cpuMs();
  const judging = createJudge(header.promises);
  readRecords(path, (record) => judging.step(record));
  const alarms = judging.end().filter(({ verdict }) => verdict === 'fail');
  const ms = cpuMs() - started;
  if (alarms.length > 0)
    throw new Error(`a clean history raised ${alarms.map(({ id }) => id).join(', ')}`);
  return ms;
}

function median(samples: readonly number[]): number {
  return samples.toSorted((left, right) => left - right)[Math.floor(samples.length / 2)] ?? NaN;
}

const folder = mkdtempSync(join(tmpdir(), 'recheck-'));
try {
  const path = join(folder, 'history.ndjson');
  const records = write(path, Number(values.events));
  const parsed: number[] = [];
  const judged: number[] = [];
  for (let round = 0; round < Number(values.rounds); round += 1) {
    parsed.push(parseOnly(path));
    judged.push(judge(path));
  }
  const rate = (ms: number): number => Math.round((records / ms) * 1000);
  const result = {
    records,
    parse_only_per_second: rate(median(parsed)),
    judged_per_second: rate(median(judged)),
    best_ratio: Number((Math.min(...parsed) / Math.min(...judged)).toFixed(3)),
    ratio: Number((median(parsed) / median(judged)).toFixed(3)),
    rss_mb: Math.round(process.memoryUsage().rss / 1024 / 1024),
  };
  process.stdout.write(`${JSON.stringify(result, null, values.json ? 0 : 2)}\n`);
} finally {
  rmSync(folder, { recursive: true });
}
