import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { weighReports } from '../weigh-reports.ts';
import { readJunit, type JunitReport } from './read-junit.ts';
import { readSeconds } from './read-seconds.ts';

function sample(name: string): JunitReport {
  return readJunit(readFileSync(new URL(`samples/${name}.xml`, import.meta.url), 'utf8'));
}

describe('what runners write is read as what they meant', () => {
  test.each([
    ['pytest', { tests: 8, failed: 4, skipped: 2 }],
    ['jest-junit', { tests: 3, failed: 1, skipped: 1 }],
    ['vitest', { tests: 5, failed: 1, skipped: 2 }],
    ['mocha-xunit', { tests: 5, failed: 1, skipped: 2 }],
    ['playwright', { tests: 5, failed: 1, skipped: 2 }],
    ['node-test', { tests: 5, failed: 1, skipped: 2 }],
    ['gradle', { tests: 4, failed: 2, skipped: 1 }],
    ['nested', { tests: 5, failed: 0, skipped: 1 }],
  ])('%s', (name, counts) => {
    expect(weighReports([sample(name)], 2000)).toMatchObject({ counts, doubts: [] });
  });

  test('a test that passed only on retry is told as such', () => {
    const { failures } = weighReports([sample('gradle')], 2000);
    expect(failures).toContain('shop.CartTest › sometimes() (passed only on retry)');
  });
});

test.each([
  ['0.012', 0.012],
  ['0.', 0],
  ['1.2e-05', 0.000012],
  ['1,234.5', 1234.5],
  ['1.234,5', 1234.5],
  ['0,012', 0.012],
  ['1,234,567', 1234567],
  ['12ms', 0.012],
  [' 3 s ', 3],
  ['-1', -1],
  ['soon', Number.NaN],
  ['', Number.NaN],
])('%j is %d seconds', (text, seconds) => {
  expect(readSeconds(text)).toBe(seconds);
});

function report(body: string): JunitReport {
  return readJunit(`<testsuites><testsuite name="s" ${body}</testsuite></testsuites>`);
}

describe('what cannot be is doubted', () => {
  test.each([
    ['tests="3"><testcase name="a"/>', 'a report says that it holds 3 tests, and holds 1'],
    ['tests="1"><testcase name="a" time="-0.5"/>', '"a" took a time that cannot be'],
    ['tests="1"><testcase name="a" time="soon"/>', '"a" took a time that cannot be'],
    ['tests="1"><testcase name="a" time="99"/>', '"a" took 99 s, and the whole command only 1.0 s'],
  ])('%s', (body, doubt) => {
    expect(weighReports([report(body)], 1).doubts).toEqual([doubt]);
  });
});

test('failures that a suite declares and does not name are failures', () => {
  const { counts } = weighReports(
    [report('tests="2" failures="1"><testcase name="a"/><testcase name="b"/>')],
    1,
  );
  expect(counts.failed).toBe(1);
});

test.each([
  ['<assemblies/>', 'the root is <assemblies>, not <testsuites>'],
  ['<testsuites><testsuite>', 'cut short'],
])('%s is no report', (text, message) => {
  expect(() => readJunit(text)).toThrow(message);
});
