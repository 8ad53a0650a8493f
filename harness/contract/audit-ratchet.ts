import { z } from 'zod';

/** One accepted violation of the baseline file: one line of sorted JSON. */
export const AuditBaselineEntrySchema = z.strictObject({
  identity: z.string().regex(/^[\da-f]{32}$/),
  rule: z.string(),
  role: z.string().optional(),
  scope: z.string(),
  path: z.string(),
  symbol: z.string(),
  /** Commit in which it was first recorded. */
  since: z.string(),
  reason: z.string(),
  /** Last phase for which it is accepted; only entries added later than the first baseline have one. */
  until: z.string().optional(),
});
export type AuditBaselineEntry = z.infer<typeof AuditBaselineEntrySchema>;

const BudgetRowSchema = z.strictObject({
  role: z.string(),
  rule: z.string(),
  scope: z.string(),
  count: z.int(),
  budget: z.int(),
});

/** The decision of the ratchet: what is new, what is gone, which budgets are broken, and whether the next phase may begin. */
export const AuditRatchetSchema = z.strictObject({
  verdict: z.enum(['pass', 'fail']),
  /** Violations that are not in the baseline. */
  fresh: z.array(z.string()),
  /** Entries without a violation: commit the smaller baseline. */
  stale: z.array(z.string()),
  /** Entries whose last phase is over. */
  expired: z.array(z.string()),
  budgets: z.array(BudgetRowSchema),
  /** The phase after the present one: it may begin once today's counts are within its budgets; absent after the last. */
  next: z
    .strictObject({
      phase: z.string(),
      may_begin: z.boolean(),
      /** Counts that are over its budgets. */
      over: z.array(BudgetRowSchema),
    })
    .optional(),
  /** The last day of the present phase is over; `block` fails, `warn` is only told. */
  overdue: z.strictObject({ due: z.string(), gate: z.enum(['block', 'warn']) }).optional(),
});
export type AuditRatchet = z.infer<typeof AuditRatchetSchema>;
