import type { CheckDeclaration } from '../../contract/check.ts';
import { needsSequence } from './needs-sequence.ts';
import { openSequenceBreaks } from './sequence-breaks.ts';
import { orderValue } from './value.ts';

export const ordSeqEpoch: CheckDeclaration = {
  id: 'ORD-SEQ-EPOCH',
  level: 'MUST',
  title: 'counting never starts anew in silence',
  requirement: 'Numbers do not start again in the middle of their scope.',
  reason: 'A client takes everything after the reset for repetitions and drops it.',
  value: orderValue,
  scope: 'view',
  hears: ['leap'],
  provenBy: ['F29'],
  leftGreenBy: ['K01', 'K02', 'K05', 'K08'],
  applies: needsSequence,
  open: (context) =>
    openSequenceBreaks(context, {
      owns: 'reset',
      must: (scope) => `Numbers must go on per ${scope} because nothing announced a new count.`,
      however: (seq, before, n) =>
        `However, record ${n} begins again with ${seq} after record ${before}.`,
    }),
};
