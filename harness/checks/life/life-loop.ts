import type { CheckContext, CheckDeclaration, CheckFold } from '../../contract/check.ts';
import { Findings } from '../findings.ts';
import { lifeValue } from './value.ts';

/** Where the target declares no limit: nobody needs the same answer from the same tool more often. */
const defaultEqualCalls = 20;

export const lifeLoop: CheckDeclaration = {
  id: 'LIFE-LOOP',
  level: 'MUST',
  title: 'no run goes round in circles',
  requirement: 'No run repeats the same tool call, or emits events, beyond its limit.',
  reason:
    'Each pair of an endless loop is well formed; only their number gives it away, and the bill.',
  value: lifeValue,
  scope: 'run',
  hears: ['tool_executing'],
  provenBy: ['F21'],
  leftGreenBy: ['K02', 'K08', 'K14'],
  open,
};

function open(context: CheckContext): CheckFold {
  const findings = new Findings();
  const { limits } = context.promises;
  const mostCalls = limits?.equal_calls ?? defaultEqualCalls;
  const mostEvents = limits?.events_per_run ?? Infinity;
  const timesIn = context.perRun((): Map<string, number> => new Map());
  return {
    step(record, event, run) {
      if (run === undefined || event?.arguments_digest === undefined) return;
      const call = `${event.tool} ${event.arguments_digest}`;
      const times = (timesIn(run).get(call) ?? 0) + 1;
      timesIn(run).set(call, times);
      if (times !== mostCalls + 1) return;
      findings.fail(
        [run.first, record.n],
        `Run ${run.id} must not repeat a call more than ${mostCalls} times because its answer will not change.`,
        `However, record ${record.n} calls ${event.tool ?? 'the tool'} with the same arguments for the ${times}th time.`,
      );
    },
    closeRun(run) {
      if (run.events > 0) findings.meet();
      if (run.events <= mostEvents) return;
      findings.fail(
        [run.first, run.last],
        `Run ${run.id} must end within ${mostEvents} events because the target declares this limit.`,
        `However, it has ${run.events}.`,
      );
    },
    end: () => findings.outcome(),
  };
}
