import type { Result } from '../../contract/result.ts';
import { formatCount } from '../text/format-count.ts';
import { plural } from '../text/plural.ts';
import type { Entry } from './entry.ts';

type Decided = 'pass' | 'fail' | 'unknown';

/** More names than this are counted instead of listed. */
const namesShown = 3;

/** One sentence that says what the verdict means for the reader's question: is the path delivered, is the phase reached? */
export function closingSentence(
  result: Result,
  verdict: Decided,
  deciding: readonly Entry[],
): string {
  const phase = result.gate?.phase;
  const opening =
    phase === undefined
      ? openingsFor(result)[verdict]
      : `Phase ${String(phase)} ${phaseOpenings[verdict]}`;
  return `${opening}: ${because(verdict, deciding)}.`;
}

const pathOpenings: Readonly<Record<Decided, string>> = {
  pass: 'The golden path is delivered',
  fail: 'The golden path is broken',
  unknown: 'Whether the golden path is delivered is unknown',
};

/** The audit reads a source and drives no path. */
const sourceOpenings: Readonly<Record<Decided, string>> = {
  pass: 'The source is as declared',
  fail: 'The source is not as declared',
  unknown: 'Whether the source is as declared is unknown',
};

/** Numbers alone say nothing of a path that nobody walked. */
const numberOpenings: Readonly<Record<Decided, string>> = {
  pass: 'All that was measured is within its limits',
  fail: 'What was measured is beyond its limits',
  unknown: 'Whether all is within its limits is unknown',
};

function openingsFor({ command, checks, tests, measurements }: Result): typeof pathOpenings {
  if (command === 'audit') return sourceOpenings;
  const numbersOnly = checks.length === 0 && tests.length === 0 && measurements.length > 0;
  return numbersOnly ? numberOpenings : pathOpenings;
}

const phaseOpenings: Readonly<Record<Decided, string>> = {
  pass: 'is reached',
  fail: 'is not reached',
  unknown: 'cannot be judged',
};

function because(verdict: Decided, deciding: readonly Entry[]): string {
  if (verdict === 'pass') return `${passedText(deciding)} passed on evidence`;
  const guilty = deciding.filter((entry) => entry.standing === verdict);
  if (guilty.length === 0) return 'nothing was scored';
  const names = guilty.slice(0, namesShown).map((entry) => entry.id);
  const more = guilty.length - names.length;
  if (more > 0) names.push(`${formatCount(more)} more`);
  return `${listed(names)} ${verdict === 'fail' ? 'failed' : lacking(guilty.length)}`;
}

function lacking(count: number): string {
  return count === 1 ? 'has no verdict' : 'have no verdict';
}

/** `9 criteria` or `24 checks, 8 measurements and 31 tests`. */
function passedText(deciding: readonly Entry[]): string {
  const count = (kind: Entry['kind']): number =>
    deciding.filter((entry) => entry.kind === kind && entry.standing === 'pass').length;
  const parts = [
    { count: count('criterion'), text: plural(count('criterion'), 'criterion', 'criteria') },
    { count: count('check'), text: plural(count('check'), 'check') },
    { count: count('measurement'), text: plural(count('measurement'), 'measurement') },
    { count: count('test'), text: plural(count('test'), 'test') },
  ];
  return listed(parts.filter((part) => part.count > 0).map((part) => part.text));
}

function listed(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}
