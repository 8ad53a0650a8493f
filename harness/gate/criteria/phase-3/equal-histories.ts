import { mergeVerdicts } from '../../../contract/verdict.ts';
import type { Criterion } from '../../phases/criterion.ts';
import { noEvidence } from '../../phases/no-evidence.ts';
import { plural } from '../../phases/plural.ts';

/** Whoever used the old one notices nothing. */
export const equalHistories: Criterion = {
  id: 'equal-histories',
  phase: 3,
  title: 'old and new give equal histories beyond measured noise',
  needs: ['comparison'],
  judge({ comparison }) {
    if (comparison === undefined) return noEvidence('old and new were not compared');
    const { old, new: next, journeys, problem } = comparison;
    if (journeys.length === 0) {
      return noEvidence(
        problem ?? 'no journey was walked on both',
        'say `previous` in the configuration',
      );
    }
    const verdict = mergeVerdicts(journeys.map((one) => one.verdict));
    const told = journeys.filter((one) => one.verdict === verdict);
    const rests = told.map(({ journey }) => journey);
    if (verdict === 'pass') {
      const largest = Math.max(...journeys.map(({ noise }) => noise.largest));
      const noise = `${Math.round(largest * 100)} % noise at most`;
      const reason = `${next} is like ${old} on ${plural(journeys.length, 'journey')}, ${noise}`;
      return { verdict, reason, rests_on: rests };
    }
    const [first] = told;
    const [worst] = first?.differences ?? [];
    const shares =
      worst === undefined
        ? ''
        : ` (${worst.trait}: old ${percent(worst.old)}, new ${percent(worst.new)})`;
    return {
      verdict,
      reason: `${plural(told.length, 'journey')} of ${journeys.length}: ${first?.journey ?? ''} ${first?.reason ?? ''}${shares}`,
      rests_on: rests,
      next: `golden-path compare ${old} ${next}`,
    };
  },
};

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
