import { z } from 'zod';

const ParameterSchema = z.strictObject({
  name: z.string(),
  kind: z.enum(['plain', 'rest', 'keywords', 'keyword-only']),
  optional: z.boolean(),
});

/** One public member as a caller sees it. */
export const AuditMemberSurfaceSchema = z.strictObject({
  name: z.string(),
  /** `field` for what is read rather than called. */
  kind: z.enum(['method', 'field', 'constructor']),
  async: z.boolean(),
  parameters: z.array(ParameterSchema),
});
export type AuditMemberSurface = z.infer<typeof AuditMemberSurfaceSchema>;

/** The public surface of one implementation. */
export const AuditSurfaceSchema = z.strictObject({
  role: z.string(),
  /** `path:Symbol`. */
  implementation: z.string(),
  canonical: z.boolean(),
  members: z.array(AuditMemberSurfaceSchema),
});
export type AuditSurface = z.infer<typeof AuditSurfaceSchema>;

/** What a caller of one surface would miss on another one. */
export const AuditIncompatibilitySchema = z.strictObject({
  role: z.string(),
  from: z.string(),
  to: z.string(),
  member: z.string(),
  kind: z.enum(['missing', 'parameters', 'async']),
  detail: z.string(),
});
export type AuditIncompatibility = z.infer<typeof AuditIncompatibilitySchema>;
