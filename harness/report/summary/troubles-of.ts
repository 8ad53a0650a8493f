import type { Result } from '../../contract/result.ts';
import type { Fragment } from '../../contract/fragment.ts';
import { testEntry } from './entries-of.ts';
import type { Entry } from './entry.ts';
import { shownEntries } from './shown-entries.ts';
import { standings } from './standing.ts';

const troubles: ReadonlySet<string> = new Set(['fail', 'unknown', 'warn']);

/** Everything that did not pass, worst first. A red test whose own verdict is red is told by that verdict. */
export function troublesOf(result: Result): Entry[] {
  const told = new Set(result.tests.filter(isTold).map((test) => testEntry(test).id));
  return shownEntries(result)
    .filter(
      ({ standing, kind, id }) => troubles.has(standing) && !(kind === 'test' && told.has(id)),
    )
    .toSorted(
      (left, right) => standings.indexOf(left.standing) - standings.indexOf(right.standing),
    );
}

function isTold({ evidence }: Fragment): boolean {
  const verdicts = [...(evidence?.checks ?? []), ...(evidence?.measurements ?? [])];
  return verdicts.some(({ verdict }) => verdict === 'fail');
}
