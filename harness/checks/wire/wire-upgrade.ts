import type { CheckDeclaration } from '../../contract/check.ts';
import { Findings } from '../findings.ts';
import { wireValue } from './value.ts';

/** With a credential that is bad on purpose a refusal is right: see AUTH-DENY. */
export const wireUpgrade: CheckDeclaration = {
  id: 'WIRE-UPGRADE',
  level: 'MUST',
  title: 'whoever may connect, connects',
  requirement: 'A client with a valid credential is connected before the deadline.',
  reason: 'Without a connection there is no chat; a stalled handshake shows as a blank page.',
  value: wireValue,
  scope: 'connection',
  hears: ['open'],
  provenBy: ['F64', 'F65', 'D08', 'D36', 'D41'],
  leftGreenBy: ['K07', 'K16'],
  open() {
    const findings = new Findings();
    return {
      step(record) {
        if (record.type !== 'open' || (record.credential ?? 'valid') !== 'valid') return;
        findings.meet();
        if (record.outcome === 'accepted') return;
        const status = record.status === undefined ? '' : ` with HTTP status ${record.status}`;
        const detail = record.detail === undefined ? '' : ` (${record.detail})`;
        findings.fail(
          [record.n],
          `${record.user} must be connected because the credential is valid.`,
          `However, the connection was ${record.outcome}${status}${detail}.`,
        );
      },
      end: () => findings.outcome(),
    };
  },
};
