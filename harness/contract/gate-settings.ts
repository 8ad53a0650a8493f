import { z } from 'zod';
import { needs, type Need } from './need.ts';

const PhaseNumberSchema = z.int().min(1).max(4);

/** What a project changes of one criterion, or says of one of its own. */
const CriterionSettingSchema = z.strictObject({
  /** Phase from which it is required. Earlier than built in is stricter, later is looser. */
  phase: PhaseNumberSchema.optional(),
  /** Limits by name; docs/criteria.md lists them with their defaults. */
  limits: z.record(z.string(), z.number()).default({}),
  /** Leaves it out of every phase. */
  off: z.boolean().default(false),
  /** Why it may be looser than it was. */
  reason: z.string().min(8, 'say why in at least 8 characters').optional(),
  /** For a criterion of the project's own: what it promises. */
  title: z.string().min(1).optional(),
  /** For a criterion of the project's own: ids of checks, measurements or audit rules that must all pass. */
  rests_on: z.array(z.string().min(1)).default([]),
  /** For a criterion of the project's own: what must be carried out; guessed from the ids where it is not said. */
  needs: z.array(z.enum(needs as [Need, ...Need[]])).default([]),
});
export type CriterionSetting = z.output<typeof CriterionSettingSchema>;

/** The `gate` part of the configuration. */
export const GateSettingsSchema = z.strictObject({
  criteria: z.record(z.string(), CriterionSettingSchema).default({}),
  /** Scopes of the audit that no criterion counts, such as samples that are broken on purpose; each with its reason. */
  leaveOut: z
    .array(
      z.strictObject({
        scope: z.string().min(1),
        reason: z.string().min(8, 'say why in at least 8 characters'),
      }),
    )
    .default([]),
});
export type GateSettings = z.output<typeof GateSettingsSchema>;

/** How strict a criterion was when the project last recorded it: one line of the file. */
export const RecordedCriterionSchema = z.strictObject({
  id: z.string(),
  phase: PhaseNumberSchema,
  limits: z.record(z.string(), z.number()),
});
export type RecordedCriterion = z.infer<typeof RecordedCriterionSchema>;

/** What a gate was asked; stands in its result, so that the stored result can be judged again. */
export const GateQuestionSchema = z.strictObject({
  /** Absent for the plain gate. */
  phase: PhaseNumberSchema.optional(),
  /** Suites that must have run, for the plain gate. */
  suites: z.array(z.string()),
  /** Ids of the criteria that were asked for; absent for all. */
  only: z.array(z.string()).optional(),
  strict: z.boolean(),
  settings: GateSettingsSchema,
  /** How strict the criteria were before; absent where nothing is recorded. */
  recorded: z.array(RecordedCriterionSchema).optional(),
  /** This result is part `index` of `count`; what other parts hold is judged by `report merge`. */
  shard: z.strictObject({ index: z.int().min(1), count: z.int().min(1) }).optional(),
});
export type GateQuestion = z.output<typeof GateQuestionSchema>;
