import { judgeLaunches, type PairedArm } from '../../harness/perf/paired/judge-launches.ts';
import type { Launch } from '../../harness/perf/paired/launch.ts';
import { isDecided, looks } from '../../harness/perf/paired/looks.ts';
import { createRandom, type Random } from '../../harness/perf/stats/random.ts';
import type { TrialArm } from './take-launches.ts';

/** Of the trials of one kind: shares (0 … 1) that ended red, and that ended undecided. */
export interface Rates {
  readonly regressed: number;
  readonly undecided: number;
}

/** The three processes of the same code are alike: each trial draws which of them plays which part. */
function draw(
  launches: readonly Launch<TrialArm>[],
  candidate: TrialArm,
  random: Random,
): Launch<PairedArm> {
  const launch = launches[Math.floor(random() * launches.length)];
  if (launch === undefined) throw new RangeError('no launches to draw from');
  const [baseline, control, same] = (['same1', 'same2', 'same3'] as const)
    .map((arm) => ({ arm, at: random() }))
    .toSorted((one, other) => one.at - other.at)
    .map(({ arm }) => launch[arm]) as [Launch[string], Launch[string], Launch[string]];
  return { baseline, control, candidate: candidate === 'same1' ? same : launch[candidate] };
}

function tryOnce(
  launches: readonly Launch<TrialArm>[],
  candidate: TrialArm,
  seed: string,
): 'regressed' | 'undecided' | 'other' {
  const random = createRandom(seed);
  const drawn: Launch<PairedArm>[] = [];
  for (const look of looks) {
    while (drawn.length < look) drawn.push(draw(launches, candidate, random));
    const metrics = judgeLaunches(drawn, { seed });
    if (metrics.some(({ outcome }) => outcome === 'regressed')) return 'regressed';
    if (isDecided(metrics)) return 'other';
  }
  return 'undecided';
}

/** Judges so many trials, each from launches drawn with replacement, exactly as a real comparison is judged. */
export function resampleTrials(
  launches: readonly Launch<TrialArm>[],
  candidate: TrialArm,
  { trials, seed }: { trials: number; seed: string },
): Rates {
  const ends = Array.from({ length: trials }, (_, nth) =>
    tryOnce(launches, candidate, `${seed} ${candidate} ${nth}`),
  );
  const share = (end: string): number => ends.filter((other) => other === end).length / trials;
  return { regressed: share('regressed'), undecided: share('undecided') };
}
