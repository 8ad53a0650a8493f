import type { Environment } from '../contract/environment.ts';
import type { Measurement } from '../contract/measurement.ts';
import { appendBaseline } from '../perf/baseline/baseline-file.ts';
import { chooseLevels } from '../perf/baseline/choose-levels.ts';

export interface LevelsToRecord {
  readonly file: string;
  readonly at: Date;
  readonly environment: Environment;
  readonly measured: readonly Measurement[];
  readonly isInterrupted: boolean;
  readonly say: (line: string) => void;
}

/** Appends to the baselines what later runs may be held against, and says what was left out and why. */
export async function recordLevels({ file, say, ...run }: LevelsToRecord): Promise<void> {
  if (run.isInterrupted) {
    say('nothing was recorded: the measurement was interrupted');
    return;
  }
  const { kept, faulty } = chooseLevels(run.measured);
  for (const { group, reason } of faulty) say(`not recorded: ${group}.*, for ${reason}`);
  if (kept.length === 0) {
    say('nothing was recorded: nothing was measured that later runs can be held against');
    return;
  }
  await appendBaseline(file, { at: run.at, environment: run.environment, measurements: kept });
  say(`recorded in ${file}`);
}
