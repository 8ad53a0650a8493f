import { describe, expect, it } from 'vitest';
import { findReporter, renderReport } from './render-report.ts';
import { reporterTable } from './reporter-table.ts';
import { replayed } from './test-support/replayed.ts';
import { failingResult, passingResult, unknownResult } from './test-support/sample-results.ts';

const screen = { width: 100, colour: false, unicode: true };

describe('every reporter', () => {
  it.each(reporterTable)('$name gives the same bytes live and read back', (reporter) => {
    for (const result of [passingResult, failingResult, unknownResult]) {
      const live = renderReport(reporter, result, screen);
      expect(renderReport(reporter, replayed(result), screen)).toBe(live);
    }
  });

  it.each(reporterTable)('$name has something to say of a failure', (reporter) => {
    expect(renderReport(reporter, failingResult, screen).length).toBeGreaterThan(100);
  });

  it('is found by its name, and a misspelt name is answered with the right one', () => {
    expect(findReporter('junit').extension).toBe('xml');
    expect(() => findReporter('junti')).toThrow('did you mean "junit"?');
  });

  it('that throws is named, and leaves the verdict alone', () => {
    const broken = {
      ...findReporter('json'),
      render: () => {
        throw new RangeError('no room');
      },
    };
    expect(() => renderReport(broken, passingResult, screen)).toThrow(
      expect.objectContaining({ code: 'REPORTER_FAILED', exitCode: 70 }),
    );
  });
});
