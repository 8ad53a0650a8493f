import { z } from 'zod';

/** Where a tree keeps what it recorded of itself, relative to its root. */
export const AuditRecordPathsSchema = z.strictObject({
  consumers: z.string().min(1).default('reports/baselines/consumers.jsonl'),
  surface: z.string().min(1).default('reports/baselines/surface.jsonl'),
});

/** One line of a consumer map: a file, what it takes of a role, and how. No lines of source: moving code changes nothing. */
export const ConsumerMapEntrySchema = z.strictObject({
  role: z.string(),
  scope: z.string(),
  /** The file that uses the role. */
  path: z.string(),
  /** `path:Symbol` of the member used. */
  member: z.string(),
  how: z.string(),
  /** Method or attribute; empty where the member itself is meant. */
  uses: z.string(),
});
export type ConsumerMapEntry = z.infer<typeof ConsumerMapEntrySchema>;

/** One line of a surface file: a public member of an implementation, as a caller sees it. */
export const SurfaceEntrySchema = z.strictObject({
  role: z.string(),
  /** `path:Symbol`. */
  implementation: z.string(),
  /** Empty on the line that says the implementation is there, members or not. */
  member: z.string(),
  /** `async method(name, limit?, *rest)`. */
  signature: z.string(),
});
export type SurfaceEntry = z.infer<typeof SurfaceEntrySchema>;

const judged = {
  /** The file it was held against, relative to the tree. */
  path: z.string(),
  /** False when there is no such file: then nothing is covered. */
  recorded: z.boolean(),
  /** In the source, not in the file: one line each, as written there. */
  missing: z.array(z.string()),
  /** In the file, no longer in the source. */
  stale: z.array(z.string()),
};

/** The recorded consumer map beside what the source says now. */
export const ConsumerMapRecordSchema = z.strictObject({
  ...judged,
  /** Files that use a role, each role counted, production and everything else apart. */
  importers: z.strictObject({ production: z.int(), elsewhere: z.int() }),
  /** Those of them whose every use is in the file. */
  covered: z.strictObject({ production: z.int(), elsewhere: z.int() }),
});

/** The recorded public surface beside what the source says now. */
export const SurfaceRecordSchema = z.strictObject({
  ...judged,
  implementations: z.int(),
  /** Implementations recorded exactly as they are. */
  covered: z.int(),
  /** Members whose signature is another one than recorded. */
  changed: z.array(
    z.strictObject({
      implementation: z.string(),
      member: z.string(),
      recorded: z.string(),
      now: z.string(),
    }),
  ),
});

/** What a tree recorded of itself, held against its source. */
export const AuditRecordsSchema = z.strictObject({
  consumer_map: ConsumerMapRecordSchema,
  surface: SurfaceRecordSchema,
});
export type AuditRecords = z.infer<typeof AuditRecordsSchema>;
