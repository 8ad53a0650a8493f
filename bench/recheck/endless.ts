/**
 * Judges ten million events as they are made, with all checks on, and shows that memory does not grow with them.
 *
 *   node --expose-gc bench/recheck/endless.ts [--events 10000000]
 */
import { parseArgs } from 'node:util';
import { createJudge } from '../../harness/checks/judge/judge.ts';
import { header, makeHistory } from './make-history.ts';

const { values } = parseArgs({ options: { events: { type: 'string', default: '10000000' } } });
const events = Number(values.events);
const samples = 10;

function heapMb(): number {
  globalThis.gc?.();
  return Math.round(process.memoryUsage().heapUsed / 1024 / 1024);
}

const judge = createJudge(header.promises);
const heaps: number[] = [];
let records = 0;
for (const record of makeHistory(events)) {
  judge.step(record);
  records += 1;
  if (records % Math.ceil(events / samples) === 0) heaps.push(heapMb());
}
const alarms = judge.end().filter(({ verdict }) => verdict === 'fail');
process.stdout.write(`${JSON.stringify({ records, heap_mb: heaps, alarms: alarms.length })}\n`);
