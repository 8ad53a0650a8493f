import type { CheckContext, CheckDeclaration, CheckFold } from '../../contract/check.ts';
import { Findings } from '../findings.ts';
import { wireValue } from './value.ts';

/** Shorter frames (a ping) may come back as they are. */
const shortest = 24;
/** Frames sent that are remembered per connection. */
const remembered = 16;

/** A frame of a known kind is the target's own, because what is sent has other names; only strange ones are compared. */
export const wireEcho: CheckDeclaration = {
  id: 'WIRE-ECHO',
  level: 'MUST',
  title: 'answers are not echoes',
  requirement: 'No frame that a client receives is a frame that it sent.',
  reason:
    'An echo endpoint was once taken for the product: its tests were green with no agent behind them.',
  value: wireValue,
  scope: 'connection',
  hears: ['sent', 'strange'],
  provenBy: ['D01'],
  leftGreenBy: ['K08', 'K15', 'K21'],
  open,
};

interface Sent {
  readonly n: number;
  readonly raw: string;
}

function open(context: CheckContext): CheckFold {
  const findings = new Findings();
  const sentOn = context.perConnection((): Sent[] => []);
  return {
    step(record) {
      if (record.type !== 'frame' || record.raw.length < shortest) return;
      const sent = sentOn(record.connection);
      if (record.direction === 'sent') {
        sent.push({ n: record.n, raw: record.raw });
        if (sent.length > remembered) sent.shift();
        return;
      }
      const original = sent.find(
        ({ raw }) => raw.length === record.raw.length && raw === record.raw,
      );
      if (original === undefined) return;
      findings.fail(
        [original.n, record.n],
        'A received frame must be the work of the target because an echo proves nothing.',
        `However, record ${record.n} is, byte for byte, what was sent in record ${original.n}.`,
      );
    },
    end() {
      findings.meet(context.heard().frames);
      return findings.outcome();
    },
  };
}
