import type { CheckContext, CheckDeclaration, CheckFold, RunTrack } from '../../contract/check.ts';
import type { CanonicalEvent } from '../../contract/canonical-event.ts';
import { isTerminalKind } from '../../contract/event-kind.ts';
import type { HistoryRecord } from '../../contract/history.ts';
import { Findings } from '../findings.ts';
import { ProbeDelays } from '../probe-delays.ts';
import { lifeValue } from './value.ts';

/** A terminal that was on its way when the cancel came is no fault: only what follows the acknowledgement counts. */
export const lifeCancel: CheckDeclaration = {
  id: 'LIFE-CANCEL',
  level: 'MUST',
  title: 'a cancelled run stops',
  requirement:
    'After a cancel is accepted, only completions of tools already executing follow, then agent_cancelled, in time.',
  reason: 'Whoever presses stop wants the agent to stop, and to see that it did.',
  value: lifeValue,
  scope: 'run',
  hears: ['stopping', 'cancel_accepted', 'act', 'harness'],
  provenBy: ['F22', 'F23'],
  leftGreenBy: ['K11', 'K12', 'K28'],
  applies: ({ capabilities }) => capabilities.includes('cancel') || 'the target declares no cancel',
  open,
};

interface Stop {
  /** The act that asked for it. */
  asked: { readonly n: number; readonly at: number } | undefined;
  accepted: { readonly n: number; readonly at: number } | undefined;
}

function open(context: CheckContext): CheckFold {
  const findings = new Findings();
  const delays = new ProbeDelays(findings);
  const { cancel_ms: deadline } = context.promises.deadlines;
  let heard = false;
  let tooSoon: string | undefined;
  const stopOf = context.perRun((): Stop => ({ asked: undefined, accepted: undefined }));

  function judgeEvent(record: HistoryRecord, event: CanonicalEvent, run: RunTrack): void {
    const accepted = stopOf.peek(run)?.accepted;
    if (accepted === undefined || (run.terminal !== undefined && run.terminal !== record.n)) return;
    if (event.kind === 'tool_completed' && (run.call?.executing ?? Infinity) < accepted.n) return;
    const must = `Run ${run.id} must only finish its tools and then say agent_cancelled because its cancel was accepted in record ${accepted.n}.`;
    if (event.kind !== 'agent_cancelled') {
      const what = isTerminalKind(event.kind) ? 'it ended with' : 'it went on with';
      findings.fail(
        [accepted.n, record.n],
        must,
        `However, ${what} ${event.kind} in record ${record.n}.`,
      );
    } else if (record.at - accepted.at > deadline) {
      const late = Math.round(record.at - accepted.at);
      delays.judge({ from: accepted.at, until: record.at, deadline }, () =>
        findings.fail(
          [accepted.n, record.n],
          must,
          `However, that took ${late} ms; ${deadline} ms are promised.`,
        ),
      );
    }
  }

  /** Nothing said that the cancel was accepted, and the run came to an end all the same. */
  function judgeDeaf(run: RunTrack, asked: { readonly n: number; readonly at: number }): void {
    const { terminal: end = asked.n, terminalKind: kind = 'agent_completed' } = run;
    if (kind === 'agent_cancelled') {
      heard = true;
      return;
    }
    const after = Math.round(run.lastAt - asked.at);
    if (after <= deadline) {
      tooSoon = `run ${run.id} said ${kind} ${after} ms after its cancel was asked for, too soon to tell whether the cancel was heard`;
      return;
    }
    delays.judge({ from: asked.at, until: run.lastAt, deadline }, () =>
      findings.fail(
        [asked.n, end],
        `agent_cancelled must come within ${deadline} ms because run ${run.id} was to be cancelled.`,
        `However, nothing accepted the cancel, and the run went on for ${after} ms until it said ${kind}.`,
      ),
    );
  }

  return {
    step(record, event, run) {
      delays.hear(record);
      if (run === undefined) return;
      if (record.type === 'act' && record.act === 'cancel' && run.terminal === undefined) {
        stopOf(run).asked = { n: record.n, at: record.at };
      }
      if (event?.kind === 'cancel_accepted') {
        // Whoever says so behind the end has not stopped anything.
        if (run.terminal === undefined) stopOf(run).accepted ??= { n: record.n, at: record.at };
      } else if (event !== undefined) judgeEvent(record, event, run);
    },
    closeRun(run) {
      const { asked, accepted } = stopOf.peek(run) ?? {};
      const since = accepted ?? asked;
      if (since === undefined) return;
      findings.meet();
      const end = context.watchEnd();
      const ending = context.endingOf(run);
      if (ending === 'dropped') return;
      if (ending === 'terminal') {
        if (accepted === undefined && asked !== undefined) judgeDeaf(run, asked);
        else heard = true;
        return;
      }
      if (end === undefined || end.at - since.at < deadline) {
        findings.doubt(`the cancel of run ${run.id} was not watched to its deadline`);
        return;
      }
      delays.judge({ from: since.at, until: end.at, deadline }, () =>
        findings.fail(
          [since.n, end.n],
          `agent_cancelled must come within ${deadline} ms because run ${run.id} was to be cancelled.`,
          `However, ${accepted === undefined ? 'the cancel was not even accepted' : 'no terminal came'} in ${Math.round(end.at - since.at)} ms.`,
        ),
      );
    },
    end() {
      delays.end();
      if (!heard && tooSoon !== undefined) findings.doubt(tooSoon);
      return findings.outcome();
    },
  };
}
