import type { CheckDeclaration } from '../../contract/check.ts';
import type { RecordOf } from '../../contract/history.ts';
import { Findings } from '../findings.ts';
import { wireValue } from './value.ts';

/** RFC 6455 section 4.1: what a client must check in the answer to its upgrade. */
export const wireHandshake: CheckDeclaration = {
  id: 'WIRE-HANDSHAKE',
  level: 'MUST',
  title: 'the handshake answers what was asked',
  requirement:
    'The upgrade proves the key, names one of the offered subprotocols, and no extension that was not offered.',
  reason:
    'Browsers abort a handshake that libraries accept: it works in tests and fails for people.',
  value: wireValue,
  scope: 'connection',
  hears: ['open'],
  provenBy: ['F66', 'D03'],
  leftGreenBy: ['K07'],
  applies: ({ transport }) =>
    transport !== 'stream' || 'the target answers with streams, which have no handshake',
  open() {
    const findings = new Findings();
    return {
      step(record) {
        if (record.type !== 'open' || record.outcome === 'stalled') return;
        if (record.outcome === 'accepted') findings.meet();
        for (const flaw of flawsOf(record)) {
          findings.fail(
            [record.n],
            'The answer to an upgrade must match its request because browsers abort otherwise.',
            `However, ${flaw} (record ${record.n}).`,
          );
        }
      },
      end: () => findings.outcome(),
    };
  },
};

function flawsOf(record: RecordOf<'open'>): string[] {
  const flaws: string[] = [];
  const { offered_protocols: offered, offered_extensions: asked } = record;
  const protocol = record.protocol ?? '';
  const extensions = record.extensions ?? '';
  if (record.accept_valid === false) flaws.push('Sec-WebSocket-Accept is not the hash of the key');
  if (record.outcome !== 'accepted' || offered === undefined) return flaws;
  if (protocol === '' && offered.length > 0) flaws.push('no subprotocol was echoed');
  if (protocol !== '' && !offered.includes(protocol)) {
    flaws.push(`the subprotocol ${protocol} was never offered`);
  }
  if (extensions !== '' && (asked ?? '') === '') {
    flaws.push(`the extension ${extensions} was never offered`);
  }
  return flaws;
}
