import type { Result } from '../../contract/result.ts';

export interface Sample {
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

/** One metric family; dashboards and alert rules are tested against the names in this table. */
export interface Metric {
  readonly name: string;
  readonly unit?: 'seconds';
  readonly help: string;
  samples(result: Result): readonly Sample[];
}
