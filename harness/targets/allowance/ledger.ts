import { closeSync, existsSync, fstatSync, openSync, readSync, statSync, writeSync } from 'node:fs';
import type { Allowance } from '../../contract/allowance.ts';
import { HarnessError } from '../../contract/harness-error.ts';

/**
 * One entry per run: the epoch ms from which on the rate is kept again (the theoretical arrival time of the generic
 * cell rate algorithm, ITU-T I.371). Entries are only ever appended, in one write, so that processes need no lock.
 */
const entryBytes = 8;

/** Runs that were started so far. */
export function countRuns({ ledger }: Pick<Allowance, 'ledger'>): number {
  return existsSync(ledger) ? Math.floor(statSync(ledger).size / entryBytes) : 0;
}

/** Epoch ms from which on another run keeps the rate. */
export function nextRunAt({ ledger }: Pick<Allowance, 'ledger'>): number {
  if (!existsSync(ledger)) return 0;
  const file = openSync(ledger, 'r');
  try {
    return lastEntry(file);
  } finally {
    closeSync(file);
  }
}

/**
 * Pays for runs that are about to start, all or none. Two processes that ask for the last one at once may both be
 * refused; neither ever gets more than there is. Throws `ALLOWANCE_SPENT`.
 */
export function spendRuns(allowance: Allowance, count = 1): void {
  const { ledger, runs, perSecond, until } = allowance;
  if (Date.now() >= until) throw outOfTime();
  const file = openSync(ledger, 'a+');
  try {
    if (fstatSync(file).size / entryBytes + count > runs) throw outOfRuns(allowance, count);
    const from = Math.max(Date.now(), lastEntry(file));
    const entries = Buffer.alloc(count * entryBytes);
    for (let nth = 0; nth < count; nth += 1) {
      entries.writeDoubleLE(from + ((nth + 1) * 1000) / perSecond, nth * entryBytes);
    }
    writeSync(file, entries);
    if (fstatSync(file).size / entryBytes > runs) throw outOfRuns(allowance, count);
  } finally {
    closeSync(file);
  }
}

/** What is told wherever the time is over. */
export function outOfTime(): HarnessError {
  return new HarnessError('ALLOWANCE_SPENT', 'the time of --max-duration is over');
}

function outOfRuns({ runs }: Allowance, count: number): HarnessError {
  const more = count === 1 ? '' : `, ${count} more were needed`;
  return new HarnessError('ALLOWANCE_SPENT', `the ${runs} runs of --max-runs are spent${more}`);
}

function lastEntry(file: number): number {
  const { size } = fstatSync(file);
  const whole = Math.floor(size / entryBytes);
  if (whole === 0) return 0;
  const entry = Buffer.alloc(entryBytes);
  readSync(file, entry, 0, entryBytes, (whole - 1) * entryBytes);
  return entry.readDoubleLE(0);
}
