import type { CheckContext, CheckDeclaration, CheckFold } from '../../contract/check.ts';
import type { RecordOf } from '../../contract/history.ts';
import { Findings } from '../findings.ts';
import { ProbeDelays } from '../probe-delays.ts';
import { wireValue } from './value.ts';

/**
 * With a credential that is bad on purpose a refusal is right: see AUTH-DENY. So it is where a message opens a stream,
 * and the message was garbage.
 */
export const wireUpgrade: CheckDeclaration = {
  id: 'WIRE-UPGRADE',
  level: 'MUST',
  title: 'whoever may connect, connects',
  requirement: 'A client with a valid credential is connected before the deadline.',
  reason: 'Without a connection there is no chat; a stalled handshake shows as a blank page.',
  value: wireValue,
  scope: 'connection',
  hears: ['open', 'act', 'harness'],
  provenBy: ['F64', 'F65', 'D08', 'D36', 'D41'],
  leftGreenBy: ['K07', 'K16', 'K27'],
  open,
};

function open(context: CheckContext): CheckFold {
  const findings = new Findings();
  const delays = new ProbeDelays(findings);
  const { upgrade_ms: deadline } = context.promises.deadlines;
  /** Connections on which garbage was sent since they were opened last. */
  const abused = new Set<string>();

  function turnedAway({ n, user }: RecordOf<'open'>, how: string): void {
    const must = `${user} must be connected because the credential is valid.`;
    findings.fail([n], must, `However, ${how}.`);
  }

  return {
    step(record) {
      delays.hear(record);
      if (record.type === 'act' && record.act === 'abuse' && record.connection !== undefined)
        abused.add(record.connection);
      if (record.type !== 'open' || (record.credential ?? 'valid') !== 'valid') return;
      if (abused.delete(record.connection) && blamesClient(record)) return;
      findings.meet();
      if (record.outcome === 'accepted') return;
      if (record.outcome === 'stalled') {
        delays.judge({ from: record.at - deadline, until: record.at, deadline }, () =>
          turnedAway(record, `the handshake stalled: it was not answered within ${deadline} ms`),
        );
        return;
      }
      const status = record.status === undefined ? '' : ` with HTTP status ${record.status}`;
      const detail = record.detail === undefined ? '' : ` (${record.detail})`;
      turnedAway(record, `the connection was ${record.outcome}${status}${detail}`);
    },
    end() {
      delays.end();
      return findings.outcome();
    },
  };
}

function blamesClient({ outcome, status = 0 }: RecordOf<'open'>): boolean {
  return outcome === 'refused' && status >= 400 && status < 500;
}
