import type { CheckContext, CheckDeclaration, CheckFold } from '../../contract/check.ts';
import { Findings } from '../findings.ts';
import { resumeValue } from './value.ts';

/** RFC 6455 with the IANA registry: service restart, try again later. */
const politeCodes: ReadonlySet<number> = new Set([1012, 1013]);

export const resPolite: CheckDeclaration = {
  id: 'RES-POLITE',
  level: 'SHOULD',
  title: 'who is asked to come back is let in',
  requirement:
    'After a close with 1012 or 1013, the connection can be opened again and its runs go on.',
  reason: 'A restart that invites everybody back and refuses them is an outage.',
  value: resumeValue,
  scope: 'connection',
  hears: ['open', 'close'],
  provenBy: ['F71'],
  leftGreenBy: ['K07', 'K14'],
  open,
};

function open(context: CheckContext): CheckFold {
  const findings = new Findings();
  const invitedOn = context.perConnection((): { n: number | undefined } => ({ n: undefined }));
  return {
    step(record) {
      if (record.type === 'close') {
        invitedOn(record.connection).n = politeCodes.has(record.code ?? 0) ? record.n : undefined;
      }
      if (record.type !== 'open') return;
      const { n } = invitedOn(record.connection);
      invitedOn(record.connection).n = undefined;
      if (n === undefined) return;
      findings.meet();
      if (record.outcome === 'accepted') return;
      findings.fail(
        [n, record.n],
        `The connection must be accepted again because record ${n} asked the client to come back.`,
        `However, it was ${record.outcome}.`,
      );
    },
    end: () => findings.outcome(),
  };
}
