import { z } from 'zod';
import { AuditManifestSchema } from './audit-manifest.ts';
import { ByteSizeSchema } from './byte-size.ts';
import { DurationSchema } from './duration.ts';
import { GateSettingsSchema } from './gate-settings.ts';
import { PageProfileSchema } from './page-profile.ts';
import { ProfileConfigSchema } from './profile-config.ts';

/** Someone the probe may log in as. Passwords come from the environment by name, never from the file, outside loopback. */
const UserSchema = z.strictObject({
  email: z.string().min(3),
  password: z.string().min(1).optional(),
  passwordEnv: z.string().min(1).optional(),
});

/** Where the people of a target and their passwords stand: never in this file, a report or a history. */
const CredentialsSchema = z.union([
  z.strictObject({
    /** `NAME` reads `NAME_EMAIL` and `NAME_PASSWORD`, then `NAME_EMAIL_2` and `NAME_PASSWORD_2`, and so on. */
    env: z.string().regex(/^[A-Za-z_]\w*$/, 'write the beginning of a variable name'),
  }),
  z.strictObject({
    /** A JSON file `[{"email", "password"}]`, relative to the configuration. */
    file: z.string().min(1),
  }),
]);

const TargetSchema = z.strictObject({
  url: z.union([
    z.url({ protocol: /^(https?|wss?)$/ }),
    /** A variable that holds the address. */
    z.strictObject({ env: z.string().min(1) }),
  ]),
  profile: z.string().default('reference'),
  users: z.array(UserSchema).min(1).optional(),
  /** Goes before `users`. Without either, `GOLDEN_PATH_<TARGET>_EMAIL` and `_PASSWORD` are looked for. */
  credentials: CredentialsSchema.optional(),
  /** Where things are on its page (docs/staging.md); unless told, as on the page of the reference. */
  page: PageProfileSchema.optional(),
});

/** Nothing takes no time and no memory: such a budget would fail every target, and is a slip of the pen. */
const isKeepable = (limit: number): boolean => limit > 0;
const zeroBudget = 'a budget of zero can never be kept: write more, or leave it out';

const LatencyBudgetSchema = DurationSchema.refine(isKeepable, zeroBudget).optional();
const MemoryBudgetSchema = ByteSizeSchema.refine(isKeepable, zeroBudget).optional();

const BudgetSchema = z.strictObject({
  p50: LatencyBudgetSchema,
  p95: LatencyBudgetSchema,
  p99: LatencyBudgetSchema,
});

export const ConfigSchema = z.strictObject({
  $schema: z.string().optional(),
  /** Target of a command that names none. */
  target: z.string().default('reference'),
  targets: z.record(z.string(), TargetSchema).default({}),
  /** The staging suite needs this target, whatever else is judged; without its address its criteria are `unknown`. */
  staging: z.strictObject({ target: z.string().min(1) }).optional(),
  /** How targets speak that no built-in profile knows (docs/profiles.md); a name here goes before a built-in one. */
  profiles: z.record(z.string(), ProfileConfigSchema).default({}),
  budgets: z
    .strictObject({
      firstEvent: BudgetSchema.optional(),
      run: BudgetSchema.optional(),
      memoryPerDispatcher: MemoryBudgetSchema,
      memoryPerSession: MemoryBudgetSchema,
      growthPer1000Requests: ByteSizeSchema.optional(),
    })
    .default({}),
  /** What `golden-path bench` runs. */
  bench: z
    .strictObject({
      /** Workload files, relative to the configuration. */
      workloads: z.array(z.string().min(1)).default([]),
      /** Shell command that builds a checked-out commit after its packages were installed. */
      prepare: z.string().min(1).optional(),
    })
    .prefault({}),
  audit: AuditManifestSchema.prefault({}),
  /** Criteria to add, to tighten, to leave out; what gets looser says why. */
  gate: GateSettingsSchema.prefault({}),
  /** The state before this phase: a target that answers, and the tree of its source. */
  previous: z
    .strictObject({ target: z.string().min(1), tree: z.string().min(1).optional() })
    .optional(),
  /** Shell commands that lead the target to the previous phase and back; the drill runs both. */
  rollback: z
    .strictObject({
      revert: z.string().min(1),
      apply: z.string().min(1),
      /** Each command must end within this. */
      within: DurationSchema.default(60_000),
    })
    .optional(),
  /** Suites that the team had before: what protects today keeps protecting. */
  existing: z
    .array(
      z.strictObject({
        name: z.string().min(1),
        /** Shell command, run in the configuration's folder. */
        command: z.string().min(1),
        /** The JUnit report that the command writes, relative to the configuration. */
        junit: z.string().min(1),
        /** Shell command that plants a defect, runs the suite again and takes the defect away. */
        proveWith: z.string().min(1).optional(),
        within: DurationSchema.default(600_000),
      }),
    )
    .default([]),
  /** Documents that must be there, and commands that fail when a generated file is stale. */
  documents: z
    .strictObject({
      present: z.array(z.string().min(1)).default([]),
      fresh: z.array(z.string().min(1)).default([]),
    })
    .prefault({}),
});

/** The configuration after defaults were filled in. */
export type Config = z.output<typeof ConfigSchema>;
/** The configuration as people write it. */
export type ConfigInput = z.input<typeof ConfigSchema>;

/** Gives types and completion in `golden-path.config.ts`; checked when a command loads it. */
export function defineConfig(config: ConfigInput): ConfigInput {
  return config;
}
