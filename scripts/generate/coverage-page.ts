import type { Feature } from '../coverage/feature.ts';
import { featureTable } from '../coverage/feature-table.ts';
import { proofOf } from '../coverage/locate.ts';
import { markdownTable } from './markdown-table.ts';

/** The body of docs/coverage.md: every feature, where it is covered, and what proves that it can fail. */
export function coverageBody(): string {
  const rows = featureTable.map((feature) => [
    feature.ids.join(', '),
    feature.what,
    feature.old,
    whereOf(feature),
    proofsOf(feature),
  ]);
  const count = featureTable.flatMap(({ ids }) => ids).length;
  return [
    `${count} features of the tests that the original platform had or planned, and what proves each of them here.`,
    'An id stands for one test; `criterion:` is one of docs/criteria.md, `measure:` a measurement with a limit, `test:` a test by its title;',
    'names in capitals are checks (docs/checks.md) and audit rules.',
    '',
    markdownTable(['ids', 'feature', 'the old test', 'covered by', 'turned red by'], rows),
  ].join('\n');
}

function whereOf({ covered }: Feature): string {
  return Object.entries(covered)
    .map(([suite, names]) => `**${suite}**: ${names.map((name) => `\`${name}\``).join(', ')}`)
    .join('; ');
}

/** Each proof once, in the order of the names. */
function proofsOf({ covered }: Feature): string {
  const names = Object.values(covered).flat();
  return [...new Set(names.map((name) => proofOf(name) ?? `NOTHING PROVES ${name}`))].join('; ');
}
