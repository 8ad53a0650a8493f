import type { CheckContext, CheckDeclaration, CheckFold, RunTrack } from '../../contract/check.ts';
import { isTerminalKind } from '../../contract/event-kind.ts';
import { Findings } from '../findings.ts';
import { lifeValue } from './value.ts';

interface Times {
  began: number | undefined;
  gaveUp: number | undefined;
  ended: number | undefined;
}

/** Exercised by each run that asks for a tool that takes longer than tools may. */
export const lifeNest: CheckDeclaration = {
  id: 'LIFE-NEST',
  level: 'MUST',
  title: 'deadlines nest',
  requirement:
    'A tool that takes too long is given up before the run that waits for it is: the inner deadline passes first.',
  reason:
    'A receiver that waited 3 seconds for an agent of 15 reported failures that were none, and a run that ends first hides which tool was slow.',
  value: lifeValue,
  scope: 'run',
  hears: ['tool_executing', 'tool_completed', 'agent_completed', 'agent_error', 'agent_cancelled'],
  provenBy: ['D34'],
  leftGreenBy: ['K14', 'K17'],
  applies: ({ capabilities }) =>
    capabilities.includes('tool-timeout') || 'the target promises no deadline for tools',
  open,
};

function open(context: CheckContext): CheckFold {
  const findings = new Findings();
  const timesOf = context.perRun((): Times => ({
    began: undefined,
    gaveUp: undefined,
    ended: undefined,
  }));
  let toolMs = 0;
  let runMs = 0;

  function judge(run: RunTrack, asked: number, { began = 0, gaveUp, ended = 0 }: Times): void {
    findings.meet();
    toolMs += Math.round((gaveUp ?? ended) - began);
    runMs += Math.round(ended - run.firstAt);
    const given = [...run.calls.values()].some(
      ({ outcome }) => outcome === 'timed_out' || outcome === 'failed',
    );
    if (given || run.terminal === undefined || run.terminalKind === 'agent_completed') return;
    findings.fail(
      [asked, run.terminal],
      `The tool of run ${run.id} must be given up before the run is because its deadline is the inner one.`,
      `However, ${run.terminalKind} ended the run in record ${run.terminal}, ${Math.round(ended - began)} ms after the tool began, and nobody had given it up.`,
    );
  }

  return {
    step(record, event, run) {
      if (run?.asked?.overruns !== true || event === undefined) return;
      const times = timesOf(run);
      if (event.kind === 'tool_executing') times.began ??= record.at;
      else if (event.kind === 'tool_completed') times.gaveUp ??= record.at;
      else if (isTerminalKind(event.kind)) times.ended ??= record.at;
    },
    closeRun(run) {
      const { asked } = run;
      const times = timesOf.peek(run);
      if (asked?.overruns !== true || times?.ended === undefined) return;
      judge(run, asked.n, times);
    },
    end: () => findings.outcome({ counts: { ms_in_tools: toolMs, ms_in_runs: runMs } }),
  };
}
