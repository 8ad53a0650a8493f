import type { CriterionResult } from '../../contract/gate.ts';
import type { Night, NightPart } from '../../contract/night.ts';
import type { Result } from '../../contract/result.ts';

const titles: Readonly<Record<NightPart, string>> = {
  load: 'answers come in time at a steady rate',
  reconnect: 'whoever drops and comes back misses nothing',
  delivery: 'long answers arrive whole',
  soak: 'it goes on like that for a while',
};

/** That each part of a night was carried out whole; what was measured in it is judged by its own limits. */
export function judgeNight({ night, measurements }: Result): CriterionResult[] {
  return (night?.parts ?? []).map((part) => {
    const own = measurements.filter(({ id }) => new RegExp(`^${part.name}\\b`).test(id));
    return {
      id: `night:${part.name}`,
      title: titles[part.name],
      required: true,
      ...judgePart(part, own),
      rests_on: own.map(({ id }) => id),
    };
  });
}

function judgePart(
  { why }: Night['parts'][number],
  own: Result['measurements'],
): Pick<CriterionResult, 'verdict' | 'reason' | 'next'> {
  if (why !== undefined) {
    return { verdict: 'unknown', reason: why, next: 'give it more, or look at the reason' };
  }
  const [first] = own;
  if (first === undefined) return { verdict: 'unknown', reason: 'nothing was measured' };
  if (own.every(({ n }) => n === 0)) {
    return { verdict: 'not-applicable', reason: first.reason ?? 'nothing to measure' };
  }
  return { verdict: 'pass', reason: `${own.length} measurements` };
}
