/**
 * Strikes one fault of each check between real sockets and keeps the history in `harness/faults/recordings`, by which
 * the tests see that no check has become blind. Needed when a check, a fault or what is promised has changed; the
 * words name checks, and without any all are recorded that the tests would not take as they are.
 *
 *   npm run record:faults [-- CHECK …]
 */
import { mkdirSync, rmSync } from 'node:fs';
import { judgeHistory } from '../harness/checks/judge/judge-history.ts';
import { checkTable } from '../harness/checks/check-table.ts';
import { judgeCell } from '../harness/faults/matrix/judge-cell.ts';
import { TargetPool } from '../harness/faults/matrix/target-pool.ts';
import { walkDamaged } from '../harness/faults/matrix/walk-damaged.ts';
import { findStale } from '../harness/faults/testing/find-stale.ts';
import {
  needlessRecordings,
  recordedRow,
  writeRecording,
} from '../harness/faults/testing/recordings.ts';

const attempts = 3;
const wanted = process.argv.slice(2);
mkdirSync('harness/faults/recordings', { recursive: true });

const pool = new TargetPool();
let total = 0;
for (const check of checkTable) {
  const row = recordedRow(check);
  const meant = wanted.length === 0 ? findStale(check) !== undefined : wanted.includes(check.id);
  if (!meant) continue;
  if (row === undefined) throw new Error(`no fault is there to be recorded for ${check.id}`);
  for (let attempt = 1; ; attempt += 1) {
    const walked = await pool.lend(row, (target) => walkDamaged(target, row, row.id));
    const { verdict, note } = judgeCell(row, judgeHistory(walked.history));
    if (verdict === 'caught') {
      const bytes = writeRecording(row, walked.history);
      total += bytes;
      process.stderr.write(`${check.id.padEnd(20)} ${row.id.padEnd(14)} ${bytes} bytes\n`);
      break;
    }
    if (attempt === attempts) throw new Error(`${row.id} was ${verdict}: ${note ?? ''}`);
  }
}
await pool[Symbol.asyncDispose]();
for (const path of needlessRecordings(checkTable)) rmSync(path);
process.stderr.write(`${total} bytes written\n`);
