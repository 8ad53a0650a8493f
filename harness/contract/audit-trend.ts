import { z } from 'zod';

/** What one commit has of one role, production only where nothing else is said. */
export const AuditTrendPointSchema = z.strictObject({
  commit: z.string(),
  /** Commit time, ISO 8601. */
  at: z.string(),
  subject: z.string(),
  roles: z.array(
    z.strictObject({
      id: z.string(),
      implementations: z.int(),
      /** Source lines of all of them. */
      lines: z.int(),
      /** Lines of those besides the canonical one: what it costs that the job is done more than once. */
      duplicated_lines: z.int(),
      /** Files that import around the canonical module. */
      bypassing_files: z.int(),
      /** Calls that must fail (SSOT010). */
      broken_calls: z.int(),
      /** False when the canonical symbol does not exist in that commit. */
      resolved: z.boolean(),
    }),
  ),
});
export type AuditTrendPoint = z.infer<typeof AuditTrendPointSchema>;

/** The burn-down over a range of history, oldest commit first. */
export const AuditTrendSchema = z.strictObject({
  version: z.literal(1),
  points: z.array(AuditTrendPointSchema),
  /** Objects the repository does not have, as in a partial clone. */
  missing_objects: z.int(),
});
export type AuditTrend = z.infer<typeof AuditTrendSchema>;
