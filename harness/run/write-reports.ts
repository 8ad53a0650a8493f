import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { HarnessError } from '../contract/harness-error.ts';
import type { Result } from '../contract/result.ts';
import { findReporter, renderReport } from '../report/render-report.ts';
import type { Screen } from '../report/reporter.ts';

/** A reporter and where its output goes. */
export interface ReportOrder {
  readonly reporter: string;
  readonly path: string;
}

/** Parses `name=path`, as given to `--reporter`. Throws `REPORTER_UNKNOWN` or `USAGE`. */
export function parseReportOrder(text: string): ReportOrder {
  const [name = '', path = ''] = text.split(/=(.*)/s);
  findReporter(name);
  if (path === '') throw new HarnessError('USAGE', `--reporter ${text}: write ${name}=PATH`);
  return { reporter: name, path };
}

/** What every run leaves in its folder. */
export function standardReports(folder: string): ReportOrder[] {
  return [
    { reporter: 'json', path: join(folder, 'result.json') },
    { reporter: 'junit', path: join(folder, 'junit.xml') },
    { reporter: 'html', path: join(folder, 'report.html') },
  ];
}

/**
 * Writes every report. One that fails never stops the others and never changes the verdict;
 * returns what failed.
 */
export function writeReports(result: Result, orders: readonly ReportOrder[]): HarnessError[] {
  const screen: Screen = { width: 100, colour: false, unicode: true };
  return orders.flatMap(({ reporter, path }) => {
    try {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, renderReport(findReporter(reporter), result, screen));
      return [];
    } catch (error) {
      if (error instanceof HarnessError) return [error];
      const message = error instanceof Error ? error.message : String(error);
      return [new HarnessError('REPORTER_FAILED', `${reporter}: ${message}`, { where: path })];
    }
  });
}
