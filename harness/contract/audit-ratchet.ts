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

/** The decision of the ratchet: what is new, what is gone, and which budgets are broken. */
export const AuditRatchetSchema = z.strictObject({
  verdict: z.enum(['pass', 'fail']),
  /** Violations that are not in the baseline. */
  fresh: z.array(z.string()),
  /** Entries without a violation: commit the smaller baseline. */
  stale: z.array(z.string()),
  /** Entries whose last phase is over. */
  expired: z.array(z.string()),
  budgets: z.array(
    z.strictObject({
      role: z.string(),
      rule: z.string(),
      scope: z.string(),
      count: z.int(),
      budget: z.int(),
    }),
  ),
});
export type AuditRatchet = z.infer<typeof AuditRatchetSchema>;
