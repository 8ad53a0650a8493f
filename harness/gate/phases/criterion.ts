import type { Need } from '../../contract/need.ts';
import type { Result } from '../../contract/result.ts';
import type { Verdict } from '../../contract/verdict.ts';

/** What one criterion says of one result. */
export interface Judgement {
  readonly verdict: Verdict;
  /** One sentence with the counts behind it. */
  readonly reason: string;
  /** Ids of what it rests on; the first ones where there are many. */
  readonly rests_on?: readonly string[];
  /** What a person should do next, where it did not pass. */
  readonly next?: string;
}

/** A number that a project may change; what gets looser needs a reason. */
export interface LimitRule {
  readonly value: number;
  /** Which way is stricter. */
  readonly stricter: 'higher' | 'lower';
  readonly sentence: string;
}

export type Limits = Readonly<Record<string, number>>;

/** One machine-checkable condition of a phase: pure, from the result alone. */
export interface Criterion {
  readonly id: string;
  readonly phase: 1 | 2 | 3 | 4;
  readonly title: string;
  readonly needs: readonly Need[];
  readonly limits?: Readonly<Record<string, LimitRule>>;
  /** @param leftOut scopes of the audit that do not count */
  judge(result: Result, limits: Limits, leftOut: readonly string[]): Judgement;
}
