import type { CheckContext, CheckDeclaration, CheckFold } from '../../contract/check.ts';
import { runKinds } from '../../contract/event-kind.ts';
import { Latency } from './latency.ts';
import { latencyValue } from './value.ts';

export const latStep: CheckDeclaration = {
  id: 'LAT-STEP',
  level: 'MUST',
  title: 'no long silence within a run',
  requirement: 'Between two events of a run passes no more than the budget at the 95th percentile.',
  reason: 'A run that says nothing for long looks dead, whatever its total.',
  value: latencyValue,
  scope: 'run',
  hears: [...runKinds, 'harness'],
  provenBy: ['F102', 'F69'],
  leftGreenBy: ['K02', 'K05'],
  applies: ({ budgets }) => budgets.step_ms !== undefined || 'the target promises no time per step',
  open,
};

interface Previous {
  n: number;
  at: number;
  epoch: number;
}

function open(context: CheckContext): CheckFold {
  const limit = context.promises.budgets.step_ms ?? Infinity;
  const latency = new Latency({
    id: 'LAT-STEP',
    title: latStep.title,
    what: 'The next event',
    limit,
  });
  const previousOf = context.perRun((): Previous => ({ n: -1, at: 0, epoch: 0 }));
  return {
    step(record, event, run) {
      if (record.type === 'harness' && record.notice === 'lag') latency.lagged(record.ms ?? 0);
      if (record.type !== 'frame' || run === undefined || event?.derived_from !== undefined) return;
      const previous = previousOf(run);
      if (previous.n >= 0 && previous.epoch === record.epoch) {
        if (latency.add(record.at - previous.at)) {
          latency.blame([previous.n, record.n], `${event?.kind} of run ${run.id}`);
        }
      }
      previous.n = record.n;
      previous.at = record.at;
      previous.epoch = record.epoch;
    },
    end: () => latency.outcome(),
  };
}
