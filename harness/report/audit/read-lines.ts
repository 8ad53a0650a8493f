import type { AuditFacts } from '../../contract/audit.ts';
import { formatCount } from '../text/format-count.ts';
import { plural } from '../text/plural.ts';

/** Files named that could not be read as they are; the rest is counted. */
const shownProblems = 5;

/** What was read, what was not and why: nothing is left out in silence. */
export function readLines({
  files,
  problems,
  languages,
  not_parsed: reasons = {},
}: AuditFacts['read']): string[] {
  const read = Object.entries(languages).map(
    ([language, count]) => `${formatCount(count)} ${language}`,
  );
  const generated = Object.entries(reasons).map(
    ([reason, count]) => `${formatCount(count)} ${reason}`,
  );
  const more = problems.length - shownProblems;
  return [
    `read ${plural(files, 'file')} (${read.join(', ')}), ${plural(problems.length, 'problem')}`,
    ...problems
      .slice(0, shownProblems)
      .map(({ path, kind, detail }) => `  ${kind.padEnd(10)} ${path}  ${detail}`),
    ...(more > 0 ? [`  and ${plural(more, 'more problem')}`] : []),
    // Files a program wrote, with how that was told.
    ...(generated.length === 0
      ? []
      : [`counted as generated, not parsed: ${generated.join(', ')}`]),
  ];
}
