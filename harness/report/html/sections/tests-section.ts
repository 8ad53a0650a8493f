import type { Fragment } from '../../../contract/fragment.ts';
import type { Result } from '../../../contract/result.ts';
import { countsText, countStandings } from '../../summary/count-standings.ts';
import { testEntry } from '../../summary/entries-of.ts';
import { formatDuration } from '../../text/format-duration.ts';
import { makeVisible } from '../../text/make-visible.ts';
import { addressOf } from '../address.ts';
import { badge } from '../badge.ts';
import { html, type Markup } from '../markup.ts';
import type { Section } from '../section.ts';

/** The tests by suite, each with the value it protects; a suite whose runner broke says so. */
export function testsSection({ tests, suites }: Pick<Result, 'tests' | 'suites'>): Section {
  const names = new Set([...suites.map(({ name }) => name), ...tests.map(({ suite }) => suite)]);
  return {
    id: 'tests',
    title: 'Tests',
    body: html`${[...names].map((name) =>
      suitePart(
        name,
        tests.filter(({ suite }) => suite === name),
        suites.find((suite) => suite.name === name),
      ),
    )}`,
  };
}

/** Runners end with 0 when all passed and 1 when a test failed; anything else happened outside of the tests. */
const ordinaryEndings: ReadonlySet<string> = new Set(['exit 0', 'exit 1']);

function suitePart(
  name: string,
  tests: readonly Fragment[],
  suite: Result['suites'][number] | undefined,
): Markup {
  const broken = suite !== undefined && !ordinaryEndings.has(suite.ending);
  return html`<h3>
      ${name} <span class="context">${countsText(countStandings(tests.map(testEntry)))}</span>
    </h3>
    ${
      broken
        ? html`<p class="notice">The runner ended with ${suite.ending}; see ${suite.log}.</p>`
        : undefined
    }
    <ul class="entries">
      ${tests.map(row)}
    </ul> `;
}

function row(test: Fragment): Markup {
  const entry = testEntry(test);
  const value = test.evidence?.value;
  const covers = test.evidence?.covers ?? [];
  return html`<li id="${addressOf(entry)}" tabindex="-1" class="entry">
    ${badge(entry.standing)}
    <div>
      ${test.test} <span class="context">${formatDuration(test.duration_ms)}</span>
      ${value === undefined ? undefined : html`<p>For ${value.segment}: ${value.goal}. If it fails, ${value.impact}.</p>`}
      ${covers.length === 0 ? undefined : html`<p class="context">Covers ${covers.join(', ')}</p>`}
      ${entry.reason === undefined ? undefined : html`<pre>${lines(entry.reason)}</pre>`}
    </div>
  </li> `;
}

/** Line breaks of a message are kept; every other control is shown. */
function lines(text: string): string {
  return text.split('\n').map(makeVisible).join('\n');
}
