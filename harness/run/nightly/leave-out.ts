import type { NightPart } from '../../contract/night.ts';
import type { Result } from '../../contract/result.ts';
import type { MeasuredNight } from './measure-night.ts';

/** Whether the gate found somebody to talk to. */
export function isReached({ gate }: Result): boolean {
  return gate?.criteria.every(({ id }) => id !== 'target-reachable') === true;
}

/** Parts that nobody carries out, and why. */
export function leftOut(parts: readonly NightPart[], why: string): MeasuredNight {
  return {
    measurements: [],
    checks: [],
    parts: parts.map((name) => ({ name, why: `left out: ${why}` })),
  };
}
