import type { CheckDeclaration } from '../../contract/check.ts';
import { needsSequence } from './needs-sequence.ts';
import { openSequenceBreaks } from './sequence-breaks.ts';
import { orderValue } from './value.ts';

export const ordSeqDup: CheckDeclaration = {
  id: 'ORD-SEQ-DUP',
  level: 'MUST',
  title: 'a sequence number means one event',
  requirement: 'No number is used for two different events of its scope.',
  reason: 'A client that removes duplicates by number drops the second event.',
  value: orderValue,
  scope: 'view',
  hears: ['leap'],
  provenBy: ['F27'],
  leftGreenBy: ['K01', 'K02', 'K05', 'K08'],
  applies: needsSequence,
  open: (context) =>
    openSequenceBreaks(context, {
      owns: 'duplicate',
      must: (scope) =>
        `A number must stand for one event per ${scope} because clients tell repetitions by it.`,
      however: (seq, before, n) =>
        `However, record ${n} uses number ${seq} of record ${before} for something else.`,
    }),
};
