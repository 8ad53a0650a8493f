import type { CheckDeclaration } from '../../contract/check.ts';
import { openSequenceGaps } from './sequence-gaps.ts';
import { orderValue } from './value.ts';

/** A gap that opens where the client was away, or among replayed events, belongs to RES-GAP. */
export const ordSeqGap: CheckDeclaration = {
  id: 'ORD-SEQ-GAP',
  level: 'MUST',
  title: 'sequence numbers have no gap',
  requirement: 'In the scope that promises dense numbers, every number is delivered.',
  reason: 'A missing number is an event that was made and lost on the way.',
  value: orderValue,
  scope: 'view',
  hears: ['leap', 'act'],
  provenBy: ['F26'],
  leftGreenBy: ['K01', 'K02', 'K07', 'K08'],
  applies: ({ sequence }) =>
    sequence?.density === 'dense' || 'the target does not promise dense sequence numbers',
  open: (context) => openSequenceGaps(context, 'present'),
};
