import type { AuditProposal } from '../../contract/audit-proposal.ts';
import type { AuditFacts } from '../../contract/audit.ts';
import type { Screen } from '../reporter.ts';
import { cut } from '../text/columns.ts';
import { readLines } from './read-lines.ts';
import { plural } from '../text/plural.ts';

/** Groups shown: the surest ones; all of them stand in the JSON. */
const shownGroups = 20;
const shownFactories = 6;

/** What looks like one role with several implementations in a tree nobody has described yet. */
export function renderDiscovery(
  proposals: readonly AuditProposal[],
  read: AuditFacts['read'],
  screen: Screen,
): string {
  const lines = [...readLines(read), ''];
  if (proposals.length === 0)
    lines.push(
      'no competing implementations were found',
      'declare roles in the audit part of golden-path.config.json to have them judged',
    );
  lines.push(
    ...proposals
      .slice(0, shownGroups)
      .flatMap((proposal) => [
        `${proposal.id}  ${plural(proposal.members.length, 'implementation')}, ${Math.round(proposal.confidence * 100)} % sure`,
        `  why        ${proposal.why}`,
        ...(proposal.by_design === undefined ? [] : [`  on purpose? ${proposal.by_design}`]),
        ...proposal.members.map(
          ({ path, line, symbol, importers }, index) =>
            `  ${(index === 0 ? 'canonical?' : 'another').padEnd(10)} ${path}:${line} ${symbol}, imported by ${plural(importers, 'production file')}`,
        ),
        ...proposal.factories
          .slice(0, shownFactories)
          .map(({ path, line, symbol }) => `  factory    ${path}:${line} ${symbol}`),
        ...(proposal.factories.length > shownFactories
          ? [
              `  and ${plural(proposal.factories.length - shownFactories, 'more factory', 'more factories')}`,
            ]
          : []),
        '',
      ]),
  );
  if (proposals.length > shownGroups)
    lines.push(
      `and ${plural(proposals.length - shownGroups, 'more group')}, less sure: --json has them all`,
      '',
    );
  return `${lines.map((line) => cut(line, screen.width, screen.unicode ? '…' : '~')).join('\n')}\n`;
}
