import { resultVersion, type Result } from '../../contract/result.ts';
import { sampleAudit } from './sample-audit.ts';
import { brokenChecks, healthyChecks } from './sample-checks.ts';
import { sampleDrill } from './sample-drill.ts';
import { sampleKillMatrix } from './sample-kill-matrix.ts';
import { sampleMeasurements } from './sample-measurements.ts';
import { sampleStrangers } from './sample-strangers.ts';
import { flakyTests, passingTests } from './sample-tests.ts';
import { brokenTimeline, sampleTimeline } from './sample-timeline.ts';

/** A gate that passed: what every reader hopes to see. */
export const passingResult: Result = {
  schema_version: resultVersion,
  run_id: '2026-11-20T180412Z-4f1c',
  started_at: '2026-11-20T18:04:12.000Z',
  duration_ms: 41_230,
  tool: { name: 'golden-path', version: '0.1.0' },
  command: 'golden-path gate --phase 2',
  target: 'http://127.0.0.1:4010',
  profile: 'reference',
  environment: {
    node: '24.21.0',
    platform: 'linux x64',
    cpu: 'Example CPU @ 2.40 GHz',
    cores: 2,
    memory_mb: 24_576,
    ci: true,
    commit: '11629a4',
  },
  seed: '4f1c',
  checks: [...healthyChecks],
  measurements: [...sampleMeasurements],
  tests: [...passingTests],
  suites: [],
  timelines: [sampleTimeline],
  gate: {
    phase: 2,
    verdict: 'pass',
    exit_code: 0,
    criteria: [
      {
        id: 'consumer-map',
        title: 'The consumer map covers every importer of every role',
        phase: 1,
        required: true,
        verdict: 'pass',
        reason: '32 of 32 importers of 3 roles are on the map.',
        rests_on: [],
      },
      {
        id: 'one-factory',
        title: 'Exactly one factory per role',
        phase: 2,
        required: true,
        verdict: 'pass',
        reason: '1 factory and 3 facades that delegate to it.',
        rests_on: [],
      },
      {
        id: 'isolation',
        title: 'Eight interleaved users stay apart',
        phase: 2,
        required: true,
        verdict: 'pass',
        reason: '4 096 frames of 8 users searched for 24 secrets; none was found elsewhere.',
        rests_on: ['ISO-CANARY'],
      },
      {
        id: 'competing-implementations',
        title: 'No competing implementation is left',
        phase: 4,
        required: false,
        verdict: 'fail',
        reason: '2 competing dispatchers are left.',
        rests_on: [],
        next: 'golden-path audit lists them',
      },
    ],
  },
};

/** The same gate against a broken platform: three failures with witnesses, a warning, a flaky test. */
export const failingResult: Result = {
  ...passingResult,
  run_id: '2026-11-21T180409Z-90ab',
  started_at: '2026-11-21T18:04:09.000Z',
  target: 'specimen:phase-0',
  checks: [...brokenChecks],
  measurements: sampleMeasurements.map((measurement) =>
    measurement.id === 'heap-slope'
      ? { ...measurement, verdict: 'unknown', n: 6, reason: 'Only 6 samples; 10 are needed.' }
      : measurement,
  ),
  tests: [...flakyTests],
  suites: [],
  timelines: [brokenTimeline],
  audit: sampleAudit,
  kill_matrix: sampleKillMatrix,
  drill: sampleDrill,
  strangers: [...sampleStrangers],
  gate: {
    phase: 2,
    verdict: 'fail',
    exit_code: 1,
    criteria: (passingResult.gate?.criteria ?? []).map((criterion) =>
      criterion.id === 'isolation'
        ? {
            ...criterion,
            verdict: 'fail',
            reason: '1 of 24 secrets was received by another user.',
            next: 'look at the witness of ISO-CANARY: which object is shared between two requests?',
          }
        : criterion,
    ),
  },
};

const { gate: _passed, ...ungated } = passingResult;

/** A target that was not there: nothing was judged, and nothing is green. */
export const unknownResult: Result = {
  ...ungated,
  run_id: '2026-11-22T180400Z-77aa',
  command: 'golden-path probe ws://127.0.0.1:9',
  target: 'ws://127.0.0.1:9',
  duration_ms: 312,
  checks: healthyChecks.map((check) => ({
    ...check,
    verdict: 'unknown',
    exercised: 0,
    reason: 'Nothing was recorded: the target refused the connection.',
  })),
  measurements: [],
  tests: [],
  suites: [],
  timelines: [],
};
