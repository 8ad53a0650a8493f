import type { CheckContext, CheckDeclaration, CheckFold } from '../../contract/check.ts';
import { Findings } from '../findings.ts';
import { ProbeDelays } from '../probe-delays.ts';
import { wireValue } from './value.ts';

/**
 * A slow agent answers pings, a half-open peer does not: that is how the two are told apart. A peer that sends other
 * things and only answers no pings is CAP-HEARTBEAT.
 */
export const wireHalfopen: CheckDeclaration = {
  id: 'WIRE-HALFOPEN',
  level: 'MUST',
  title: 'no connection is only half open',
  requirement: 'Every ping of an open connection is answered before the deadline.',
  reason: 'A dead line that looks alive keeps people waiting for an answer that cannot come.',
  value: wireValue,
  scope: 'connection',
  hears: ['beat', 'close', 'open', 'pong', 'harness'],
  provenBy: ['F62', 'D31'],
  leftGreenBy: ['K08', 'K14'],
  open,
};

interface Ping {
  readonly n: number;
  readonly at: number;
}

function open(context: CheckContext): CheckFold {
  const findings = new Findings();
  const delays = new ProbeDelays(findings);
  const deadline = context.promises.deadlines.pong_ms;
  const waiting = new Map<string, Ping>();
  const must = `A ping must be answered within ${deadline} ms because only then is the connection alive.`;

  function answered(connection: string, n: number, at: number): void {
    const ping = waiting.get(connection);
    waiting.delete(connection);
    if (ping === undefined || at - ping.at <= deadline) return;
    const took = Math.round(at - ping.at);
    delays.judge({ from: ping.at, until: at, deadline }, () =>
      findings.fail([ping.n, n], must, `However, the answer took ${took} ms.`),
    );
  }

  function fellSilent(connection: string, n: number, at: number): void {
    const ping = waiting.get(connection);
    if (ping !== undefined && (context.latestOn(connection) ?? -1) > ping.n) return;
    const records = ping === undefined ? [n] : [ping.n, n];
    delays.judge({ from: ping?.at ?? at - deadline, until: at, deadline }, () =>
      findings.fail(records, must, 'However, no answer came and no end of the connection either.'),
    );
  }

  return {
    step(record) {
      delays.hear(record);
      if (record.type === 'open' && record.outcome === 'accepted') findings.meet();
      if (record.type === 'beat') {
        const { connection, n, at, beat } = record;
        if (beat === 'ping-sent' && !waiting.has(connection)) {
          waiting.set(connection, { n, at });
        }
        if (beat === 'pong-received') answered(connection, n, at);
      }
      if (record.type === 'frame') answered(record.connection, record.n, record.at);
      if (record.type !== 'close') return;
      if (record.cause === 'silence') fellSilent(record.connection, record.n, record.at);
      waiting.delete(record.connection);
    },
    end() {
      delays.end();
      return findings.outcome();
    },
  };
}
