import { z } from 'zod';
import { AuditFactsSchema } from './audit.ts';
import { CheckResultSchema } from './check-result.ts';
import { ComparisonSchema } from './comparison.ts';
import { DocumentsSchema } from './documents.ts';
import { DrillSchema } from './drill.ts';
import { EnvironmentSchema } from './environment.ts';
import { EventLossSchema } from './event-loss.ts';
import { ExistingSuiteSchema } from './existing-suite.ts';
import { FragmentSchema } from './fragment.ts';
import { AuditRatchetSchema } from './audit-ratchet.ts';
import { GateSchema } from './gate.ts';
import { GateQuestionSchema } from './gate-settings.ts';
import { JourneyFactsSchema } from './journey-facts.ts';
import { KillMatrixSchema } from './kill-matrix.ts';
import { MeasurementSchema } from './measurement.ts';
import { NightSchema } from './night.ts';
import { PairedSpeedSchema } from './paired-speed.ts';
import { StrangerSchema } from './strangers.ts';
import { TimelineSchema } from './timeline.ts';

/** Raised whenever a stored result could no longer be read the same way. */
export const resultVersion = 1;

/** The one serialisable result in the middle: suites, commands and nightly runs make it, gate and report only read it. */
export const ResultSchema = z.strictObject({
  schema_version: z.literal(resultVersion),
  run_id: z.string(),
  started_at: z.string(),
  duration_ms: z.number(),
  tool: z.strictObject({ name: z.string(), version: z.string() }),
  command: z.string(),
  target: z.string(),
  profile: z.string(),
  environment: EnvironmentSchema,
  seed: z.string(),
  checks: z.array(CheckResultSchema),
  measurements: z.array(MeasurementSchema),
  tests: z.array(FragmentSchema),
  /** How each suite's runner ended: its exit code or the signal that ended it. */
  suites: z.array(
    z.strictObject({
      name: z.string(),
      ending: z.string(),
      duration_ms: z.number(),
      log: z.string(),
    }),
  ),
  timelines: z.array(TimelineSchema),
  /** One entry per stored history of the suites. */
  journeys: z.array(JourneyFactsSchema).optional(),
  audit: AuditFactsSchema.optional(),
  /** Where the tree has a baseline or the phase a budget. */
  ratchet: AuditRatchetSchema.optional(),
  /** Where the run proved the checks as well. */
  kill_matrix: KillMatrixSchema.optional(),
  /** Where real foreign servers were judged. */
  strangers: z.array(StrangerSchema).optional(),
  /** Ids of every check there is, where they were to be proven. */
  check_ids: z.array(z.string()).optional(),
  /** Tests that each suite would run, where they were listed. */
  discovery: z
    .array(
      z.strictObject({
        suite: z.string(),
        tests: z.int().min(0),
        /** Why they could not be listed. */
        problem: z.string().optional(),
      }),
    )
    .optional(),
  drill: DrillSchema.optional(),
  comparison: ComparisonSchema.optional(),
  event_loss: EventLossSchema.optional(),
  paired_speed: PairedSpeedSchema.optional(),
  existing: z.array(ExistingSuiteSchema).optional(),
  documents: DocumentsSchema.optional(),
  /** Why the run as a whole cannot be believed: a clock that was set, a history that was cut off. */
  doubts: z.array(z.string()).optional(),
  /** What was to be carried out and could not be. */
  unmet_needs: z.array(z.strictObject({ need: z.string(), why: z.string() })).optional(),
  /** Where the run was a nightly one. */
  night: NightSchema.optional(),
  /** What the gate was asked. */
  question: GateQuestionSchema.optional(),
  gate: GateSchema.optional(),
});
export type Result = z.infer<typeof ResultSchema>;
