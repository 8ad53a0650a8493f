import { z } from 'zod';
import { AuditLocationSchema } from './audit.ts';

/** A role the audit suggests for a tree that has no manifest, with how sure it is and why. */
export const AuditProposalSchema = z.strictObject({
  id: z.string(),
  lang: z.enum(['ts', 'py']),
  /** `path:Symbol` of the one with most importing production files. */
  canonical: z.string(),
  runner_up: z.string().optional(),
  members: z.array(
    z.strictObject({
      ...AuditLocationSchema.shape,
      /** Production files that import it. */
      importers: z.int(),
    }),
  ),
  /** What gives out its members in production, the one for the canonical member first. */
  factories: z.array(AuditLocationSchema).default([]),
  /** 0 to 1. */
  confidence: z.number(),
  why: z.string(),
  /** Why there may be several on purpose; such groups come last and `audit init` declares none of them. */
  by_design: z.string().optional(),
});
export type AuditProposal = z.infer<typeof AuditProposalSchema>;
