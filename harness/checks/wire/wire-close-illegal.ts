import type { CheckDeclaration } from '../../contract/check.ts';
import { Findings } from '../findings.ts';
import { wireValue } from './value.ts';

/** RFC 6455 sections 7.4.1 and 7.4.2 with the IANA registry of close codes: what may stand in a close frame. */
function isLegal(code: number): boolean {
  if (code >= 3000 && code <= 4999) return true;
  return code >= 1000 && code <= 1014 && code !== 1004 && code !== 1005 && code !== 1006;
}

export const wireCloseIllegal: CheckDeclaration = {
  id: 'WIRE-CLOSE-ILLEGAL',
  level: 'MUST',
  title: 'close codes are legal',
  requirement: 'A close frame carries a code that may be sent.',
  reason: 'Browsers answer an illegal code with 1006 and hide the reason.',
  value: wireValue,
  scope: 'connection',
  hears: ['open', 'close'],
  provenBy: ['F60', 'D06'],
  leftGreenBy: ['K07'],
  open() {
    const findings = new Findings();
    return {
      step(record) {
        if (record.type === 'open' && record.outcome === 'accepted') findings.meet();
        if (record.type !== 'close' || record.code === undefined || isLegal(record.code)) return;
        findings.fail(
          [record.n],
          'A close frame must carry 1000–1003, 1007–1014 or 3000–4999 because the other codes are reserved.',
          `However, record ${record.n} carries ${record.code}.`,
        );
      },
      end: () => findings.outcome(),
    };
  },
};
