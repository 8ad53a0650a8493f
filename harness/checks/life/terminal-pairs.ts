import type { CheckContext, CheckFold } from '../../contract/check.ts';
import type { EventKind } from '../../contract/event-kind.ts';
import { Findings } from '../findings.ts';
import { endsRun } from '../judge/ends-run.ts';

interface Rule {
  /** Whether this check, and not its sister, judges these two terminals of one run. */
  readonly owns: (first: EventKind, second: EventKind) => boolean;
  readonly must: (run: string) => string;
  readonly however: (kind: EventKind, first: number, second: number) => string;
}

/** Judges each further terminal of a run, or of a turn, against the first one. */
export function openTerminalPairs(context: CheckContext, rule: Rule): CheckFold {
  const findings = new Findings();
  const firstOf = context.perRun(() => ({
    n: undefined as number | undefined,
    kind: undefined as EventKind | undefined,
    turn: undefined as string | undefined,
  }));
  const turns = context.promises.terminal.per === 'turn';
  return {
    step(record, event, run) {
      if (run === undefined || event === undefined) return;
      if (!endsRun(context.promises, run, event)) return;
      const first = firstOf(run);
      if (
        first.n === undefined ||
        first.kind === undefined ||
        (turns && first.turn !== event.turn)
      ) {
        findings.meet();
        first.n = record.n;
        first.kind = event.kind;
        first.turn = event.turn;
      } else if (rule.owns(first.kind, event.kind)) {
        findings.fail(
          [first.n, record.n],
          rule.must(run.id),
          rule.however(event.kind, first.n, record.n),
        );
      }
    },
    end: () => findings.outcome(),
  };
}
