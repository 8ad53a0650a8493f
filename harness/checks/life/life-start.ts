import type { CheckContext, CheckDeclaration, RunTrack } from '../../contract/check.ts';
import type { CanonicalEvent } from '../../contract/canonical-event.ts';
import type { HistoryRecord, RecordOf } from '../../contract/history.ts';
import { isTerminalKind, type EventKind } from '../../contract/event-kind.ts';
import { Findings } from '../findings.ts';
import { saysDone } from '../judge/says-done.ts';
import { ProbeDelays } from '../probe-delays.ts';
import { ExcusedUsers } from './excused-users.ts';
import { lifeValue } from './value.ts';

/**
 * A start that comes late is a matter of order where the promises order it (ORD-PO); one that never comes is judged
 * here, and so is a message that nothing answers. A lone terminal of a run nobody asked for belongs to ISO-RUNMIX. A
 * close is an answer where its code refuses; a broken line is WIRE-CLOSE.
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
  hears: ['unstarted', 'agent_started', 'open', 'act', 'harness'],
  provenBy: ['F01', 'D11', 'D12', 'D30', 'D33'],
  leftGreenBy: ['K01', 'K05', 'K07', 'K10', 'K14', 'K18'],
  open,
};

interface Early {
  n: number;
  kind: EventKind;
}

/** Something that was asked for, and that nothing of was heard. */
interface Unheard {
  readonly n: number;
  readonly at: number;
  readonly user: string;
  readonly cut: RecordOf<'close'> | undefined;
  readonly what: string;
}

/** Going away, service restart, try again later. */
const invitations: ReadonlySet<number> = new Set([1001, 1012, 1013]);

function open(context: CheckContext) {
  const findings = new Findings();
  const delays = new ProbeDelays(findings);
  const earlyOf = context.perRun((): { first: Early | undefined } => ({ first: undefined }));
  const excused = new ExcusedUsers();
  const { duplicates } = context.promises;

  function judgeMissing(run: RunTrack, early: Early | undefined): void {
    if (early !== undefined) {
      const stranger = run.asked === undefined && run.first === early.n && run.last === early.n;
      findings.meet();
      if (stranger && isTerminalKind(early.kind)) return;
      findings.fail(
        [early.n],
        `agent_started must come before ${early.kind} because it opens run ${run.id}.`,
        `However, record ${early.n} is the first event of the run and no start ever came.`,
      );
    } else {
      const { first: n, firstAt: at, cut, user = '' } = run;
      judgeSilence({ n, at, user, cut, what: `run ${run.id}` });
    }
  }

  function judgeCut({ n, user, what }: Unheard, cut: RecordOf<'close'>) {
    if (cut.cause !== 'stream-end' && excused.has(user)) return;
    if (invitations.has(cut.code ?? 0) && !saysDone(cut, context.promises)) {
      findings.doubt(
        `${what} was closed with ${cut.code} before it began, and nobody came back for it`,
      );
    }
    if (!saysDone(cut, context.promises)) return;
    findings.meet();
    findings.fail(
      [n, cut.n],
      `agent_started must come because ${what} was asked for.`,
      `However, the stream that answers it ended (${cut.code ?? cut.cause}) in record ${cut.n} and had said nothing.`,
    );
  }

  function judgeSilence(unheard: Unheard) {
    const { n, at, cut, what } = unheard;
    if (cut !== undefined) return judgeCut(unheard, cut);
    findings.meet();
    const end = context.watchEnd();
    const { first_event_ms: deadline } = context.promises.deadlines;
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
      excused.hear(record);
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
      const early = earlyOf.peek(run)?.first;
      if (run.start === undefined) return judgeMissing(run, early);
      findings.meet();
      if (early === undefined || isOrdered(context, early.kind)) return;
      findings.fail(
        [early.n, run.start],
        `agent_started must come before ${early.kind} because it opens run ${run.id}.`,
        `However, record ${early.n} came first and the start only with record ${run.start}.`,
      );
    },
    end() {
      for (const { chat, cut } of context.unansweredChats()) {
        const { n, at, user } = chat;
        judgeSilence({ n, at, user, cut, what: `the message in record ${n}` });
      }
      delays.end();
      return findings.outcome();
    },
  };
}

function isOrdered({ promises }: CheckContext, kind: EventKind): boolean {
  return promises.order.some(({ before, after }) => before === 'agent_started' && after === kind);
}
