import type { Verdict } from '../../contract/verdict.ts';
import type { Digest } from '../digest/digest.ts';

/** One criterion over time; `undefined` where a run did not judge it. */
export interface CriterionHistory {
  readonly id: string;
  readonly phase: number | undefined;
  /** In the newest run that judged it. */
  readonly required: boolean;
  readonly runs: readonly { readonly digest: Digest; readonly verdict: Verdict | undefined }[];
  /** Start of the latest unbroken stretch of its present verdict. */
  readonly since: string | undefined;
}

/** What belongs to no phase comes after those that do. */
const afterAll = Number.MAX_SAFE_INTEGER;

/** Every criterion that any of the runs judged, by phase. Digests are oldest first. */
export function criteriaHistory(digests: readonly Digest[]): CriterionHistory[] {
  const latest = new Map(digests.flatMap(({ criteria }) => criteria.map((one) => [one.id, one])));
  return [...latest.values()]
    .map(({ id, phase, required }) => {
      const runs = digests.map((digest) => ({
        digest,
        verdict: digest.criteria.find((one) => one.id === id)?.verdict,
      }));
      return { id, phase, required, runs, since: stretchStart(runs) };
    })
    .toSorted((left, right) => (left.phase ?? afterAll) - (right.phase ?? afterAll));
}

function stretchStart(runs: CriterionHistory['runs']): string | undefined {
  const judged = runs.filter(({ verdict }) => verdict !== undefined);
  const present = judged.at(-1)?.verdict;
  const breakAt = judged.findLastIndex(({ verdict }) => verdict !== present);
  return judged[breakAt + 1]?.digest.started_at;
}
