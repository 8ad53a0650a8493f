import type { CheckContext, CheckDeclaration, CheckFold } from '../../contract/check.ts';
import { Findings } from '../findings.ts';
import { wireValue } from './value.ts';

export const wireSize: CheckDeclaration = {
  id: 'WIRE-SIZE',
  level: 'MUST',
  title: 'no frame is larger than declared',
  requirement: 'No frame exceeds the size the target declares.',
  reason: 'Proxies and clients close the connection on a frame beyond their limit.',
  value: wireValue,
  scope: 'history',
  hears: ['received'],
  provenBy: ['F52', 'D32'],
  leftGreenBy: ['K08', 'K13'],
  applies: ({ limits }) => limits?.frame_bytes !== undefined || 'the target declares no frame size',
  open,
};

function open({ promises }: CheckContext): CheckFold {
  const findings = new Findings();
  const limit = promises.limits?.frame_bytes ?? Infinity;
  return {
    step(record) {
      if (record.type !== 'frame') return;
      findings.meet();
      if (record.bytes <= limit) return;
      findings.fail(
        [record.n],
        `A frame must not exceed ${limit} bytes because the target declares this size.`,
        `However, record ${record.n} has ${record.bytes} bytes.`,
      );
    },
    end: () => findings.outcome(),
  };
}
