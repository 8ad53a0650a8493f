import type { CheckContext, CheckDeclaration, CheckFold, RunTrack } from '../../contract/check.ts';
import { Findings } from '../findings.ts';
import { lifeValue } from './value.ts';

/** Judged only where the journey says what must be done: an empty run may be all that was asked for. */
export const lifeWork: CheckDeclaration = {
  id: 'LIFE-WORK',
  level: 'MUST',
  title: 'a run that succeeds has done something',
  requirement: 'A run that completes shows the tool or the text that it was asked for.',
  reason: 'A canned reply with a start and an end is how a service that is not ready looks.',
  value: lifeValue,
  scope: 'run',
  hears: ['agent_completed'],
  provenBy: ['F09', 'D10'],
  leftGreenBy: ['K03', 'K12', 'K13'],
  open,
};

function open(context: CheckContext): CheckFold {
  const findings = new Findings();
  const answered = context.perRun((): { text: boolean } => ({ text: false }));

  /** What the run was asked for and did not show. */
  function missingIn(run: RunTrack, expects: readonly string[]): string | undefined {
    const tool = run.firstOf('tool_executing') ?? run.firstOf('tool_completed');
    if (expects.includes('tool_executing') && tool === undefined) return 'tool';
    const text = run.firstOf('message_delta') !== undefined || answered.peek(run)?.text === true;
    return expects.includes('message_delta') && !text ? 'text' : undefined;
  }

  return {
    step(_record, event, run) {
      if (run !== undefined && (event?.text ?? '') !== '') answered(run).text = true;
    },
    closeRun(run) {
      const { asked, terminal, terminalKind } = run;
      const expects = asked?.expects ?? [];
      if (terminal === undefined || terminalKind !== 'agent_completed') return;
      if (!expects.includes('tool_executing') && !expects.includes('message_delta')) return;
      findings.meet();
      const missing = missingIn(run, expects);
      if (missing === undefined || asked === undefined) return;
      findings.fail(
        [asked.n, run.first, terminal],
        `Run ${run.id} must show a ${missing} because record ${asked.n} asks for one.`,
        `However, it went from its start to ${terminalKind} without any.`,
      );
    },
    end: () => findings.outcome(),
  };
}
