import { z } from 'zod';

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
});
export type CriterionSetting = z.output<typeof CriterionSettingSchema>;

/** The `gate` part of the configuration. */
export const GateSettingsSchema = z.strictObject({
  criteria: z.record(z.string(), CriterionSettingSchema).default({}),
});
export type GateSettings = z.output<typeof GateSettingsSchema>;

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
  /** This result is part `index` of `count`; what other parts hold is judged by `report merge`. */
  shard: z.strictObject({ index: z.int().min(1), count: z.int().min(1) }).optional(),
});
export type GateQuestion = z.output<typeof GateQuestionSchema>;
