import type {
  CallTrack,
  CheckContext,
  CheckDeclaration,
  CheckFold,
  RunTrack,
} from '../../contract/check.ts';
import { Findings } from '../findings.ts';
import { pairValue } from './value.ts';

/** Judged when the run is let go: a completion that only comes late is LIFE-AFTER. */
export const pairOpen: CheckDeclaration = {
  id: 'PAIR-OPEN',
  level: 'MUST',
  title: 'every announced tool call completes',
  requirement:
    'Every tool_executing is followed by a tool_completed of the same call before the run ends.',
  reason: 'A tool that was announced and never ends leaves its result, and its failure, unknown.',
  value: pairValue,
  scope: 'run',
  hears: ['tool_executing'],
  provenBy: ['F12', 'F05', 'D15'],
  leftGreenBy: ['K02', 'K03', 'K07', 'K11'],
  open,
};

function open(context: CheckContext): CheckFold {
  const findings = new Findings();

  /** An interrupted run says that it left calls pending; a line our side dropped says nothing. */
  function mayStayOpen(run: RunTrack): boolean {
    if (run.outcome === 'interrupted') return true;
    const ending = context.endingOf(run);
    return ending === 'dropped' || ending === 'unwatched' || ending === 'closed-dirty';
  }

  function judge(run: RunTrack, call: CallTrack): void {
    if (call.executing === undefined || call.completed !== undefined) return;
    const end = run.terminal ?? run.cut?.n ?? context.watchEnd()?.n;
    findings.fail(
      [call.executing, ...(end === undefined ? [] : [end])],
      `tool_completed of call ${call.id} must come before run ${run.id} ends because the call was announced in record ${call.executing}.`,
      `However, ${endOf(run)} left the call open.`,
    );
  }

  return {
    step(_record, _event, run) {
      if (run?.call?.executions === 1) findings.meet();
    },
    closeRun(run) {
      if (run.calls.size === 0 || mayStayOpen(run)) return;
      for (const call of run.calls.values()) judge(run, call);
    },
    end: () => findings.outcome(),
  };
}

function endOf({ terminal, terminalKind, cut }: RunTrack): string {
  if (terminal !== undefined) return `${terminalKind ?? 'the terminal'} came and`;
  return cut === undefined ? 'all the time it was given went by and' : 'the stream ended and';
}
