import type { AuditProposal } from '../../contract/audit-proposal.ts';
import { plural } from '../text/plural.ts';

/** What looks like one role with several implementations in a tree nobody has described yet. */
export function renderDiscovery(proposals: readonly AuditProposal[]): string {
  if (proposals.length === 0) return 'no competing implementations were found\n';
  const blocks = proposals.flatMap((proposal) => [
    `${proposal.id}  ${plural(proposal.members.length, 'implementation')}, ${Math.round(proposal.confidence * 100)} % sure: ${proposal.why}`,
    `  canonical  ${proposal.canonical}`,
    ...proposal.members.map(
      ({ path, line, symbol, importers }) =>
        `  ${path}:${line} ${symbol}, imported by ${plural(importers, 'production file')}`,
    ),
    '',
  ]);
  return [
    ...blocks,
    'next  golden-path audit --init writes these roles into golden-path.config.json',
    '',
  ].join('\n');
}
