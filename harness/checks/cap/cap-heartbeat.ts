import type { CheckContext, CheckDeclaration, CheckFold } from '../../contract/check.ts';
import { Findings } from '../findings.ts';
import { ProbeDelays } from '../probe-delays.ts';
import { capabilityValue } from './value.ts';

/** The target is alive, only its heartbeat is missing. A peer that says nothing at all is WIRE-HALFOPEN. */
export const capHeartbeat: CheckDeclaration = {
  id: 'CAP-HEARTBEAT',
  level: 'MUST',
  title: 'the heartbeat beats, as declared',
  requirement: 'A target that declares a heartbeat answers pings.',
  reason: 'Proxies and clients drop connections that show no sign of life.',
  value: capabilityValue,
  scope: 'connection',
  hears: ['beat', 'pong', 'close', 'open', 'harness'],
  provenBy: ['F63'],
  leftGreenBy: ['K08', 'K14'],
  applies: ({ capabilities }) =>
    capabilities.includes('heartbeat') || 'the target declares no heartbeat',
  open,
};

function open(context: CheckContext): CheckFold {
  const findings = new Findings();
  const delays = new ProbeDelays(findings);
  const waiting = new Map<string, { readonly ping: number; readonly at: number }>();
  const deadline = context.promises.deadlines.pong_ms;

  function answered(connection: string): void {
    findings.meet();
    waiting.delete(connection);
  }

  function judge(connection: string, n: number, at: number): void {
    const sent = waiting.get(connection);
    waiting.delete(connection);
    if (sent === undefined || at - sent.at <= deadline) return;
    const alive = (context.latestOn(connection) ?? -1) > sent.ping;
    if (!alive) return;
    delays.judge({ from: sent.at, until: at, deadline }, () =>
      findings.fail(
        [sent.ping, n],
        `The ping of record ${sent.ping} must be answered because the target declares a heartbeat.`,
        'However, it never was, although other frames came.',
      ),
    );
  }

  return {
    step(record) {
      delays.hear(record);
      if (record.type === 'beat') {
        if (record.beat === 'pong-received') answered(record.connection);
        if (record.beat !== 'ping-sent' || waiting.has(record.connection)) return;
        waiting.set(record.connection, { ping: record.n, at: record.at });
      }
      if (record.type === 'frame') answered(record.connection);
      if (record.type === 'close') judge(record.connection, record.n, record.at);
      if (record.type === 'open') waiting.delete(record.connection);
    },
    end() {
      const end = context.watchEnd();
      for (const connection of waiting.keys()) {
        if (end !== undefined) judge(connection, end.n, end.at);
      }
      delays.end();
      return findings.outcome();
    },
  };
}
