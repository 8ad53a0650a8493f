import type { CheckContext, CheckDeclaration, CheckFold } from '../../contract/check.ts';
import { Findings } from '../findings.ts';
import { latencyValue } from './value.ts';

/** Shorter answers say nothing about the line. */
const longAnswerBytes = 16 * 1024;

export const latThroughput: CheckDeclaration = {
  id: 'LAT-THROUGHPUT',
  level: 'MUST',
  title: 'long answers flow',
  requirement: 'A long answer streams at no less than the promised bytes per second.',
  reason: 'An answer that is slower than its reader is worse than one that comes late.',
  value: latencyValue,
  scope: 'run',
  hears: ['message_delta'],
  provenBy: ['F70'],
  leftGreenBy: ['K13', 'K14'],
  applies: ({ budgets }) =>
    budgets.bytes_per_second !== undefined || 'the target promises no throughput',
  open,
};

interface Flow {
  bytes: number;
  firstN: number;
  firstAt: number;
  lastN: number;
  lastAt: number;
}

function open(context: CheckContext): CheckFold {
  const findings = new Findings();
  const least = context.promises.budgets.bytes_per_second ?? 0;
  const flowOf = context.perRun((): Flow => ({
    bytes: 0,
    firstN: -1,
    firstAt: 0,
    lastN: -1,
    lastAt: 0,
  }));
  return {
    step(record, _event, run) {
      if (record.type !== 'frame' || run === undefined) return;
      const flow = flowOf(run);
      flow.bytes += record.bytes;
      if (flow.firstN < 0) {
        flow.firstN = record.n;
        flow.firstAt = record.at;
      }
      flow.lastN = record.n;
      flow.lastAt = record.at;
    },
    closeRun(run) {
      const { bytes, firstN, firstAt, lastN, lastAt } = flowOf(run);
      if (bytes < longAnswerBytes || lastAt <= firstAt) return;
      findings.meet();
      const rate = (bytes * 1000) / (lastAt - firstAt);
      if (rate >= least) return;
      findings.fail(
        [firstN, lastN],
        `The answer of run ${run.id} must stream at ${least} bytes per second because the target promises it.`,
        `However, its ${bytes} bytes took ${Math.round(lastAt - firstAt)} ms, which is ${Math.round(rate)} bytes per second.`,
      );
    },
    end: () => findings.outcome(),
  };
}
