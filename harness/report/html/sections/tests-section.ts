import type { Fragment } from '../../../contract/fragment.ts';
import type { Result } from '../../../contract/result.ts';
import { countsText, countStandings } from '../../summary/count-standings.ts';
import { testEntry } from '../../summary/entries-of.ts';
import { standings } from '../../summary/standing.ts';
import { formatDuration } from '../../text/format-duration.ts';
import { makeVisible } from '../../text/make-visible.ts';
import { plural } from '../../text/plural.ts';
import { addressOf } from '../address.ts';
import { badge } from '../badge.ts';
import { html, type Markup } from '../markup.ts';
import type { Section } from '../section.ts';
import { attachmentLinks } from './attachment-links.ts';

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
  const counts = countStandings(tests.map(testEntry));
  const passed = tests.filter((test) => testEntry(test).standing === 'pass');
  const troubled = tests.filter((test) => !passed.includes(test));
  const open = broken || troubled.length > 0 ? html` open` : undefined;
  return html`<details class="suite" ${open}>
    <summary>
      ${badge(standings.find((standing) => counts[standing] > 0) ?? 'none')}
      <strong>${name}</strong>
      <span class="context">${countsText(counts)}${took(suite)}</span>
    </summary>
    ${
      broken
        ? html`<p class="notice">The runner ended with ${suite.ending}; see ${suite.log}.</p>`
        : undefined
    }
    ${list(troubled)}
    ${
      troubled.length === 0
        ? list(passed)
        : passed.length === 0
          ? undefined
          : html`<details class="folded">
              <summary>${plural(passed.length, 'test')} passed</summary>
              ${list(passed)}
            </details>`
    }
  </details> `;
}

function took(suite: Result['suites'][number] | undefined): string {
  return suite === undefined ? '' : ` · ${formatDuration(suite.duration_ms)}`;
}

function list(tests: readonly Fragment[]): Markup | undefined {
  if (tests.length === 0) return undefined;
  return html`<ul class="entries">
    ${tests.map(row)}
  </ul>`;
}

function row(test: Fragment): Markup {
  const entry = testEntry(test);
  const value = test.evidence?.value;
  const covers = test.evidence?.covers ?? [];
  return html`<li id="${addressOf(entry)}" tabindex="-1" class="entry">
    ${badge(entry.standing)}
    <div>
      <p class="line">
        ${test.test} <span class="context">${formatDuration(test.duration_ms)}</span>
      </p>
      ${value === undefined ? undefined : html`<p>For ${value.segment}: ${value.goal}. If it fails, ${value.impact}.</p>`}
      ${covers.length === 0 ? undefined : html`<p class="context">Covers ${covers.join(', ')}</p>`}
      ${entry.reason === undefined ? undefined : html`<pre>${lines(entry.reason)}</pre>`}
      ${attachmentLinks(test.attachments ?? [])}
    </div>
  </li> `;
}

/** Line breaks of a message are kept; every other control is shown. */
function lines(text: string): string {
  return text.split('\n').map(makeVisible).join('\n');
}
