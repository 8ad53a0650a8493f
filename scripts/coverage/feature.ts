/** How much the old test could say: a real check, a tautology, inverted, unable to run, skipped. */
type OldVerdict = 'real' | 'tautology' | 'inverted' | 'cannot run' | 'skips' | 'none';

type Suite = 'mission-critical' | 'ssot-compliance' | 'performance-regression' | 'staging';

/**
 * Names of what covers a row: a check (`PAIR-OPEN`), an audit rule (`SSOT001`), `criterion:` of a phase, `measure:`
 * for a measurement, `test:` for a test of the suite by its title.
 */
export interface Feature {
  readonly ids: readonly string[];
  /** What the test was for, with its budget. */
  readonly what: string;
  readonly old: OldVerdict;
  readonly covered: Readonly<Partial<Record<Suite, readonly string[]>>>;
}
