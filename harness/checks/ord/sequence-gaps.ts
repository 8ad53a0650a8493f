import type { CheckContext, CheckFold, RunTrack, SequenceLine } from '../../contract/check.ts';
import type { CanonicalEvent } from '../../contract/canonical-event.ts';
import type { FrameRecord } from '../../contract/history.ts';
import { Findings } from '../findings.ts';

/** Missing numbers of one gap, and the records before and after it. */
interface Gap {
  readonly missing: Set<number>;
  readonly before: number | undefined;
  readonly after: number;
}

/** Wider gaps are not remembered number by number. */
const widest = 10_000;

/**
 * Judges the numbers that never came: those missed while the client was connected (`present`), or those missed around
 * a reconnect, a refreshed credential or a replay (`away`). Judged when the run is let go, because a number that only
 * comes late is a matter of order (ORD-SEQ-MONO).
 */
export function openSequenceGaps(context: CheckContext, owns: 'present' | 'away'): CheckFold {
  const findings = new Findings();
  const { scope, first, resets_on: resetsOn } = context.promises.sequence ?? {};
  const gapsIn = new Map<SequenceLine, Gap[]>();
  const refreshed = new Map<string, number>();
  let absences = 0;

  function wasAway(line: SequenceLine, record: FrameRecord, event: CanonicalEvent): boolean {
    if (record.epoch !== line.epoch || line.replaying || event.replay === true) return true;
    return line.last !== undefined && (refreshed.get(record.connection) ?? -1) > line.last;
  }

  /** The number that should have come, if anything says which one. */
  function expected(line: SequenceLine, record: FrameRecord, run: RunTrack, away: boolean) {
    const beginsAnew =
      line.high === undefined || (resetsOn === 'epoch' && record.epoch !== line.epoch);
    if (!beginsAnew) return (line.high ?? 0) + 1;
    return away && run.asked === undefined ? undefined : first;
  }

  function leaveGap(line: SequenceLine, from: number, to: number, after: number): void {
    const length = Math.min(to - from, widest);
    const missing = new Set(Array.from({ length }, (_, index) => from + index));
    const gaps = gapsIn.get(line) ?? [];
    gaps.push({ missing, before: line.last, after });
    gapsIn.set(line, gaps);
  }

  function judge(line: SequenceLine): void {
    for (const { missing, before, after } of gapsIn.get(line) ?? []) {
      const [lost] = missing;
      if (lost === undefined) continue;
      const rest = missing.size === 1 ? '' : ` and ${missing.size - 1} more`;
      const where = owns === 'away' ? ' across the time the client was away' : '';
      findings.fail(
        before === undefined ? [after] : [before, after],
        `Number ${lost} must be delivered because the target promises dense numbers per ${scope}.`,
        `However, record ${after} jumps over ${lost}${rest}${where}, and nothing filled the gap.`,
      );
    }
    gapsIn.delete(line);
  }

  return {
    step(record, event, run) {
      if (record.type === 'act' && record.act === 'refresh' && record.connection !== undefined) {
        refreshed.set(record.connection, record.n);
        absences += 1;
      }
      if (event?.seq === undefined || record.type !== 'frame' || run?.line === undefined) return;
      if (scope === 'run' && !run.home) return;
      const { line } = run;
      const away = wasAway(line, record, event);
      const mine = away === (owns === 'away');
      if (away) absences += 1;
      const next = expected(line, record, run, away);
      if (next === undefined || event.seq <= next) {
        for (const { missing } of gapsIn.get(line) ?? []) missing.delete(event.seq);
      } else if (mine) {
        leaveGap(line, next, event.seq, record.n);
      }
    },
    closeRun(run) {
      if (scope === 'run' && run.line !== undefined && gapsIn.size > 0) judge(run.line);
    },
    end() {
      for (const line of gapsIn.keys()) judge(line);
      findings.meet(owns === 'away' ? absences : context.heard().numbered);
      return findings.outcome();
    },
  };
}
