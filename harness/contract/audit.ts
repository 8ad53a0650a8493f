import { z } from 'zod';
import { AuditRecordsSchema } from './audit-records.ts';
import { AuditIncompatibilitySchema, AuditSurfaceSchema } from './audit-surface.ts';
import { AuditBaselineEntrySchema, AuditRatchetSchema } from './audit-ratchet.ts';
import { AuditTrendSchema } from './audit-trend.ts';
import { auditRules } from './audit-rules.ts';

const rule = z.enum(Object.keys(auditRules) as [keyof typeof auditRules]);

/** A place in the source: path relative to the tree, line from 1, qualified name. */
export const AuditLocationSchema = z.strictObject({
  path: z.string(),
  line: z.int().min(1),
  symbol: z.string(),
});
export type AuditLocation = z.infer<typeof AuditLocationSchema>;

/** One violation. `identity` holds no line, so moving code within its file does not make it new. */
export const AuditFindingSchema = z.strictObject({
  identity: z.string(),
  /** Its identity before a file moved, where one did since the baseline was written. */
  former_identity: z.string().optional(),
  rule,
  role: z.string().optional(),
  scope: z.string(),
  ...AuditLocationSchema.shape,
  message: z.string(),
  /** `review` cannot be decided statically and never gates. */
  confidence: z.enum(['certain', 'review']),
  related: z.array(AuditLocationSchema),
});
export type AuditFinding = z.infer<typeof AuditFindingSchema>;

/** What a member of a role is; only `implementation` and `factory` compete with the canonical one. */
export const AuditMemberClassSchema = z.enum([
  'canonical',
  'implementation',
  'factory',
  'facade',
  'variant',
  'wrapper',
  'tombstone',
  'interface',
  'test-double',
]);
export type AuditMemberClass = z.infer<typeof AuditMemberClassSchema>;

/** Why something counts as a member: shares of name, API, parameters (0 to 1), and descent. */
export const AuditEvidenceSchema = z.strictObject({
  score: z.number(),
  name: z.number(),
  api: z.number(),
  parameters: z.number(),
  inherits: z.boolean(),
  shared: z.array(z.string()),
});
export type AuditEvidence = z.infer<typeof AuditEvidenceSchema>;

export const AuditMemberSchema = z.strictObject({
  ...AuditLocationSchema.shape,
  scope: z.string(),
  class: AuditMemberClassSchema,
  /** Below the threshold but near it: shown, never counted. */
  review: z.boolean(),
  /** For a facade: whether using it gives a warning, itself or in what it calls. */
  warns: z.boolean().optional(),
  /** Reason given in the manifest when the member is accepted. */
  allowed: z.string().optional(),
  evidence: AuditEvidenceSchema,
});
export type AuditMember = z.infer<typeof AuditMemberSchema>;

export const AuditRoleFactsSchema = z.strictObject({
  id: z.string(),
  lang: z.enum(['ts', 'py']),
  factory_of: z.string().optional(),
  canonical: AuditLocationSchema,
  members: z.array(AuditMemberSchema),
  /** Implementations or factories in production, the canonical one included: 1 is the goal. */
  production_count: z.int(),
});
export type AuditRoleFacts = z.infer<typeof AuditRoleFactsSchema>;

/** One place that uses a member of a role; `uses` is the method or attribute, `via` the files its name passed through. */
export const AuditConsumerSchema = z.strictObject({
  role: z.string(),
  /** `path:Symbol` of the member used. */
  member: z.string(),
  path: z.string(),
  line: z.int().min(1),
  scope: z.string(),
  within: z.string(),
  how: z.enum(['import', 'construct', 'factory', 'call', 'annotation']),
  uses: z.string(),
  confidence: z.enum(['high', 'medium', 'low']),
  via: z.array(z.string()),
});
export type AuditConsumer = z.infer<typeof AuditConsumerSchema>;

/** What was read, and what could not be: every number of the audit rests on these. */
export const AuditReadSchema = z.strictObject({
  files: z.int(),
  bytes: z.int(),
  languages: z.record(z.string(), z.int()),
  scopes: z.record(z.string(), z.int()),
  skipped_folders: z.array(z.string()),
  /** Files a program wrote, which are counted and not parsed: reason → files. Absent in results of older versions. */
  not_parsed: z.record(z.string(), z.int()).optional(),
  /** How many tests were looked at for whether they can fail; absent when that was not asked. */
  tests: z.int().optional(),
  problems: z.array(z.strictObject({ path: z.string(), kind: z.string(), detail: z.string() })),
});
export type AuditRead = z.infer<typeof AuditReadSchema>;

/** Facts about one source tree, sorted, without times: the same tree gives the same bytes. */
export const AuditFactsSchema = z.strictObject({
  version: z.literal(1),
  read: AuditReadSchema,
  roles: z.array(AuditRoleFactsSchema),
  /** Who uses which member of which role, sorted. */
  consumers: z.array(AuditConsumerSchema).optional(),
  /** Public surface of every implementation of a role, and what callers of each would miss on the canonical one. */
  surfaces: z.array(AuditSurfaceSchema).optional(),
  incompatibilities: z.array(AuditIncompatibilitySchema).optional(),
  /** What the tree recorded of its consumers and surfaces, held against its source; only for a tree on disk. */
  records: AuditRecordsSchema.optional(),
  /** The allowed violations it was held against, and what came of it. */
  baseline: z.array(AuditBaselineEntrySchema).optional(),
  ratchet: AuditRatchetSchema.optional(),
  /** The same counts over history, where it was asked for. */
  trend: AuditTrendSchema.optional(),
  findings: z.array(AuditFindingSchema),
  /** Rule → scope → number of certain findings. */
  counts: z.record(z.string(), z.record(z.string(), z.int())),
});
export type AuditFacts = z.infer<typeof AuditFactsSchema>;
