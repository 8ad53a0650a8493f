import { judgeMeasurements } from '../../harness/gate/criteria/measurements.ts';
import { concludeGate } from '../../harness/gate/decide.ts';
import type { Measurement } from '../../harness/contract/measurement.ts';
import { buildResult } from '../../harness/run/evidence/build-result.ts';
import { keepResult } from '../../harness/run/keep-result.ts';

export interface OverallRates {
  readonly falseAlarmRate: number;
  readonly detectionRate10: number;
  readonly detectionRate25: number;
  readonly trials: number;
}

function measure(id: string, title: string, share: number, limit: number, n: number): Measurement {
  const value = 100 * share;
  const verdict = value <= limit ? 'pass' : 'fail';
  return { id: `trials.${id}`, title, unit: 'percent', value, n, limit, verdict };
}

/** Puts the rates into the project's result store, where dashboards find them beside what the verdicts said. */
export async function storeRates(
  rates: OverallRates,
  startedAt: Date,
  seed: string,
): Promise<void> {
  const { falseAlarmRate, detectionRate10, detectionRate25, trials } = rates;
  const facts = {
    id: `trials-${startedAt.toISOString()}`,
    folder: 'reports',
    startedAt,
    command: 'bench:trials',
    target: 'speed verdict',
    profile: 'none',
    seed,
  };
  const measurements = [
    measure('false-alarms', 'the same code called a regression', falseAlarmRate, 1, trials),
    measure('missed-10', 'a slowdown of 10 % not found', 1 - detectionRate10, 5, trials),
    measure('missed-25', 'a slowdown of 25 % not found', 1 - detectionRate25, 1, trials),
  ];
  const result = { ...(await buildResult(facts, [], [])), measurements };
  await keepResult({ ...result, gate: concludeGate(judgeMeasurements(result)) });
}
