import type { EventLoss } from '../../../contract/event-loss.ts';
import type { Criterion } from '../../phases/criterion.ts';
import { noEvidence } from '../../phases/no-evidence.ts';
import { plural } from '../../phases/plural.ts';

type Row = EventLoss['faults'][number];

/** The consolidated bridge must be no worse at recovery than what it replaces. */
export const eventLoss: Criterion = {
  id: 'event-loss',
  phase: 3,
  title: 'event loss under faults is no worse than before',
  needs: ['event-loss'],
  judge({ event_loss: loss }) {
    if (loss === undefined) return noEvidence('no event was counted under faults');
    if (loss.faults.length === 0) {
      return noEvidence(
        loss.problem ?? 'no fault was tried',
        'say `previous` in the configuration',
      );
    }
    const worse = loss.faults.filter((row) => !row.no_bite && isWorse(row));
    if (worse.length > 0) {
      const [first] = worse;
      const example = first?.example === undefined ? '' : `; ${first.example}`;
      return {
        verdict: 'fail',
        reason: `${worse.map((row) => `${row.fault}: ${describe(row, loss)}`).join(', ')}${example}`,
        rests_on: worse.map(({ fault }) => fault),
        next: 'the histories of both sides are stored in the folder of the run',
      };
    }
    const idle = loss.faults.filter(
      (row) => row.no_bite || row.new.expected === 0 || row.old.expected === 0,
    );
    if (idle.length > 0) {
      return noEvidence(`${idle.map(({ fault }) => fault).join(', ')} met no run in flight`);
    }
    const expected = loss.faults.reduce((sum, row) => sum + row.new.expected, 0);
    const lost = loss.faults.reduce((sum, row) => sum + row.new.lost, 0);
    return {
      verdict: 'pass',
      reason: `${lost} of ${plural(expected, 'event')} lost under ${plural(loss.faults.length, 'fault')}, ${loss.old} lost as many or more`,
      rests_on: loss.faults.map(({ fault }) => fault),
    };
  },
};

/** By share: both sides see the same trouble, but not always the same number of runs. */
function isWorse({ old, new: next }: Row): boolean {
  if (next.expected === 0 || old.expected === 0) return false;
  return next.lost * old.expected > old.lost * next.expected;
}

function describe({ old, new: next }: Row, loss: EventLoss): string {
  return `${loss.new} lost ${next.lost} of ${next.expected}, ${loss.old} ${old.lost} of ${old.expected}`;
}
