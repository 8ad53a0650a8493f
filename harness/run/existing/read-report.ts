import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { readJunit, type JunitReport } from './junit/read-junit.ts';

/** File systems keep times in steps of up to two seconds. */
const clockStepMs = 2_000;

export interface ReadReports {
  readonly reports: readonly JunitReport[];
  /** Why what was read cannot be believed. */
  readonly doubts: readonly string[];
}

export interface ReportRun {
  readonly root: string;
  /** What lay there before the command ran, and after it, as `findReports` tells it. */
  readonly before: ReadonlyMap<string, string>;
  readonly after: ReadonlyMap<string, string>;
  /** When the command began, epoch ms. */
  readonly startedAt: number;
}

/** Reads every report that the command has written; one it did not write, or that cannot be read, is a doubt. */
export function readReports(run: ReportRun): ReadReports {
  const reports: JunitReport[] = [];
  const doubts: string[] = [];
  for (const [path, stamp] of run.after) {
    const file = resolve(run.root, path);
    if (run.before.get(path) === stamp || statSync(file).mtimeMs < run.startedAt - clockStepMs) {
      doubts.push(`${path} is older than the run: the command did not write it`);
      continue;
    }
    try {
      const report = readJunit(decode(readFileSync(file)));
      reports.push(report);
      const stale = report.stamps.find((written) => isBefore(written, run.startedAt));
      if (stale !== undefined) {
        doubts.push(`${path} tells of a run at ${stale}, before the command began`);
      }
    } catch (error) {
      doubts.push(
        `${path} is not a JUnit report: ${error instanceof Error ? error.message : String(error)}`,
      );
    }
  }
  return { reports, doubts };
}

/** In the encoding that its byte order mark or its declaration names. */
function decode(bytes: Buffer): string {
  const head = bytes.subarray(0, 200).toString('latin1');
  const [, declared = 'utf-8'] = /^<\?xml[^>]*encoding\s*=\s*["']([\w.-]+)["']/.exec(head) ?? [];
  const label =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : declared;
  return new TextDecoder(label, { fatal: true }).decode(bytes);
}

const dayMs = 86_400_000;

/** A time that names no zone may be any zone's. */
function isBefore(written: string, startedAt: number): boolean {
  const time = Date.parse(written);
  const zoned = /(Z|[+-]\d\d:?\d\d|GMT|UTC)\s*$/.test(written.trim());
  return time < startedAt - (zoned ? clockStepMs : dayMs);
}
