import type { CheckDeclaration } from '../../contract/check.ts';
import { needsSequence } from './needs-sequence.ts';
import { openSequenceBreaks } from './sequence-breaks.ts';
import { orderValue } from './value.ts';

export const ordSeqMono: CheckDeclaration = {
  id: 'ORD-SEQ-MONO',
  level: 'MUST',
  title: 'sequence numbers go up',
  requirement: 'In its scope, no number comes after a larger one.',
  reason: 'A client that resumes after the largest number it saw never gets the smaller one.',
  value: orderValue,
  scope: 'view',
  hears: ['leap'],
  provenBy: ['F28'],
  leftGreenBy: ['K01', 'K02', 'K05', 'K08'],
  applies: needsSequence,
  open: (context) =>
    openSequenceBreaks(context, {
      owns: 'back',
      must: (scope) =>
        `Numbers must go up per ${scope} because clients resume after the largest one.`,
      however: (seq, before, n) =>
        `However, number ${seq} in record ${n} comes after record ${before}, which carries a larger one.`,
    }),
};
