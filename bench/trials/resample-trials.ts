import { judgeLaunches, type PairedArm } from '../../harness/perf/paired/judge-launches.ts';
import type { Launch } from '../../harness/perf/paired/launch.ts';
import { isDecided, looks } from '../../harness/perf/paired/looks.ts';
import { createRandom, type Random } from '../../harness/perf/stats/random.ts';
import type { TrialArm, TrialLaunch } from './take-launches.ts';

/** Of the trials of one kind: shares (0 … 1) that ended red, and that ended undecided. */
export interface Rates {
  readonly regressed: number;
  readonly undecided: number;
}

/** As in `compareArms`: a launch that would end later is not started, and below five nothing is decided. */
const budgetMs = 60_000;
const fewestLaunches = 5;

/** The three processes of the same code are alike: each trial draws which of them plays which part. */
function draw({ launch }: TrialLaunch, candidate: TrialArm, random: Random): Launch<PairedArm> {
  const [baseline, control, same] = (['same1', 'same2', 'same3'] as const)
    .map((arm) => ({ arm, at: random() }))
    .toSorted((one, other) => one.at - other.at)
    .map(({ arm }) => launch[arm]) as [Launch[string], Launch[string], Launch[string]];
  return { baseline, control, candidate: candidate === 'same1' ? same : launch[candidate] };
}

function pick(launches: readonly TrialLaunch[], random: Random): TrialLaunch {
  const picked = launches[Math.floor(random() * launches.length)];
  if (picked === undefined) throw new RangeError('no launches to draw from');
  return picked;
}

function tryOnce(
  launches: readonly TrialLaunch[],
  candidate: TrialArm,
  seed: string,
): 'regressed' | 'undecided' | 'other' {
  const random = createRandom(seed);
  const drawn: Launch<PairedArm>[] = [];
  let spentMs = 0;
  for (const look of looks) {
    while (drawn.length < look) {
      const picked = pick(launches, random);
      if (spentMs + picked.comparisonMs > budgetMs) break;
      drawn.push(draw(picked, candidate, random));
      spentMs += picked.comparisonMs;
    }
    if (drawn.length < fewestLaunches) return 'undecided';
    const metrics = judgeLaunches(drawn, { seed });
    if (metrics.some(({ outcome }) => outcome === 'regressed')) return 'regressed';
    if (isDecided(metrics)) return 'other';
  }
  return 'undecided';
}

/** Judges so many trials, each from launches drawn with replacement, exactly as a real comparison is judged, in its time. */
export function resampleTrials(
  launches: readonly TrialLaunch[],
  candidate: TrialArm,
  { trials, seed }: { trials: number; seed: string },
): Rates {
  const ends = Array.from({ length: trials }, (_, nth) =>
    tryOnce(launches, candidate, `${seed} ${candidate} ${nth}`),
  );
  const share = (end: string): number => ends.filter((other) => other === end).length / trials;
  return { regressed: share('regressed'), undecided: share('undecided') };
}
