import type { CheckDeclaration } from '../../contract/check.ts';
import { openSequenceGaps } from '../ord/sequence-gaps.ts';
import { needsResume } from './needs-resume.ts';
import { resumeValue } from './value.ts';

/** Without dense numbers nothing on the wire shows what is missing; the comparison with a reference run does. */
export const resGap: CheckDeclaration = {
  id: 'RES-GAP',
  level: 'MUST',
  title: 'nothing is lost while away',
  requirement: 'After a reconnect or a refreshed credential, what was missed is delivered.',
  reason: 'A short loss of the network must not cost a part of the answer.',
  value: resumeValue,
  scope: 'view',
  hears: ['leap', 'act'],
  provenBy: ['F79', 'F87'],
  leftGreenBy: ['K01', 'K07'],
  applies: (promises) =>
    promises.sequence?.density === 'dense'
      ? needsResume(promises)
      : 'the target does not promise dense sequence numbers',
  open: (context) => openSequenceGaps(context, 'away'),
};
