import { z } from 'zod';
import { AuditRecordPathsSchema } from './audit-records.ts';

const SymbolSchema = z.string().regex(/^[^:]+:[^:]+$/, 'write "path/to/module.ts:Symbol"');

/** A member of a role that is accepted although it is not the canonical one. One symbol each: wildcards hide growth. */
const AllowanceSchema = z.strictObject({
  symbol: SymbolSchema.refine((symbol) => !symbol.includes('*'), 'a wildcard hides what grows'),
  as: z.enum(['facade', 'variant', 'interface', 'test-double']),
  reason: z.string().min(8, 'say why in at least 8 characters'),
  /** Last phase in which it is accepted. */
  until: z.string().optional(),
});

const DeprecationSchema = z.strictObject({
  symbol: SymbolSchema,
  replacement: z.string(),
  /** Phase by whose end it must be gone. */
  removeIn: z.string(),
});

/** One role that must have exactly one implementation. */
const RoleSchema = z.strictObject({
  id: z.string().min(1),
  lang: z.enum(['ts', 'py']),
  /** `module:Symbol`, the one implementation; a path or a dotted Python module. */
  canonical: SymbolSchema,
  /** Public import paths accepted besides the canonical module. */
  aliases: z.array(z.string()).default([]),
  /** Core members; by default the public API of the canonical one. */
  api: z.array(z.string()).optional(),
  /** Globs on class names that count as this role whatever they look like. */
  names: z.array(z.string()).default([]),
  /** The role whose implementations this one produces. */
  factoryOf: z.string().optional(),
  /** Least score, 0 to 1, at which a class counts as a member. */
  threshold: z.number().min(0.2).max(1).default(0.45),
  deprecated: z.array(DeprecationSchema).default([]),
  allow: z.array(AllowanceSchema).default([]),
});

/** Rule → scope → how many findings may remain. */
const RoleBudgetSchema = z.record(z.string(), z.record(z.string(), z.int().min(0)));

const PhaseSchema = z.strictObject({
  id: z.string().min(1),
  budget: z.record(z.string(), RoleBudgetSchema).default({}),
  /** Last day, `YYYY-MM-DD`. */
  due: z.iso.date().optional(),
  gate: z.enum(['block', 'warn']).default('block'),
});

type Phase = z.infer<typeof PhaseSchema>;

/** Where a later phase would allow more than an earlier one. */
function grownBudgets(phases: readonly Phase[]): string[] {
  return phases.slice(1).flatMap((phase, index) =>
    Object.entries(phase.budget).flatMap(([role, rules]) =>
      Object.entries(rules).flatMap(([rule, scopes]) =>
        Object.entries(scopes).flatMap(([scope, limit]) => {
          const before = phases[index]?.budget[role]?.[rule]?.[scope] ?? 0;
          return limit > before
            ? [`${phase.id}: ${role} ${rule} ${scope} ${before} → ${limit}`]
            : [];
        }),
      ),
    ),
  );
}

/** The `audit` part of the configuration: what the team declares to be its single sources of truth. */
export const AuditManifestSchema = z
  .strictObject({
    version: z.literal(1).default(1),
    /** Folders that hold source, relative to the tree; Python packages are resolved from them. */
    roots: z.array(z.string()).min(1).default(['.']),
    /** Scope → globs, added to the built-in ones. What matches none is `production`. */
    scopes: z.record(z.string(), z.array(z.string())).default({}),
    words: z
      .strictObject({
        /** Spellings that are one word, such as `GraphQL`. */
        keep: z.array(z.string()).default([]),
        /** Words that do not tell one role from another, such as `Legacy`. */
        modifiers: z.array(z.string()).default([]),
        /** Last words that name another kind of thing, such as `Factory`. */
        kinds: z.array(z.string()).default([]),
      })
      .prefault({}),
    /** Where the consumer map and the public surface are recorded. */
    records: AuditRecordPathsSchema.prefault({}),
    roles: z.array(RoleSchema).default([]),
    phases: z.array(PhaseSchema).default([]),
    /** Id of the present phase. */
    current: z.string().optional(),
  })
  .superRefine((manifest, context) => {
    const ids = new Set(manifest.roles.map((role) => role.id));
    if (ids.size < manifest.roles.length)
      context.addIssue({ code: 'custom', path: ['roles'], message: 'two roles share one id' });
    manifest.roles.forEach((role, index) => {
      if (role.factoryOf !== undefined && !ids.has(role.factoryOf))
        context.addIssue({
          code: 'custom',
          path: ['roles', index, 'factoryOf'],
          message: `"${role.factoryOf}" is not a role`,
        });
    });
    if (
      manifest.current !== undefined &&
      !manifest.phases.some((phase) => phase.id === manifest.current)
    )
      context.addIssue({
        code: 'custom',
        path: ['current'],
        message: `"${manifest.current}" is not a phase`,
      });
    for (const growth of grownBudgets(manifest.phases))
      context.addIssue({
        code: 'custom',
        path: ['phases'],
        message: `a budget may only shrink: ${growth}`,
      });
  });

export type AuditManifest = z.output<typeof AuditManifestSchema>;
export type AuditManifestInput = z.input<typeof AuditManifestSchema>;
export type AuditRole = AuditManifest['roles'][number];
