import { readSeconds } from './read-seconds.ts';
import { readXml } from './read-xml.ts';
import type { XmlElement } from './xml-element.ts';

/** One test as a report tells it. `flaky`: it passed after it had failed. */
export interface JunitCase {
  readonly name: string;
  readonly state: 'passed' | 'failed' | 'skipped' | 'flaky';
  /** Absent where the report gives none; `NaN` where it gives something that is no duration. */
  readonly seconds?: number;
}

/** What one report file says. */
export interface JunitReport {
  readonly cases: readonly JunitCase[];
  /** What its suites say they hold; absent where they say nothing. */
  readonly declared: { readonly tests?: number; readonly failed?: number };
  /** When its suites say they ran, as they write it. */
  readonly stamps: readonly string[];
}

const roots = new Set(['testsuites', 'testsuite']);

/**
 * Reads a report in any of the shapes that runners write: one root suite or many, suites inside suites, cases beside
 * suites, counts missing. Throws a `SyntaxError` for what is no such report.
 */
export function readJunit(source: string): JunitReport {
  const root = readXml(source);
  if (!roots.has(root.name)) throw new SyntaxError(`the root is <${root.name}>, not <testsuites>`);
  const elements = [...walk(root)];
  const suites = elements.filter(({ name }) => roots.has(name));
  return {
    cases: elements.filter(({ name }) => name === 'testcase').map(readCase),
    declared: readDeclared(root),
    stamps: suites.flatMap(({ attributes }) => attributes.get('timestamp') ?? []),
  };
}

function* walk(element: XmlElement): Generator<XmlElement> {
  yield element;
  for (const child of element.children) yield* walk(child);
}

function readCase(element: XmlElement): JunitCase {
  const { attributes } = element;
  const within = attributes.get('classname') ?? attributes.get('class') ?? '';
  const name = [within, attributes.get('name') ?? '(nameless)'].filter(Boolean).join(' › ');
  const time = attributes.get('time');
  const state = stateOf(element);
  return time === undefined ? { name, state } : { name, state, seconds: readSeconds(time) };
}

function stateOf({ attributes, children }: XmlElement): JunitCase['state'] {
  const names = new Set(children.map(({ name }) => name.toLowerCase()));
  const said = `${attributes.get('status') ?? ''} ${attributes.get('result') ?? ''}`.toLowerCase();
  if (names.has('failure') || names.has('error') || /\b(failed|error)\b/.test(said))
    return 'failed';
  if (names.has('skipped') || /\b(notrun|disabled|skipped|suppressed|pending)\b/.test(said)) {
    return 'skipped';
  }
  return names.has('flakyfailure') || names.has('flakyerror') ? 'flaky' : 'passed';
}

/** The counts of the root, or of the outermost suites together; inner ones may or may not be part of them. */
function readDeclared(root: XmlElement): JunitReport['declared'] {
  const whole = root.attributes.has('tests') || root.name === 'testsuite';
  const outermost = whole ? [root] : root.children.filter(({ name }) => name === 'testsuite');
  const beside = whole ? 0 : root.children.filter(({ name }) => name === 'testcase').length;
  const tests = sum(outermost, ['tests']);
  const failed = sum(outermost, ['failures', 'errors']);
  return {
    ...(tests === undefined ? {} : { tests: tests + beside }),
    ...(failed === undefined ? {} : { failed }),
  };
}

function sum(suites: readonly XmlElement[], keys: readonly string[]): number | undefined {
  const values = suites.flatMap(({ attributes }) =>
    keys.flatMap((key) => attributes.get(key) ?? []),
  );
  const numbers = values.map(Number).filter((value) => Number.isInteger(value) && value >= 0);
  return numbers.length === 0 ? undefined : numbers.reduce((total, value) => total + value, 0);
}
