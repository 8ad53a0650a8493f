import type { History } from '../../contract/history.ts';
import type { Verdict } from '../../contract/verdict.ts';
import { causesFirst } from './causes-first.ts';
import { readTraits, type Traits } from './traits.ts';

/** Runs per intent that each side needs before the absence of a difference means something. */
const enoughRuns = 3;

/** A share of runs that differs by less than this beyond the noise is not worth a person's time. */
const smallestShift = 0.05;

export interface Difference {
  /** `intent: trait`. */
  readonly trait: string;
  /** Share of the runs of this intent that show it: before, before again, after. */
  readonly old: number;
  readonly again: number;
  readonly new: number;
}

export interface Comparison {
  readonly verdict: Exclude<Verdict, 'not-applicable'>;
  readonly reason: string;
  /** Differences beyond the noise, causes first. */
  readonly differences: readonly Difference[];
  /** Traits that already differ between the two old histories, and by how much at most. */
  readonly noise: { readonly traits: number; readonly largest: number };
}

/**
 * Old against new, with the noise measured first as old against old (Diffy's idea: candidate minus primary, less
 * primary minus secondary). A trait differs when its share of runs moves by more than it moves between the two old
 * histories, and by more than the sampling error of shares allows (two standard errors, normal approximation).
 */
export function compareHistories(old: History, again: History, candidate: History): Comparison {
  const [left, twin, right] = [readTraits(old), readTraits(again), readTraits(candidate)];
  const names = new Set([...left.seen.keys(), ...twin.seen.keys(), ...right.seen.keys()]);
  const all = [...names].map((trait) => ({
    trait,
    old: share(left, trait),
    again: share(twin, trait),
    new: share(right, trait),
  }));
  const moved = all.map(({ old: before, again: twice }) => Math.abs(before - twice));
  const noise = { traits: moved.filter((move) => move > 0).length, largest: Math.max(0, ...moved) };
  const stepOf = (trait: string): number =>
    Math.min(...[left, right].map(({ steps }) => steps.get(trait) ?? Infinity));
  const differences = causesFirst(
    all
      .filter((difference) => isBeyondNoise(difference, left, right))
      .map((difference) => ({
        difference,
        shift: shift(difference),
        step: stepOf(difference.trait),
      })),
  );
  const thin = thinIntents(left, twin, right);
  if (differences.length > 0) {
    const reason = `${differences.length} of ${all.length} traits differ beyond the noise`;
    return { verdict: 'fail', reason, differences, noise };
  }
  const verdict = thin.length > 0 || all.length === 0 ? 'unknown' : 'pass';
  const reason =
    verdict === 'pass'
      ? `${all.length} traits are equal within the noise`
      : `too few runs to compare (${thin.join(', ') || 'none at all'}), ${enoughRuns} per intent are needed`;
  return { verdict, reason, differences, noise };
}

/** How far the new share is from the nearer one of the two old ones. */
function shift({ old, again, new: now }: Difference): number {
  return Math.max(0, now - Math.max(old, again), Math.min(old, again) - now);
}

function isBeyondNoise(difference: Difference, left: Traits, right: Traits): boolean {
  const noise = Math.abs(difference.old - difference.again);
  const runs = Math.min(runsOf(left, difference.trait), runsOf(right, difference.trait));
  if (runs < enoughRuns) return false;
  const middle = (difference.old + difference.new) / 2;
  const error = 2 * Math.sqrt((2 * middle * (1 - middle)) / runs);
  const certain = isCertain(difference);
  return shift(difference) > Math.max(smallestShift, noise, certain ? 0 : error);
}

/** A trait of every old run that no new run shows, or the other way round, needs no statistics. */
function isCertain({ old, again, new: now }: Difference): boolean {
  return old === again && Math.abs(old - now) === 1;
}

function share(traits: Traits, trait: string): number {
  const runs = runsOf(traits, trait);
  return runs === 0 ? 0 : (traits.seen.get(trait) ?? 0) / runs;
}

function runsOf({ runs }: Traits, trait: string): number {
  return runs.get(trait.slice(0, trait.indexOf(': '))) ?? 0;
}

function thinIntents(...sides: readonly Traits[]): string[] {
  const intents = new Set(sides.flatMap(({ runs }) => [...runs.keys()]));
  return [...intents].filter((intent) =>
    sides.some(({ runs }) => (runs.get(intent) ?? 0) < enoughRuns),
  );
}
