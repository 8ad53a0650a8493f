import { z } from 'zod';

/** Where something was measured; two measurements compare only when their fingerprints agree. */
export const EnvironmentSchema = z.strictObject({
  node: z.string(),
  platform: z.string(),
  cpu: z.string(),
  cores: z.int(),
  memory_mb: z.int(),
  ci: z.boolean(),
  commit: z.string().optional(),
});
export type Environment = z.infer<typeof EnvironmentSchema>;
