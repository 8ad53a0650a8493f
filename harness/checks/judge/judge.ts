import type { CheckDeclaration } from '../../contract/check.ts';
import type { CanonicalEvent } from '../../contract/canonical-event.ts';
import type { CheckResult } from '../../contract/check-result.ts';
import type { FrameRecord, HistoryRecord } from '../../contract/history.ts';
import type { Promises } from '../../contract/promises.ts';
import { checkTable } from '../check-table.ts';
import { dressWitness } from '../witness/dress-witness.ts';
import { countFailures } from '../findings.ts';
import { createContext } from './context.ts';
import { DispatchTable } from './dispatch-table.ts';
import { kindEntry, type KindEntry } from './kind-table.ts';
import { isFlawed, isStrange } from './oddities.ts';
import { isLeap } from './sequence-line.ts';
import type { RunView } from './run-entry.ts';
import { RunTracker } from './run-tracker.ts';
import { scoreCheck } from './score-check.ts';

export interface JudgeOptions {
  /** Default: every check there is. */
  readonly checks?: readonly CheckDeclaration[];
  /** Looks a record up by its number, for the raw bytes of witnesses. Default: witnesses without bytes. */
  readonly recall?: (n: number) => HistoryRecord | undefined;
  /** Hears of each record that made a check fail, as it happens. */
  readonly failed?: (record: HistoryRecord) => void;
  /** Where the history is stored, for the replay command. */
  readonly source?: string;
}

/** Judges one history while it grows. */
export interface Judge {
  step(record: HistoryRecord): void;
  /** Call once, after the last record. */
  end(): CheckResult[];
}

/** Opens all checks over one stream of records; memory is bounded by open runs, whatever the length of the stream. */
export function createJudge(promises: Promises, options: JudgeOptions = {}): Judge {
  const checks = options.checks ?? checkTable;
  const tracker = new RunTracker(promises, (run) => closeRun(run));
  const context = createContext(promises, tracker);
  const table = new DispatchTable(checks, context);
  const { odd } = table;
  const closers = table.seats.filter(({ fold }) => fold?.closeRun !== undefined);

  function closeRun(run: RunView): void {
    for (const seat of closers) {
      if (!run.home && seat.check.scope === 'run') continue;
      try {
        seat.fold?.closeRun?.(run);
      } catch (error) {
        seat.crash(error);
      }
    }
  }

  function hear(record: FrameRecord, event: CanonicalEvent): void {
    const kind = kindEntry(event.kind);
    // The same text, but one object for all events: comparing kinds is then comparing pointers.
    event.kind = kind.kind;
    const run = tracker.follow(record, event, kind);
    if (tracker.repeat) odd.repeat.tell(record, event, run);
    else {
      table.ofKind(kind.index)?.tell(record, event, run);
      if (event.cursor !== undefined) odd.cursored.tell(record, event, run);
      if (isFlawed(promises, event, kind)) odd.flawed.tell(record, event, run);
      if (run !== undefined) tellOddInRun(record, event, run, kind);
    }
    if (record.epoch > 0) odd.returned.tell(record, event, run);
    if (run?.home === false) odd.guest.tell(record, event, run);
    tracker.settle(run, record, event);
  }

  function tellOddInRun(
    record: FrameRecord,
    event: CanonicalEvent,
    run: RunView,
    kind: KindEntry,
  ): void {
    if (isLeap(record, event, run.line)) odd.leap.tell(record, event, run);
    if (!kind.ofRun) return;
    if (run.events === 1) odd.first.tell(record, event, run);
    if (run.start === undefined) odd.unstarted.tell(record, event, run);
    if (run.stopping) odd.stopping.tell(record, event, run);
    if (run.terminal !== undefined && run.terminalKind !== event.kind) {
      odd.late.tell(record, event, run);
    }
  }

  function tell(record: HistoryRecord): void {
    tracker.observe(record);
    table.ofRecord(record.type)?.tell(record, undefined, runOf(tracker, record));
    if (record.type !== 'frame') return;
    table.ofDirection(record.direction).tell(record, undefined, undefined);
    if (record.direction === 'sent') return;
    if (isStrange(record)) odd.strange.tell(record, undefined, undefined);
    for (const event of record.events) hear(record, event);
  }

  return {
    step(record) {
      const before = countFailures();
      tell(record);
      if (countFailures() !== before) options.failed?.(record);
    },
    end() {
      tracker.finish();
      const dress = dressWitness(options);
      return table.seats.map((seat) => scoreCheck(seat, dress));
    },
  };
}

function runOf(tracker: RunTracker, record: HistoryRecord): RunView | undefined {
  if (record.type !== 'act' && record.type !== 'http' && record.type !== 'effect') return undefined;
  return record.run === undefined ? undefined : tracker.runOf(record.run);
}
