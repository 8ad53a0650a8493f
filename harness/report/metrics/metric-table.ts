import type { Verdict } from '../../contract/verdict.ts';
import { countStandings } from '../summary/count-standings.ts';
import { entriesOf } from '../summary/entries-of.ts';
import { measurementsOf } from '../summary/measurements-of.ts';
import { standings } from '../summary/standing.ts';
import { summarise } from '../summary/summarise.ts';
import type { Metric, Sample } from './metric.ts';

/** Ordered as the verdicts are: an alert fires above 0, and the worst is the greatest. */
const levels: Readonly<Record<Exclude<Verdict, 'not-applicable'>, number>> = {
  pass: 0,
  unknown: 1,
  fail: 2,
};

/** A verdict as a number; what does not apply has none. */
function verdictSample(verdict: Verdict, labels: Sample['labels']): Sample[] {
  return verdict === 'not-applicable' ? [] : [{ labels, value: levels[verdict] }];
}

/** Every metric of a result. All are gauges: a result is a state and counts nothing up. */
export const metricTable: readonly Metric[] = [
  {
    name: 'golden_path_run_info',
    help: 'Always 1; the labels say which run this was.',
    samples: ({ run_id, profile, command, tool, environment }) => [
      {
        labels: {
          run_id,
          profile,
          command,
          version: tool.version,
          commit: environment.commit ?? '',
        },
        value: 1,
      },
    ],
  },
  {
    name: 'golden_path_run_started_timestamp_seconds',
    unit: 'seconds',
    help: 'When the run began, in seconds since 1970.',
    samples: ({ started_at }) => [{ labels: {}, value: Date.parse(started_at) / 1000 }],
  },
  {
    name: 'golden_path_run_duration_seconds',
    unit: 'seconds',
    help: 'How long the run took.',
    samples: ({ duration_ms }) => [{ labels: {}, value: duration_ms / 1000 }],
  },
  {
    name: 'golden_path_verdict',
    help: 'Verdict of the run: 0 pass, 1 unknown, 2 fail.',
    samples: (result) => verdictSample(summarise(result).verdict, {}),
  },
  {
    name: 'golden_path_entries',
    help: 'Checks, measurements, tests and criteria by how they stand.',
    samples: (result) =>
      [...Map.groupBy(entriesOf(result), ({ kind }) => kind)].flatMap(([kind, entries]) => {
        const counts = countStandings(entries);
        return standings.map((standing) => ({
          labels: { kind, standing },
          value: counts[standing],
        }));
      }),
  },
  {
    name: 'golden_path_criterion_verdict',
    help: 'Verdict of a criterion of the gate: 0 pass, 1 unknown, 2 fail.',
    samples: ({ gate }) =>
      (gate?.criteria ?? []).flatMap(({ id, phase, required, verdict }) =>
        verdictSample(verdict, {
          criterion: id,
          phase: phase === undefined ? '' : String(phase),
          required: String(required),
        }),
      ),
  },
  {
    name: 'golden_path_check_verdict',
    help: 'Verdict of a check: 0 pass, 1 unknown, 2 fail.',
    samples: ({ checks }) =>
      checks.flatMap(({ id, level, verdict }) => verdictSample(verdict, { check: id, level })),
  },
  {
    name: 'golden_path_check_exercised',
    help: 'How often a check met what it judges.',
    samples: ({ checks }) =>
      checks.map(({ id, exercised }) => ({ labels: { check: id }, value: exercised })),
  },
  {
    name: 'golden_path_check_failures',
    help: 'Failures a check found.',
    samples: ({ checks }) =>
      checks.map((check) => ({
        labels: { check: check.id },
        value: check.witnesses.length + check.further_failures,
      })),
  },
  {
    name: 'golden_path_measurement',
    help: 'A measured value, in the unit of its label.',
    samples: (result) =>
      measurementsOf(result).map(({ id, unit, value }) => ({
        labels: { measurement: id, unit },
        value,
      })),
  },
  {
    name: 'golden_path_measurement_limit',
    help: 'The limit of a measured value, in the unit of its label.',
    samples: (result) =>
      measurementsOf(result).flatMap(({ id, unit, limit }) =>
        limit === undefined ? [] : [{ labels: { measurement: id, unit }, value: limit }],
      ),
  },
  {
    name: 'golden_path_measurement_verdict',
    help: 'Verdict of a measurement: 0 pass, 1 unknown, 2 fail.',
    samples: (result) =>
      measurementsOf(result).flatMap(({ id, verdict }) =>
        verdictSample(verdict, { measurement: id }),
      ),
  },
  {
    name: 'golden_path_audit_implementations',
    help: 'Implementations of a role in production code; 1 is the goal.',
    samples: ({ audit }) =>
      (audit?.roles ?? []).map(({ id, production_count }) => ({
        labels: { role: id },
        value: production_count,
      })),
  },
  {
    name: 'golden_path_audit_findings',
    help: 'Certain findings of the audit by rule and scope.',
    samples: ({ audit }) =>
      Object.entries(audit?.counts ?? {}).flatMap(([rule, scopes]) =>
        Object.entries(scopes).map(([scope, value]) => ({ labels: { rule, scope }, value })),
      ),
  },
];
