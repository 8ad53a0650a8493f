import type { Digest } from '../digest/digest.ts';

export interface Unstable {
  readonly id: string;
  /** How often its verdict turned between neighbouring runs. */
  readonly turns: number;
  /** In how many runs it passed only on a later attempt. */
  readonly flaky: number;
}

/** Red, green and red again is weather; fewer turns are a fault and its repair. */
const fewestTurns = 3;

/** Checks and tests whose verdict nobody can trust, the worst first. */
export function unstableOf(digests: readonly Digest[]): Unstable[] {
  const checks = new Set(digests.flatMap((digest) => digest.checks.map(({ id }) => id)));
  const tests = new Set(digests.flatMap((digest) => digest.flaky_tests));
  const found = [
    ...[...checks].map((id) => ({ id, turns: turnsOf(digests, id), flaky: 0 })),
    ...[...tests].map((id) => ({
      id,
      turns: 0,
      flaky: digests.filter((digest) => digest.flaky_tests.includes(id)).length,
    })),
  ];
  return found
    .filter(({ turns, flaky }) => turns >= fewestTurns || flaky > 0)
    .toSorted((left, right) => right.turns + right.flaky - left.turns - left.flaky);
}

function turnsOf(digests: readonly Digest[], id: string): number {
  const verdicts = digests
    .map((digest) => digest.checks.find((check) => check.id === id)?.verdict)
    .filter((verdict) => verdict === 'pass' || verdict === 'fail');
  return verdicts.filter((verdict, index) => index > 0 && verdict !== verdicts[index - 1]).length;
}
