import { mergeVerdicts } from '../../../contract/verdict.ts';
import type { Criterion } from '../../phases/criterion.ts';
import { noEvidence } from '../../phases/no-evidence.ts';
import { plural } from '../../phases/plural.ts';

/** One implementation that is slower than the one it replaces will not stay the only one. */
export const speedAndMemory: Criterion = {
  id: 'speed-and-memory',
  phase: 3,
  title: 'speed and memory are no worse than the best of the old ones, with confidence',
  needs: ['paired-speed'],
  judge({ paired_speed: paired }) {
    if (paired === undefined) return noEvidence('nothing was measured');
    const scored = paired.measurements.filter(({ verdict }) => verdict !== 'not-applicable');
    if (scored.length === 0) return noEvidence(paired.problem ?? 'nothing was measured');
    const verdict = mergeVerdicts(scored.map((one) => one.verdict));
    const told = scored.filter((one) => one.verdict === verdict);
    const rests = told.map(({ id }) => id);
    const described = told.slice(0, 3).map(({ id, value, limit }) => {
      const against = limit === undefined ? '' : ` (limit ${round(limit)})`;
      return `${id} ${round(value)}${against}`;
    });
    return {
      verdict,
      reason: `${plural(scored.length, 'measurement')} against ${paired.old.join(', ')}: ${described.join(', ')}`,
      rests_on: rests,
      ...(verdict === 'pass' ? {} : { next: nextSteps[verdict] }),
    };
  },
};

const nextSteps = {
  fail: 'golden-path bench shows where the time goes',
  unknown: 'measure on a quieter machine, or longer',
} as const;

function round(value: number): string {
  return String(Number(value.toPrecision(3)));
}
