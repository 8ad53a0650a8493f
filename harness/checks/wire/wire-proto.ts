import type { CheckDeclaration } from '../../contract/check.ts';
import { Findings } from '../findings.ts';
import { wireValue } from './value.ts';

/** A forbidden close code is a breach of the protocol with a check of its own. */
export const wireProto: CheckDeclaration = {
  id: 'WIRE-PROTO',
  level: 'MUST',
  title: 'frames keep the protocol',
  requirement: 'No frame breaks the framing rules of the transport (RFC 6455 section 5).',
  reason: 'A client has to close the connection on the first such frame, whatever it carried.',
  value: wireValue,
  scope: 'connection',
  hears: ['open', 'close'],
  provenBy: ['F67'],
  leftGreenBy: ['K08'],
  open() {
    const findings = new Findings();
    return {
      step(record) {
        if (record.type === 'open' && record.outcome === 'accepted') findings.meet();
        if (record.type !== 'close' || record.cause !== 'protocol-error') return;
        if (record.detail === 'WS_ERR_INVALID_CLOSE_CODE' || record.code !== undefined) return;
        findings.fail(
          [record.n],
          'Every frame must keep the rules of the transport because a client has to give up on a broken one.',
          `However, record ${record.n} ends the connection for ${record.detail ?? 'a broken frame'}.`,
        );
      },
      end: () => findings.outcome(),
    };
  },
};
