import type { Result } from '../../contract/result.ts';
import { sampleAudit } from './sample-audit.ts';
import { failingResult, passingResult } from './sample-results.ts';

/** Lehmer's generator: the same seed gives the same nights. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

const firstNight = Date.UTC(2026, 8, 20, 2);
const dayMs = 86_400_000;
/** From this night on everything is slower. */
const slowdownNight = 35;

/** Nightly runs of one target: isolation broken at first, a slowdown that stays, roles that get fewer. */
export function sampleNights(count: number, target: string): Result[] {
  const random = generator(7);
  return Array.from({ length: count }, (_, night) => {
    const base = night < 12 || night === 44 ? failingResult : passingResult;
    const pace = (night >= slowdownNight ? 1.3 : 1) * (0.95 + random() / 10);
    const left = Math.max(1, 4 - Math.floor(night / 15));
    return {
      ...base,
      target,
      run_id: `${target}-${String(night)}`,
      started_at: new Date(firstNight + night * dayMs).toISOString(),
      measurements: passingResult.measurements.map((measurement) => ({
        ...measurement,
        value: measurement.value * pace,
        ...(measurement.interval === undefined
          ? {}
          : {
              interval: [measurement.interval[0] * pace, measurement.interval[1] * pace] as [
                number,
                number,
              ],
            }),
      })),
      audit: {
        ...sampleAudit,
        roles: sampleAudit.roles.map((role) => ({ ...role, production_count: left })),
      },
    };
  });
}
