import type { Result } from '../../contract/result.ts';
import { shownEntries } from '../summary/shown-entries.ts';
import type { Entry } from '../summary/entry.ts';
import { evidenceText } from '../summary/evidence-text.ts';
import { auditCases } from './audit-cases.ts';
import { escapeXml } from './escape-xml.ts';

interface Case {
  readonly suite: string;
  readonly entry: Entry;
  /** Seconds; checks and criteria take none of their own. */
  readonly time: number;
  readonly text: string;
}

/**
 * JUnit XML as GitLab, Jenkins and Azure read it (the Jenkins schema `junit-10.xsd`).
 * `unknown` is an `<error>`, so that no evidence is never green; a warning passes and says so in its output.
 */
export function renderJunit(result: Result): string {
  const suites = [...Map.groupBy(casesOf(result), (one) => one.suite)];
  const all = suites.flatMap(([, cases]) => cases);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="golden-path" ${attributes(totals(all))}>`,
    ...suites.flatMap(([name, cases]) => suiteLines(name, cases, result)),
    '</testsuites>',
    '',
  ].join('\n');
}

function casesOf(result: Result): Case[] {
  const checks = new Map(result.checks.map((check) => [check.id, check]));
  const tests = new Map(result.tests.map((test) => [`${test.suite} > ${test.test}`, test]));
  const judged = shownEntries(result).map((entry): Case => {
    const check = entry.kind === 'check' ? checks.get(entry.id) : undefined;
    const test = entry.kind === 'test' ? tests.get(entry.id) : undefined;
    return {
      suite: test?.suite ?? groupNames[entry.kind],
      entry,
      time: (test?.duration_ms ?? 0) / 1000,
      text: check === undefined ? (entry.reason ?? entry.title) : evidenceText(check),
    };
  });
  const rules = auditCases(result.audit).map(({ role, entry, text }): Case => ({
    suite: `audit ${role}`,
    entry,
    time: 0,
    text,
  }));
  return [...judged, ...rules];
}

const groupNames: Readonly<Record<Entry['kind'], string>> = {
  criterion: 'criteria',
  check: 'checks',
  measurement: 'measurements',
  test: 'tests',
};

/** Neither the schema nor its readers know `skipped` on the whole file, only on a suite. */
function totals(cases: readonly Case[]): Record<string, string> {
  const time = cases.reduce((sum, one) => sum + one.time, 0);
  return {
    tests: String(cases.length),
    failures: countOf(cases, 'fail'),
    errors: countOf(cases, 'unknown'),
    time: time.toFixed(3),
  };
}

function countOf(cases: readonly Case[], standing: Entry['standing']): string {
  return String(cases.filter(({ entry }) => entry.standing === standing).length);
}

function suiteLines(name: string, cases: readonly Case[], result: Result): string[] {
  const about = { target: result.target, profile: result.profile, seed: result.seed };
  return [
    `  <testsuite ${attributes({ name, ...totals(cases), skipped: countOf(cases, 'none'), timestamp: seconds(result.started_at) })}>`,
    '    <properties>',
    ...Object.entries(about).map(
      ([key, value]) => `      <property ${attributes({ name: key, value })}/>`,
    ),
    '    </properties>',
    ...cases.flatMap(caseLines),
    '  </testsuite>',
  ];
}

function caseLines({ suite, entry, time, text }: Case): string[] {
  const name = entry.kind === 'test' ? entry.title : `${entry.id} ${entry.title}`;
  const open = attributes({ classname: `golden-path.${suite}`, name, time: time.toFixed(3) });
  const inside = outcome(entry, text);
  return inside === undefined
    ? [`    <testcase ${open}/>`]
    : [`    <testcase ${open}>`, `      ${inside}`, '    </testcase>'];
}

function outcome(entry: Entry, text: string): string | undefined {
  const message = entry.reason ?? entry.title;
  const body = `${attributes({ message, type: entry.kind })}>${escapeXml(text)}`;
  switch (entry.standing) {
    case 'pass':
      return undefined;
    case 'fail':
      return `<failure ${body}</failure>`;
    case 'unknown':
      return `<error ${body}</error>`;
    case 'warn':
      return `<system-out>${escapeXml(`warning: ${text}`)}</system-out>`;
    case 'none':
      return `<skipped ${attributes({ message })}/>`;
  }
}

function attributes(values: Readonly<Record<string, string>>): string {
  return Object.entries(values)
    .map(([name, value]) => `${name}="${escapeXml(value)}"`)
    .join(' ');
}

/** The schema's timestamps have neither a fraction nor a zone. */
function seconds(time: string): string {
  return time.slice(0, 'YYYY-MM-DDTHH:mm:ss'.length);
}
