import { readdirSync, readFileSync } from 'node:fs';

/** What a process of this machine has used and holds. */
export interface ForeignUsage {
  /** Time of all its threads on a processor, in microseconds. */
  readonly cpuUs: number;
  readonly rssBytes: number;
}

/**
 * Asks Linux about another process: scheduler statistics count nanoseconds, where the usual counters count hundredths
 * of a second. `undefined` where the system does not tell.
 */
export function readProcessUsage(pid: number): ForeignUsage | undefined {
  const folder = `/proc/${pid}`;
  try {
    const threads = readdirSync(`${folder}/task`);
    const nanoseconds = threads.map((thread) => readRunTime(`${folder}/task/${thread}/schedstat`));
    const status = readFileSync(`${folder}/status`, 'utf8');
    const [, kilobytes] = /^VmRSS:\s+(\d+) kB/m.exec(status) ?? [];
    if (kilobytes === undefined || nanoseconds.length === 0) return undefined;
    const cpuUs = nanoseconds.reduce((sum, time) => sum + time, 0) / 1000;
    return cpuUs > 0 ? { cpuUs, rssBytes: Number(kilobytes) * 1024 } : undefined;
  } catch {
    return undefined;
  }
}

/** A thread may end while we look: what it had used is then missing from both readings that matter. */
function readRunTime(path: string): number {
  try {
    return Number(readFileSync(path, 'utf8').split(' ')[0]);
  } catch {
    return 0;
  }
}
