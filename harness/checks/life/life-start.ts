import type { CheckContext, CheckDeclaration, RunTrack } from '../../contract/check.ts';
import type { CanonicalEvent } from '../../contract/canonical-event.ts';
import type { HistoryRecord, RecordOf } from '../../contract/history.ts';
import { isTerminalKind, type EventKind } from '../../contract/event-kind.ts';
import { Findings } from '../findings.ts';
import { ProbeDelays } from '../probe-delays.ts';
import { lifeValue } from './value.ts';

/**
 * A start that comes late is a matter of order where the promises order it (ORD-PO); one that never comes is judged
 * here, and so is a message that nothing answers. A lone terminal of a run nobody asked for belongs to ISO-RUNMIX.
 */
export const lifeStart: CheckDeclaration = {
  id: 'LIFE-START',
  level: 'MUST',
  title: 'every run announces its start',
  requirement:
    'Every message that is not refused starts a run, and agent_started is its first event.',
  reason: 'The start is the only sign that the question arrived; everything else may take long.',
  value: lifeValue,
  scope: 'run',
  hears: ['unstarted', 'agent_started', 'harness'],
  provenBy: ['F01', 'D11', 'D12', 'D30', 'D33'],
  leftGreenBy: ['K01', 'K05', 'K07', 'K10', 'K14', 'K18'],
  open,
};

interface Early {
  n: number;
  kind: EventKind;
}

function open(context: CheckContext) {
  const findings = new Findings();
  const delays = new ProbeDelays(findings);
  const earlyOf = context.perRun((): { first: Early | undefined } => ({ first: undefined }));
  const { duplicates } = context.promises;

  function judgeMissing(run: RunTrack, early: Early | undefined): void {
    if (early !== undefined) {
      const stranger = run.asked === undefined && run.first === early.n && run.last === early.n;
      if (stranger && isTerminalKind(early.kind)) return;
      findings.fail(
        [early.n],
        `agent_started must come before ${early.kind} because it opens run ${run.id}.`,
        `However, record ${early.n} is the first event of the run and no start ever came.`,
      );
    } else {
      judgeSilence(run.first, run.firstAt, run.cut, `run ${run.id}`);
    }
  }

  function judgeSilence(n: number, at: number, cut: RecordOf<'close'> | undefined, what: string) {
    const end = context.watchEnd();
    const { first_event_ms: deadline } = context.promises.deadlines;
    if (cut?.cause === 'stream-end') {
      findings.fail(
        [n, cut.n],
        `agent_started must come because ${what} was asked for.`,
        `However, the stream that answers it ended in record ${cut.n} and had said nothing.`,
      );
    }
    if (cut !== undefined) return;
    const watched = end === undefined || end.reason === 'aborted' ? 0 : end.at - at;
    if (end === undefined || (watched < deadline && end.reason !== 'deadline')) {
      findings.doubt(`watching ended before the deadline for the start of ${what}`);
      return;
    }
    delays.judge({ from: at, until: end.at, deadline }, () =>
      findings.fail(
        [n, end.n],
        `agent_started must come within ${deadline} ms because ${what} was asked for.`,
        `However, nothing of it came in ${Math.round(watched)} ms.`,
      ),
    );
  }

  return {
    step(record: HistoryRecord, event?: CanonicalEvent, run?: RunTrack) {
      delays.hear(record);
      if (run === undefined || event === undefined) return;
      if (run.start !== undefined) {
        // Live events may overtake a resume: the start is then among what is replayed behind them, and says so.
        const overtaken = event.replay === true && duplicates !== 'never';
        const early = run.start === record.n && overtaken ? earlyOf.peek(run) : undefined;
        if (early !== undefined) early.first = undefined;
        return;
      }
      earlyOf(run).first ??= { n: record.n, kind: event.kind };
    },
    closeRun(run: RunTrack) {
      findings.meet();
      const early = earlyOf.peek(run)?.first;
      if (run.start === undefined) return judgeMissing(run, early);
      if (early === undefined || isOrdered(context, early.kind)) return;
      findings.fail(
        [early.n, run.start],
        `agent_started must come before ${early.kind} because it opens run ${run.id}.`,
        `However, record ${early.n} came first and the start only with record ${run.start}.`,
      );
    },
    end() {
      for (const { chat, cut } of context.unansweredChats()) {
        findings.meet();
        judgeSilence(chat.n, chat.at, cut, `the message in record ${chat.n}`);
      }
      delays.end();
      return findings.outcome();
    },
  };
}

function isOrdered({ promises }: CheckContext, kind: EventKind): boolean {
  return promises.order.some(({ before, after }) => before === 'agent_started' && after === kind);
}
