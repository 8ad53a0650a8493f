import type { CheckContext, CheckFold } from '../../contract/check.ts';
import type { Credential, HistoryRecord } from '../../contract/history.ts';
import { Findings } from '../findings.ts';
import { flawOfAnswer, flawOfClose, flawOfRefusal } from './denial.ts';

interface Rules {
  /** Credentials that this check sees refused. */
  readonly credentials: ReadonlySet<Credential>;
  /** Whether this record ends the welcome of a connection, or of all connections of a user. */
  readonly endsWelcome: (
    record: HistoryRecord,
  ) => { connection?: string; user?: string } | undefined;
}

interface Unwelcome {
  readonly since: number;
  readonly at: number;
  readonly why: string;
  /** A connection that should not have been opened has to be closed; one that loses its welcome only falls silent. */
  readonly mustClose: boolean;
}

/** Judges how a target treats those who may not come in, or may not stay. */
export function openDenials(context: CheckContext, rules: Rules): CheckFold {
  const findings = new Findings();
  const { cancel_ms: grace } = context.promises.deadlines;
  const connections = new Map<string, Unwelcome>();
  const users = new Map<string, Unwelcome>();

  function cameIn(records: readonly number[], why: string, how: string): void {
    const must = `Nobody with ${why} may come in because access is by valid credential.`;
    findings.fail(records, must, `However, ${how}.`);
  }

  function refusedBadly(records: readonly number[], why: string, flaw: string): void {
    const must = `Whoever comes with ${why} must be told that access is refused because a client decides by it whether to come back.`;
    findings.fail(records, must, `However, ${flaw}.`);
  }

  function hearOpen(record: HistoryRecord & { type: 'open' }): void {
    const credential = record.credential ?? 'valid';
    connections.delete(record.connection);
    if (credential === 'valid') users.delete(record.user);
    if (!rules.credentials.has(credential)) return;
    findings.meet();
    const why = describe(credential);
    if (record.outcome === 'accepted') {
      connections.set(record.connection, { since: record.n, at: record.at, why, mustClose: true });
    } else {
      const flaw = flawOfRefusal(record);
      if (flaw !== undefined) refusedBadly([record.n], why, flaw);
    }
  }

  function hearEvent(record: HistoryRecord & { type: 'frame' }, begun: number | undefined): void {
    if (connections.size === 0 && users.size === 0) return;
    const user = context.userOf(record.connection);
    const unwelcome =
      connections.get(record.connection) ?? (user === undefined ? undefined : users.get(user));
    if (unwelcome === undefined) return;
    const late = record.at - unwelcome.at > grace || (begun ?? 0) > unwelcome.since;
    if (!unwelcome.mustClose && !late) return;
    connections.delete(record.connection);
    cameIn(
      [unwelcome.since, record.n],
      unwelcome.why,
      `record ${record.n} delivers an event of a run`,
    );
  }

  function hearClose(record: HistoryRecord & { type: 'close' }): void {
    const unwelcome = connections.get(record.connection);
    connections.delete(record.connection);
    if (unwelcome === undefined) return;
    const { since, why, mustClose } = unwelcome;
    if (record.cause === 'probe') {
      if (mustClose) cameIn([since, record.n], why, 'the connection lasted until the probe left');
      return;
    }
    const flaw = flawOfClose(record);
    if (flaw !== undefined) refusedBadly([since, record.n], why, flaw);
  }

  function hearRevocation(record: HistoryRecord): void {
    const who = rules.endsWelcome(record);
    if (who === undefined) return;
    findings.meet();
    const why = 'a credential that is no longer good';
    const unwelcome: Unwelcome = { since: record.n, at: record.at, why, mustClose: false };
    if (who.connection !== undefined) connections.set(who.connection, unwelcome);
    if (who.user !== undefined) users.set(who.user, unwelcome);
  }

  return {
    step(record, _event, run) {
      if (record.type === 'open') hearOpen(record);
      else if (record.type === 'close') hearClose(record);
      else if (record.type === 'frame') hearEvent(record, run?.first);
      else if (record.type === 'http' && rules.credentials.has(record.credential ?? 'valid')) {
        findings.meet();
        const flaw = flawOfAnswer(record);
        if (flaw !== undefined)
          refusedBadly([record.n], describe(record.credential ?? 'none'), flaw);
      }
      hearRevocation(record);
    },
    end() {
      const end = context.watchEnd();
      for (const { since, at, why, mustClose } of connections.values()) {
        if (!mustClose || end === undefined) continue;
        if (end.at - at < grace)
          findings.doubt(`nobody waited for the end of the connection of record ${since}`);
        else cameIn([since, end.n], why, 'the connection stayed open');
      }
      return findings.outcome();
    },
  };
}

function describe(credential: Credential): string {
  return credential === 'none' ? 'no credential' : `a credential that is ${credential}`;
}
